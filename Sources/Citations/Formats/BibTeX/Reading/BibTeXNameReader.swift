/// Takes a list of names in BibTeX syntax apart.
///
/// Source: btxdoc 1988, 4 "Names"; Nicolas Markey, "Tame the BeaST", 11; btparse 0.89, "bt_split_names"; biblatex 3.18,
/// 3.4 "Name lists" for the extended format. Unlike BibTeX a hyphen does not part words: "al-Rashid" is one.
struct BibTeXNameReader {
  /// Something in a list of names that BibTeX reads in another way than it was meant.
  struct Problem: Hashable {
    enum Kind: Hashable {
      case danglingAnd, tooManyCommas, separator, suffixWithoutComma, initialsAsFamily
      case allLowercase, etAl
    }
    var kind: Kind
    var range: Range<Int>
  }

  /// Whose rules are followed where BibTeX and biber differ.
  let rules: ReaderOptions.NameRules
  /// Whether names are read as they stand, without a guess at what was meant.
  var isLiteral = false
  /// Whether particles stay with the family name: the option `useprefix`.
  var usesPrefix = false
  private(set) var problems: [Problem] = []

  private var decoder = LaTeXDecoder()
  var bytes: [UInt8] = []
  private var names: [Name] = []

  init(_ rules: ReaderOptions.NameRules) {
    self.rules = rules
    decoder.protects = false
    decoder.tieIsSpace = true
    decoder.readsHTML = false
  }

