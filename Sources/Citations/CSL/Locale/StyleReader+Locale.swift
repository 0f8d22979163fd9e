extension Locale {
  /// Reads a locale file.
  ///
  /// - Throws: ``StyleError`` with the reasons when the file is no valid locale.
  public init(_ source: SourceFile) throws(StyleError) {
    var reader = StyleReader(source)
    let root = try reader.root("locale")
    self = reader.locale(root)
    let errors = reader.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw StyleError(source, errors) }
  }
}

extension StyleReader {
  /// The locale of a node.
  mutating func locale(_ node: Int) -> Locale {
    var locale = Locale(language: attribute("xml:lang", node) ?? attribute("lang", node) ?? "")
    for inner in elements(of: node) {
      switch elementName(inner) {
      case "info": break
      case "style-options":
        checkAttributes(inner)
        locale.limitsDayOrdinals = flag("limit-day-ordinals-to-day-1", inner)
        locale.punctuationInQuote = flag("punctuation-in-quote", inner)
      case "date":
        let date = dateElement(inner, .issued)
        if date.form == .text { locale.textDate = date } else { locale.numericDate = date }
      case "terms":
        for term in elements(of: inner) where elementName(term) == "term" {
          checkAttributes(term)
          readTerm(term, into: &locale)
        }
      default: unexpected(inner, in: "locale")
      }
    }
    return locale
  }

  /// The words of a term; line breaks around them are those of the file.
  private func words(of node: Int) -> [UInt8] {
    let text = Array(tree.textContent(of: node).utf8)
    return text.contains(0x0A) ? Array(text.trimmedASCIISpace) : text
  }

  private mutating func readTerm(_ node: Int, into locale: inout Locale) {
    guard let name = attribute("name", node) else {
      report(.styleValue, "<term> has no `name`", at: node)
      return
    }
    let key = Locale.TermKey(
      name: name == "sub verbo" ? "sub-verbo" : name,
      form: value(TermForm.self, "form", node) ?? .long,
      genderForm: value(TermGender.self, "gender-form", node))
    var single: [UInt8]
    var multiple: [UInt8]
    if let found = child("single", of: node) {
      single = words(of: found)
      multiple = child("multiple", of: node).map { words(of: $0) } ?? single
    } else {
      single = words(of: node)
      multiple = single
    }
    let gender = value(TermGender.self, "gender", node)
    locale.terms[key] = Locale.Term(
      single: single, multiple: multiple, gender: gender,
      match: value(Locale.Term.Match.self, "match", node))
  }
}
