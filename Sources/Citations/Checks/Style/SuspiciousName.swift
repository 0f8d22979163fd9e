/// S010 to S015: names that were written or copied in a way that no style can mend.
enum SuspiciousName: EntryCheck {
  static let capitals = Rule("S010", "name-all-capitals", .warning, "a family name is all capitals")
  static let digits = Rule("S011", "digits-in-name", .warning, "a name has digits")
  static let ampersand = Rule(
    "S012", "ampersand-in-names", .warning, "an ampersand joins two names")
  static let etAl = Rule("S013", "et-al-as-name", .warning, "\"et al.\" stands as a name")
  static let several = Rule("S014", "several-names-in-one", .warning, "several names stand as one")
  static let initials = Rule(
    "S015", "initials-as-family", .warning, "initials stand as a family name")
  static let title = Rule("S016", "title-in-name", .note, "an academic title stands in a name")
  static let rules = [capitals, digits, ampersand, etAl, several, initials, title]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    for (variable, names) in entry.reference.names {
      let field = entry.field(of: .name(variable))
      for name in names {
        guard let problem = problem(name, isBibTeX: bibliography.tree != nil) else {
          if let finding = UnseparatedNames.finding(name, field, entry, bibliography) {
            findings.append(finding)
          }
          continue
        }
        let part = problem.part ?? (name.literal.isEmpty ? name.family : name.literal)
        let value = bibliography.placed(part, in: field, of: entry)
        findings.append(
          Diagnostic(
            problem.rule, "\"\(name.display)\" \(problem.message)", at: value.range, key: entry.key,
            fixes: fixes(for: problem, name, value, entry, bibliography)))
      }
    }
  }

  private struct Problem {
    var rule: Rule
    var message: String
    /// What can be left out behind the name.
    var cut: String?
    /// The part of the name that is marked, where it is not the family name.
    var part: String?
  }

  /// What is wrong with a name.
  ///
  /// The reader of BibTeX reports "et al.", semicolons and initials itself.
  private static func problem(_ name: Name, isBibTeX: Bool) -> Problem? {
    if !isBibTeX, isEtAl(name) {
      return Problem(rule: etAl, message: "is no name; leave it out or name the others")
    }
    let isPerson = !name.given.isEmpty && name.literal.isEmpty
    if isPerson,
      name.given.utf8.contains(UInt8(ascii: "&")) || name.family.utf8.contains(UInt8(ascii: "&"))
    {
      return Problem(
        rule: ampersand,
        message: "has an ampersand; part the names, or keep those of a firm together",
        part: name.given.isEmpty ? nil : name.given)
    }
    if !isBibTeX, name.display.utf8.contains(UInt8(ascii: ";")) {
      return Problem(rule: several, message: "has a semicolon; expected one name")
    }
    guard isPerson else { return nil }
    if let number = namesakeNumber(name) {
      return Problem(
        rule: digits, message: "has the number of a namesake, which DBLP adds",
        cut: " " + number)
    }
    if hasDigitInWord(name.family) || hasDigitInWord(name.given),
      !Folding.words(name.display).contains(where: groups.contains)
    {
      return Problem(rule: digits, message: "has digits, which look like the mark of a footnote")
    }
    if isInitials(name.family), !isBibTeX || !isInitials(name.given) {
      return Problem(
        rule: initials,
        message: "has initials for a family name; family and given names may be swapped")
    }
    if degrees.contains(name.given) {
      return Problem(
        rule: title, message: "has a degree; expected the name alone", part: name.given)
    }
    if mayBeginWithTitle(name.family), name.family.utf8.contains(0x20),
      let first = Folding.words(name.family).first, titles.contains(first)
    {
      return Problem(rule: title, message: "begins with a title; expected the name alone")
    }
    if mayBeginWithTitle(name.given), let first = Folding.words(name.given).first,
      titles.contains(first),
      name.given.utf8.count > first.utf8.count
    {
      return Problem(
        rule: title, message: "begins with a title; expected the name alone", part: name.given)
    }
    if isAllCapitals(name.family, beside: name.given), !name.given.utf8.contains(UInt8(ascii: "/"))
    {
      return Problem(rule: capitals, message: "has a family name in capitals")
    }
    return nil
  }

  private static func isEtAl(_ name: Name) -> Bool {
    let parts = [
      name.given, name.droppingParticle, name.nonDroppingParticle, name.family, name.suffix,
      name.literal,
    ]
    guard parts.contains(where: { endsLikeOthers($0.utf8) }) else { return false }
    if Folding.words(name.given + " " + name.droppingParticle).suffix(2) == ["et", "al"] {
      return true
    }
    let words = Folding.words(name.display)
    return words.suffix(2) == ["et", "al"] || words == ["others"] || words == ["and", "others"]
  }

  /// Whether a part ends in "al", "al." or "others", as it must where it stands for more names.
  private static func endsLikeOthers(_ part: String.UTF8View) -> Bool {
    let word = part.suffix(8).filter {
      $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") && $0 != 0x20
    }
    .map(\.asciiLowercased)
    return word.suffix(2).elementsEqual("al".utf8) || word.suffix(6).elementsEqual("others".utf8)
  }

  /// Words in the names of groups, which should stand in braces and may have digits.
  private static let groups: Set<String> = [
    "project", "team", "group", "consortium", "committee", "collaboration", "institute", "society",
    "association", "working", "lab", "network", "foundation", "company", "developers",
  ]

  private static let degrees: Set<String> = [
    "PhD", "Ph.D.", "Ph. D.", "Ph.D", "MPhil", "M.Phil.", "DPhil", "D.Phil.", "MSc", "M.Sc.", "BSc",
    "B.Sc.",
  ]

  private static let titles: Set<String> = ["prof", "professor", "dr", "mr", "mrs", "ms"]

  /// Whether the first letter is that of a title, which spares most names a closer look.
  private static func mayBeginWithTitle(_ given: String) -> Bool {
    given.utf8.first.map { "PpDdMm".utf8.contains($0) || !$0.isASCIILetter } ?? false
  }

  private static func hasDigitInWord(_ text: String) -> Bool {
    // A raised digit, or one that stands for the family name.
    if text.unicodeScalars.contains(where: isRaisedDigit)
      || !text.isEmpty && text.utf8.allSatisfy(\.isASCIIDigit)
    {
      return true
    }
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      if byte.isASCIIDigit, before.isASCIILetter || before >= 0x80 { return true }
      before = byte
    }
    return false
  }

  private static func isRaisedDigit(_ scalar: Unicode.Scalar) -> Bool {
    [0xB9, 0xB2, 0xB3].contains(scalar.value) || (0x2070...0x2079).contains(scalar.value)
  }

  /// Whether a text is single capitals, each with a full stop.
  private static func isInitials(_ text: String) -> Bool {
    let parts = text.utf8.split(whereSeparator: { $0 == UInt8(ascii: ".") || $0 == 0x20 })
    return text.utf8.last == UInt8(ascii: ".") && !parts.isEmpty
      && parts.allSatisfy { $0.count == 1 && $0.allSatisfy { $0.isASCIIUpper } }
  }

  /// Four capitals or more and nothing else; three beside a given name that is written out.
  ///
  /// Shorter names such as "LI" may be initials or an acronym.
  private static func isAllCapitals(_ text: String, beside given: String) -> Bool {
    // Nearly all names have a small letter of ASCII.
    guard !text.utf8.contains(where: \.isASCIILower) else { return false }
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    let isWritten = given.unicodeScalars.count(where: \.properties.isLowercase) > 1
    return letters.count >= (isWritten ? 3 : 4) && letters.allSatisfy(\.properties.isUppercase)
  }

  /// The four digits that DBLP puts behind a name that several people have.
  private static func namesakeNumber(_ name: Name) -> String? {
    let last = name.family.utf8.split(separator: 0x20).last.map { Array($0).string } ?? ""
    return last.utf8.count == 4 && last.utf8.allSatisfy(\.isASCIIDigit) && last.hasPrefix("0")
      ? last : nil
  }

  // MARK: Fixes

  private static func fixes(
    for problem: Problem, _ name: Name, _ value: PlacedValue, _ entry: CheckedEntry,
    _ bibliography: CheckedBibliography
  ) -> [FixIt] {
    if problem.rule == capitals {
      return NameCapitals.fixes(name, value, entry, bibliography)
    }
    guard let cut = problem.cut, value.isExact,
      bibliography.source.bytes[..<Int(value.range.end)].suffix(cut.utf8.count)
        .elementsEqual(cut.utf8)
    else { return [] }
    let range = SourceRange(Int(value.range.end) - cut.utf8.count, Int(value.range.end))
    return [FixIt("leave the number out", .suggested, replace: range, with: "")]
  }
}
