/// Lays a BibTeX file out anew.
///
/// Values are never encoded otherwise than they are; comments, free text and whatever could not be read in full keep their bytes.
/// What is tidy stays as it is: tidying a second time changes nothing.
public struct BibTeXTidy: Sendable {
  /// What came of a file.
  public struct Result: Sendable {
    /// The tidy file.
    public var bytes: [UInt8]
    /// What is wrong with the syntax of the file.
    public var diagnostics: [Diagnostic]
    /// Whether the bytes differ from those of the file.
    public var isChanged: Bool
  }

  /// What is changed.
  public var options: BibTeXTidyOptions

  /// Tidying by the options given.
  public init(options: BibTeXTidyOptions = BibTeXTidyOptions()) {
    self.options = options
  }

  /// The file tidied.
  ///
  /// Any bytes will do that are a superset of ASCII: what is beyond it is only copied.
  ///
  /// - Complexity: O(*n*), and O(*e* log *e*) for sorting *e* entries.
  public func formatted(_ source: SourceFile) -> Result {
    let syntax = BibTeXSyntax(parsing: source)
    var bytes = pass(syntax)
    // Where a file mixes line ends, a pass may change which of them most lines have; one more settles it.
    for _ in 0..<3 where bytes.mixesLineEnds {
      let next = pass(BibTeXParser.parse(bytes))
      if next == bytes { break }
      bytes = next
    }
    return Result(
      bytes: bytes, diagnostics: syntax.diagnostics, isChanged: bytes != source.bytes)
  }

  private func pass(_ syntax: BibTeXSyntax) -> [UInt8] {
    let layout = BibTeXLayout(syntax, options)
    let lineEnding = layout.manner.lineEnding
    var bytes: [UInt8] = []
    bytes.reserveCapacity(syntax.bytes.count + syntax.bytes.count / 8)
    for block in syntax.blocks { bytes += layout.text(of: block) }
    if options.order != .none {
      bytes = BibTeXEntryOrder.sorted(bytes, options.order, lineEnding)
    }
    if let count = options.blankLines {
      bytes = BibTeXSpacing(count: count, lineEnding: lineEnding).spaced(bytes)
    }
    return bytes
  }
}
