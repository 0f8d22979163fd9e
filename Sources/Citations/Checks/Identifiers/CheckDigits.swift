/// The digits of a number with check digit, and where each stands in its text.
struct PlacedDigits {
  /// The values; X counts ten.
  private(set) var values: [Int] = []
  /// The byte offset of each digit in the text.
  private(set) var offsets: [Int] = []

  /// The digits of a piece of text; letters but X, and signs, are passed over.
  init(_ bytes: ArraySlice<UInt8>) {
    for (offset, byte) in zip(bytes.indices, bytes) {
      if byte.isASCIIDigit {
        values.append(Int(byte - 0x30))
        offsets.append(offset)
      } else if byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x") {
        values.append(10)
        offsets.append(offset)
      }
    }
  }

  /// The digits in the offsets given.
  subscript(range: Range<Int>) -> PlacedDigits {
    var result = self
    result.values = Array(values[range])
    result.offsets = Array(offsets[range])
    return result
  }

  var count: Int { values.count }

  /// What a wrong digit may be: two that were swapped, or the last one.
  ///
  /// With another digit in any other place the number would be right as well, so none of these is certain.
  ///
  /// - Parameters:
  ///   - text: The text that the offsets belong to.
  ///   - digit: The last digit that the others want.
  ///   - isRight: Whether digits are those of a number that can be.
  /// - Returns: The words for a message, and what may have been meant.
  func doubt(in text: [UInt8], wanting digit: Int, where isRight: ([Int]) -> Bool) -> DigitDoubt {
    let swaps = swaps(in: text, where: isRight)
    let wanted = CheckDigit.text(digit)
    var result = DigitDoubt(
      words: "has a wrong digit: the last one does not fit the others, which want \(wanted)")
    if !swaps.isEmpty, swaps.count <= 2 {
      let numbers = swaps.map { "\"\($0.number)\"" }.joined(separator: " or ")
      result.words =
        "has a wrong digit or two that are swapped: \(numbers) would fit, or \(wanted) as the last one"
      result.corrections = swaps.map { ($0.range, $0.text, "write \($0.number)") }
    }
    if let last = offsets.last {
      result.corrections.append((last..<last + 1, wanted, "write \(wanted) as the last digit"))
    }
    return result
  }

  /// The neighbours whose swapping makes the number right.
  private func swaps(
    in text: [UInt8], where isRight: ([Int]) -> Bool
  ) -> [(range: Range<Int>, text: String, number: String)] {
    values.indices.dropLast().compactMap { place in
      var other = values
      other.swapAt(place, place + 1)
      guard values[place] != values[place + 1], isRight(other) else { return nil }
      var written = text
      written.swapAt(offsets[place], offsets[place + 1])
      let range = offsets[place]..<offsets[place + 1] + 1
      return (range, written[range].string, written[offsets[0]...offsets[count - 1]].string)
    }
  }
}

/// What is wrong with a number whose digits do not fit each other.
struct DigitDoubt {
  /// The words for a message.
  var words: String
  /// What may have been meant: bytes of the text with what stands for them, and a title.
  var corrections: [(range: Range<Int>, text: String, title: String)] = []
}

extension PlacedValue {
  /// A fix for each thing that may have been meant; where there are several, a person must choose.
  func fixes(_ doubt: DigitDoubt) -> [FixIt] {
    doubt.corrections.flatMap { fixes($0.title, .suggested, replace: $0.range, with: $0.text) }
  }
}

/// Check digits of standard numbers, from the digits before them.
///
/// Source: ISO 2108:2017 (ISBN), 4.4; ISO 3297:2022 (ISSN), annex A; ISO 10957:2021 (ISMN); ISO/IEC 7064:2003, MOD 11-2,
/// which ISO 27729 (ISNI, ORCID) uses.
enum CheckDigit {
  /// The digit of twelve digits by weights 1 and 3, as ISBN-13 and ISMN have it.
  static func ofThirteen(_ digits: ArraySlice<Int>) -> Int {
    let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
    return (10 - sum % 10) % 10
  }

  /// The digit by falling weights modulo 11, as ISBN-10 (nine digits) and ISSN (seven digits) have it; 10 is X.
  static func byWeights(_ digits: ArraySlice<Int>) -> Int {
    let weight = digits.count + 1
    let sum = digits.enumerated().reduce(0) { $0 + $1.element * (weight - $1.offset) }
    return (11 - sum % 11) % 11
  }

  /// The digit of an ORCID or ISNI; 10 is X.
  static func mod11Of2(_ digits: ArraySlice<Int>) -> Int {
    let total = digits.reduce(0) { ($0 + $1) * 2 % 11 }
    return (12 - total) % 11
  }

  /// A digit as it is written.
  static func text(_ digit: Int) -> String { digit == 10 ? "X" : String(digit) }
}
