/// Writes the blocks of a file in the manner decided on.
struct BibTeXLayout {
  let syntax: BibTeXSyntax
  let options: BibTeXTidyOptions
  let manner: BibTeXManner
  private let keys: BibTeXKeyLetters
  private let values: BibTeXValueTidy
  /// The place of each name in the order of fields.
  private let ranks: [[UInt8]: Int]

  init(_ syntax: BibTeXSyntax, _ options: BibTeXTidyOptions) {
    self.syntax = syntax
    self.options = options
    manner = BibTeXManner(syntax, options)
    keys = BibTeXKeyLetters(syntax, options.keyLetters)
    values = BibTeXValueTidy(syntax, options, manner, keys)
    var ranks: [[UInt8]: Int] = [:]
    for (index, name) in options.fieldOrder.enumerated() {
      let name = name.utf8.map(\.asciiLowercased)
      if ranks[name] == nil { ranks[name] = index }
    }
    self.ranks = ranks
  }

  /// The block as it will stand.
  func text(of block: BibTeXSyntax.Block) -> [UInt8] {
    if var parts = BibTeXEntryParts(syntax, block), !(manner.commasAreFirst && parts.hasComments) {
      parts.remove(options, syntax)
      return entry(block, parts)
    }
    return edited(block)
  }

  private func entry(_ block: BibTeXSyntax.Block, _ parts: BibTeXEntryParts) -> [UInt8] {
    let ordered = order(parts.parts)
    let longest = ordered.map { Int($0.field.name.end - $0.field.name.start) }.max() ?? 0
    let keepsComma = parts.parts.last?.field.comma != nil
    var output: [UInt8] = [UInt8(ascii: "@")]
    output += letters(block.type, options.typeLetters)
    output.append(block.opener)
    let keyGap = syntax.bytes[Int(block.body.start)..<Int(block.key.start)]
    if manner.keepsKeyGaps, keyGap.allSatisfy(\.isBlank) { output += keyGap }
    output += keys.text(block.key)
    if !manner.commasAreFirst || ordered.isEmpty { output.append(UInt8(ascii: ",")) }
    append(parts.keyComment, to: &output)
    for (index, part) in ordered.enumerated() {
      let isLast = index == ordered.count - 1
      appendLead(part, isFirst: index == 0, to: &output)
      appendAssignment(part.field, longest, to: &output)
      if !manner.commasAreFirst, !isLast || options.trailingComma ?? keepsComma {
        output.append(UInt8(ascii: ","))
      }
      append(part.trailing, to: &output)
    }
    for comment in parts.closing {
      output += manner.lineEnding + manner.indentation + syntax[comment]
    }
    let endsInComment = !parts.closing.isEmpty || ordered.last?.trailing != nil
    if let closing = manner.closing ?? (endsInComment || ordered.isEmpty ? [] : nil) {
      output += manner.lineEnding + closing
    }
    output.append(block.opener == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}"))
    return output
  }

  private func order(_ parts: [BibTeXEntryParts.Part]) -> [BibTeXEntryParts.Part] {
    guard !ranks.isEmpty else { return parts }
    let places = parts.map { ranks[syntax[$0.field.name].map(\.asciiLowercased)] ?? .max }
    return parts.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map {
      var part = parts[$0]
      part.followsBlankLine = false
      return part
    }
  }

  private func append(_ comment: SourceRange?, to output: inout [UInt8]) {
    guard let comment else { return }
    output.append(0x20)
    output += syntax[comment]
  }

  /// What stands before a field's name.
  private func appendLead(
    _ part: BibTeXEntryParts.Part, isFirst: Bool, to output: inout [UInt8]
  ) {
    if part.followsBlankLine, !isFirst { output += manner.lineEnding }
    for comment in part.leading {
      output += manner.lineEnding + manner.indentation + syntax[comment]
    }
    output += manner.lineEnding + manner.indentation
    if manner.commasAreFirst { output += Array(", ".utf8) }
  }

  private func appendAssignment(
    _ field: BibTeXSyntax.Field, _ longest: Int, to output: inout [UInt8]
  ) {
    let name = letters(field.name, options.fieldLetters)
    let equals = syntax.bytes.skippingSpace(from: Int(field.name.end))
    let padding = manner.paddingBytes(
      name.count, longest: longest, now: syntax.bytes[Int(field.name.end)..<equals])
    output += name
    output += padding
    output.append(UInt8(ascii: "="))
    output += manner.gapBytes(
      name.count + padding.count + 1, now: syntax.bytes[(equals + 1)..<Int(field.value.start)])
    output += values.text(of: field)
  }

  private func letters(_ range: SourceRange, _ letters: BibTeXTidyOptions.Letters) -> [UInt8] {
    syntax[range].with(letters)
  }

  /// A block that keeps its layout: only names and values change, and nothing where something was repaired.
  private func edited(_ block: BibTeXSyntax.Block) -> [UInt8] {
    let text = syntax[block.range]
    guard block.isClosed, !block.isRepaired, block.kind != .text, block.kind != .broken else {
      return Array(text)
    }
    var edits = [SourceEdit(block.type, letters(block.type, options.typeLetters))]
    if block.kind == .entry { edits.append(SourceEdit(block.key, keys.text(block.key))) }
    for field in syntax.fields(of: block) {
      if block.kind == .entry {
        edits.append(SourceEdit(field.name, letters(field.name, options.fieldLetters)))
      }
      edits.append(SourceEdit(field.value, values.text(of: field, isOfEntry: block.kind == .entry)))
    }
    let start = Int(block.range.start)
    for index in edits.indices {
      let range = edits[index].range
      edits[index].range = SourceRange(Int(range.start) - start, Int(range.end) - start)
    }
    return SourceEdit.apply(edits, to: Array(text))
  }
}

extension ArraySlice where Element == UInt8 {
  /// The bytes with their ASCII letters changed.
  func with(_ letters: BibTeXTidyOptions.Letters) -> [UInt8] {
    switch letters {
    case .keep: Array(self)
    case .lower: map(\.asciiLowercased)
    case .upper: map { $0.isASCIILower ? $0 - 0x20 : $0 }
    case .capitalized:
      enumerated().map { index, byte in
        index == 0 ? (byte.isASCIILower ? byte - 0x20 : byte) : byte.asciiLowercased
      }
    }
  }
}
