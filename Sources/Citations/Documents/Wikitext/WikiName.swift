/// Reads names as citation templates give them in one piece.
enum WikiName {
  /// A name with its family name first if it has one comma; else as it stands, since it may be an institution's.
  static func whole(_ text: String) -> Name {
    let parts = text.utf8.split(separator: UInt8(ascii: ","))
      .map { Array($0).trimmedASCIISpace.string }
    guard parts.count == 2 else { return Name(literal: text) }
    return Name(family: parts[0], given: parts[1])
  }

  /// Names in natural order ("Ada Mercer, Tomas Okri") or in the way of Vancouver ("Mercer A, Okri T").
  static func list(_ text: String) -> [Name] {
    var names: [Name] = []
    for part in text.utf8.split(whereSeparator: { $0 == 0x2C || $0 == 0x3B || $0 == 0x2F }) {
      var words = Array(part).split(whereSeparator: \.isASCIISpace).map(\.string)
      var current: [String] = []
      words.append("und")
      for word in words {
        if ["und", "and", "&", "u.", "et"].contains(word) {
          if let name = natural(current) { names.append(name) }
          current = []
        } else {
          current.append(word)
        }
      }
    }
    return names
  }

  private static let particles: Set<String> = [
    "von", "van", "de", "der", "den", "zu", "zur", "vom", "du", "la", "le", "di", "da", "del",
  ]

  private static func natural(_ words: [String]) -> Name? {
    var words = words.filter { !["al.", "(Hrsg.)", "(Hg.)", "Hrsg.", "a."].contains($0) }
    guard let last = words.last else { return nil }
    guard words.count > 1 else { return Name(literal: last) }
    if last.utf8.count <= 3, last.utf8.allSatisfy(\.isASCIIUpper), words.count == 2 {
      return Name(family: words[0], given: last)
    }
    words.removeLast()
    var particle: [String] = []
    while let word = words.last, particles.contains(word) {
      particle.insert(word, at: 0)
      words.removeLast()
    }
    return Name(
      family: last, given: words.joined(separator: " "),
      nonDroppingParticle: particle.joined(separator: " "))
  }
}
