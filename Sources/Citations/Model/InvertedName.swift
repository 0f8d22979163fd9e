/// Names with the family name first: "Mercer, Ada", "King, Martin Luther, Jr.", "van der Berg, Jan".
///
/// Particles in lower case are told from the family name where they stand before it, and from the given name where they
/// stand after it. A name without a comma is an institution, unless it is one word or ends in initials; a comma at
/// its end says that it is an institution.
/// Source: RIS Format Specifications, "Authors"; EndNote, "Entering Author Names".
enum InvertedName {
  /// The name that a text means.
  static func read(_ text: String) -> Name {
    let parts = parts(text, UInt8(ascii: ","))
    guard parts.count > 1 else { return single(parts[0]) }
    if parts.count == 2, parts[1].isEmpty { return Name(literal: parts[0]) }
    guard parts.count <= 3, !parts[0].isEmpty, !parts[1].isEmpty || parts.count == 3 else {
      return Name(literal: Array(text.utf8).trimmedASCIISpace.string)
    }
    var name = Name(family: parts[0], given: parts[1])
    if parts.count == 3 { name.suffix = parts[2] }
    takeParticles(&name)
    return name
  }

  /// The name with its family name first.
  static func text(_ name: Name) -> String {
    if !name.literal.isEmpty {
      let isWord = !name.literal.utf8.contains { $0 == 0x20 || $0 == 0x2C }
      return isWord || read(name.literal) != name ? name.literal + "," : name.literal
    }
    let family = joined(name.nonDroppingParticle, name.family)
    let given = [name.given, name.droppingParticle].filter { !$0.isEmpty }.joined(separator: " ")
    if family.isEmpty {
      return [given, name.suffix].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let tail = name.suffix.isEmpty ? [] : [name.suffix]
    return given.isEmpty && tail.isEmpty
      ? family : ([family, given] + tail).joined(separator: ", ")
  }

  /// The names that a text holds, where commas and words look like several.
  ///
  /// "Mercer, A.; Okri, B.", "Mercer, Ada and Okri, Ben", "Mercer, A., Okri, B.". Nil for one name.
  static func several(_ text: String) -> [String]? {
    let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
    guard commas > 0 else { return nil }
    if text.utf8.contains(UInt8(ascii: ";")) {
      let names = parts(text, UInt8(ascii: ";")).filter { !$0.isEmpty }
      if names.count > 1 { return names }
    }
    guard commas > 1 else { return nil }
    if let names = joined(byWord: text) { return names }
    let parts = parts(text, UInt8(ascii: ",")).filter { !$0.isEmpty }
    guard parts.count >= 4, parts.count % 2 == 0 else { return nil }
    let pairs = stride(from: 0, to: parts.count, by: 2).map { (parts[$0], parts[$0 + 1]) }
    guard pairs.allSatisfy({ isInitials($0.1) && !isInitials($0.0) }) else { return nil }
    return pairs.map { $0.0 + ", " + $0.1 }
  }

  /// The names between which "and" stands, if each has one comma.
  private static func joined(byWord text: String) -> [String]? {
    let bytes = Array(text.utf8)
    let word = Array(" and ".utf8)
    var names: [String] = []
    var start = 0
    while true {
      let end = bytes.firstOffset(of: word, from: start)
      let name = bytes[start..<(end ?? bytes.count)]
      guard name.count(where: { $0 == UInt8(ascii: ",") }) == 1 else { return nil }
      names.append(name.trimmedASCIISpace.string)
      guard let end else { return names.count > 1 ? names : nil }
      start = end + word.count
    }
  }

  /// The pieces of a text between marks, without white space around them.
  private static func parts(_ text: String, _ mark: UInt8) -> [String] {
    Array(text.utf8).split(separator: mark, omittingEmptySubsequences: false)
      .map(\.trimmedASCIISpace.string)
  }

  /// A name without a comma.
  private static func single(_ text: String) -> Name {
    guard text.utf8.contains(0x20) else { return Name(family: text) }
    let words = self.words(text)
    guard words.count > 1, let last = words.last else { return Name(family: text) }
    guard words.count <= 3, isBareInitials(last), words.dropLast().allSatisfy(isCapitalized) else {
      return Name(literal: text)
    }
    return Name(family: words.dropLast().joined(separator: " "), given: last)
  }

  private static func words(_ text: String) -> [String] {
    text.utf8.split(separator: 0x20).map { String(Substring($0)) }
  }

  /// Whether a text is initials, with or without marks, spaces and hyphens between them.
  private static func isInitials(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    return !letters.isEmpty && letters.count <= 4 && letters.allSatisfy(\.properties.isUppercase)
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0 == "." || $0 == "-" || $0 == " "
      }
  }

  /// Endings of companies that look like initials.
  private static let companies: Set<String> = [
    "AB", "AG", "AS", "BV", "EU", "KG", "NV", "PC", "SA", "SE", "UK", "UN", "US", "USA", "TV", "IT",
  ]

  /// "AB" as PubMed writes initials, without a mark.
  private static func isBareInitials(_ word: String) -> Bool {
    word.utf8.count <= 3 && word.utf8.allSatisfy(\.isASCIIUpper) && !companies.contains(word)
  }

  /// A capital letter and small ones.
  private static func isCapitalized(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isUppercase
      && word.unicodeScalars.dropFirst().contains { $0.properties.isLowercase }
  }

  // MARK: Particles

  private static func takeParticles(_ name: inout Name) {
    let words = self.words(name.family)
    let small = words.prefix(while: isSmall)
    if !small.isEmpty, small.count < words.count {
      name.nonDroppingParticle = small.joined(separator: " ")
      name.family = words.dropFirst(small.count).joined(separator: " ")
    }
    takeElision(&name)
    let given = self.words(name.given)
    let last = given.reversed().prefix(while: isSmall).count
    if last > 0, last < given.count {
      name.droppingParticle = given.suffix(last).joined(separator: " ")
      name.given = given.dropLast(last).joined(separator: " ")
    }
  }

  /// "d’Alembert": the particle goes up to the apostrophe.
  private static func takeElision(_ name: inout Name) {
    guard name.nonDroppingParticle.isEmpty, let first = name.family.unicodeScalars.first,
      first.properties.isLowercase
    else { return }
    let head = name.family.unicodeScalars.prefix { $0 != "'" && $0 != "\u{2019}" }
    let rest = name.family.unicodeScalars.dropFirst(head.count + 1)
    guard head.count <= 4, head.allSatisfy(\.properties.isLowercase),
      rest.first?.properties.isUppercase == true
    else { return }
    name.nonDroppingParticle = String(
      String.UnicodeScalarView(name.family.unicodeScalars.prefix(head.count + 1)))
    name.family = String(String.UnicodeScalarView(rest))
  }

  /// A word of small letters only, with an apostrophe at most.
  private static func isSmall(_ word: String) -> Bool {
    guard word.utf8.first.map({ !$0.isASCIIUpper }) ?? false else { return false }
    return word.unicodeScalars.allSatisfy {
      $0.properties.isLowercase || $0 == "'" || $0 == "\u{2019}" || $0 == "."
    } && word.unicodeScalars.contains { $0.properties.isLowercase }
  }

  private static func joined(_ particle: String, _ family: String) -> String {
    guard !particle.isEmpty, !family.isEmpty else { return particle + family }
    let isGlued =
      particle.hasSuffix("'") || particle.hasSuffix("\u{2019}") || particle.hasSuffix("-")
    return particle + (isGlued ? "" : " ") + family
  }
}
