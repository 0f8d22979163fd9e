internal import CYAML

/// Reads YAML event by event with libyaml.
///
/// Owns the parser and a copy of the text, and frees both. Characters that libyaml refuses are replaced by U+FFFD in the
/// copy, since it would give up on the whole rest of the file for one of them.
/// Source: YAML 1.2.2, 5.1 "Character Set".
@safe struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let input: UnsafeMutablePointer<Input>
  /// What the parser has not been given yet.
  @unsafe private struct Input {
    var next: UnsafeMutablePointer<UInt8>?
    var count: Int
  }

  /// The parser gets the text in small pieces, since it decodes a whole piece at once, and that again after each restart.
  private static let pieceSize = 2048

  /// The bytes of the file, to which offsets refer.
  private let bytes: [UInt8]
  /// Where the parser began.
  private var base = 0
  /// Byte offsets of the characters that were replaced.
  let replaced: [Int]
  /// A character's number, counted from `base`, and its byte offset: the last that was asked for.
  private var place = (character: 0, byte: 0)
  private let isASCII: Bool

  /// Begins to read UTF-8 text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    let (copy, replaced) = Self.cleaned(bytes)
    self.replaced = replaced
    unsafe text = .allocate(capacity: max(copy.count, 1))
    _ = unsafe text.initialize(from: copy.isEmpty ? [0x0A] : copy)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe input = .allocate(capacity: 1)
    unsafe input.initialize(to: Input(next: nil, count: 0))
    start(at: 0, in: 0)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
    unsafe input.deallocate()
    unsafe text.deallocate()
  }

  /// Begins anew at a byte offset of the file.
  ///
  /// - Complexity: O(number of characters that were replaced).
  mutating func restart(at offset: Int) {
    unsafe yaml_parser_delete(parser)
    // Each character that was replaced became three bytes.
    let shift = replaced.prefix { $0 < offset }.reduce(0) { $0 + 3 - bytes.scalar(at: $1).length }
    start(at: offset, in: offset + shift)
  }

  private mutating func start(at offset: Int, in textOffset: Int) {
    // The parser is deleted only to be initialised again at once, and the text outlives it.
    guard unsafe yaml_parser_initialize(parser) != 0 else {
      preconditionFailure("no memory for a YAML parser")
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe input.pointee.next = unsafe text.baseAddress.map { unsafe $0 + textOffset }
    unsafe input.pointee.count = max(text.count - textOffset, 0)
    // The input outlives the parser, and gives no more than is asked for.
    unsafe yaml_parser_set_input(
      parser,
      { context, buffer, size, given in
        guard let input = unsafe context?.assumingMemoryBound(to: Input.self) else { return 0 }
        let count = unsafe min(size, YAMLEventReader.pieceSize, input.pointee.count)
        if count > 0, let buffer = unsafe buffer, let next = unsafe input.pointee.next {
          unsafe buffer.update(from: next, count: count)
          unsafe input.pointee.next = next + count
          unsafe input.pointee.count -= count
        }
        unsafe given?.pointee = count
        return 1
      }, input)
    base = offset
    place = (0, offset)
  }

  /// The next event.
  mutating func next() throws(YAMLError) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) != 0 else { throw error() }
    defer { unsafe yaml_event_delete(&event) }
    let start = unsafe byteOffset(event.start_mark)
    let end = unsafe byteOffset(event.end_mark)
    return unsafe YAMLEvent(event, start: start, end: end)
  }

  private mutating func error() -> YAMLError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "no YAML"
    let context = unsafe parser.pointee.context.map { unsafe " " + String(cString: $0) } ?? ""
    let offset = unsafe byteOffset(parser.pointee.problem_mark)
    return YAMLError(message: problem + context, offset: min(offset, bytes.count))
  }

  /// The byte that a mark of the parser, which counts characters, stands at.
  private mutating func byteOffset(_ mark: yaml_mark_t) -> Int {
    if isASCII, replaced.isEmpty { return min(base + Int(mark.index), bytes.count) }
    let wanted = Int(mark.index)
    while place.character < wanted, place.byte < bytes.count {
      place.byte += bytes.scalar(at: place.byte).length
      place.character += 1
    }
    while place.character > wanted, let found = bytes.scalar(before: place.byte) {
      place.byte -= found.length
      place.character -= 1
    }
    return place.byte
  }

  /// The text with what YAML forbids replaced, and where that stood.
  private static func cleaned(_ bytes: [UInt8]) -> (text: [UInt8], replaced: [Int]) {
    var replaced: [Int] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
        continue
      }
      let found = bytes.scalar(at: index)
      if !isAllowed(found.scalar) || byte >= 0x80 && found.length == 1 {
        replaced.append(index)
      }
      index += found.length
    }
    guard !replaced.isEmpty else { return (bytes, []) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 2 * replaced.count)
    var plain = 0
    for index in replaced {
      text += bytes[plain..<index]
      text += [0xEF, 0xBF, 0xBD]
      plain = index + bytes.scalar(at: index).length
    }
    return (text + bytes[plain...], replaced)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }
}

extension YAMLEvent {
  /// The event as libyaml gives it; texts are copied.
  fileprivate init(_ event: yaml_event_t, start: Int, end: Int) {
    self.init(
      kind: .streamStart, start: start, end: end, column: unsafe Int(event.start_mark.column))
    // Each type has its own member of the union, and its strings end with a zero byte or come with a length.
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT:
      kind = .alias(unsafe Self.string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      unsafe kind = .scalar(
        String(decoding: bytes, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil)
      unsafe anchor = Self.string(scalar.anchor)
      unsafe tag = Self.string(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      unsafe anchor = Self.string(event.data.sequence_start.anchor)
      unsafe tag = Self.string(event.data.sequence_start.tag)
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      unsafe anchor = Self.string(event.data.mapping_start.anchor)
      unsafe tag = Self.string(event.data.mapping_start.tag)
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: kind = .streamStart
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    // libyaml ends names and tags with a zero byte.
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}
