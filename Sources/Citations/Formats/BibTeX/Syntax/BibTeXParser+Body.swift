/// Entries, definitions of strings and preambles.
extension BibTeXParser {
  /// Reads from the opening delimiter to the closing one, and adds the block.
  mutating func readBody(_ start: BibTeXBlockStart) {
    let firstField = tree.fields.count
    let opener = start.opener ?? Int(start.type.end)
    var block = BibTeXSyntax.Block(
      kind: start.kind, range: SourceRange(start.at, opener), type: start.type,
      key: SourceRange(opener, opener), body: SourceRange(opener, opener))
    block.opener = start.opener.map { bytes[$0] } ?? 0
    position = start.opener.map { $0 + 1 } ?? opener
    let body = position
    let closer = block.opener == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    if block.opener == 0 {
      report(
        .missingDelimiter, "no \"{\" stands behind \(excerpt(start.at, opener))", start.at, opener)
    }
    switch start.word {
    case .entry: block.key = readKey(closer)
    case .preamble: readPreamble(closer)
    case .string, .comment: break
    }
    block.fields = SourceRange(firstField, tree.fields.count)
    let end = readFields(closer, of: block)
    block.body = SourceRange(body, end.body)
    block.range = SourceRange(start.at, end.block)
    block.isClosed = end.isClosed
    block.fields = SourceRange(firstField, tree.fields.count)
    if !end.isClosed { reportOpen(block, at: end.body) }
    block.isRepaired = !trouble.isNone || trouble.isRepaired
    block.hasDoubtfulEnd =
      trouble.isOpen || trouble.openValues > 0 || manner != .standard || endsAtEntryLines
    if !end.isClosed, block.kind == .entry, block.fields.start == block.fields.end,
      block.key.start == block.key.end
    {
      block.kind = .broken
    }
    position = end.block
    tree.blocks.append(block)
  }

  private mutating func readPreamble(_ closer: UInt8) {
    passSpace()
    let start = position
    readValue(SourceRange(start, start), closer)
  }

  /// A block that has no end: the file ends in it, or the next one begins.
  private mutating func reportOpen(_ block: BibTeXSyntax.Block, at end: Int) {
    trouble.isOpen = true
    let key = block.key.start < block.key.end ? block.key : block.type
    let name = excerpt(Int(key.start), Int(key.end))
    let head = max(Int(block.type.end), Int(block.body.start))
    if bytes.skippingSpace(from: end) >= bytes.count {
      report(.unexpectedEnd, "the file ends inside \(name)", Int(block.range.start), head)
    } else {
      report(
        .unbalancedBrace, "\(name) is not closed before the next entry", Int(block.range.start),
        head)
    }
  }
}

extension BibTeXBlockStart {
  fileprivate var kind: BibTeXSyntax.Block.Kind {
    switch word {
    case .entry: .entry
    case .string: .stringDefinition
    case .preamble: .preamble
    case .comment: .comment
    }
  }

  /// An at sign at the beginning of a line, a word, a key, a comma and a field: an entry whose opening delimiter is missing.
  init?(_ bytes: [UInt8], withoutOpenerAt at: Int) {
    let typeStart = at + 1
    let typeEnd = bytes.nameEnd(from: typeStart)
    guard typeEnd > typeStart, bytes.isFirstInLine(at), bytes[typeStart].isASCIILetter else {
      return nil
    }
    var next = typeEnd
    while next < bytes.count, bytes[next].isBlank { next += 1 }
    let keyEnd = bytes.nameEnd(from: next)
    guard next > typeEnd, keyEnd > next, keyEnd < bytes.count, bytes[keyEnd] == UInt8(ascii: ","),
      bytes.hasAssignment(at: bytes.skippingSpace(from: keyEnd + 1))
    else { return nil }
    self.at = at
    type = SourceRange(typeStart, typeEnd)
    opener = nil
    word = .entry
  }
}
