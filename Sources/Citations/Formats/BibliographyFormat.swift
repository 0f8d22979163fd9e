/// A bibliography format: what it is called, how it is recognised, how it is read and written.
///
/// An open list; see `BibliographyFormat.all` for those that are built in.
public struct BibliographyFormat: Sendable {
  /// The name used on the command line, for example `csl-json`.
  public let name: String
  /// One line that says what it is.
  public let title: String
  /// File name extensions without the dot, lower case; the first is the usual one.
  public let extensions: [String]
  /// Media types, the usual one first.
  public let mediaTypes: [String]
  /// How strongly the beginning of a text speaks for the format, from 0 (not at all) to 100 (it says so itself).
  ///
  /// Nil for a format that is not read.
  var sniff: (@Sendable (ArraySlice<UInt8>) -> Int)?
  /// Reads a source; never fails, what is wrong is in the diagnostics; nil for a format that is not read.
  var readReferences: (@Sendable (SourceFile, ReaderOptions) -> ReadBibliography)?
  /// Writes references; nil for a format that cannot.
  var writeReferences: (@Sendable ([Reference], WriterOptions) -> WrittenBibliography)?
  /// Writes whole extractions, notes and all; nil for a format that holds references only.
  var writeExtractions: (@Sendable ([Extraction], WriterOptions) -> [UInt8])?
  /// Parts of a document that can be written alone, by the names of `WriterOptions.fragment`.
  public private(set) var fragments: [String] = []
}

/// What a caller can choose about the output of a writer.
public struct WriterOptions: Sendable, Hashable {
  /// Whether to write ASCII only, by the format's own escapes.
  public var asciiOnly = false
  /// The name of a part to write instead of a whole document: `ref-list` for JATS; nil for the whole.
  public var fragment: String?

  /// The defaults: Unicode, whole documents.
  public init() {}
}

extension BibliographyFormat {
  /// Every format that is built in, in the order of the help text.
  public static let all: [BibliographyFormat] = [
    bibtex, biblatex, cslJSON, cslYAML, jats, ris, nbib, endNoteXML, endNoteTagged, mods, hayagriva,
    cff, crossref, notesJSON,
  ]

  /// The format with the given name, or nil.
  public static func named(_ name: String) -> BibliographyFormat? {
    all.first { $0.name == name }
  }

  /// Whether the format can be read.
  public var canRead: Bool { readReferences != nil }

  /// Whether the format can be written.
  public var canWrite: Bool { writeReferences != nil || writeExtractions != nil }

  /// Whether references alone can be written, without the notes that cite them.
  public var writesReferences: Bool { writeReferences != nil }

  /// The references in a file; never fails, what is wrong is in the diagnostics.
  ///
  /// - Returns: What was found, or nil for a format that cannot be read.
  public func read(
    _ source: SourceFile, options: ReaderOptions = ReaderOptions()
  ) -> ReadBibliography? {
    readReferences?(source, options)
  }

  /// The file that holds the references, and what it cannot hold.
  ///
  /// - Returns: The file, or nil for a format that does not hold references alone.
  public func write(
    _ references: [Reference], options: WriterOptions = WriterOptions()
  ) -> WrittenBibliography? {
    writeReferences?(references, options)
  }
}
