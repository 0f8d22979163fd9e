/// Text in braces and in quotation marks.
extension BibTeXParser {
  /// The end of the braced text whose opening brace stands at `open`.
  mutating func scanBraced(from open: Int) -> Delimited {
    var depth = 1
    var offset = open + 1
    let count = bytes.count
    let looksForCuts = manner == .cuts
    while offset < count {
      let byte = bytes[offset]
      // Small letters, spaces and digits are most of a text.
      if byte > UInt8(ascii: "\\") && byte < UInt8(ascii: "{")
        || byte < UInt8(ascii: "@") && !looksForCuts
      {
        offset += 1
        continue
      }
      if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return Delimited(end: offset, next: offset + 1, isClosed: true) }
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "\\") {
        offset += escape(at: offset, inQuotes: false)
      } else if byte == UInt8(ascii: "@") {
        if endsValue(at: offset) { return unclosed(open, offset) }
      } else if looksForCuts, isCut(at: offset) {
        return unclosed(open, offset)
      }
      offset += 1
    }
    return unclosed(open, count)
  }

  /// The end of the quoted text whose first quotation mark stands at `open`.
  ///
  /// A quotation mark inside braces ends nothing, and a closing brace without an opening one ends the value.
  mutating func scanQuoted(from open: Int) -> Delimited {
    var depth = 0
    var offset = open + 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\""), depth == 0 {
        if manner != .cuts || isEndOfValue(offset + 1) {
          return Delimited(end: offset, next: offset + 1, isClosed: true)
        }
        report(.strayQuote, "a quotation mark inside a quoted value", offset, offset + 1)
        trouble.isRepaired = true
      } else if byte == UInt8(ascii: "}") {
        if depth == 0 { return unclosedQuote(open, offset) }
        depth -= 1
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "\\") {
        offset += escape(at: offset, inQuotes: true)
      } else if byte == UInt8(ascii: "@") {
        if endsValue(at: offset) { return unclosedQuote(open, offset) }
      } else if manner == .cuts, isCut(at: offset) {
        return unclosedQuote(open, offset)
      }
      offset += 1
    }
    return unclosedQuote(open, bytes.count)
  }

  /// A text that has no end of its own and is taken to end before `limit`.
  private func unclosed(_ open: Int, _ limit: Int) -> Delimited {
    let end = bytes.trimmedEnd(from: open + 1, to: limit)
    return Delimited(end: end, next: end, isClosed: false)
  }

  /// A quoted text whose braces do not balance before `limit`: it ends at a quotation mark that stands at the end of a field or
  /// of the entry, if there is one.
  private mutating func unclosedQuote(_ open: Int, _ limit: Int) -> Delimited {
    var end = bytes.trimmedEnd(from: open + 1, to: limit)
    for sign in [UInt8(ascii: "}"), UInt8(ascii: ",")]
    where end > open + 1 && bytes[end - 1] == sign {
      end = bytes.trimmedEnd(from: open + 1, to: end - 1)
    }
    guard end > open + 1, bytes[end - 1] == UInt8(ascii: "\"") else { return unclosed(open, limit) }
    trouble.openValues += 1
    let name = excerpt(Int(blockName.start), Int(blockName.end))
    report(.unbalancedBrace, "braces in this value of \(name) do not balance", open, open + 1)
    return Delimited(end: end - 1, next: end, isClosed: true)
  }

  /// How many bytes behind the backslash at `offset` are passed over with it.
  private mutating func escape(at offset: Int, inQuotes: Bool) -> Int {
    guard offset + 1 < bytes.count else { return 0 }
    switch bytes[offset + 1] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"): break
    case UInt8(ascii: "\"") where inQuotes: break
    default: return 0
    }
    trouble.sawEscape = true
    guard manner == .escapes else { return 0 }
    if !trouble.isRepaired {
      report(
        .escapedBrace, "BibTeX counts \(excerpt(offset + 1, offset + 2)) behind a backslash too",
        offset, offset + 2)
    }
    trouble.isRepaired = true
    return 1
  }

  /// Whether a line that looks like an entry ends the value; noted where it does not.
  private mutating func endsValue(at offset: Int) -> Bool {
    guard BibTeXBlockStart.isLine(bytes, at: offset) else { return false }
    if endsAtEntryLines { return true }
    trouble.crossedEntryLine = true
    report(.entryInValue, "a value has a line that looks like an entry", offset, offset + 1)
    return false
  }

  /// Whether a comma or a line end at `offset` stands before what looks like a field.
  private func isCut(at offset: Int) -> Bool {
    let byte = bytes[offset]
    guard byte == UInt8(ascii: ",") || byte.isLineEnd else { return false }
    let start = bytes.skippingSpace(from: offset + 1)
    let end = bytes.nameEnd(from: start)
    guard end > start, !bytes[start].isASCIIDigit else { return false }
    let equals = bytes.skippingSpace(from: end)
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return false }
    let value = bytes.skippingSpace(from: equals + 1)
    guard value < bytes.count else { return false }
    let first = bytes[value]
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "\"") || first.isASCIIDigit
      || byte.isLineEnd && first.isBibTeXName
  }

  /// Whether a field ends at `offset`.
  private func isEndOfValue(_ offset: Int) -> Bool {
    let next = bytes.skippingSpace(from: offset)
    guard next < bytes.count else { return true }
    switch bytes[next] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "#"),
      UInt8(ascii: "@"), UInt8(ascii: "%"):
      return true
    default: return bytes.hasAssignment(at: next)
    }
  }
}
