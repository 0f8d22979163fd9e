/// A style and the locale that it is used with, shared by all evaluations.
///
/// A class, so that an evaluation starts with a pointer instead of a copy of the whole style.
final class Program: Sendable {
  let style: Style
  let locale: LinkedLocale
  /// The name options of citations and of the bibliography.
  let citationNames: NameOptions
  let bibliographyNames: NameOptions
  /// The order of letters in the language.
  let tailoring: CollationTailoring

  init(_ style: Style, _ locale: LinkedLocale) {
    self.style = style
    self.locale = locale
    tailoring = CollationTailoring(language: locale.language)
    citationNames = style.citation.names.over(style.names)
    bibliographyNames = (style.bibliography?.names ?? NameOptions()).over(style.names)
  }
}
