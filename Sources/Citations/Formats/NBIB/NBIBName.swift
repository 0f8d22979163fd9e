/// Names as PubMed writes them: "King, Martin Luther Jr" in full, "King ML Jr" in short.
///
/// Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions", FAU and AU.
enum NBIBName {
  private static let suffixes: Set<String> = [
    "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "1st", "2nd", "3rd", "4th", "5th", "6th",
  ]

  /// A full name.
  static func read(full text: String) -> Name {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return read(short: text) }
    var words = words(text)
    guard words.count > 2, let last = words.last, suffixes.contains(last) else {
      return InvertedName.read(text)
    }
    words.removeLast()
    var name = InvertedName.read(words.joined(separator: " "))
    if name.literal.isEmpty { name.suffix = last }
    return name
  }

  /// A short name: family name, initials, suffix.
  static func read(short text: String) -> Name {
    var words = words(text)
    guard words.count > 1 else { return Name(family: text) }
    var suffix = ""
    if words.count > 2, let last = words.last, suffixes.contains(last) {
      suffix = last
      words.removeLast()
    }
    let initials = words.removeLast()
    guard initials.utf8.allSatisfy({ $0.isASCIIUpper || $0 >= 0x80 || $0 == 0x2D }) else {
      return Name(literal: text)
    }
    var name = InvertedName.read(words.joined(separator: " ") + ", " + initials)
    name.suffix = suffix
    return name
  }

  /// The name in full and in short; the latter is nil for an institution.
  static func texts(_ name: Name) -> (full: String, short: String?) {
    guard name.literal.isEmpty else { return (name.literal, nil) }
    var plain = name
    plain.suffix = ""
    let tail = name.suffix.isEmpty ? "" : " " + name.suffix
    let family = InvertedName.text(
      Name(family: name.family, nonDroppingParticle: name.nonDroppingParticle))
    let initials = initials(name.given)
    let short = [family, initials, name.suffix].filter { !$0.isEmpty }.joined(separator: " ")
    return (InvertedName.text(plain) + tail, short)
  }

  /// The first letter of each given name.
  private static func initials(_ given: String) -> String {
    var result = String.UnicodeScalarView()
    var isStart = true
    for scalar in given.unicodeScalars {
      if scalar == " " || scalar == "-" || scalar == "." {
        isStart = true
      } else if isStart {
        result.append(scalar)
        isStart = false
      }
    }
    return String(result)
  }

  private static func words(_ text: String) -> [String] {
    text.utf8.split(separator: 0x20).map { String(Substring($0)) }
  }
}