  /// The names in a stretch of `source`; what is odd about them is in `problems`.
  mutating func read(_ source: [UInt8], _ range: Range<Int>) -> [Name] {
    problems.removeAll(keepingCapacity: true)
    names = []
    bytes = source
    defer { bytes = [] }
    var start = range.lowerBound
    var index = start
    var depth = 0
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(depth - 1, 0)
      case UInt8(ascii: "a"), UInt8(ascii: "A"):
        guard depth == 0, isAnd(index, range) else { break }
        take(start..<index, isEnclosed: true)
        index += 3
        start = index
        continue
      default: break
      }
      index += 1
    }
    if start == range.lowerBound, trimmed(range).isEmpty { return [] }
    take(start..<range.upperBound, isEnclosed: start > range.lowerBound)
    return names
  }

  /// Whether the word "and" stands here between spaces or at an end of the list.
  private func isAnd(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 2 < range.upperBound, bytes[index + 1] | 0x20 == UInt8(ascii: "n"),
      bytes[index + 2] | 0x20 == UInt8(ascii: "d")
    else { return false }
    let before = index == range.lowerBound || isBlank(bytes[index - 1])
    return before && (index + 3 == range.upperBound || isBlank(bytes[index + 3]))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte.isASCIISpace || byte == UInt8(ascii: "~") }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isBlank(bytes[low]) { low += 1 }
    while high > low, isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private mutating func report(_ kind: Problem.Kind, _ range: Range<Int>) {
    problems.append(Problem(kind: kind, range: range))
  }

  // MARK: One name

  private mutating func take(_ range: Range<Int>, isEnclosed: Bool) {
    var name = trimmed(range)
    if name.isEmpty {
      if isEnclosed { report(.danglingAnd, range) }
      return
    }
    if let plain = plainName(name) {
      names.append(plain)
      return
    }
    if matches(name, "others") {
      names.append(Name(literal: "others"))
      return
    }
    var scan = Scan(bytes, name)
    if scan.isOneGroup, !isLetter(name) {
      names.append(Name(literal: text(name.lowerBound + 1..<name.upperBound - 1)))
      return
    }
    if scan.hasEquals, let extended = extendedName(name, scan) {
      names.append(extended)
      return
    }
    if !isLiteral {
      if !scan.semicolons.isEmpty { return takeParts(name, scan.semicolons) }
      if let rest = withoutEtAl(name) {
        report(.etAl, name)
        if !rest.isEmpty { take(rest, isEnclosed: false) }
        names.append(Name(literal: "others"))
        return
      }
      if scan.commas.count >= 3, scan.commas.count % 2 == 1 { return takePairs(name, scan.commas) }
    }
    if scan.commas.last == name.upperBound - 1, name.count > 1 {
      scan.commas.removeLast()
      name = name.dropLast()
    }
    names.append(personalName(name, scan.commas))
  }

  /// "Family, Given" with a family name of one word and nothing to decode, as most names are; nil for all others.
  private func plainName(_ range: Range<Int>) -> Name? {
    guard LaTeXDecoder.isPlain(bytes, range) else { return nil }
    var comma = -1
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") {
        guard comma < 0 else { return nil }
        comma = index
      } else if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "=")
        || comma < 0 && byte == 0x20
      {
        return nil
      }
    }
    // Something that ends in "et al." is looked at more closely.
    guard comma > range.lowerBound, comma + 2 < range.upperBound, bytes[comma + 1] == 0x20,
      bytes[range.upperBound - 1] | 0x20 != UInt8(ascii: "l"),
      bytes[range.upperBound - 2] | 0x20 != UInt8(ascii: "l"),
      // Something without capitals is, too.
      !(bytes[range.lowerBound].isASCIILower && bytes[comma + 2].isASCIILower)
    else { return nil }
    return Name(
      family: bytes[range.lowerBound..<comma].string,
      given: bytes[(comma + 2)..<range.upperBound].string)
  }

  /// Whether a group is one accented letter, which is no name of a body.
  private func isLetter(_ name: Range<Int>) -> Bool {
    bytes[name.lowerBound + 1] == UInt8(ascii: "\\")
      && !bytes[name].contains(where: \.isASCIISpace)
  }

  private func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && bytes[range].starts(with: word)
  }

  /// Names that semicolons part.
  private mutating func takeParts(_ name: Range<Int>, _ cuts: [Int]) {
    report(.separator, name)
    var start = name.lowerBound
    for cut in cuts + [name.upperBound] {
      if start < cut { take(start..<cut, isEnclosed: false) }
      start = cut + 1
    }
  }

  /// Names in a list in which commas stand for "and", too, as in "Smith, J., Doe, A.".
  private mutating func takePairs(_ name: Range<Int>, _ commas: [Int]) {
    report(.tooManyCommas, name)
    var start = name.lowerBound
    for place in stride(from: 1, through: commas.count, by: 2) {
      let end = place < commas.count ? commas[place] : name.upperBound
      take(start..<end, isEnclosed: false)
      start = end + 1
    }
  }

  /// The name before "et al.", or nil.
  private func withoutEtAl(_ name: Range<Int>) -> Range<Int>? {
    var end = name.upperBound
    if bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end - name.lowerBound >= 5,
      bytes[(end - 5)..<end].map(\.asciiLowercased).elementsEqual("et al".utf8),
      end - 5 == name.lowerBound || isBlank(bytes[end - 6])
    else { return nil }
    var rest = trimmed(name.lowerBound..<end - 5)
    if let last = rest.last, bytes[last] == UInt8(ascii: ",") { rest = trimmed(rest.dropLast()) }
    return rest
  }

  // MARK: Parts

  private mutating func personalName(_ name: Range<Int>, _ commas: [Int]) -> Name {
    guard let first = commas.first else { return naturalName(name) }
    let family = trimmed(name.lowerBound..<first)
    var given = trimmed(first + 1..<name.upperBound)
    var result = Name(family: "")
    if commas.count > 1 {
      if commas.count > 2 { report(.tooManyCommas, name) }
      result.suffix = text(trimmed(first + 1..<commas[1]))
      given = trimmed(commas[1] + 1..<name.upperBound)
    }
    if bytes[family].contains(where: isBlank) {
      setParticle(of: &result, family, words(family), from: 0)
    } else {
      result.family = text(isOneGroup(family) ? family.dropFirst().dropLast() : family)
    }
    result.given = text(given)
    if commas.count == 1, !isLiteral, !given.isEmpty,
      !hasCapital(name), (words(family) + words(given)).allSatisfy(isLowercase)
    {
      report(.allLowercase, name)
    }
    return result
  }

  /// Particle and family name in a part that begins with the particle, if there is one.
  private mutating func setParticle(
    of name: inout Name, _ range: Range<Int>, _ words: [Range<Int>], from start: Int
  ) {
    var end = start
    if rules == .biber {
      while end < words.count - 1, isLowercase(words[end]) { end += 1 }
    } else if let last = words[start...].dropLast().lastIndex(where: isLowercase) {
      end = last + 1
    }
    if end > start, let first = words[start...].first {
      let particle = text(first.lowerBound..<words[end - 1].upperBound)
      if usesPrefix {
        name.nonDroppingParticle = particle
      } else {
        name.droppingParticle = particle
      }
    }
    let family = (end < words.count ? words[end].lowerBound : range.upperBound)..<range.upperBound
    name.family = text(isOneGroup(family) ? family.dropFirst().dropLast() : family)
  }

  private func isOneGroup(_ range: Range<Int>) -> Bool {
    range.count > 2 && bytes[range.lowerBound] == UInt8(ascii: "{") && Scan(bytes, range).isOneGroup
  }

  /// A name without commas: given names, particle, family name.
  private mutating func naturalName(_ range: Range<Int>) -> Name {
    var words = words(range)
    var name = Name(family: "")
    if words.count == 1 {
      name.family = text(range)
      return name
    }
    var end = range.upperBound
    if !isLiteral {
      if words.count > 2, isSuffix(words[words.count - 1]) {
        report(.suffixWithoutComma, range)
        name.suffix = text(words.removeLast())
        end = words[words.count - 1].upperBound
      }
      if words.count == 2, isCapitalized(words[0]), isInitials(words[1]) {
        report(.initialsAsFamily, range)
        name.family = text(words[0])
        name.given = text(words[1])
        return name
      }
    }
    let start = words.dropLast().firstIndex(where: isLowercase) ?? words.count - 1
    if start == 0, !isLiteral, !hasCapital(range), words.allSatisfy(isLowercase) {
      report(.allLowercase, range)
    }
    if start > 0 { name.given = text(range.lowerBound..<words[start - 1].upperBound) }
    setParticle(of: &name, range.lowerBound..<end, words, from: start)
    return name
  }

  /// The words of a part: what stands between spaces and ties outside of braces.
  private func words(_ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var depth = 0
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0, isBlank(byte) {
        if let first = start { words.append(first..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { words.append(first..<range.upperBound) }
    return words
  }

  private func isSuffix(_ word: Range<Int>) -> Bool {
    switch bytes[word].string {
    case "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "jr.", "Jun.", "Sen.": true
    default: false
    }
  }

  /// Whether a word is one to three capitals that are no number of a king: "AB".
  private func isInitials(_ word: Range<Int>) -> Bool {
    var letters = bytes[word]
    // "M." and "M.K.", not the "X" of a name that has no full stop.
    if letters.last == UInt8(ascii: ".") {
      letters = Array(letters.filter { $0 != UInt8(ascii: ".") })[...]
      return (1...3).contains(letters.count) && letters.allSatisfy(\.isASCIIUpper)
    }
    return letters.count <= 3 && letters.allSatisfy(\.isASCIIUpper)
      && (letters.count == 1 || !letters.allSatisfy("IVXL".utf8.contains))
  }

  private func isCapitalized(_ word: Range<Int>) -> Bool {
    bytes[word.lowerBound].isASCIIUpper && word.count > 2
      && bytes[word].dropFirst().contains(where: \.isASCIILower)
  }

  /// Decodes a part.
  mutating func text(_ range: Range<Int>) -> String {
    if LaTeXDecoder.isPlain(bytes, range) { return bytes[range].string }
    decoder.decode(bytes, range)
    return decoder.output.string
  }

  // MARK: Case

  /// Whether BibTeX takes a word for a particle: whether its first letter that is not hidden by braces is a small one.
  private func isLowercase(_ word: Range<Int>) -> Bool {
    var index = word.lowerBound
    while index < word.upperBound {
      let byte = bytes[index]
      if byte.isASCIILetter { return byte.isASCIILower }
      if byte >= 0x80 {
        let letter = bytes.scalar(at: index)
        if letter.scalar.properties.isAlphabetic { return letter.scalar.properties.isLowercase }
        index += letter.length
      } else if byte == UInt8(ascii: "{") {
        if let isLower = caseOfGroup(&index, word.upperBound) { return isLower }
      } else if byte == UInt8(ascii: "\\") {
        if let isLower = caseOfCommand(&index, word.upperBound) { return isLower }
      } else {
        index += 1
      }
    }
    return false
  }

  /// Whether there is a capital, if only in braces, which hide it from BibTeX.
  private func hasCapital(_ range: Range<Int>) -> Bool {
    bytes[range].string.unicodeScalars.contains { $0.properties.isUppercase }
  }

  /// Passes over a group; only one that begins with a command has a case.
  private func caseOfGroup(_ index: inout Int, _ end: Int) -> Bool? {
    if index + 1 < end, bytes[index + 1] == UInt8(ascii: "\\") {
      index += 1
      return caseOfCommand(&index, end)
    }
    var depth = 0
    while index < end {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      index += 1
      if depth <= 0 { break }
    }
    return nil
  }

  /// The case of a command that is a letter, else of the first letter behind it.
  private func caseOfCommand(_ index: inout Int, _ end: Int) -> Bool? {
    index += 1
    let start = index
    while index < end, bytes[index].isASCIILetter { index += 1 }
    if start == index { index += 1 }
    let name = bytes[start..<min(index, end)]
    switch LaTeXCommands.command(name) {
    case .text(let letter):
      if let first = letter.unicodeScalars.first, first.properties.isAlphabetic {
        return first.properties.isLowercase
      }
    case .uppercase where rules == .biber: return false
    case .lowercase where rules == .biber: return true
    default: break
    }
    while index < end, bytes[index] == UInt8(ascii: "{") || bytes[index].isASCIISpace { index += 1 }
    return nil
  }
}
