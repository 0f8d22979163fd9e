/// The terms and formats that hold for a style in a language, with terms by their numbers.
struct LinkedLocale: Sendable {
  private struct Key: Hashable {
    var id: Int
    var form: TermForm
    var genderForm: TermGender?
  }

  let language: String
  let numericDate: DateElement?
  let textDate: DateElement?
  let limitsDayOrdinals: Bool
  let punctuationInQuote: Bool
  let caseMapping: CaseMapping
  private var terms: [Key: Locale.Term] = [:]

  init(_ locale: Locale, names: TermNames) {
    language = locale.language
    numericDate = locale.numericDate
    textDate = locale.textDate
    limitsDayOrdinals = locale.limitsDayOrdinals ?? false
    punctuationInQuote = locale.punctuationInQuote ?? false
    caseMapping = CaseMapping(language: locale.language)
    for (key, term) in locale.terms {
      guard let id = names.id(key.name) else { continue }
      terms[Key(id: id.index, form: key.form, genderForm: key.genderForm)] = term
    }
  }

  /// A term in a form, or in the form that stands in for it.
  func term(_ id: TermID, _ form: TermForm = .long, gender: TermGender? = nil) -> Locale.Term? {
    var wanted: TermForm? = form
    while let form = wanted {
      if let gender, let term = terms[Key(id: id.index, form: form, genderForm: gender)] {
        return term
      }
      if let term = terms[Key(id: id.index, form: form, genderForm: nil)] { return term }
      wanted = form.fallback
    }
    return nil
  }

  /// The words of a term; empty where there is none.
  func words(_ id: TermID, _ form: TermForm = .long, plural: Bool = false) -> [UInt8] {
    guard let term = term(id, form) else { return [] }
    return plural ? term.multiple : term.single
  }

  /// The sign for "and", where the locale has a term of just that form: the word is no sign.
  var andSign: [UInt8]? {
    let term = terms[Key(id: TermID.and.index, form: .symbol, genderForm: nil)]
    return term.flatMap { $0.single.isEmpty ? nil : $0.single }
  }

  /// Whether the language is English.
  var isEnglish: Bool { LanguageTag(language).primary == "en" }
}
