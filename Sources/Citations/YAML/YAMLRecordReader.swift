/// Reads the records of a YAML file one after the other: the pairs of its root mapping, and the items of its lists.
///
/// An error of syntax costs the record that it stands in; reading goes on at the next line where a record may begin.
/// Records that were read again after errors are bounded, so that reading stays linear.
struct YAMLRecordReader: ~Copyable {
  /// A value of the file that stands for itself.
  struct Record {
    /// The key of a pair of the root mapping; nil for an item of a list.
    var key: YAMLNode?
    /// The key in the root mapping of the list that the item stands in; nil where the list is the root.
    var list: String?
    var value: YAMLNode
    /// From the key, or from the value of an item, to the end of the value.
    var range: SourceRange
    /// Which document of the file it stands in, from 0.
    var document: Int
  }

  /// Where reading begins anew after an error.
  private enum Resumption {
    case document
    /// At an item of the list that was open.
    case item
    /// At a pair of the root mapping.
    case pair
  }

  private let bytes: [UInt8]
  private var composer: YAMLComposer
  /// Keys of the root mapping whose lists are given item by item.
  private let lists: Set<String>
  /// What is wrong with the file.
  var diagnostics: [Diagnostic] {
    get { composer.diagnostics }
    set { composer.diagnostics = newValue }
  }
  /// Whether any of `lists`, or a list that is the root, was there, be it empty.
  private(set) var hasList = false
  /// The number of documents that have begun.
  private(set) var documents = 0

  /// The list that was open last: its key, and the column of its dashes where it has them.
  private var list: (key: String?, column: Int)?
  /// The column of the keys of the root mapping, where it is open.
  private var rootColumn: Int?
  /// Where the record that is being read begins.
  private var recordStart: Int?
  private var rereading = 0

  init(_ bytes: [UInt8], lists: Set<String> = []) {
    self.bytes = bytes
    self.lists = lists
    composer = YAMLComposer(bytes)
  }

  /// Reads the file; `body` takes each record and says whether to go on.
  mutating func read(_ body: (Record) -> Bool) {
    var resumption = Resumption.document
    while true {
      do throws(YAMLError) {
        try readStream(resumption, body)
        return
      } catch {
        guard let next = recover(from: error) else { return }
        resumption = next.how
        composer.events.restart(at: next.offset)
      }
    }
  }

  private mutating func readStream(
    _ resumption: Resumption, _ body: (Record) -> Bool
  ) throws(YAMLError) {
    var isResumed = resumption != .document
    if !isResumed { (list, rootColumn) = (nil, nil) }
    while true {
      let event = try composer.events.next()
      switch event.kind {
      case .streamStart, .documentEnd: continue
      case .streamEnd: return
      case .documentStart:
        if !isResumed {
          documents += 1
          (list, rootColumn) = (nil, nil)
        }
      case .mappingStart:
        rootColumn = event.column
        list = nil
        guard try readRoot(body) else { return }
        isResumed = false
      case .sequenceStart:
        let key = isResumed ? list?.key : nil
        guard try readList(key, column: event.column, body) else { return }
        if isResumed { rootColumn = rootColumn ?? 0 }
        isResumed = false
      default:
        guard try readValue(event, key: nil, list: nil, body) else { return }
        isResumed = false
      }
    }
  }

  private mutating func readRoot(_ body: (Record) -> Bool) throws(YAMLError) -> Bool {
    while true {
      recordStart = nil
      let event = try composer.events.next()
      if event.kind == .mappingEnd { return true }
      recordStart = event.start
      let key = try composer.node(from: event)
      // Until here the items of a list before it may go on, should this be no key.
      list = nil
      let value = try composer.events.next()
      if value.kind == .sequenceStart, let name = key.text, lists.contains(name) {
        recordStart = nil
        guard try readList(name, column: value.column, body) else { return false }
      } else {
        guard try readValue(value, key: key, list: nil, body) else { return false }
      }
    }
  }

  private mutating func readList(
    _ key: String?, column: Int, _ body: (Record) -> Bool
  ) throws(YAMLError) -> Bool {
    list = (key, column)
    hasList = true
    while true {
      recordStart = nil
      let event = try composer.events.next()
      if event.kind == .sequenceEnd { return true }
      recordStart = event.start
      guard try readValue(event, key: nil, list: key, body) else { return false }
    }
  }

  /// Composes one value and hands it on, unless it is beyond the limits.
  private mutating func readValue(
    _ event: YAMLEvent, key: YAMLNode?, list: String?, _ body: (Record) -> Bool
  ) throws(YAMLError) -> Bool {
    let value = try composer.node(from: event)
    let start = Int(key?.range.start ?? value.range.start)
    var end = Int(value.range.end)
    // libyaml ends a block where the next one begins.
    while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
    let range = SourceRange(start, end)
    guard let refusal = composer.refusal else {
      return body(
        Record(key: key, list: list, value: value, range: range, document: max(documents - 1, 0)))
    }
    diagnostics.append(
      Diagnostic(.excessiveYAML, refusal.message + "; the record is skipped", at: refusal.range))
    return true
  }

  // MARK: After errors

  /// Reports an error and finds where to go on; nil where nothing is left.
  private mutating func recover(from error: YAMLError) -> (how: Resumption, offset: Int)? {
    let start = recordStart ?? error.offset
    recordStart = nil
    // A quote that is missing hides the beginning of the next record, so the search begins at the record that is broken.
    let distance = max(error.offset - start, 0)
    let isNear = rereading + distance <= 8 * bytes.count
    if isNear { rereading += distance }
    let next = nextRecord(after: isNear ? start : max(start, error.offset))
    let end = next?.offset ?? bytes.count
    let skipped = start < error.offset || next != nil ? "; the record is skipped" : ""
    diagnostics.append(
      Diagnostic(
        .malformedYAML, error.message + skipped,
        at: SourceRange(min(error.offset, end), max(error.offset, min(start, end)))))
    return next
  }

  /// The first line after the one at `offset` where a record may begin.
  private func nextRecord(after offset: Int) -> (how: Resumption, offset: Int)? {
    var line = offset
    while true {
      while line < bytes.count, bytes[line] != 0x0A { line += 1 }
      line += 1
      guard line < bytes.count else { return nil }
      var index = line
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count else { return nil }
      let column = index - line
      if column == 0, isMarker(at: index) { return (.document, index) }
      if let list, list.column == column, isDash(at: index) { return (.item, line) }
      if let rootColumn, rootColumn == column, isKey(at: index) { return (.pair, line) }
    }
  }

  private func isMarker(at index: Int) -> Bool { bytes[index...].starts(with: "---") }

  private func isDash(at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "-") else { return false }
    return index + 1 == bytes.count || bytes[index + 1].isASCIISpace
  }

  /// Whether a key and a colon stand in the line.
  private func isKey(at start: Int) -> Bool {
    guard !"#-}]\t\r\n&*!|>%@`,?:".utf8.contains(bytes[start]) else { return false }
    var index = start
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == UInt8(ascii: ":"),
        index + 1 == bytes.count || bytes[index + 1].isASCIISpace
      {
        return true
      }
      index += 1
    }
    return false
  }
}
