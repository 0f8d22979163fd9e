/// Fields that come and go with their lines.
extension BibTeXEditor {
  /// Takes a field away: its lines where nothing else stands on them, else what reaches from its name to behind its comma.
  mutating func removeField(_ field: BibTeXSyntax.Field) {
    let bytes = syntax.bytes
    var start = lineStartBeforeBlanks(Int(field.range.start))
    let precedingComma = start > 0 && bytes[start - 1] == UInt8(ascii: ",") ? start - 1 : nil
    if let comma = precedingComma, bytes.isFirstInLine(comma) {
      // Commas come first: the one behind the field belongs to the next line.
      removeLines(from: lineStartBeforeBlanks(comma), to: Int(field.range.end))
      return
    }
    var end = Int(field.comma.map { $0 + 1 } ?? field.range.end)
    if bytes.isFirstInLine(Int(field.range.start)) {
      removeLines(from: start, to: end)
      return
    }
    start = Int(field.range.start)
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    edits.append(SourceEdit(SourceRange(start, end), []))
  }

  /// Removes up to the end of the line where nothing follows on it.
  private mutating func removeLines(from start: Int, to end: Int) {
    let bytes = syntax.bytes
    var next = end
    while next < bytes.count, bytes[next].isBlank { next += 1 }
    guard next < bytes.count, bytes[next].isLineEnd else {
      edits.append(SourceEdit(SourceRange(start, end), []))
      return
    }
    let isPair = bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A
    edits.append(SourceEdit(SourceRange(start, next + (isPair ? 2 : 1)), []))
  }

  private func lineStartBeforeBlanks(_ offset: Int) -> Int {
    var start = offset
    while start > 0, syntax.bytes[start - 1].isBlank { start -= 1 }
    return start
  }

  /// Adds fields behind the one at `index`, laid out as that one is; as the first ones where that is nil.
  mutating func add(
    _ fields: [(name: String, value: String)], to block: BibTeXSyntax.Block, behind index: Int?
  ) {
    guard let index else {
      addFirst(fields, to: block)
      return
    }
    let last = syntax.fields[index]
    let model = FieldModel(syntax, last, lineEnding)
    let endsInComma = syntax.fields[Int(block.fields.end) - 1].comma != nil
    var text: [UInt8] = []
    for (index, field) in fields.enumerated() {
      let isLast = index == fields.count - 1
      if model.commaIsFirst {
        text += model.lead + Array(", ".utf8) + model.assignment(field.name, field.value)
      } else {
        let needsComma = index == 0 && last.comma == nil
        if needsComma { text.append(UInt8(ascii: ",")) }
        text += model.lead + model.assignment(field.name, field.value)
        if !isLast || endsInComma { text.append(UInt8(ascii: ",")) }
      }
    }
    let place = Int(last.comma.map { $0 + 1 } ?? last.range.end)
    edits.append(SourceEdit(SourceRange(place, place), text))
  }

  private mutating func addFirst(
    _ fields: [(name: String, value: String)], to block: BibTeXSyntax.Block
  ) {
    let bytes = syntax.bytes
    let next = bytes.skippingSpace(from: Int(block.key.end))
    let hasComma = next < bytes.count && bytes[next] == UInt8(ascii: ",")
    var text: [UInt8] = hasComma ? [] : [UInt8(ascii: ",")]
    for field in fields {
      text += lineEnding + Array("  \(field.name) = {\(field.value)},".utf8)
    }
    let place = hasComma ? next + 1 : Int(block.key.end)
    if bytes[place..<Int(block.body.end)].allSatisfy(\.isBlank) { text += lineEnding }
    edits.append(SourceEdit(SourceRange(place, place), text))
  }
}

/// How a field is laid out, for one that is put behind it.
private struct FieldModel {
  /// What stands between a comma, or a value where commas come first, and the next field.
  let lead: [UInt8]
  let commaIsFirst: Bool
  /// Length of the name with the white space behind it.
  private let width: Int
  private let nameLength: Int
  private let gap: [UInt8]

  init(_ syntax: BibTeXSyntax, _ field: BibTeXSyntax.Field, _ lineEnding: [UInt8]) {
    let bytes = syntax.bytes
    var start = Int(field.name.start)
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    let blanks = Array(bytes[start..<Int(field.name.start)])
    let comma = start > 0 && bytes[start - 1] == UInt8(ascii: ",") ? start - 1 : nil
    commaIsFirst = comma.map { bytes.isFirstInLine($0) } ?? false
    if commaIsFirst, let comma {
      var lineStart = comma
      while lineStart > 0, bytes[lineStart - 1].isBlank { lineStart -= 1 }
      lead = lineEnding + Array(bytes[lineStart..<comma])
    } else if bytes.isFirstInLine(Int(field.name.start)) {
      lead = lineEnding + blanks
    } else {
      lead = [0x20]
    }
    let equals = bytes.skippingSpace(from: Int(field.name.end))
    nameLength = Int(field.name.end - field.name.start)
    width = equals - Int(field.name.start)
    let after = equals < bytes.count && bytes[equals] == UInt8(ascii: "=") ? equals + 1 : equals
    gap = Array(bytes[min(after, Int(field.value.start))..<Int(field.value.start)])
  }

  func assignment(_ name: String, _ value: String) -> [UInt8] {
    let isAligned = width > nameLength + 1
    let length = name.utf8.count
    let padding = isAligned ? max(width - length, 1) : width - nameLength
    return Array(name.utf8) + [UInt8](repeating: 0x20, count: padding) + [UInt8(ascii: "=")] + gap
      + Array("{\(value)}".utf8)
  }
}
