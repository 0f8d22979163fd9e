/// Text with its formatting, quotes and punctuation settled: what a citation or an entry is, for any output.
public struct FormattedText: Sendable, Hashable {
  /// A look that a stretch of text has.
  public enum Look: Sendable, Hashable {
    case italic, bold, light, smallCaps, underline, superscript
    case `subscript`
    /// Upright inside italic.
    case uprightStyle
    /// Normal weight inside bold.
    case normalWeight
    /// Full letters inside small capitals.
    case normalVariant
    /// No line inside underlined text.
    case noUnderline
    /// On the line inside raised or lowered text.
    case baseline
    /// Free of the formatting around it; the flags say which there is.
    case undecorated(italic: Bool, bold: Bool, smallCaps: Bool)
    /// A part of an entry that stands by itself.
    case block, leftMargin, rightInline, indent
    /// A link to an address.
    case link(String)
  }

  /// A step on the way through the text.
  public enum Piece: Sendable, Hashable {
    /// Characters.
    case text(String)
    /// A look begins.
    case open(Look)
    /// The look that was opened last ends.
    case close(Look)
  }

  /// The characters and looks in order, well nested.
  public var pieces: [Piece]

  /// Text of pieces, which must be well nested.
  public init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The characters alone.
  public var plain: String {
    var result = ""
    for case .text(let text) in pieces { result += text }
    return result
  }
}
