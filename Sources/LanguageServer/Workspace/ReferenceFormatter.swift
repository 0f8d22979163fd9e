public import Citations

/// Formats single references in a style, as they are shown in an editor.
public struct ReferenceFormatter: Sendable {
  private let style: Style?
  private let locales: LocaleSet
  private let language: String?

  /// A formatter for a style with the words of `locales`.
  public init(style: Style, locales: LocaleSet, language: String? = nil) {
    self.style = style
    self.locales = locales
    self.language = language
  }

  /// A formatter for APA.
  public init() {
    style = Self.apa
    locales = BuiltInStyles.locales
    language = nil
  }

  private static let apa = BuiltInStyles.style("apa").flatMap { try? Style($0) }

  /// The reference in Markdown: its entry in the bibliography, or in a style that makes none its citation.
  public func markdown(_ reference: Reference) -> String {
    guard let style else { return Self.summary(reference) }
    let rendering = Rendering(
      [reference], citations: nil, style: style, locales: locales, language: language,
      linksIdentifiers: true)
    let document = rendering.document
    let text =
      document.bibliography?.entries.first.map { $0.text.output(.markdown) }
      ?? document.lines.first?.texts.first?.output(.markdown) ?? ""
    return text.isEmpty ? Self.summary(reference) : text
  }

  /// What is known of a reference that no style has words for.
  private static func summary(_ reference: Reference) -> String {
    [authors(of: reference), reference[.title]?.plain ?? ""].filter { !$0.isEmpty }
      .joined(separator: ". ")
  }

  /// The authors or editors in a few words: "Bion", "Bion & Fell", "Bion et al.".
  static func authors(of reference: Reference) -> String {
    let people =
      [NameVariable.author, .editor, .translator].lazy.map { reference[$0] }
      .first { !$0.isEmpty } ?? []
    let families = people.map { name in
      name.literal.isEmpty
        ? [name.nonDroppingParticle, name.family.isEmpty ? name.given : name.family]
          .filter { !$0.isEmpty }.joined(separator: " ")
        : name.literal
    }
    switch families.count {
    case 0: return ""
    case 1: return families[0]
    case 2: return families[0] + " & " + families[1]
    default: return families[0] + " et al."
    }
  }

  /// The year of a reference for people; empty where there is none.
  static func year(of reference: Reference) -> String {
    guard let date = reference[.issued] else { return "" }
    guard let year = date.year else { return date.literal ?? "" }
    return year <= 0 ? "\(1 - year) BCE" : String(year)
  }
}
