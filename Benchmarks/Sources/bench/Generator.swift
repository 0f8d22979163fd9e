/// Makes documents of any size, the same for the same arguments on every machine.
///
/// Names and titles are put together from syllables and words of our own: no such book exists.
struct Generator {
  /// How the document is written.
  enum Form: String {
    /// Digits glued to words, notes numbered under "Notes".
    case text
    /// Pandoc's Markdown.
    case markdown
  }

  private var random: SplitMix64
  private let form: Form

  init(seed: UInt64, form: Form) {
    random = SplitMix64(state: seed)
    self.form = form
  }

  /// A document with `notes` notes and at least `bytes` bytes, the body filled up evenly.
  mutating func document(notes: Int, bytes: Int) -> [UInt8] {
    var tail: [UInt8] = []
    for number in 1...notes {
      let label = form == .text ? "\(number). " : "[^\(number)]: "
      tail.append(contentsOf: (label + note() + "\n").utf8)
      if form == .markdown { tail.append(0x0A) }
    }
    let share = max((bytes - tail.count) / notes, 0)
    var body: [UInt8] = []
    for number in 1...notes {
      let start = body.count
      repeat {
        body.append(contentsOf: sentence(marker: nil).utf8)
      } while body.count - start < share - 100
      let marker = form == .text ? "\(number)" : "[^\(number)]"
      body.append(contentsOf: sentence(marker: marker).utf8)
      // Paragraphs of five notes.
      if number.isMultiple(of: 5) || number == notes { body.append(contentsOf: "\n\n".utf8) }
    }
    body.append(contentsOf: (form == .text ? "Notes\n" : "").utf8)
    return body + tail
  }

  private mutating func sentence(marker: String?) -> String {
    var words = (0..<random.below(14) + 8).map { _ in pick(Self.words) }
    words[0] = capitalized(words[0])
    return words.joined(separator: " ") + "." + (marker ?? "") + " "
  }

  private mutating func note() -> String {
    let page = "\(random.below(300) + 1)"
    switch random.below(20) {
    case 0..<9:
      return "\(author()), \(title()) (\(pick(Self.places)): \(press()), \(year())), \(page)."
    case 9..<14:
      let first = random.below(200) + 1
      return
        "See \(author()), “\(title()),” \(title()) \(random.below(60) + 1), no. \(random.below(4) + 1) (\(year())): \(first)–\(first + 21)."
    case 14..<17:
      return
        "\(author()), “\(title()),” in \(title()), ed. \(author()) (\(pick(Self.places)): \(press()), \(year())), \(page)."
    case 17: return "Ibid., \(page)."
    default:
      return sentence(marker: nil) + sentence(marker: nil).dropLast()
    }
  }

  private mutating func author() -> String {
    capitalized(pick(Self.syllables) + pick(Self.syllables)) + " "
      + capitalized(pick(Self.syllables) + pick(Self.syllables) + pick(Self.syllables))
  }

  private mutating func title() -> String {
    let subject = capitalized(pick(Self.words))
    return random.below(2) == 0
      ? "The \(subject) of \(capitalized(pick(Self.words)))"
      : "\(subject) and \(capitalized(pick(Self.words)))"
  }

  private mutating func press() -> String { capitalized(pick(Self.words)) + " Press" }

  private mutating func year() -> Int { 1890 + random.below(130) }

  private mutating func pick(_ list: [String]) -> String { list[random.below(list.count)] }

  private func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static let syllables = [
    "ba", "den", "fir", "gol", "ha", "jor", "kel", "lim", "mo", "nar", "pe", "ros", "sil", "ta",
    "ul", "ver", "win", "yar", "zel", "bro",
  ]
  private static let places = ["Leeds", "Chicago", "Oxford", "Paris", "Berlin", "Toronto", "Lagos"]
  private static let words = [
    "mill", "river", "loom", "harbour", "letter", "archive", "garden", "weaver", "market", "bridge",
    "winter", "register", "parish", "canal", "memory", "city", "labour", "border", "engine",
    "field",
    "often", "seldom", "under", "between", "slowly", "carried", "wrote", "counted", "kept", "found",
  ]
}

/// A small generator of random numbers.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 to `bound` - 1; the bias is of no matter here.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
