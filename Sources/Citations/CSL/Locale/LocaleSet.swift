/// Locale files by language, and the rules by which a style finds the words of a language in them.
///
/// Source: CSL 1.0.2, "Locale Fallback".
public struct LocaleSet: Sendable {
  private var locales: [LanguageTag: Locale] = [:]
  private var find: (@Sendable (String) -> Locale?)?

  /// A set of locales; of two for the same language the last one counts.
  public init(_ locales: some Sequence<Locale>) {
    for locale in locales { self.locales[LanguageTag(locale.language)] = locale }
  }

  /// A set whose locales are asked for by their tags, such as `de-DE`, when they are needed.
  ///
  /// A tag is asked for a few times at most for a processor; what is read from files is best kept.
  public init(finding find: @escaping @Sendable (_ tag: String) -> Locale?) { self.find = find }

  private subscript(tag: String) -> Locale? { locales[LanguageTag(tag)] ?? find?(tag) }

  /// The locale for a language: its own, that of the primary dialect, else English; nil where there is none of them.
  public func locale(for language: String) -> Locale? {
    for tag in candidates(language) {
      if let locale = self[tag] { return locale }
    }
    return nil
  }

  private func candidates(_ language: String) -> [String] {
    let tag = LanguageTag(language)
    var result = [language]
    if let dialect = tag.primaryDialect { result.append(dialect) }
    result += [tag.primary, "en-US"]
    return result
  }

  /// What holds for a style in a language: the locale file, the style's own locales over it, from the general to the special.
  func merged(for language: String, style: Style) -> Locale {
    let tag = LanguageTag(language)
    var result = Locale(language: language)
    // English stands in for what a locale file does not say.
    var tags: [String] = []
    for tag in ["en-US"] + candidates(language).dropLast().reversed() where !tags.contains(tag) {
      tags.append(tag)
    }
    for candidate in tags {
      if let found = self[candidate] { result.overlay(found) }
    }
    for locale in style.locales where locale.language.isEmpty { result.overlay(locale) }
    for locale in style.locales where !locale.language.isEmpty {
      let own = LanguageTag(locale.language)
      if own.primary == tag.primary, own.region.isEmpty { result.overlay(locale) }
    }
    if !tag.region.isEmpty || tag.primaryDialect != nil {
      let exact = tag.region.isEmpty ? LanguageTag(tag.primaryDialect ?? language) : tag
      for locale in style.locales where LanguageTag(locale.language) == exact {
        result.overlay(locale)
      }
    }
    return result
  }
}
