/// Terms, date formats and options of a language, from a locale file or from a style.
///
/// Source: CSL 1.0.2, "Locale Files", "Locale".
public struct Locale: Sendable {
  /// The words of a term in one form.
  struct Term: Sendable {
    enum Match: String, Sendable {
      case lastDigit = "last-digit"
      case lastTwoDigits = "last-two-digits"
      case wholeNumber = "whole-number"
    }
    var single: [UInt8]
    var multiple: [UInt8]
    var gender: TermGender?
    var match: Match?
  }

  /// What tells the entries for one term apart.
  struct TermKey: Sendable, Hashable {
    var name: String
    var form: TermForm
    var genderForm: TermGender?
  }

  /// The language tag of the locale; empty where a style's locale is for every language.
  public var language: String
  var terms: [TermKey: Term] = [:]
  var numericDate: DateElement?
  var textDate: DateElement?
  var limitsDayOrdinals: Bool?
  var punctuationInQuote: Bool?

  init(language: String) { self.language = language }

  /// Puts what `other` says over what is there; a term replaces its entry, any ordinal replaces all ordinals.
  mutating func overlay(_ other: Locale) {
    if other.terms.keys.contains(where: { Self.isOrdinal($0.name) }) {
      terms = terms.filter { !Self.isOrdinal($0.key.name) }
    }
    terms.merge(other.terms) { _, new in new }
    numericDate = other.numericDate ?? numericDate
    textDate = other.textDate ?? textDate
    limitsDayOrdinals = other.limitsDayOrdinals ?? limitsDayOrdinals
    punctuationInQuote = other.punctuationInQuote ?? punctuationInQuote
  }

  private static func isOrdinal(_ name: String) -> Bool { name.utf8.starts(with: "ordinal".utf8) }
}

/// A language tag in its parts, as locales are looked up by.
struct LanguageTag: Sendable, Hashable {
  /// Lower case: "de".
  var primary: String
  /// Upper case, with the script before it where there is one: "AT", "LATN-RS"; empty without one.
  var region: String

  /// The parts of a tag such as `de-AT`; `_` is read as `-`.
  init(_ tag: String) {
    let parts = tag.utf8.split { $0 == 0x2D || $0 == 0x5F }
    primary = parts.first.map { String(Substring($0)).lowercased() } ?? ""
    region = parts.dropFirst().map { String(Substring($0)).uppercased() }.joined(separator: "-")
  }

  /// Whether two tags are the same.
  static func matches(_ left: String, _ right: String) -> Bool {
    LanguageTag(left) == LanguageTag(right)
  }

  /// The tag whose locale stands in for a language without a region.
  var primaryDialect: String? {
    Self.dialects[primary].map { $0.isEmpty ? primary : primary + "-" + $0 }
  }

  private static let dialects: [String: String] = [
    "af": "ZA", "ar": "", "bg": "BG", "ca": "AD", "cs": "CZ", "cy": "GB", "da": "DK", "de": "DE",
    "el": "GR", "en": "US", "es": "ES", "et": "EE", "eu": "", "fa": "IR", "fi": "FI", "fr": "FR",
    "gl": "ES", "he": "IL", "hi": "IN", "hr": "HR", "hu": "HU", "hy": "AM", "id": "ID", "is": "IS",
    "it": "IT", "ja": "JP", "km": "KH", "ko": "KR", "la": "", "lt": "LT", "lv": "LV", "mn": "MN",
    "ms": "MY", "nb": "NO", "nl": "NL", "nn": "NO", "pl": "PL", "pt": "PT", "ro": "RO", "ru": "RU",
    "sk": "SK", "sl": "SI", "sr": "RS", "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "vi": "VN",
    "zh": "CN",
  ]
}
