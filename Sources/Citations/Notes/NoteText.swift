/// The text of a note with its tokens, and the questions that every grammar asks of them.
struct NoteText: Sendable {
  let text: SourceText
  let tokens: [NoteToken]
  /// The styles of the text by where they begin.
  let styles: [SourceText.StyleSpan]

  init(_ text: SourceText) {
    self.text = text
    styles = text.styles.sorted { $0.range.lowerBound < $1.range.lowerBound }
    tokens = NoteTokenizer.tokens(of: text)
  }

  var count: Int { tokens.count }

  /// The index of the first token that begins at or after a byte offset.
  ///
  /// - Complexity: O(log *n*).
  func firstToken(from offset: Int) -> Int {
    tokens.partitionPoint { $0.range.lowerBound < offset }
  }

  /// The bytes of the text that a range of tokens covers.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = range.lowerBound < count ? tokens[range.lowerBound].range.lowerBound : text.count
      return place..<place
    }
    return tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  /// The words of a range of tokens, white space made single spaces.
  func string(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    var isSpace = false
    for byte in text.utf8[bytes(range)] {
      if byte.isASCIISpace {
        isSpace = true
        continue
      }
      if isSpace, !result.isEmpty { result.append(0x20) }
      isSpace = false
      result.append(byte)
    }
    return result.string
  }

  /// The kind of the token at `index`, or nil past the end.
  func kind(_ index: Int) -> NoteToken.Kind? {
    index >= 0 && index < count ? tokens[index].kind : nil
  }

  /// The lower-case word at `index`, or the empty string past the end.
  func word(_ index: Int) -> String {
    index >= 0 && index < count ? tokens[index].lower : ""
  }

  /// Whether a dot at `index` belongs to the abbreviation or initial before it.
  func isAbbreviationDot(_ index: Int) -> Bool {
    guard kind(index) == .dot, index > 0, !tokens[index].isSpaced else { return false }
    let before = tokens[index - 1]
    switch before.kind {
    case .word:
      return before.isInitial || before.lower.unicodeScalars.count == 1 || isAcronymPart(index - 1)
        || before.has(.abbreviation)
    case .number:
      // "2. Aufl.", "12. März": an ordinal; "1984. The": an end.
      guard index + 1 < count, before.lower.utf8.count <= 2 else { return false }
      let next = tokens[index + 1]
      return next.kind == .word
        && (!next.isCapitalized || Lexicon.months.contains(next.lower)
          || Lexicon.editions.contains(next.lower)
          || Lexicon.numberCues.contains(next.lower))
    default: return false
    }
  }

  /// "N.S.W.": a capital with a dot glued on both sides.
  private func isAcronymPart(_ index: Int) -> Bool {
    tokens[index].isInitial && index >= 2 && kind(index - 1) == .dot && !tokens[index].isSpaced
  }

  /// Whether a sentence may end with the token at `index`: a full stop, question or exclamation mark, a quotation that ends in
  /// one, before a capital, a quotation or the end.
  func isSentenceEnd(_ index: Int) -> Bool {
    guard let kind = kind(index) else { return true }
    switch kind {
    case .dot
    where isAbbreviationDot(index)
      && !["f", "ff", "sq", "sqq", "cit", "seq"].contains(word(index - 1)):
      return false
    case .dot, .exclamation: break
    case .closeQuote, .closeBracket:
      guard index > 0, tokens[index - 1].kind == .dot || tokens[index - 1].kind == .exclamation
      else { return false }
      if tokens[index - 1].kind == .dot, isAbbreviationDot(index - 1) { return false }
    default: return false
    }
    guard index + 1 < count else { return true }
    let next = tokens[index + 1]
    guard next.isSpaced else { return false }
    switch next.kind {
    case .word: return next.isCapitalized || Lexicon.signals.match(tokens, at: index + 1) != nil
    case .openQuote, .openBracket, .url, .doi: return true
    case .number: return kind == .exclamation || next.isYear || kind == .closeQuote
    default: return false
    }
  }

  /// The index after a closed group that opens at `index`, or nil if none opens there.
  func groupEnd(_ index: Int) -> Int? {
    guard index < count, tokens[index].kind == .openBracket || tokens[index].kind == .openQuote,
      let partner = tokens[index].partner
    else { return nil }
    return partner + 1
  }

  /// Whether a word could stand in a proper name or a title-case run: capitalised, or a number.
  func isCapital(_ index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    return tokens[index].kind == .word && tokens[index].isCapitalized
  }

  /// Whether the word at `index` is a small word of one of the languages.
  func isFunctionWord(_ index: Int) -> Bool {
    kind(index) == .word && has(.functionWord, index)
  }

  /// The range without commas, full stops and the like at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isLoose(low) { low += 1 }
    while high > low, isLoose(high - 1),
      !(tokens[high - 1].kind == .dot && isAbbreviationDot(high - 1) && keepsDot(high - 2))
    {
      high -= 1
    }
    return low..<high
  }

  private func isLoose(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .comma, .dot, .colon, .semicolon, .dash: true
    default: false
    }
  }

  /// Whether the dot after a word is part of it in a value.
  ///
  /// "Inc.", "R.", "a. M.".
  private func keepsDot(_ index: Int) -> Bool {
    index >= 0 && tokens[index].kind == .word
      && (tokens[index].isInitial || tokens[index].lower == "a"
        || ["inc", "ltd", "co", "jr", "sr", "st", "bros"].contains(tokens[index].lower))
  }
}
