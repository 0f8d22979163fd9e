/// A name in the parts that styles arrange, with particles and suffixes found where the data left them in other parts.
struct PersonName: Sendable, Hashable {
  var family: [UInt8] = []
  var given: [UInt8] = []
  var droppingParticle: [UInt8] = []
  var nonDroppingParticle: [UInt8] = []
  var suffix: [UInt8] = []
  var literal: [UInt8] = []
  var hasCommaSuffix = false
  /// Whether the family name always comes first, without a space: names in Chinese or Korean signs.
  var isFamilyFirst = false

  init(_ name: Name) {
    literal = Self.curled(name.literal)
    guard literal.isEmpty else { return }
    family = Self.curled(name.family)
    given = Self.curled(name.given)
    droppingParticle = Self.curled(name.droppingParticle)
    nonDroppingParticle = Self.curled(name.nonDroppingParticle)
    suffix = Self.curled(name.suffix)
    hasCommaSuffix = name.hasCommaSuffix
    if suffix.isEmpty { takeSuffix() }
    if droppingParticle.isEmpty { takeDroppingParticle() }
    if nonDroppingParticle.isEmpty { takeNonDroppingParticle() }
    isFamilyFirst = name.hasStaticOrdering || !family.isEmpty && !Self.isWestern(family + given)
  }

  /// Straight apostrophes become curly ones.
  private static func curled(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "'") { result += "’".utf8 } else { result.append(byte) }
    }
    return result
  }

  /// "Martin Luther, Jr.": the suffix stands after a comma; ",!" asks for a comma in print.
  private mutating func takeSuffix() {
    guard let comma = given.firstIndex(of: UInt8(ascii: ",")), comma > 0 else { return }
    var rest = given[(comma + 1)...]
    if rest.first == UInt8(ascii: "!") {
      hasCommaSuffix = true
      rest = rest.dropFirst()
    }
    let found = Array(rest.trimmedASCIISpace)
    guard !found.isEmpty else { return }
    suffix = found
    given = Array(given[..<comma].trimmedASCIISpace)
  }

  /// Words in lower case at the end of the given names are a particle that drops.
  private mutating func takeDroppingParticle() {
    guard !Self.unquote(&given) else { return }
    let words = given.split(separator: 0x20)
    let count = words.reversed().prefix { Self.isParticle($0) }.count
    guard count > 0, count < words.count else { return }
    given = Array(words.dropLast(count).joined(separator: [0x20]))
    droppingParticle = Array(words.suffix(count).joined(separator: [0x20]))
  }

  /// Words in lower case at the beginning of the family name are a particle that stays.
  private mutating func takeNonDroppingParticle() {
    guard !Self.unquote(&family) else { return }
    let words = family.split(separator: 0x20)
    let count = words.prefix { Self.isParticle($0) }.count
    if count > 0, count < words.count {
      nonDroppingParticle = Array(words.prefix(count).joined(separator: [0x20]))
      // A space that stood after an apostrophe stays.
      if nonDroppingParticle.suffix(3).elementsEqual("’".utf8) { nonDroppingParticle.append(0x20) }
      family = Array(words.dropFirst(count).joined(separator: [0x20]))
    }
    takeJoinedParticle()
  }

  /// "al-Hakim", "d’Alembert": a particle that is joined to the name.
  private mutating func takeJoinedParticle() {
    var index = 0
    while index < family.count {
      let (scalar, length) = family.scalar(at: index)
      index += length
      if scalar.isLower { continue }
      let isJoint = scalar == "’" || scalar == "-" || scalar == "‘" || scalar == "ʻ"
      guard isJoint, index > length || scalar == "’", index < family.count,
        family.scalar(at: index).scalar.isUpper
      else { return }
      let joint = Array(family[..<index])
      nonDroppingParticle =
        nonDroppingParticle.isEmpty ? joint : nonDroppingParticle + [0x20] + joint
      family = Array(family[index...])
      return
    }
  }

  /// Takes quotes off a part that must not be taken apart; answers whether there were any.
  private static func unquote(_ part: inout [UInt8]) -> Bool {
    guard part.count > 2, part.first == 0x22, part.last == 0x22 else { return false }
    part = Array(part[1..<part.count - 1])
    return true
  }

  private static func isParticle(_ word: ArraySlice<UInt8>) -> Bool {
    var hasLetter = false
    for scalar in word.string.unicodeScalars {
      if scalar.isLower {
        hasLetter = true
      } else if !(scalar == "’" || scalar == "-" || scalar == "–" || scalar == ".") {
        return false
      }
    }
    return hasLetter
  }

  /// Whether a name is in a script that sets given names first and parts with spaces.
  static func isWestern(_ name: [UInt8]) -> Bool {
    name.string.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F,
        0x590...0x5D4, 0x5D6...0x6FF, 0xE01...0xE5B, 0x1E00...0x1FFF, 0x200C...0x200E,
        0x2018...0x2019, 0x202A...0x202E:
        true
      default: false
      }
    }
  }
}
