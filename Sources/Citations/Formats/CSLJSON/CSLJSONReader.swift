/// Reads CSL-JSON: an array of items, one item, an object that holds a list of them, or one item on each line.
///
/// Each item is read by itself, so that a fault costs no more than the item it stands in.
/// Source: csl-data.json of CSL 1.0.2; RFC 8259; "items" as Zotero exports it, "references" as pandoc does.
struct CSLJSONReader {
  private var result: ReadBibliography
  private let bytes: [UInt8]
  private var position = 0
  /// How many bytes were gone back over after errors; bounded, so that reading stays linear.
  private var rereading = 0

  /// The items of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var reader = CSLJSONReader(source)
    reader.readFile()
    return reader.result
  }

  /// How much the beginning of a text looks like CSL-JSON.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    let text = head.trimmedASCIISpace
    guard text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "{") else { return 0 }
    let bytes = Array(text.prefix(4096))
    let signs = ["\"type\"", "\"id\"", "\"date-parts\"", "\"author\"", "\"title\""]
    let found = signs.count { bytes.firstOffset(of: Array($0.utf8), from: 0) != nil }
    return found == 0
      ? (text.dropFirst().trimmedASCIISpace.first == 0x5D ? 50 : 20) : 50 + found * 9
  }

  private init(_ source: SourceFile) {
    result = ReadBibliography(source)
    bytes = source.bytes
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isASCIISpace { position += 1 }
  }

  private mutating func readFile() {
    skipSpace()
    switch position < bytes.count ? bytes[position] : 0 {
    case UInt8(ascii: "["): readArray(key: nil)
    case UInt8(ascii: "{"): readObjects()
    case 0 where position >= bytes.count:
      report(JSONError("the file is empty, expected an array of items", at: 0), to: 0)
    default:
      report(JSONError("found no JSON, expected an array of items", at: position), to: bytes.count)
    }
  }

  /// One object, or objects one after the other, as NDJSON has them.
  private mutating func readObjects() {
    if readContainer() { return }
    while position < bytes.count {
      let start = position
      guard bytes[position] == UInt8(ascii: "{") else {
        let end = nextItem(after: position)
        report(JSONError("found text between items", at: start), to: end)
        position = end
        continue
      }
      readItem()
      skipSpace()
    }
  }

  /// Reads a file that is one object with the items in a list inside; false where it is none.
  private mutating func readContainer() -> Bool {
    var reader = JSONReader(bytes, from: position)
    do throws(JSONError) {
      guard case .beginObject = try reader.next() else { return false }
      while case .name(let name) = try reader.next() {
        let text = reader.text(name)
        if text == "items" || text == "references" {
          let start = bytes[reader.position...].firstIndex { !$0.isASCIISpace } ?? bytes.count
          guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return false }
          position = start
          readArray(key: text)
          return true
        }
        let token = try reader.next()
        if text == "type" || text == "id" { return false }
        try reader.skip(token)
      }
    } catch {
      // What is wrong is found again, and reported, where the object is read as an item.
      return false
    }
    return false
  }

  /// Reads the array that begins here.
  private mutating func readArray(key: String?) {
    let start = position
    position += 1
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
      position += 1
      return endFile(key: key)
    }
    while true {
      skipSpace()
      guard position < bytes.count else {
        report(JSONError("the array that begins here has no end", at: start), to: start + 1)
        return
      }
      readItem()
      skipSpace()
      guard position < bytes.count else { continue }
      switch bytes[position] {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return endFile(key: key)
      default:
        let from = position
        position = nextItem(after: position)
        report(JSONError("found no ',' or ']' after an item", at: from), to: position)
      }
    }
  }

  /// What follows the list of items: nothing, or the rest of the object that holds it.
  private mutating func endFile(key: String?) {
    skipSpace()
    guard key == nil, position < bytes.count else { return }
    report(JSONError("text after the end of the array", at: position), to: bytes.count)
  }

  private mutating func readItem() {
    let start = position
    do throws(JSONError) {
      let item = try CSLJSONItemReader(bytes, at: start)
      position = item.end
      take(item, SourceRange(start, position))
    } catch {
      recover(from: error, itemStart: start)
    }
  }

  private mutating func take(_ item: CSLJSONItemReader, _ range: SourceRange) {
    guard item.isItem else {
      result.diagnostics.append(
        Diagnostic(
          .notAnItem, "the object has neither an id nor a type nor any variable of CSL", at: range))
      return
    }
    if !item.hasType {
      result.diagnostics.append(
        Diagnostic(
          .itemWithoutType,
          "the item '\(item.reference.id)' has no type and was read as a document",
          at: SourceRange(Int(range.start), Int(range.start) + 1)))
    }
    result.append(item.reference, at: range)
  }

  /// Passes over a value that is no item, or over broken text up to where the next item may begin.
  private mutating func recover(from error: JSONError, itemStart: Int) {
    if bytes[itemStart] != UInt8(ascii: "{"), let end = Self.valueEnd(bytes, from: itemStart) {
      result.diagnostics.append(
        Diagnostic(
          .notAnItem, "found a value that is no object, expected an item",
          at: SourceRange(itemStart, end)))
      position = end
      return
    }
    // A quote that is missing hides the beginning of the next item, so the search begins before the place of the error.
    let distance = max(error.offset - itemStart, 0)
    let isNear = rereading + distance <= 4 * bytes.count
    if isNear { rereading += distance }
    position = nextItem(after: max(isNear ? itemStart + 1 : error.offset, itemStart + 1))
    report(error, from: itemStart, to: position)
  }

  private static func valueEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var reader = JSONReader(bytes, from: start)
    do throws(JSONError) {
      let token = try reader.next()
      try reader.skip(token)
      return reader.position
    } catch {
      return nil
    }
  }

  private mutating func report(_ error: JSONError, from start: Int? = nil, to end: Int) {
    let skipped = start.map { end > $0 + 1 ? "; the item is skipped" : "" } ?? ""
    result.diagnostics.append(
      Diagnostic(
        .malformedJSON, error.message + skipped,
        at: SourceRange(error.offset, max(end, error.offset))))
  }

  /// Where an item may begin at or after `offset`: at a `{` that follows the beginning of a line, a `[`, or a `}` and a
  /// comma, and that is followed by an id or type soon; the end of the file where there is none.
  private func nextItem(after offset: Int) -> Int {
    var index = offset
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), looksLikeItem(index) { return index }
      index += 1
    }
    return bytes.count
  }

  /// Names of members that items have and the objects inside of items do not.
  private func looksLikeItem(_ start: Int) -> Bool {
    var reader = JSONReader(bytes, from: start)
    do throws(JSONError) {
      _ = try reader.next()
      for _ in 0..<4 {
        guard case .name(let name) = try reader.next() else { return false }
        let key = bytes[name.range]
        if key.elementsEqual("id".utf8) || key.elementsEqual("type".utf8)
          || VariableNames.shared[key] != nil
        {
          return true
        }
        let token = try reader.next()
        switch token {
        case .beginArray, .beginObject: return false
        default: continue
        }
      }
    } catch {
      return false
    }
    return false
  }
}
