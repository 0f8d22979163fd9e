/// Languages by the three letters that libraries use, and the two of BCP 47.
///
/// Source: ISO 639-2, bibliographic codes; BCP 47.
enum NBIBLanguage {
  private static let pairs: [(three: String, two: String)] = {
    let data: StaticString = """
      afr af alb sq ara ar arm hy aze az bel be bos bs bul bg cat ca chi zh cze cs dan da dut nl
      eng en epo eo est et fin fi fre fr geo ka ger de glg gl gre el heb he hin hi hrv hr hun hu
      ice is ind id ita it jpn ja kor ko lat la lav lv lit lt mac mk mal ml may ms nor no per fa
      pol pl por pt rum ro rus ru slo sk slv sl spa es srp sr swe sv tha th tur tr ukr uk urd ur
      vie vi wel cy
      """
    let words = data.description.split { $0 == " " || $0 == "\n" }.map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }()

  private static let short = Dictionary(uniqueKeysWithValues: pairs.map { ($0.three, $0.two) })
  private static let long = Dictionary(uniqueKeysWithValues: pairs.map { ($0.two, $0.three) })

  /// The tag of BCP 47 for a code of libraries, else the code itself.
  static func tag(_ code: String) -> String { short[code.lowercased()] ?? code }

  /// The code of libraries for a tag of BCP 47, else the tag itself.
  static func code(_ tag: String) -> String { long[tag] ?? tag }
}
