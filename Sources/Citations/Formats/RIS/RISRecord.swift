/// The fields of one RIS record as they are collected line by line.
struct RISRecord {
  /// A tag with its value.
  struct Field {
    var tag: String
    var value: [UInt8]
    /// Where it stands in the file.
    var range: Range<Int>
    /// Where the part of the value stands that is on the first line.
    var place: Range<Int>
    /// Lines left blank since its last text.
    var blanks = 0
  }

  var fields: [Field] = []
  /// The value of `TY`; nil where there is none.
  var type: Field?
  /// Whether a blank line was met since the last field.
  var isInterrupted = false
  /// Where the record stands.
  var range: Range<Int>

  init(at start: Int) { range = start..<start }

  /// Whether there is a title already.
  private(set) var hasTitle = false

  /// Adds a field.
  mutating func append(_ field: Field) {
    fields.append(field)
    if field.tag == "TI" || field.tag == "T1" { hasTitle = true }
  }

  /// The record goes on up to `end`.
  mutating func reach(_ end: Int) { range = range.lowerBound..<max(end, range.upperBound) }

  /// Adds a line to the last value; false where there is none.
  mutating func extend(_ text: ArraySlice<UInt8>, at end: Int) -> Bool {
    guard var field = fields.popLast() else { return false }
    if !field.value.isEmpty {
      if RISTag.keepsLines(field.tag) {
        field.value.append(contentsOf: repeatElement(0x0A, count: field.blanks + 1))
      } else {
        field.value.append(0x20)
      }
    }
    field.value.append(contentsOf: text)
    field.blanks = 0
    field.range = field.range.lowerBound..<end
    fields.append(field)
    return true
  }

  /// The record in the fields of EndNote's generic type, and for each of its values the index of the field.
  func endNoteRecord() -> (record: EndNoteRecord, places: [Int]) {
    var record = EndNoteRecord()
    var places: [Int] = []
    record.typeName = type?.value.string ?? ""
    record.type = EndNoteType.read(record.typeName)
    if record.type != nil { record.typeName = record.typeName.uppercased() }
    let tags = Set(fields.lazy.filter { !$0.value.isEmpty }.map(\.tag))
    // Only what stands in a periodical has its name under these tags.
    if record.typeName.isEmpty, !tags.isDisjoint(with: ["JF", "JO", "JA"]) {
      record.type = EndNoteType.read("JOUR")
    }
    let group = (record.type ?? .generic).group
    let pages = RISPages(fields)
    for (index, field) in fields.enumerated() where !field.value.isEmpty {
      switch field.tag {
      case "ID" where record.id.isEmpty: record.id = field.value.string
      case "M2": record.lines += field.value.split(separator: 0x0A).map(\.string)
      case "UR", "LK":
        // Several addresses stand in one field on lines of their own, or parted by semicolons.
        for address in Self.addresses(field.value) {
          record.append(.url, field.tag, address)
          places.append(index)
        }
      default:
        if pages.isPart(index) {
          guard index == pages.place else { continue }
          record.append(.pages, "SP", pages.text)
        } else {
          record.append(slot(field, group, tags), field.tag, field.value.string)
        }
        places.append(index)
      }
    }
    return (record, places)
  }

  /// The field that a tag means in this record.
  private func slot(_ field: Field, _ group: EndNoteGroup, _ tags: Set<String>) -> EndNoteSlot? {
    switch field.tag {
    // The full name of the periodical in some files, its abbreviation in others.
    case "JO":
      return tags.isDisjoint(with: ["T2", "JF", "BT"]) ? .fullTitle : .alternateTitle
    // A book without a series has no editors of the series.
    case "A3" where group == .book && tags.isDisjoint(with: ["A2", "ED", "T2", "T3"]):
      return .editor
    case "L3" where EndNoteNumbers.doi(field.value.string) != nil: return .doi
    default: return RISTag.slot(of: field.tag, in: group)
    }
  }

  private static func addresses(_ value: [UInt8]) -> [String] {
    let isMark = { (byte: UInt8) in byte == 0x0A || byte == 0x20 || byte == UInt8(ascii: ";") }
    let parts = value.split(whereSeparator: isMark)
    let areAddresses = parts.count > 1 && parts.allSatisfy { $0.starts(with: "http") }
    if areAddresses { return parts.map(\.string) }
    return [value.map { $0 == 0x0A ? 0x20 : $0 }.string]
  }
}

/// The pages of a record, of the first `SP` and the first `EP`.
struct RISPages {
  /// The index of the field whose place they take.
  private(set) var place: Int?
  private(set) var text = ""
  private var used: [Int] = []

  init(_ fields: [RISRecord.Field]) {
    let first = fields.firstIndex { $0.tag == "SP" && !$0.value.isEmpty }
    let last = fields.firstIndex { $0.tag == "EP" && !$0.value.isEmpty }
    place = first ?? last
    let start = first.map { fields[$0].value.string } ?? ""
    let end = last.map { fields[$0].value.string } ?? ""
    used = [first].compactMap(\.self)
    text = start
    guard let last else { return }
    if start.isEmpty || end == start {
      text = end
    } else if !start.unicodeScalars.contains(where: { $0 == "-" || $0 == "\u{2013}" }) {
      text = start + "-" + end
    } else if !start.hasSuffix(end) {
      return
    }
    used.append(last)
  }

  /// Whether a field is part of the pages.
  func isPart(_ index: Int) -> Bool { used.contains(index) }

  /// The values of `SP` and `EP` for pages; the second is empty where all goes to the first.
  static func halves(_ text: String) -> (first: String, last: String) {
    let parts = text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "\u{2013}" }
    ).map { String($0) }
    guard parts.count == 2,
      parts.allSatisfy({ part in
        !part.isEmpty && part.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ",") }
      }), parts[0] != parts[1]
    else { return (text, "") }
    return (parts[0], parts[1])
  }
}
