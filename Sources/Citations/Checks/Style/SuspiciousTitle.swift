/// S020 to S023: titles that are shouted, end in a full stop, repeat a word or hold an address.
enum SuspiciousTitle: EntryCheck {
  static let capitals = Rule("S020", "title-all-capitals", .warning, "a title is all capitals")
  static let fullStop = Rule("S021", "title-full-stop", .note, "a title ends in a full stop")
  static let repetition = Rule("S022", "repeated-word", .warning, "a word stands twice in a row")
  static let address = Rule("S023", "address-in-title", .note, "an address stands in a title")
  static let rules = [capitals, fullStop, repetition, address]

  private static let variables: [TextVariable] = [.title, .containerTitle, .collectionTitle]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    for variable in variables {
      guard let value = bibliography.value(variable, of: entry) else { continue }
      if variable == .title, isAllCapitals(own(value, entry, bibliography).text) {
        findings.append(
          Diagnostic(
            capitals, "\"\(value.text)\" is all capitals; expected them where words have them",
            at: value.range, key: entry.key))
      }
      if variable == .title { checkEnd(value, entry, &findings) }
      checkRepetition(value, entry, &findings)
      if entry.reference.type != .webpage, hasAddress(value.text) {
        findings.append(
          Diagnostic(
            address, "\"\(value.text)\" has an address; expected it in the field for it",
            at: value.range, key: entry.key))
      }
    }
  }

  /// The title without the subtitle that has a field of its own.
  private static func own(
    _ value: PlacedValue, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> PlacedValue {
    guard bibliography.tree != nil, entry.field("subtitle") != nil,
      let title = bibliography.value(named: "title", of: entry)
    else { return value }
    return title
  }

  /// Two words or more without a single small letter, with twelve capitals at least.
  private static func isAllCapitals(_ text: String) -> Bool {
    var capitals = 0
    var spaces = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { capitals += 1 }
      if scalar == " " { spaces += 1 }
    }
    return capitals >= 12 && spaces > 0
  }

  /// A full stop after a small word of four letters or more: not after initials, abbreviations or an ellipsis.
  private static func checkEnd(
    _ value: PlacedValue, _ entry: CheckedEntry, _ findings: inout [Diagnostic]
  ) {
    let bytes = Array(value.text.utf8)
    guard bytes.last == UInt8(ascii: ".") else { return }
    let word = bytes.dropLast().suffix(while: { $0.isASCIILetter || $0 >= 0x80 })
    guard word.count >= (word.first?.isASCIIUpper == true ? 5 : 4),
      word.dropFirst().allSatisfy({ $0.isASCIILower }),
      !abbreviations.contains(word.map(\.asciiLowercased).string)
    else { return }
    findings.append(
      Diagnostic(
        fullStop, "\"\(value.text)\" ends in a full stop, which styles add themselves",
        at: value.place(of: bytes.count - 1..<bytes.count), key: entry.key,
        fixes: value.fixes(
          "leave the full stop out", .suggested, replace: bytes.count - 1..<bytes.count, with: "")))
  }

  private static let abbreviations: Set<String> = [
    "incl", "approx", "dept", "univ", "proc", "trans", "corp", "suppl", "calif", "illus", "assoc",
    "intern", "introd", "philol", "comment", "commun",
  ]

  /// Words that are repeated on purpose, in one language or another, and names that repeat themselves.
  private static let repeatable: Set<String> = [
    "very", "that", "had", "is", "no", "far", "so", "long", "many", "never", "more", "again", "log",
    "ha", "bye", "now", "go", "knock", "tick", "boom", "bang", "die", "der", "das", "nous",
    "vous", "que", "faire", "fait", "sie", "ja", "nein", "poco", "piano", "baden", "duran", "walla",
    "wagga", "pago", "bora", "sing", "humbert", "boutros", "tora", "berlin", "york", "johnson",
    "mau", "yo", "can", "aye", "chow", "pili", "gado", "couscous", "test",
  ]

  /// Whether a word that stands twice is a slip: letters alone, of two or more, that nobody repeats on purpose.
  private static func isSlip(_ word: ArraySlice<UInt8>, _ folded: [UInt8]) -> Bool {
    word.count > 1 && word.allSatisfy { $0.isASCIILetter || $0 >= 0x80 }
      && !repeatable.contains(folded.string) && !word.dropFirst().contains { $0.isASCIIUpper }
  }

  private static func checkRepetition(
    _ value: PlacedValue, _ entry: CheckedEntry, _ findings: inout [Diagnostic]
  ) {
    let bytes = Array(value.text.utf8)
    let words = bytes.split(separator: 0x20)
    for (first, second) in zip(words, words.dropFirst()) {
      let folded = second.map(\.asciiLowercased)
      // The capital of a second word begins a name: "the The Who"; "Bison bison" is one.
      guard folded == first.map(\.asciiLowercased), isSlip(first, folded),
        first.first == second.first || folded.count < 4
      else { continue }
      // Exactly one space between: elsewhere markup may stand.
      findings.append(
        Diagnostic(
          repetition, "\"\(first.string) \(second.string)\" has a word twice",
          at: value.place(of: first.startIndex..<second.endIndex), key: entry.key,
          fixes: value.fixes(
            "write \"\(first.string)\" once", .suggested, replace: first.endIndex..<second.endIndex,
            with: "")))
    }
  }

  private static func hasAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return ["http://", "https://", "www."].contains {
      bytes.firstOffset(of: Array($0.utf8), from: 0) != nil
    }
  }
}

extension BidirectionalCollection where SubSequence == Self {
  /// The longest end whose elements all meet the condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> Self {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
