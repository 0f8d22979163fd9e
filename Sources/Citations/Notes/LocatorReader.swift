/// Reads places in works and ranges of pages.
///
/// "pp. 201–9", "S. 65 ff.", "37", "chap. 3", "fols 3r–5v", "§ 5".
struct LocatorReader {
  /// A locator or range with its tokens.
  struct Found {
    var label: Locator.Label
    /// The tokens of the value, without its label.
    var value: Range<Int>
    /// The token after it.
    var end: Int
    /// Whether a word such as "p." said what it is.
    var isLabelled: Bool
    /// Whether it is a range of numbers.
    var isRange: Bool
    /// Whether a word such as "here" or "esp." stood before it.
    var isPassage: Bool
  }

  let note: NoteText

  /// The locator that begins at `index`, or nil; without a label only where `bare` is true.
  func locator(at index: Int, bare: Bool) -> Found? {
    var start = index
    var isPassage = false
    if let cue = Lexicon.passageCues.match(note.tokens, at: start) {
      let next = note.kind(cue.end) == .comma ? cue.end + 1 : cue.end
      if labelled(at: next) != nil || number(at: next) != nil {
        start = next
        isPassage = true
      }
    }
    if var found = labelled(at: start) {
      found.isPassage = isPassage
      return found
    }
    guard bare || isPassage else { return nil }
    if let end = classicDivision(at: start) {
      return Found(
        label: .book, value: start..<end, end: end, isLabelled: false, isRange: false,
        isPassage: isPassage)
    }
    guard let numbers = numbers(at: start) else { return nil }
    return Found(
      label: .page, value: start..<numbers.end, end: numbers.end, isLabelled: false,
      isRange: numbers.isRange, isPassage: isPassage)
  }

  private func labelled(at index: Int) -> Found? {
    guard index < note.count, let cue = Lexicon.locatorLabels.match(note.tokens, at: index) else {
      return nil
    }
    // "Section" of a title begins with a capital and has no number after it; numbers() says so.
    if cue.value == "sub-verbo", let end = note.groupEnd(cue.end),
      note.kind(cue.end) == .openQuote, !note.trimmed(cue.end + 1..<end - 1).isEmpty
    {
      return Found(
        label: .subVerbo, value: note.trimmed(cue.end + 1..<end - 1), end: end, isLabelled: true,
        isRange: false, isPassage: false)
    }
    guard let numbers = numbers(at: cue.end) else { return nil }
    let label =
      cue.value == "plate" ? Locator.Label.figure : Locator.Label(rawValue: cue.value) ?? .page
    return Found(
      label: label, value: cue.end..<numbers.end, end: numbers.end, isLabelled: true,
      isRange: numbers.isRange, isPassage: false)
  }

  /// Reads a place by the divisions of a classic.
  ///
  /// "II. 100–05", "III. 4. 99–107", "IX, ii, 5".
  private func classicDivision(at start: Int) -> Int? {
    guard note.isRomanAt(start), start < note.count, note.tokens[start].isCapitalized,
      note.kind(start + 1) == .dot || note.kind(start + 1) == .comma
    else { return nil }
    var end = start
    var parts = 0
    while parts < 4, let next = divisionPart(at: end) {
      parts += 1
      end = next
      guard note.kind(end) == .dot || note.kind(end) == .comma, divisionPart(at: end + 1) != nil
      else { break }
      end += 1
    }
    // "I, 33" is volume and page.
    guard note.kind(end - 1) == .number, parts > 2 || parts == 2 && note.kind(start + 1) == .dot
    else { return nil }
    return end
  }

  private func divisionPart(at index: Int) -> Int? {
    if note.isRomanAt(index) { return index + 1 }
    guard note.kind(index) == .number, !note.tokens[index].isYear, !note.tokens[index].isOrdinal
    else { return nil }
    return note.kind(index + 1) == .dash && note.kind(index + 2) == .number ? index + 3 : index + 1
  }

  /// One number with what may be glued to it: "12", "12a", "xii", "3r", "A4"; the token after it.
  func number(at index: Int) -> Int? {
    guard index < note.count else { return nil }
    let token = note.tokens[index]
    if token.kind == .number { return token.isOrdinal ? nil : index + 1 }
    guard token.kind == .word else { return nil }
    if token.isRoman || token.isNewspaperPage || token.isRomanRange { return index + 1 }
    // "I, 23": volume and page.
    if note.isCapitalRoman(index), note.kind(index + 1) == .comma, note.kind(index + 2) == .number {
      return index + 1
    }
    return nil
  }

  /// A run of numbers and ranges: "63–67", "4, 220", "44 and 60–61", "125 ff.", "5 f.".
  private func numbers(at start: Int) -> (end: Int, isRange: Bool)? {
    guard var end = number(at: start) else { return nil }
    var isRange = note.tokens[start].isRomanRange
    var pieces = 1
    while end < note.count {
      if let division = division(at: end) {
        end = division
      } else if let tail = following(at: end) {
        end = tail
        isRange = true
      } else if note.kind(end) == .dash, let next = number(at: end + 1) {
        end = next
        isRange = true
      } else if note.kind(end) == .dash, note.kind(end + 1) == .dash, let next = number(at: end + 2)
      {
        end = next
        isRange = true
      } else if pieces < 12, let next = another(at: end) {
        end = next
        pieces += 1
      } else {
        break
      }
    }
    return (end, isRange)
  }

