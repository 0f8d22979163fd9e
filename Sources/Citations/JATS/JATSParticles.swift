/// Particles of names, for which JATS has no elements.
///
/// Those that stay with the family name begin the `surname`, the others end the `given-names`. Words in lower case are
/// read as particles; where that would not give the name back, a mark in `specific-use` names them.
/// Source: JATS 1.4 Tag Library, `surname`.
enum JATSParticles {
  /// The beginning of the mark: after it the dropping particle, a bar and the other one.
  private static let mark = "csl-particles:"

  /// What `surname` and `given-names` hold.
  static func parts(of name: Name) -> (surname: String, given: String) {
    (
      joined(name.nonDroppingParticle, name.family), joined(name.given, name.droppingParticle)
    )
  }

  /// The mark that a name needs, or nil where reading finds its particles by itself.
  static func mark(for name: Name) -> String? {
    let (surname, given) = parts(of: name)
    var read = Name(family: surname, given: given)
    split(&read)
    let isSame =
      read.family == name.family && read.given == name.given
      && read.droppingParticle == name.droppingParticle
      && read.nonDroppingParticle == name.nonDroppingParticle
    return isSame ? nil : mark + name.droppingParticle + "|" + name.nonDroppingParticle
  }

  /// Takes the particles out of a family name and given names: those that the mark names, or else words in lower case.
  static func split(_ name: inout Name, mark: String?) {
    guard let mark, mark.utf8.starts(with: Self.mark.utf8),
      let bar = mark.utf8.firstIndex(of: UInt8(ascii: "|"))
    else { return split(&name) }
    let dropping = String(mark[..<bar].utf8.dropFirst(Self.mark.utf8.count)) ?? ""
    let staying = String(mark[mark.utf8.index(after: bar)...])
    if !dropping.isEmpty, name.given.utf8.count >= dropping.utf8.count,
      name.given.utf8.suffix(dropping.utf8.count).elementsEqual(dropping.utf8)
    {
      name.droppingParticle = dropping
      name.given = Array(name.given.utf8).dropLast(dropping.utf8.count).trimmedASCIISpace.string
    }
    if !staying.isEmpty, name.family.utf8.starts(with: staying.utf8) {
      name.nonDroppingParticle = staying
      name.family = Array(name.family.utf8).dropFirst(staying.utf8.count).trimmedASCIISpace.string
    }
  }

  /// Takes the particles out: words in lower case before the surname stay with it, those after given names do not.
  static func split(_ name: inout Name) {
    let family = name.family.split(separator: " ")
    let low = family.prefix { isParticle($0) && elision(in: $0) == nil }
    if low.count < family.count {
      var particles = low.map(String.init)
      var rest = family.dropFirst(low.count).joined(separator: " ")
      if let end = elision(in: rest[...]) {
        particles.append(String(rest[..<end]))
        rest = String(rest[end...])
      }
      if !particles.isEmpty {
        name.nonDroppingParticle = particles.joined(separator: " ")
        name.family = rest
      }
    }
    let given = name.given.split(separator: " ")
    let high = given.reversed().prefix { isParticle($0) }.reversed()
    if !high.isEmpty, high.count < given.count {
      name.droppingParticle = high.joined(separator: " ")
      name.given = given.dropLast(high.count).joined(separator: " ")
    }
  }

  static func isParticle(_ word: Substring) -> Bool {
    word.unicodeScalars.first?.properties.isLowercase ?? false
  }

  /// The end of a particle that an apostrophe binds to the name: "d’" in "d’Alembert".
  private static func elision(in word: Substring) -> Substring.Index? {
    let scalars = word.unicodeScalars
    guard isParticle(word),
      let place = scalars.prefix(8).firstIndex(where: { $0 == "’" || $0 == "'" })
    else { return nil }
    let end = scalars.index(after: place)
    guard end < scalars.endIndex, scalars[end].properties.isUppercase else { return nil }
    return end
  }

  /// Two parts with a space between, none after an apostrophe or a hyphen.
  private static func joined(_ first: String, _ second: String) -> String {
    guard !first.isEmpty, !second.isEmpty else { return first + second }
    let isBound = [0x27, 0x2D].contains(first.utf8.last ?? 0) || first.unicodeScalars.last == "’"
    return isBound ? first + second : first + " " + second
  }
}
