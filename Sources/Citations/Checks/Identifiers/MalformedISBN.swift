/// I005, I006, I007: ISBNs with a wrong check digit, of a wrong length, or of the old form.
enum MalformedISBN: EntryCheck {
  static let checkDigit = Rule("I005", "isbn-check-digit", .warning, "an ISBN has a wrong digit")
  static let malformed = Rule(
    "I006", "malformed-isbn", .warning, "an ISBN is too short or too long")
  static let outdated = Rule("I007", "isbn-10", .note, "an ISBN has the ten digits of before 2007")
  static let rules = [checkDigit, malformed, outdated]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(.isbn, of: entry) else { return }
    let numbers = numbers(in: Array(value.text.utf8))
    if numbers.isEmpty {
      findings.append(
        Diagnostic(
          malformed, "\"\(value.text)\" is no ISBN; expected ten or thirteen digits",
          at: value.range, key: entry.key))
    }
    for number in numbers {
      if let finding = finding(number, value, entry) { findings.append(finding) }
    }
  }

  /// The numbers in a value: several may stand beside each other, with words like "pbk." between them.
  private static func numbers(in bytes: [UInt8]) -> [PlacedDigits] {
    let pieces = bytes.split { ",;/()[]".utf8.contains($0) }
    return pieces.flatMap { piece -> [PlacedDigits] in
      let digits = PlacedDigits(withoutLabel(piece))
      guard digits.count > 13 else { return digits.count >= 8 ? [digits] : [] }
      let words = piece.split(separator: 0x20).map { PlacedDigits(withoutLabel($0)) }
      return words.filter { $0.count >= 8 }.isEmpty ? [digits] : words.filter { $0.count >= 8 }
    }
  }

  /// A piece of text without "ISBN-13:" before the number, whose digits are none of the number.
  private static func withoutLabel(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let lower = piece.map(\.asciiLowercased)
    for label in ["isbn-13", "isbn-10", "isbn13", "isbn10", "e-isbn-13"] {
      if let place = lower.firstOffset(of: Array(label.utf8), from: 0) {
        return piece.dropFirst(place + label.utf8.count)
      }
    }
    return piece
  }

  private static func finding(
    _ digits: PlacedDigits, _ value: PlacedValue, _ entry: CheckedEntry
  ) -> Diagnostic? {
    guard let first = digits.offsets.first, let last = digits.offsets.last else { return nil }
    let place = value.place(of: first..<last + 1)
    let text = Array(value.text.utf8)[first...last].string
    guard digits.count == 10 || digits.count == 13, !digits.values.dropLast().contains(10) else {
      let isSerial =
        digits.count == 8 && digits.values.last == CheckDigit.byWeights(digits.values.dropLast())
      return Diagnostic(
        malformed,
        isSerial
          ? "\"\(text)\" is the ISSN of a series; expected an ISBN"
          : "ISBN \"\(text)\" has \(digits.count) digits; expected ten or thirteen",
        at: place, key: entry.key)
    }
    let isLong = digits.count == 13
    let expected =
      isLong
      ? CheckDigit.ofThirteen(digits.values.dropLast())
      : CheckDigit.byWeights(digits.values.dropLast())
    if isLong, !isBookPrefix(digits.values) {
      return Diagnostic(
        malformed, "ISBN \"\(text)\" begins with neither 978 nor 979", at: place, key: entry.key)
    }
    if digits.values.last != expected {
      let doubt = digits.doubt(in: Array(value.text.utf8), wanting: expected, where: isRight)
      return Diagnostic(
        checkDigit, "ISBN \"\(text)\" \(doubt.words)", at: place, key: entry.key,
        fixes: value.fixes(doubt))
    }
    guard !isLong else { return nil }
    let long = thirteen(digits.values, hyphensOf: text)
    return Diagnostic(
      outdated, "ISBN \"\(text)\" has ten digits; since 2007 it is \(long)", at: place,
      key: entry.key,
      fixes: value.fixes(
        "write it with thirteen digits", .safe, replace: first..<last + 1, with: long))
  }

  /// Whether the last digit is the one that the others want.
  private static func isRight(_ digits: [Int]) -> Bool {
    guard !digits.dropLast().contains(10) else { return false }
    return digits.count == 13
      ? isBookPrefix(digits) && digits.last == CheckDigit.ofThirteen(digits.dropLast())
      : digits.last == CheckDigit.byWeights(digits.dropLast())
  }

  private static func isBookPrefix(_ digits: [Int]) -> Bool {
    digits.starts(with: [9, 7, 8]) || digits.starts(with: [9, 7, 9])
  }

  /// The number with thirteen digits, with hyphens where the one with ten has them.
  private static func thirteen(_ digits: [Int], hyphensOf text: String) -> String {
    let body = [9, 7, 8] + digits.dropLast()
    let last = String(CheckDigit.ofThirteen(body[...]))
    guard text.utf8.contains(UInt8(ascii: "-")) else {
      return body.map(String.init).joined() + last
    }
    return "978-" + text.dropLast() + last
  }
}
