/// Ranges of pages.
enum PageRange {
  /// The range with a hyphen and the last number written out: "201–9" is "201-209"; anything else only with plain hyphens.
  static func expanded(_ text: String) -> String {
    var result = ""
    var number = ""
    var before = ""
    func flush() {
      if !before.isEmpty, number.utf8.count < before.utf8.count, let low = Int(before),
        let short = Int(number)
      {
        let full = String(before.dropLast(number.count)) + number
        if let high = Int(full), high > low, short >= 0 { number = full }
      }
      result += number
    }
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x30 && scalar.value <= 0x39 {
        number.unicodeScalars.append(scalar)
        continue
      }
      let isDash =
        scalar == "-" || (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212
      // "145--69": the second dash is no new range.
      if isDash, number.isEmpty, result.hasSuffix("-") { continue }
      flush()
      before = isDash ? number : ""
      number = ""
      if isDash {
        if !result.hasSuffix("-") { result += "-" }
      } else if !(result.hasSuffix("-") && scalar == " ") {
        result.unicodeScalars.append(scalar)
      }
    }
    flush()
    return result
  }
}
