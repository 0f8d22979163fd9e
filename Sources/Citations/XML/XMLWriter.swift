internal import CLibXML2

/// Writes XML with libxml2's text writer into memory.
///
/// Owns the writer and its buffer and frees both. Characters that XML 1.0 cannot hold are left out and counted in
/// `droppedCharacters`. Line breaks are added only between the children of elements that are not `mixed`, so they never
/// become text of a paragraph.
/// Source: XML 1.0, 2.2 "Characters".
@safe struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  /// Whether characters beyond ASCII become character references.
  private let asciiOnly: Bool
  /// Whether each open element holds text; children of such an element stand where they stand.
  private var mixed: [Bool] = []
  /// Whether the innermost open element has an element inside, on a line of its own.
  private var hasChildLine = false
  /// How many characters were left out because XML 1.0 cannot hold them.
  private(set) var droppedCharacters = 0

  init(asciiOnly: Bool = false) {
    // Both are fresh; they fail only when memory has run out.
    guard let buffer = unsafe xmlBufferCreate(),
      let writer = unsafe xmlNewTextWriterMemory(buffer, 0)
    else { preconditionFailure("no memory for an XML writer") }
    unsafe xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    unsafe self.buffer = buffer
    unsafe self.writer = writer
    self.asciiOnly = asciiOnly
  }

  deinit {
    // The writer is freed before the buffer that it writes to.
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// The XML declaration; the encoding is UTF-8.
  mutating func declaration() {
    raw(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8))
  }

  /// A document type with its public and system identifiers.
  mutating func doctype(_ name: String, publicID: String, systemID: String) {
    _ = unsafe xmlTextWriterWriteDTD(writer, name, publicID, systemID, nil)
    raw([0x0A])
  }

  /// Opens an element.
  ///
  /// - Parameters:
  ///   - name: An XML name.
  ///   - attributes: Names and values in order; a name must not come twice.
  ///   - isMixed: Whether it holds text, so that nothing may be added inside.
  mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)] = [], mixed isMixed: Bool = false
  ) {
    let isInline = mixed.last ?? false
    if !isInline, !mixed.isEmpty { newLine(depth: mixed.count) }
    _ = unsafe xmlTextWriterStartElement(writer, name)
    for attribute in attributes {
      _ = unsafe xmlTextWriterStartAttribute(writer, attribute.name)
      raw(escaped(Array(attribute.value.utf8), inAttribute: true))
      _ = unsafe xmlTextWriterEndAttribute(writer)
    }
    mixed.append(isMixed || isInline)
    hasChildLine = false
  }

  /// Closes the innermost open element.
  mutating func end() {
    guard let wasMixed = mixed.popLast() else { return }
    if !wasMixed, hasChildLine { newLine(depth: mixed.count) }
    _ = unsafe xmlTextWriterEndElement(writer)
    hasChildLine = !(mixed.last ?? true)
  }

  /// Text inside the innermost open element.
  mutating func text(_ text: String) { self.text(Array(text.utf8)[...]) }

  /// UTF-8 text inside the innermost open element.
  mutating func text(_ bytes: ArraySlice<UInt8>) {
    raw(escaped(bytes, inAttribute: false))
  }

  /// An element that holds only text.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [], text: String = ""
  ) {
    start(name, attributes, mixed: true)
    if !text.isEmpty { self.text(text) }
    end()
  }

  /// Closes what is open and gives the document back.
  consuming func finish() -> [UInt8] {
    while !mixed.isEmpty { end() }
    raw([0x0A])
    _ = unsafe xmlTextWriterFlush(writer)
    // The buffer's content is `xmlBufferLength` bytes, alive until the deinit.
    guard let content = unsafe xmlBufferContent(buffer) else { return [] }
    return unsafe Array(
      UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }

  private func newLine(depth: Int) {
    raw([0x0A] + [UInt8](repeating: 0x20, count: min(depth, 20)))
  }

  /// Hands bytes that are XML already to the writer.
  private func raw(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    unsafe bytes.withUnsafeBufferPointer { pointer in
      // The writer copies the bytes before it returns; texts are far below 2 GiB.
      _ = unsafe xmlTextWriterWriteRawLen(
        writer, pointer.baseAddress, Int32(clamping: pointer.count))
    }
  }

  /// The text with markup characters escaped and forbidden characters left out.
  private mutating func escaped(_ text: some RandomAccessCollection<UInt8>, inAttribute: Bool)
    -> [UInt8]
  {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    let bytes = Array(text)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        index += 1
        switch byte {
        case UInt8(ascii: "&"): result += "&amp;".utf8
        case UInt8(ascii: "<"): result += "&lt;".utf8
        case UInt8(ascii: ">"): result += "&gt;".utf8
        case UInt8(ascii: "\"") where inAttribute: result += "&quot;".utf8
        // A parser would make these a space or a line feed.
        case 0x0D: result += "&#13;".utf8
        case 0x09 where inAttribute: result += "&#9;".utf8
        case 0x0A where inAttribute: result += "&#10;".utf8
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: droppedCharacters += 1
        default: result.append(byte)
        }
        continue
      }
      let (scalar, length) = bytes.scalar(at: index)
      defer { index += length }
      if scalar.value & 0xFFFE == 0xFFFE, scalar.value <= 0xFFFF {
        droppedCharacters += 1
      } else if asciiOnly {
        result += "&#x\(String(scalar.value, radix: 16, uppercase: true));".utf8
      } else {
        result += String(scalar).utf8
      }
    }
    return result
  }
}