  /// The ".40" of "2.40" and the ":126" of "1:126": glued on both sides.
  private func division(at index: Int) -> Int? {
    guard note.kind(index) == .dot || note.kind(index) == .colon, !note.tokens[index].isSpaced,
      note.kind(index + 1) == .number,
      !note.tokens[index + 1].isSpaced
    else { return nil }
    return index + 2
  }

  /// "f.", "ff.", "sq.", "et seq.".
  private func following(at index: Int) -> Int? {
    guard note.kind(index) == .word else { return nil }
    switch note.word(index) {
    case "f", "ff", "sq", "sqq", "sqs", "passim": break
    case "et" where ["seq", "seqq", "sq", "suiv"].contains(note.word(index + 1)):
      return note.kind(index + 2) == .dot ? index + 3 : index + 2
    default: return nil
    }
    // The dot may end the sentence; it belongs to the word as well.
    return note.kind(index + 1) == .dot && !note.tokens[index + 1].isSpaced
      && !note.isSentenceEndAfterDot(index + 1) ? index + 2 : index + 1
  }

  /// Reads another number of a list.
  ///
  /// Another number of the list after a comma or a link: ", 220", " and 49", " u. 49", " und S. 49".
  private func another(at index: Int) -> Int? {
    var next = index
    if note.kind(next) == .comma { next += 1 }
    if next < note.count,
      ["and", "und", "u", "et", "&", "y", "e", "en", "sowie"].contains(note.word(next))
    {
      next += 1
      if note.kind(next) == .dot, !note.tokens[next].isSpaced { next += 1 }
    }
    guard next > index else { return nil }
    if note.kind(next) == .word, !(note.tokens[next].isRoman),
      let cue = Lexicon.locatorLabels.match(note.tokens, at: next), cue.value == "page"
    {
      next = cue.end
    }
    guard next < note.count, note.tokens[next].kind == .number, !note.tokens[next].isOrdinal,
      !(note.tokens[next].isYear && note.kind(next + 1) != .dash
        && note.tokens[next].lower.utf8.count == 4)
    else { return nil }
    // "12, 3 (1978)" and "44, 12 March": the number belongs to what follows.
    if note.kind(next + 1) == .openBracket { return nil }
    if next + 1 < note.count, note.kind(next + 1) == .word, note.tokens[next + 1].isCapitalized {
      return nil
    }
    return next + 1
  }
}

extension NoteToken {
  /// "IX-LII": Roman numerals that a hyphen makes one word.
  var isRomanRange: Bool {
    guard kind == .word, lower.utf8.contains(0x2D) else { return false }
    let parts = lower.split(separator: "-")
    return parts.count == 2 && (isAllCaps || !isCapitalized)
      && parts.allSatisfy {
        $0.utf8.allSatisfy { "ivxlcdm".utf8.contains($0) } && Self.isRomanNumeral(String($0).utf8)
      }
  }

  /// "2nd", "3e", "21st": an ordinal number.
  var isOrdinal: Bool {
    guard kind == .number else { return false }
    for ending in ["st", "nd", "rd", "th", "ème", "e", "er", "re"] where lower.hasSuffix(ending) {
      return true
    }
    return false
  }

  /// "A14", "B2": a page of a newspaper's section.
  var isNewspaperPage: Bool {
    guard kind == .word, isCapitalized, lower.utf8.count <= 4, let first = lower.utf8.first,
      first.isASCIILower
    else { return false }
    return lower.utf8.count > 1 && lower.utf8.dropFirst().allSatisfy(\.isASCIIDigit)
  }

  /// Whether it is a Roman numeral in one case.
  ///
  /// A Roman numeral in one case: "xii", "IV". "I", "V", "D", "C", "M" and "L" alone only in lower case, and not "l", "c", "d", "m".
  var isRoman: Bool {
    guard kind == .word, lower.utf8.count <= 8,
      lower.utf8.allSatisfy({ "ivxlcdm".utf8.contains($0) })
    else { return false }
    if lower.utf8.count == 1 {
      return lower == "i" && !isCapitalized || lower == "v" || lower == "x"
    }
    guard isAllCaps || !isCapitalized else { return false }
    return lower != "mi" && lower != "di" && lower != "mix" && lower != "dim"
      && Self.isRomanNumeral(lower.utf8)
  }

  /// Whether letters are a number as Romans write it: "xiv", not "dvd".
  private static func isRomanNumeral(_ text: String.UTF8View) -> Bool {
    var rest = Array(text)[...]
    for (one, five, ten) in [("m", "", ""), ("c", "d", "m"), ("x", "l", "c"), ("i", "v", "x")] {
      let unit = UInt8(ascii: one.unicodeScalars.first ?? "m")
      if let ten = ten.utf8.first, rest.first == unit, rest.dropFirst().first == ten {
        rest = rest.dropFirst(2)
        continue
      }
      if let five = five.utf8.first, rest.first == unit, rest.dropFirst().first == five {
        rest = rest.dropFirst(2)
        continue
      }
      if let five = five.utf8.first, rest.first == five { rest = rest.dropFirst() }
      var count = 0
      while rest.first == unit, count < 4 {
        rest = rest.dropFirst()
        count += 1
      }
    }
    return rest.isEmpty
  }
}

extension NoteText {
  /// Whether a sentence goes on with a capital after the dot at `index`.
  func isSentenceEndAfterDot(_ index: Int) -> Bool {
    guard index + 1 < count else { return true }
    let next = tokens[index + 1]
    return next.isSpaced && (next.isCapitalized || next.kind == .openQuote)
  }
}
