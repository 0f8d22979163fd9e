/// What the reader of a bibliography format found in a file.
public struct ReadBibliography: Sendable {
  /// The file, decoded.
  public var source: SourceFile
  /// The references, in the order of the file.
  public private(set) var references: [Reference] = []
  /// Where each of `references` stands in the file.
  public private(set) var ranges: [SourceRange] = []
  /// Where the keys of `references` stand, by their indices; empty for formats whose readers do not say.
  private var keyPlaces: [Int: KeyPlace] = [:]
  /// What is wrong with the file; whatever was skipped is named here.
  public var diagnostics: [Diagnostic] = []
  /// Values that the model cannot hold.
  public var losses: [Loss] = []

  /// A file in which nothing was found yet.
  public init(_ source: SourceFile) {
    self.source = source
  }

  /// Adds a reference that stands at `range` of the file, and has its key at `key`.
  public mutating func append(
    _ reference: Reference, at range: SourceRange, key: KeyPlace? = nil
  ) {
    if let key { keyPlaces[references.count] = key }
    references.append(reference)
    ranges.append(range)
  }

  /// Where the key of a reference stands; nil where its reader did not say.
  func keyPlace(of index: Int) -> KeyPlace? { keyPlaces[index] }
}

/// What a writer made of references.
public struct WrittenBibliography: Sendable {
  /// The file.
  public var bytes: [UInt8]
  /// What is not in it as it was, in the order of the references.
  public var losses: [Loss]

  /// A file and what it lacks.
  public init(_ bytes: [UInt8], losses: [Loss] = []) {
    self.bytes = bytes
    self.losses = losses
  }
}

/// What a caller can choose about reading a bibliography.
public struct ReaderOptions: Sendable, Hashable {
  /// Whose rules for names are followed where the two differ.
  public enum NameRules: String, Sendable, Hashable, CaseIterable {
    /// The program `bibtex`.
    case bibtex
    /// The program `biber`, for BibLaTeX.
    case biber
  }

  /// Whose rules take names in BibTeX syntax apart; nil for those of the format: `bibtex` for BibTeX, `biber` for BibLaTeX.
  public var nameRules: NameRules?

  /// The defaults.
  public init() {}
}
