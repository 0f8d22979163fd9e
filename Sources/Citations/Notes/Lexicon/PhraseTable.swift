/// Phrases of one or more words, each with a value, looked up in a list of tokens.
///
/// The data is text: a line is `value = phrase | phrase | …`, in lower case and without dots; dots glued to the words
/// of a text are passed over, so that "op cit" finds "op. cit.".
struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
    var rest: [String]
    var value: String
  }

  /// Phrases by their first word, longest first.
  private var phrases: [String: [Phrase]] = [:]

  /// The class of words that begin a phrase of the table.
  let start: WordClasses

  init(_ start: WordClasses, _ data: StaticString) {
    self.start = start
    for line in data.description.split(separator: "\n") {
      let sides = line.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      let value = sides[0].filter { $0 != " " }
      for phrase in sides[1].split(separator: "|") {
        let words = phrase.split(separator: " ").map(String.init)
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(rest: Array(words.dropFirst()), value: value))
      }
    }
    for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  /// The longest phrase that begins at token `start`: its value and the index after it, glued dots included.
  func match(_ tokens: [NoteToken], at start: Int) -> (value: String, end: Int)? {
    guard start >= 0, start < tokens.count, tokens[start].classes.contains(self.start),
      let list = phrases[tokens[start].lower]
    else { return nil }
    candidates: for phrase in list {
      var index = Self.afterDot(tokens, start + 1)
      for word in phrase.rest {
        guard index < tokens.count, tokens[index].lower == word else { continue candidates }
        index = Self.afterDot(tokens, index + 1)
      }
      return (phrase.value, index)
    }
    return nil
  }

  /// The words that phrases begin with.
  var firstWords: some Sequence<String> { phrases.keys }

  /// Whether a single word is in the table.
  func contains(_ word: String) -> Bool {
    phrases[word]?.contains { $0.rest.isEmpty } ?? false
  }

  /// The value of a single word, or nil.
  func value(of word: String) -> String? {
    phrases[word]?.first { $0.rest.isEmpty }?.value
  }

  private static func afterDot(_ tokens: [NoteToken], _ index: Int) -> Int {
    index < tokens.count && tokens[index].kind == .dot && !tokens[index].isSpaced
      ? index + 1 : index
  }
}
