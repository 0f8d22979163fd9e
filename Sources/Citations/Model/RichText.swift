/// Text with styles, as titles have.
///
/// Source: CSL 1.0.2, "Rich text" (italic, bold, small caps, superscript, subscript, no-case).
public struct RichText: Sendable, Hashable {
  /// A styled stretch; spans may nest but do not cross.
  public struct Span: Sendable, Hashable {
    /// UTF-8 byte offsets in `plain`.
    public var range: Range<Int>
    /// The style of the stretch.
    public var style: TextStyle

    /// The stretch `range` in `style`.
    public init(_ range: Range<Int>, _ style: TextStyle) {
      self.range = range
      self.style = style
    }
  }

  /// The characters without any styles.
  public var plain: String
  /// The styled stretches: outer before inner, sorted by start.
  public var spans: [Span]

  /// Text with the given styled stretches.
  public init(_ plain: String, spans: [Span] = []) {
    self.plain = plain
    self.spans = spans
  }

  /// Whether there is no text.
  public var isEmpty: Bool { plain.isEmpty }
}

extension RichText: ExpressibleByStringLiteral {
  /// Plain text without styles.
  public init(stringLiteral value: String) { self.init(value) }
}

extension RichText: CustomStringConvertible {
  /// The characters without any styles.
  public var description: String { plain }
}
