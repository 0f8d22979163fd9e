/// Collects every place of a text that may be the marker of a note.
///
/// One pass, line by line. What only looks like a marker is left out where its surroundings say so: numbers in
/// addresses, decimals, verses, units, formulas and after abbreviations. Whether the rest are markers is for
/// `NumberChain` to say.
struct MarkerScanner {
  let bytes: [UInt8]
  /// The candidates of each style in the order of the text, by `MarkerCandidate.Style.rawValue`.
  private(set) var found = [[MarkerCandidate]](
    repeating: [], count: MarkerCandidate.Style.allCases.count)

  /// More candidates than this are no numbering of notes; it bounds the memory for texts made of digits.
  private static let limit = 1 << 20

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Collects the candidates of a line.
  mutating func scan(_ line: Range<Int>, index: Int) {
    let end = line.upperBound
    var place = line.lowerBound
    var isAddress = false
    var hasDot = false
    var hasOpenEmphasis = false
    while place < end {
      let byte = bytes[place]
      switch byte {
      case 0...0x20:
        isAddress = false
        hasDot = false
      case 0x30...0x39:
        var digits = place + 1
        while digits < end, bytes[digits].isASCIIDigit { digits += 1 }
        if !isAddress, place > line.lowerBound { digits = scanGlued(place..<digits, line, index) }
        place = digits
        continue
      case UInt8(ascii: "."): hasDot = true
      case UInt8(ascii: ":"):
        if bytes[place..<end].starts(with: "://") || endsInDOI(place, line.lowerBound) {
          isAddress = true
        }
      case UInt8(ascii: "/"): isAddress = isAddress || hasDot
      case UInt8(ascii: "@"):
        isAddress = isAddress || (place > line.lowerBound && bytes[place - 1].isASCIIAlphanumeric)
      case UInt8(ascii: "["): place = scanBracket(place, line, index)
      case UInt8(ascii: "("): scanParens(place, line, index)
      case 0x2A:
        place = scanSymbol(place, line, index, &hasOpenEmphasis)
      case 0xC2, 0xE2:
        if let number = bytes.superscript(at: place, end: end) {
          scanSuperscript(number.value, place..<number.end, line, index)
          place = number.end
          continue
        }
        place = scanSymbol(place, line, index, &hasOpenEmphasis)
      default: break
      }
      place += 1
    }
  }

  /// `1` or `1,2` or `1, 2` after a word or mark; returns the end of what was looked at.
  private mutating func scanGlued(_ first: Range<Int>, _ line: Range<Int>, _ index: Int) -> Int {
    guard let number = bytes.number(at: first.lowerBound, end: first.upperBound) else {
      return first.upperBound
    }
    // Numbers after commas belong to a row of markers where each is one more than the one before.
    var row = [(value: number.value, range: first)]
    while let last = row.last, last.range.upperBound + 1 < line.upperBound,
      bytes[last.range.upperBound] == UInt8(ascii: ","), row.count < 16
    {
      let place = bytes.skipSpaces(from: last.range.upperBound + 1, to: line.upperBound)
      guard let next = bytes.number(at: place, end: line.upperBound), next.value == last.value + 1
      else { break }
      row.append((next.value, last.range.upperBound..<next.end))
    }
    while let last = row.last {
      let digits = first.lowerBound..<last.range.upperBound
      if let weight = GluedNumber(bytes, line: line, digits: digits, count: first.count).weight {
        for piece in row { add(.glued, piece.value, piece.range, index, weight) }
        return last.range.upperBound
      }
      row.removeLast()
    }
    return first.upperBound
  }

  private mutating func add(
    _ style: MarkerCandidate.Style, _ value: Int?, _ range: Range<Int>, _ line: Int, _ weight: Int
  ) {
    guard let value, found[style.rawValue].count < Self.limit else { return }
    found[style.rawValue].append(
      MarkerCandidate(
        style: style, value: value, start: range.lowerBound, end: range.upperBound, line: line,
        weight: weight))
  }

  private func endsInDOI(_ place: Int, _ start: Int) -> Bool {
    place - start >= 3 && bytes[place - 3].asciiLowercased == 0x64
      && bytes[place - 2].asciiLowercased == 0x6F && bytes[place - 1].asciiLowercased == 0x69
  }

