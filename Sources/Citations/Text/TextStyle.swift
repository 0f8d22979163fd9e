/// A style that running text can have.
///
/// Source: CSL 1.0.2, "Rich text"; JATS 1.4, emphasis elements.
public enum TextStyle: String, Sendable, Hashable, CaseIterable {
  case italic
  case bold
  case smallCaps
  case superscript
  case `subscript`
  case underline
  case strikethrough
  /// A verbatim stretch: code, an address.
  case code
  /// Text that keeps its case in every title style.
  case noCase
}
