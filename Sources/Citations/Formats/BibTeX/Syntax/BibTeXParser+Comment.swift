/// `@comment` in its readings.
///
/// BibTeX passes over the word alone and reads on behind it; biber and JabRef take the text between balanced delimiters; without
/// delimiters it is the rest of the line. Here the delimiters decide where they balance.
extension BibTeXParser {
  /// Reads a comment and leaves the position behind it.
  mutating func readComment(_ start: BibTeXBlockStart) {
    let typeEnd = Int(start.type.end)
    let lineEnd = bytes.lineEnd(from: typeEnd)
    var block = BibTeXSyntax.Block(
      kind: .comment, range: SourceRange(start.at, lineEnd), type: start.type,
      key: SourceRange(typeEnd, typeEnd), body: SourceRange(typeEnd, lineEnd))
    if let opener = start.opener {
      block.opener = bytes[opener]
      if let close = closeOfComment(from: opener) {
        block.range = SourceRange(start.at, close + 1)
        block.body = SourceRange(opener + 1, close)
      } else {
        let end = max(bytes.lineEnd(from: opener), opener + 1)
        block.isClosed = false
        block.isRepaired = true
        block.hasDoubtfulEnd = true
        block.range = SourceRange(start.at, end)
        block.body = SourceRange(opener + 1, end)
        report(
          .unbalancedBrace, "the comment is not closed; its line is taken", start.at, opener + 1)
      }
    }
    noteEntry(in: block.body)
    position = Int(block.range.end)
    tree.blocks.append(block)
  }

  /// The closing delimiter that balances the opening one, or nil.
  private mutating func closeOfComment(from opener: Int) -> Int? {
    let open = bytes[opener]
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    let stopsAtEntries = isSpent
    var depth = 1
    var offset = opener + 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == open {
        depth += 1
      } else if byte == close {
        depth -= 1
        if depth == 0 { return offset }
      } else if stopsAtEntries, byte == UInt8(ascii: "@"),
        BibTeXBlockStart.isLine(bytes, at: offset)
      {
        break
      }
      offset += 1
    }
    spend(offset - opener)
    return nil
  }

  private mutating func noteEntry(in range: SourceRange) {
    var offset = Int(range.start)
    while offset < range.end {
      if bytes[offset] == UInt8(ascii: "@"), let start = BibTeXBlockStart(bytes, at: offset),
        start.opener != nil, start.isLikely(in: bytes)
      {
        report(.commentContainsEntry, "an entry in a comment; BibTeX reads it", offset, offset + 1)
        return
      }
      offset += 1
    }
  }
}
