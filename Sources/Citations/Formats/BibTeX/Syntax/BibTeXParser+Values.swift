/// Values: pieces that `#` joins.
extension BibTeXParser {
  /// Where a delimited text ends.
  struct Delimited {
    /// The end of the text.
    var end: Int
    /// Where reading goes on.
    var next: Int
    var isClosed: Bool
  }

  /// Reads a value and adds the field.
  mutating func readValue(_ name: SourceRange, _ closer: UInt8) {
    let firstPiece = tree.pieces.count
    passSpace()
    let start = position
    var end = start
    var isMissing = false
    while readPiece(closer) {
      end = position
      passSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "#") else {
        isMissing = false
        break
      }
      position += 1
      end = position
      passSpace()
      isMissing = true
    }
    if tree.pieces.count == firstPiece || isMissing {
      trouble.isRepaired = true
      let shown = name.start == name.end ? "the preamble" : excerpt(Int(name.start), Int(name.end))
      report(.missingValue, "no value stands where \(shown) has one", start, max(start, end))
    }
    position = end
    let pieces = SourceRange(firstPiece, tree.pieces.count)
    let field = BibTeXSyntax.Field(name: name, value: SourceRange(start, end), pieces: pieces)
    tree.fields.append(field)
    if tree.isEmpty(field) {
      report(
        .emptyField, "the field \(excerpt(Int(name.start), Int(name.end))) is empty", start, end)
    }
  }

  /// Reads a piece; false, and the position where it was, where none stands there.
  private mutating func readPiece(_ closer: UInt8) -> Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      let found = scanBraced(from: position)
      if !found.isClosed { reportOpenValue(.unbalancedBrace, "{") }
      add(.braced, found)
    case UInt8(ascii: "\""):
      let found = scanQuoted(from: position)
      if !found.isClosed { reportOpenValue(.unterminatedString, "\\\"") }
      add(.quoted, found)
    case let byte where byte.isBibTeXName: readBare(closer)
    default: return false
    }
    return true
  }

  private mutating func add(_ kind: BibTeXSyntax.Piece.Kind, _ found: Delimited) {
    let text = SourceRange(position + 1, found.end)
    tree.pieces.append(BibTeXSyntax.Piece(kind: kind, isClosed: found.isClosed, text: text))
    position = found.next
  }

  private mutating func reportOpenValue(_ rule: Rule, _ sign: String) {
    trouble.openValues += 1
    report(rule, "the value that begins with \"\(sign)\" here has no end", position, position + 1)
  }

  /// Reads a number, a symbol, or text that should have delimiters.
  private mutating func readBare(_ closer: UInt8) {
    let start = position
    var end = start
    var isNumber = true
    while end < bytes.count, bytes[end].isBibTeXName {
      isNumber = isNumber && bytes[end].isASCIIDigit
      end += 1
    }
    let wordsEnd = endOfBareWords(from: end, closer)
    let isUnquoted = wordsEnd > end || bytes[start].isASCIIDigit && !isNumber
    let kind: BibTeXSyntax.Piece.Kind = isUnquoted ? .unquoted : isNumber ? .number : .symbol
    if isUnquoted {
      trouble.isRepaired = true
      let text = excerpt(start, wordsEnd)
      report(.unquotedValue, "\(text) has neither braces nor quotation marks", start, wordsEnd)
    }
    tree.pieces.append(BibTeXSyntax.Piece(kind: kind, text: SourceRange(start, wordsEnd)))
    position = wordsEnd
  }

  /// The end of the words on the same line that belong to a value without delimiters.
  private func endOfBareWords(from start: Int, _ closer: UInt8) -> Int {
    var end = start
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "{"),
        UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "@"), 0x0A, 0x0D:
        return end
      case closer: return end
      case let byte where byte.isBlank: offset += 1
      default:
        let wordEnd = max(bytes.nameEnd(from: offset), offset + 1)
        let next = bytes.skippingSpace(from: wordEnd)
        if next < bytes.count, bytes[next] == UInt8(ascii: "=") { return end }
        offset = wordEnd
        end = wordEnd
      }
    }
    return end
  }
}
