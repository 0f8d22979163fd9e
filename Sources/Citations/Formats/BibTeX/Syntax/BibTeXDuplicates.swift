/// Keys and fields that are there twice.
extension BibTeXParser {
  /// Reports keys that two entries have, `ids` included, and fields that one entry has twice.
  mutating func reportDuplicates() {
    var keys = Keys(capacity: tree.blocks.count / 2)
    for index in tree.blocks.indices where tree.blocks[index].kind == .entry {
      let block = tree.blocks[index]
      if block.key.start < block.key.end { reportDuplicate(block.key, &keys) }
      reportDuplicateFields(block)
      for field in tree.fields(of: block) where bytes.holds(Self.ids, at: field.name) {
        for key in aliases(field) { reportDuplicate(key, &keys) }
      }
    }
  }

  private struct Keys {
    var exact: BibTeXNameTable
    var folded: BibTeXNameTable

    init(capacity: Int) {
      exact = BibTeXNameTable(capacity: capacity, foldsCase: false)
      folded = BibTeXNameTable(capacity: capacity, foldsCase: true)
    }
  }

  private static let ids = Array("ids".utf8)

  private mutating func reportDuplicate(_ key: SourceRange, _ keys: inout Keys) {
    let same = keys.exact.insert(key, bytes)
    let alike = keys.folded.insert(key, bytes)
    guard let first = same ?? alike else { return }
    let isSame = same != nil
    let name = excerpt(Int(key.start), Int(key.end))
    let message =
      isSame
      ? "the key \(name) is there already"
      : "the key \(name) differs from \(excerpt(Int(first.start), Int(first.end))) only in capitals"
    report(isSame ? .duplicateKey : .duplicateKeyCase, message, Int(key.start), Int(key.end))
  }

  /// The keys in an `ids` field that is one piece.
  private func aliases(_ field: BibTeXSyntax.Field) -> [SourceRange] {
    guard let piece = tree.pieces(of: field).first, field.pieces.end == field.pieces.start + 1
    else {
      return []
    }
    return tree.commaSeparated(piece.text)
  }

  /// Few fields are compared each with each, many through a table.
  private mutating func reportDuplicateFields(_ block: BibTeXSyntax.Block) {
    let range = Int(block.fields.start)..<Int(block.fields.end)
    guard range.count <= 24 else {
      var names = BibTeXNameTable(capacity: range.count, foldsCase: true)
      for index in range where names.insert(tree.fields[index].name, bytes) != nil {
        reportDuplicateField(index)
      }
      return
    }
    for index in range {
      let name = tree.fields[index].name
      let isDuplicate = (range.lowerBound..<index).contains {
        bytes.isSameName(tree.fields[$0].name, name)
      }
      if isDuplicate { reportDuplicateField(index) }
    }
  }

  private mutating func reportDuplicateField(_ index: Int) {
    let name = tree.fields[index].name
    report(
      .duplicateField,
      "the entry has a field \(excerpt(Int(name.start), Int(name.end))) already; the first counts",
      Int(name.start), Int(name.end))
  }
}

extension Array where Element == UInt8 {
  /// Whether two ranges hold one name, in whatever case.
  func isSameName(_ left: SourceRange, _ right: SourceRange) -> Bool {
    let length = Int(left.end - left.start)
    guard right.end - right.start == length else { return false }
    let leftStart = Int(left.start)
    let rightStart = Int(right.start)
    for offset in 0..<length
    where self[leftStart + offset].asciiLowercased != self[rightStart + offset].asciiLowercased {
      return false
    }
    return true
  }
}
