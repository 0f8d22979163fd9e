/// Titles compared as an editor would: capitals, signs, accents and markup do not count.
enum TitleComparison {
  /// Words that stand for one another, or for a sign, and say nothing.
  private static let joiners: Set<String> = ["and", "und", "et", "y", "e", "&", "+"]

  /// Whether a title is one of those that a record knows; a subtitle may be left out on either side.
  static func isSame(_ title: String, _ known: [String]) -> Bool {
    let keys = keys(of: title)
    let main = main(of: title)
    for other in known {
      if !keys.isDisjoint(with: self.keys(of: other)) { return true }
      let otherMain = self.main(of: other)
      // Only one of the two may do without: two different subtitles are two works.
      if main == nil, let otherMain, !keys.isDisjoint(with: self.keys(of: otherMain)) {
        return true
      }
      if let main, known.allSatisfy({ self.main(of: $0) == nil }),
        !self.keys(of: main).isDisjoint(with: self.keys(of: other))
      {
        return true
      }
    }
    return false
  }

  /// How many of their words two titles share, from 0 to 1; words that differ in a letter are shared, numbers are not.
  ///
  /// - Complexity: O(*n* m) in the words of both, of which the first forty count.
  static func likeness(_ left: String, _ right: String) -> Double {
    let first = Set(Folding.words(left).prefix(40))
    let second = Set(Folding.words(right).prefix(40))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var others = second.subtracting(first)
    let rest = first.subtracting(second)
    var shared = first.count - rest.count
    // "Part 1" and "part 2" are no slips of each other.
    let differsInNumber = rest.union(others).contains(where: isNumber)
    for word in rest.sorted() where word.utf8.count >= 4 {
      guard let near = others.sorted().first(where: { EditDistance.isWithin(1, word, $0) }) else {
        continue
      }
      others.remove(near)
      shared += 1
    }
    let result = 2 * Double(shared) / Double(first.count + second.count)
    return differsInNumber ? min(result, 0.5) : result
  }

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.contains(where: \.isASCIIDigit) || ["i", "ii", "iii", "iv", "v", "vi"].contains(word)
  }

  /// The forms of a text in which equal ones are the same: without accents, and with them written out ("ue").
  static func keys(of title: String) -> Set<String> {
    let words = title.split(separator: " ").filter { !joiners.contains($0.lowercased()) }
    let text = spelledOut(words.joined(separator: " "))
    return Set([Folding.key(text), transliterated(text)].filter { !$0.isEmpty })
  }

  private static let greek = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi \
    chi psi omega
    """.split(separator: " ").map(String.init)

  /// The text with small digits as plain ones, and single Greek letters by their names, as registries often have them.
  private static func spelledOut(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x2080...0x2089: result += String(scalar.value - 0x2080)
      case 0x2070, 0x2074...0x2079: result += String(scalar.value - 0x2070)
      case 0xB2, 0xB3: result += String(scalar.value - 0xB0)
      case 0xB9: result += "1"
      case 0x391...0x3A9, 0x3B1...0x3C9:
        let place = Int(scalar.value - (scalar.value < 0x3B1 ? 0x391 : 0x3B1))
        let isAlone =
          (index == 0 || !isGreek(scalars[index - 1]))
          && (index + 1 == scalars.count || !isGreek(scalars[index + 1]))
        if isAlone, greek.indices.contains(place) {
          result += greek[place]
        } else {
          result.unicodeScalars.append(scalar)
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x3FF).contains(scalar.value) || (0x1F00...0x1FFF).contains(scalar.value)
  }

  /// The title before its subtitle; nil for one without.
  static func main(of title: String) -> String? {
    let bytes = Array(title.utf8)
    for (index, byte) in bytes.enumerated() where index > 0 && index + 1 < bytes.count {
      let isSpaced = bytes[index + 1] == 0x20
      let parts =
        byte == UInt8(ascii: ":")
        || isSpaced && ".?!".utf8.contains(byte)
        || isSpaced && bytes[index - 1] == 0x20 && byte == UInt8(ascii: "-")
        // The last byte of U+2013 and U+2014 with their first two before it.
        || isSpaced && (byte == 0x93 || byte == 0x94) && index >= 2 && bytes[index - 1] == 0x80
          && bytes[index - 2] == 0xE2
      guard parts else { continue }
      let main = bytes[..<index].string
      // An initial or an abbreviation is no title.
      if Folding.key(main).utf8.count >= 6 { return main }
    }
    return nil
  }
}

/// The words by which publishers mark the titles of works that they took back.
enum RetractionMark {
  private static let marks = [
    "retracted article:", "retracted chapter:", "retracted:", "withdrawn:", "retraction:",
    "[retracted]", "(retracted)", "removed:",
  ]

  /// Whether a title is marked.
  static func isMarked(_ title: String) -> Bool { bare(title).utf8.count < title.utf8.count }

  /// The title without the mark.
  static func bare(_ title: String) -> String {
    let lower = title.utf8.map(\.asciiLowercased)
    for mark in marks {
      let bytes = Array(title.utf8)
      if lower.starts(with: mark.utf8) {
        return bytes.dropFirst(mark.utf8.count).trimmedASCIISpace.string
      }
      if lower.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
        return bytes.dropLast(mark.utf8.count).trimmedASCIISpace.string
      }
    }
    return title
  }
}
