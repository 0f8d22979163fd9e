internal import Citations

/// What somebody types to find an entry.
struct KeyQuery: Sendable {
  /// The most entries that are given as an answer.
  static let most = 500

  private let words: [String]

  init(_ text: String) {
    words = text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
  }

  /// Whether each word stands in the key, the authors, the year or the title, or its letters in this order in the key.
  func matches(_ entry: KeyedEntry) -> Bool {
    guard !words.isEmpty else { return true }
    let text = Self.text(of: entry).lowercased()
    return words.allSatisfy { text.contains($0) || Self.isSpread($0, over: entry.key) }
  }

  /// What is looked at for an entry: key, authors, year, title.
  static func text(of entry: KeyedEntry) -> String {
    let reference = entry.reference
    let people = [NameVariable.author, .editor].flatMap { reference[$0] }.prefix(8).map(\.display)
    return
      ([entry.key] + people
      + [ReferenceFormatter.year(of: reference), reference[.title]?.plain ?? ""])
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func isSpread(_ word: String, over key: String) -> Bool {
    var rest = word.utf8[...]
    for byte in key.lowercased().utf8 where byte == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
