/// An entry taken apart for a new layout: its fields with the comments that belong to them.
struct BibTeXEntryParts {
  /// A field and what goes with it.
  struct Part {
    var field: BibTeXSyntax.Field
    /// Comments on lines of their own before the field.
    var leading: [SourceRange] = []
    /// A comment behind the field on its line.
    var trailing: SourceRange?
    /// Whether an empty line stands before the field.
    var followsBlankLine = false
  }

  var parts: [Part] = []
  /// A comment behind the key on its line.
  var keyComment: SourceRange?
  /// Comments behind the last field on lines of their own.
  var closing: [SourceRange] = []
  /// Whether commas stand at the beginning of lines.
  var commasAreFirst = false
  /// Whether a field begins on the line of the key or of another field.
  var sharesLines = false

  var hasComments: Bool {
    keyComment != nil || !closing.isEmpty
      || parts.contains { $0.trailing != nil || !$0.leading.isEmpty }
  }

  /// Takes a block apart; nil where it is no entry, has no fields or was repaired, or where a comment stands within a field.
  init?(_ syntax: BibTeXSyntax, _ block: BibTeXSyntax.Block) {
    let bytes = syntax.bytes
    guard block.kind == .entry, block.isClosed, !block.isRepaired, block.opener != 0 else {
      return nil
    }
    let keyComma = bytes.skippingSpace(from: Int(block.key.end))
    guard keyComma < bytes.count, bytes[keyComma] == UInt8(ascii: ","),
      bytes.isSpace(Int(block.body.start), Int(block.key.start)),
      block.fields.start < block.fields.end
    else { return nil }
    var position = keyComma + 1
    for field in syntax.fields(of: block) {
      guard Self.isPlain(field, bytes) else { return nil }
      var gap = Gap()
      guard gap.read(bytes, from: position, to: Int(field.name.start)) else { return nil }
      place(gap.sameLine)
      if gap.lineEnds == 0 { sharesLines = true }
      if bytes.isFirstInLine(position - 1), gap.lineEnds == 0 { commasAreFirst = true }
      var part = Part(field: field)
      part.leading = gap.ownLines
      part.followsBlankLine = gap.hasBlankLine
      parts.append(part)
      position = Int(field.comma.map { $0 + 1 } ?? field.range.end)
    }
    var gap = Gap()
    guard gap.read(bytes, from: position, to: Int(block.body.end)) else { return nil }
    place(gap.sameLine)
    closing = gap.ownLines
    if commasAreFirst, hasComments { return nil }
  }

  /// Takes away the fields that the options say; their comments go to the field that follows.
  mutating func remove(_ options: BibTeXTidyOptions, _ syntax: BibTeXSyntax) {
    guard options.removesEmptyFields || options.removesDuplicateFields else { return }
    var names = BibTeXNameTable(capacity: parts.count, foldsCase: true)
    var kept: [Part] = []
    var comments: [SourceRange] = []
    for part in parts {
      let isEmpty = options.removesEmptyFields && syntax.isEmpty(part.field)
      let isDuplicate =
        !isEmpty && names.insert(part.field.name, syntax.bytes) != nil
        && options.removesDuplicateFields
      if isEmpty || isDuplicate {
        comments += part.leading + (part.trailing.map { [$0] } ?? [])
      } else {
        kept.append(part)
        kept[kept.count - 1].leading = comments + part.leading
        comments = []
      }
    }
    closing = comments + closing
    parts = kept
  }

  private mutating func place(_ comment: SourceRange?) {
    guard let comment else { return }
    if parts.isEmpty { keyComment = comment } else { parts[parts.count - 1].trailing = comment }
  }

  /// Whether nothing but white space stands beside the name, the sign and the value of a field.
  private static func isPlain(_ field: BibTeXSyntax.Field, _ bytes: [UInt8]) -> Bool {
    let equals = bytes.skippingSpace(from: Int(field.name.end))
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "="),
      bytes.isSpace(equals + 1, Int(field.value.start)), field.value.start < field.value.end
    else { return false }
    guard let comma = field.comma else { return true }
    return bytes.isSpace(Int(field.value.end), Int(comma))
  }

  /// White space and comments between two fields.
  private struct Gap {
    var sameLine: SourceRange?
    var ownLines: [SourceRange] = []
    var hasBlankLine = false
    var lineEnds = 0

    /// Reads a range; false where something else stands in it.
    mutating func read(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
      var offset = start
      var lineEndsInRow = 0
      while offset < end {
        let byte = bytes[offset]
        if byte == UInt8(ascii: "%") {
          let limit = min(bytes.lineEnd(from: offset), end)
          let comment = SourceRange(offset, limit)
          if lineEnds == 0 { sameLine = comment } else { ownLines.append(comment) }
          lineEndsInRow = 0
          offset = limit
        } else if byte.isLineEnd {
          if byte == 0x0D, offset + 1 < end, bytes[offset + 1] == 0x0A { offset += 1 }
          lineEnds += 1
          lineEndsInRow += 1
          if lineEndsInRow > 1 { hasBlankLine = true }
          offset += 1
        } else if byte.isASCIISpace {
          offset += 1
        } else {
          return false
        }
      }
      return true
    }
  }
}

extension Array where Element == UInt8 {
  /// Whether a range holds nothing but white space; a range that ends before it begins holds nothing.
  func isSpace(_ start: Int, _ end: Int) -> Bool {
    start >= end || self[start..<end].allSatisfy(\.isASCIISpace)
  }
}
