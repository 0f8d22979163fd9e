internal import Citations

/// What is being written at a place in a BibTeX file, whether the entry around it is complete or not.
struct BibTeXCursor: Sendable, Hashable {
  /// What can stand at the place.
  enum Kind: Sendable, Hashable {
    case entryType
    /// The name of a field in an entry of the given type.
    case fieldName(entryType: String)
    /// The name of a string, or of a month.
    case string
    /// The key of another entry.
    case key
  }

  var kind: Kind
  /// The word that stands there, up to its end.
  var range: Range<Int>
  /// What stands there before the cursor.
  var typed: String

  /// What is being written at `offset`; nil where it is free text.
  init?(_ bytes: [UInt8], at offset: Int) {
    guard var scan = Scan(bytes, before: offset), let found = scan.kind() else { return nil }
    kind = found.kind
    let start = found.start
    var end = offset
    while end < bytes.count, Scan.isName(bytes[end]) { end += 1 }
    range = start..<end
    typed = String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Fields that hold keys.
  private static let keyFields: Set<String> = ["crossref", "xref", "xdata", "related", "entryset"]

  /// The way from the beginning of an entry to the cursor.
  private struct Scan {
    private enum Section { case key, name, value }

    private let bytes: [UInt8]
    private let offset: Int
    private let at: Int
    private var section = Section.key
    private var depth = 1
    private var isQuoted = false
    private var field: Range<Int>
    /// Where the word at hand begins, white space before it included.
    private var start: Int

    init?(_ bytes: [UInt8], before offset: Int) {
      guard let at = Self.blockStart(bytes, before: offset) else { return nil }
      self.bytes = bytes
      self.offset = offset
      self.at = at
      field = at..<at
      start = at + 1
    }

    /// The last at sign before `offset` that is the first sign on its line.
    private static func blockStart(_ bytes: [UInt8], before offset: Int) -> Int? {
      var index = offset - 1
      while index >= 0 {
        if bytes[index] == UInt8(ascii: "@") {
          var before = index - 1
          while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
          if before < 0 || bytes[before] == 0x0A || bytes[before] == 0x0D { return index }
        }
        index -= 1
      }
      return nil
    }

    static func isName(_ byte: UInt8) -> Bool {
      switch byte {
      case 0...0x20, 0x22, 0x23, 0x25, 0x27, 0x28, 0x29, 0x2C, 0x3D, 0x40, 0x7B, 0x7D, 0x7F: false
      default: true
      }
    }

    private func skippingSpace(_ start: Int) -> Int {
      var index = start
      while index < offset, bytes[index] <= 0x20 { index += 1 }
      return index
    }

    /// The word from `start` to the cursor where it is one name; nil where there is something else.
    private func word(from start: Int) -> Int? {
      let first = skippingSpace(start)
      return bytes[first..<offset].allSatisfy(Self.isName) ? first : nil
    }

    mutating func kind() -> (kind: Kind, start: Int)? {
      var index = at + 1
      while index < offset, Self.isName(bytes[index]) { index += 1 }
      if index == offset { return (.entryType, at + 1) }
      let type = String(decoding: bytes[(at + 1)..<index], as: UTF8.self).lowercased()
      guard type != "comment" else { return nil }
      index = skippingSpace(index)
      guard index < offset, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "(")
      else { return nil }
      start = index + 1
      if type == "string" { section = .name }
      if type == "preamble" { section = .value }
      let closer = bytes[index] == UInt8(ascii: "(") ? UInt8(ascii: ")") : 0
      index += 1
      while index < offset, depth > 0 {
        step(index, closer)
        index += 1
      }
      return depth > 0 ? result(type) : nil
    }

    private mutating func step(_ index: Int, _ closer: UInt8) {
      switch bytes[index] {
      case UInt8(ascii: "\\"): return
      case UInt8(ascii: "{"):
        depth += 1
        if depth == 2 { start = index + 1 }
      case UInt8(ascii: "}"): depth -= 1
      case closer where depth == 1 && !isQuoted: depth = 0
      case UInt8(ascii: "\"") where depth == 1 && section == .value:
        isQuoted.toggle()
        start = index + 1
      case UInt8(ascii: ",") where depth == 1 && !isQuoted:
        section = .name
        start = index + 1
      case UInt8(ascii: ","), UInt8(ascii: "#"): start = index + 1
      case UInt8(ascii: "=") where depth == 1 && section == .name:
        let name = skippingSpace(start)
        field = name..<max(name, index)
        section = .value
        start = index + 1
      default: return
      }
    }

    private func result(_ type: String) -> (kind: Kind, start: Int)? {
      guard let word = word(from: start) else { return nil }
      switch section {
      case .key: return nil
      case .name: return depth == 1 && type != "string" ? (.fieldName(entryType: type), word) : nil
      case .value where depth == 1 && !isQuoted:
        let isNumber = word < offset && bytes[word] >= 0x30 && bytes[word] <= 0x39
        return isNumber ? nil : (.string, word)
      case .value:
        let name = bytes[field].prefix { Self.isName($0) }
        let field = String(decoding: name, as: UTF8.self).lowercased()
        return BibTeXCursor.keyFields.contains(field) ? (.key, word) : nil
      }
    }
  }
}
