/// The styles of JATS.
///
/// Source: JATS 1.4, emphasis elements.
enum JATSStyle {
  private static let elements: [(style: TextStyle, element: String)] = [
    (.italic, "italic"), (.bold, "bold"), (.smallCaps, "sc"), (.superscript, "sup"),
    (.subscript, "sub"), (.underline, "underline"), (.strikethrough, "strike"),
    (.code, "monospace"),
    (.noCase, "fixed-case"),
  ]
  private static let byElement = Dictionary(
    uniqueKeysWithValues: elements.map { ($0.element, $0.style) })
  private static let byStyle = Dictionary(
    uniqueKeysWithValues: elements.map { ($0.style, $0.element) })

  /// The style that an element gives its text, or nil.
  static func style(of element: String) -> TextStyle? { byElement[element] }

  /// The element of a style.
  static func element(of style: TextStyle) -> String { byStyle[style] ?? "styled-content" }
}