  /// `[1]`, `[1, 2]`, `[A]`, `[*]`; returns the place of the last byte that is used up.
  private mutating func scanBracket(_ place: Int, _ line: Range<Int>, _ index: Int) -> Int {
    let end = line.upperBound
    let isGlued = place > line.lowerBound && !bytes[place - 1].isBlankInText
    let isInWord = isGlued && bytes[place - 1].isASCIIAlphanumeric
    if let symbol = NoteSymbol(bytes, at: place, end: end) {
      guard place > line.lowerBound else { return symbol.end - 1 }
      add(.symbol, symbol.value, place..<symbol.end, index, 4)
      return symbol.end - 1
    }
    if let (style, value, after) = LineLabel.bracketed(bytes, at: place, end: end) {
      let goesOn = bytes.isLetter(at: after) && after < end
      if style == .bracket {
        add(.bracket, value, place..<after, index, isInWord && goesOn ? 1 : 4)
      } else if style == .roman {
        if !goesOn { add(.roman, value, place..<after, index, isInWord ? 1 : 4) }
      } else if !goesOn, isGlued || bytes[place + 1].isASCIIUpper {
        // "[T]he" and a word put in, "[a]", are editors' brackets, and often "ha[s]".
        let isCapital = bytes[place + 1].isASCIIUpper
        add(.letter, value, place..<after, index, isCapital || !isInWord ? 4 : 1)
      }
      return after - 1
    }
    return scanBracketList(place, end, index) ?? place
  }

  private mutating func scanBracketList(_ place: Int, _ end: Int, _ index: Int) -> Int? {
    var pieces: [(value: Int, range: Range<Int>)] = []
    var next = place + 1
    var pieceStart = place
    while pieces.count < 64, let number = bytes.number(at: next, end: end), number.end < end {
      let isLast = bytes[number.end] == UInt8(ascii: "]")
      guard isLast || bytes[number.end] == UInt8(ascii: ",") else { return nil }
      pieces.append((number.value, pieceStart..<number.end + (isLast ? 1 : 0)))
      if isLast {
        for piece in pieces { add(.bracket, piece.value, piece.range, index, 4) }
        return number.end
      }
      pieceStart = number.end
      next = bytes.skipSpaces(from: number.end + 1, to: end)
    }
    return nil
  }

  private mutating func scanParens(_ place: Int, _ line: Range<Int>, _ index: Int) {
    guard place > line.lowerBound,
      let number = bytes.number(at: place + 1, end: line.upperBound), number.value < 1000,
      number.end < line.upperBound, bytes[number.end] == UInt8(ascii: ")"),
      !bytes.isLetter(at: number.end + 1), !bytes[place - 1].isASCIIDigit
    else { return }
    add(.parens, number.value, place..<number.end + 1, index, 3)
  }

  private mutating func scanSuperscript(
    _ value: Int, _ range: Range<Int>, _ line: Range<Int>, _ index: Int
  ) {
    let goesOn = range.upperBound < line.upperBound && bytes.isLetter(at: range.upperBound)
    guard range.lowerBound > line.lowerBound,
      let (scalar, length) = bytes.scalar(before: range.lowerBound)
    else {
      // At the beginning of a line it is a label, or the line was broken before it.
      if !goesOn { add(.superscript, value, range, index, 2) }
      return
    }
    switch scalar {
    case "0"..."9", "⁻", "⁺", "−", "-", "+": return
    case " ", "\u{A0}", "\u{202F}", "\t":
      if !goesOn { add(.superscript, value, range, index, 2) }
    default:
      if bytes.isLetter(at: range.lowerBound - length) {
        let word = GluedNumber.word(bytes, before: range.lowerBound, from: line.lowerBound)
        if value <= 3, word.count == 1 || GluedNumber.isUnit(word) { return }
      }
      add(.superscript, value, range, index, goesOn ? 2 : 4)
    }
  }

  private mutating func scanSymbol(
    _ place: Int, _ line: Range<Int>, _ index: Int, _ hasOpenEmphasis: inout Bool
  ) -> Int {
    guard let symbol = NoteSymbol(bytes, at: place, end: line.upperBound) else { return place }
    let isGlued =
      place > line.lowerBound && bytes.scalar(before: place).map { !Self.opens($0.scalar) } ?? false
    let isFree =
      symbol.end == line.upperBound
      || !(bytes.isLetter(at: symbol.end) || bytes[symbol.end].isASCIIDigit)
    if bytes[place] == 0x2A {
      if !isGlued {
        if symbol.end < line.upperBound, !bytes[symbol.end].isBlankInText { hasOpenEmphasis = true }
      } else if hasOpenEmphasis {
        hasOpenEmphasis = false
        return symbol.end - 1
      }
    }
    if isGlued, isFree { add(.symbol, symbol.value, place..<symbol.end, index, 4) }
    return symbol.end - 1
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\0"..." ", "\u{A0}", "(", "[", "“", "‘", "«", "—", "–", "/": true
    default: false
    }
  }
}
