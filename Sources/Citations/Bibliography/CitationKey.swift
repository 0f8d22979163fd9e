/// Makes readable citation keys by a pattern: `[author][year]` gives `bion2004`.
///
/// In a pattern, `[author]` is the first author's or editor's family name, or the first word of the title where there is
/// neither; `[authors]` is up to three family names; `[year]` the year; `[title]` the first word of the title that is no
/// article; `[Author]` and `[Title]` the same with a capital. Anything else stands as written.
public struct CitationKeyPattern: Sendable, Hashable {
  private enum Piece: Sendable, Hashable {
    case literal(String)
    case field(String, isCapitalized: Bool)
  }

  private let pieces: [Piece]

  /// The pattern in `text`, or nil where a field is unknown or a bracket open.
  public init?(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "]") else { return nil }
      let name = String(rest[rest.index(after: open)..<close])
      let lower = name.lowercased()
      guard ["author", "authors", "year", "title"].contains(lower) else { return nil }
      pieces.append(.field(lower, isCapitalized: name != lower))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    guard !pieces.isEmpty else { return nil }
    self.pieces = pieces
  }

  /// The pattern `[author][year]`.
  public static let standard = CitationKeyPattern(pieces: [
    .field("author", isCapitalized: false), .field("year", isCapitalized: false),
  ])

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// A key for a reference that is none of `taken`: the pattern's, with a letter behind it where that is needed.
  public func key(of reference: Reference, avoiding taken: Set<String>) -> String {
    var keys = CitationKeys(pattern: self)
    for key in taken { keys.reserve(key) }
    return keys.key(for: reference)
  }

  /// The key of a reference, not yet unique; `ref` where nothing in it can make one.
  func key(of reference: Reference) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .literal(let text): result += text
      case .field(let name, let isCapitalized):
        let value = field(name, of: reference)
        result += isCapitalized ? value.prefix(1).uppercased() + value.dropFirst() : value
      }
    }
    let safe = result.unicodeScalars.filter {
      $0.isASCII
        && ($0.properties.isAlphabetic || $0.properties.numericType != nil
          || "-_:.+/".unicodeScalars.contains($0))
    }
    return safe.isEmpty ? "ref" : String(String.UnicodeScalarView(safe))
  }

  private func field(_ name: String, of reference: Reference) -> String {
    switch name {
    case "year":
      guard let year = reference[.issued]?.year else { return "" }
      // The year 0 is 1 BCE.
      return year <= 0 ? "bce\(1 - year)" : String(year)
    case "title": return titleWord(of: reference)
    default:
      let people =
        [NameVariable.author, .editor, .translator].lazy.map { reference[$0] }.first { !$0.isEmpty }
        ?? []
      guard !people.isEmpty else {
        return name == "author" || name == "authors" ? titleWord(of: reference) : ""
      }
      let count = name == "authors" ? 3 : 1
      return people.prefix(count).map(familyKey).joined()
    }
  }

  private func familyKey(_ name: Name) -> String {
    if !name.literal.isEmpty {
      let words = name.literal.split(separator: " ").map { transliterated(String($0)) }.filter {
        !$0.isEmpty && $0 != "the"
      }
      return words.first ?? ""
    }
    return transliterated(name.family.isEmpty ? name.given : name.family)
  }

  private func titleWord(of reference: Reference) -> String {
    let articles: Set<String> = [
      "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el",
      "los", "las", "il", "lo", "gli", "i", "de", "het", "l", "d", "on", "of", "in", "zur", "zum",
    ]
    let title = reference[.title]?.plain ?? ""
    let words = title.split(separator: " ").flatMap { word in
      // "L’Eau": the elided article is a word of its own.
      let parts = word.split(whereSeparator: { $0 == "'" || $0 == "\u{2019}" })
      let isElided = parts.count > 1 && parts[0].count <= 2
      return Folding.words(isElided ? parts.joined(separator: " ") : String(word))
    }
    return transliterated(words.first { !articles.contains($0) } ?? words.first ?? "")
  }
}

/// Hands out keys so that none is given twice.
///
/// `bion2004`, `bion2004a`, `bion2004b` …
struct CitationKeys {
  private var taken: Set<String> = []
  private var next: [String: Int] = [:]
  let pattern: CitationKeyPattern

  init(pattern: CitationKeyPattern) { self.pattern = pattern }

  /// Keeps a key that stands in the source from being given.
  mutating func reserve(_ key: String) { taken.insert(key) }

  /// A key for `reference` that no other has.
  mutating func key(for reference: Reference) -> String {
    let base = pattern.key(of: reference)
    if taken.insert(base).inserted { return base }
    var count = next[base] ?? 0
    while true {
      let key = base + Self.letters(count)
      count += 1
      next[base] = count
      if taken.insert(key).inserted { return key }
    }
  }

  /// The letters that tell equal keys apart.
  ///
  /// a … z, aa, ab …
  private static func letters(_ index: Int) -> String {
    var index = index
    var result = ""
    repeat {
      result = String(Character(Unicode.Scalar(UInt8(0x61 + index % 26)))) + result
      index = index / 26 - 1
    } while index >= 0
    return result
  }
}
