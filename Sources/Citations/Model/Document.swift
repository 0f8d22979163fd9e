/// A document as its reader found it: body, markers, notes and what was left over.
public struct Document: Sendable {
  /// The source, decoded.
  public var source: SourceFile
  /// The name of the document format, for example `markdown`.
  public var format: String
  /// The title, where the format says which text it is.
  public var title: SourceText?
  /// BCP 47 language tag, where the document declares one.
  public var language: String?
  /// The body without notes and without markers, in order.
  public var blocks: [Block] = []
  /// The markers in the body, in order; `Block.markers` points here.
  public var markers: [Marker] = []
  /// The notes, in the order of the document.
  public var notes: [Note] = []
  /// Text after the last note that is no note: readers' comments, related posts.
  public var trailing: [Trailing] = []
  /// What the reader had to say about the source.
  public var diagnostics: [Diagnostic] = []

  /// A document with nothing in it yet.
  public init(source: SourceFile, format: String) {
    self.source = source
    self.format = format
  }
}

/// A paragraph, heading or other block of a document's body.
public struct Block: Sendable, Hashable {
  /// What a block is.
  public enum Kind: Sendable, Hashable {
    /// A heading; the level counts from 1.
    case heading(level: Int)
    case paragraph
    case quote
    case listItem
    /// Verbatim text.
    case code
  }

  /// Where a marker stood in the text of a block.
  public struct MarkerPlace: Sendable, Hashable {
    /// UTF-8 byte offset in `text`, which does not hold the marker itself.
    public var offset: Int
    /// Index in `Document.markers`.
    public var marker: Int

    /// The marker of index `marker` at byte `offset` of the block's text.
    public init(offset: Int, marker: Int) {
      self.offset = offset
      self.marker = marker
    }
  }

  /// What the block is.
  public var kind: Kind
  /// Its text, white space collapsed, markers taken out.
  public var text: SourceText
  /// The markers that stood in it, ascending by offset.
  public var markers: [MarkerPlace]

  /// A block of the given kind.
  public init(_ kind: Kind, _ text: SourceText, markers: [MarkerPlace] = []) {
    self.kind = kind
    self.text = text
    self.markers = markers
  }
}

/// How a marker and its note were brought together.
public enum Pairing: String, Sendable, Hashable {
  /// By a link, or because the note stands inside the sentence.
  case link
  /// By the same number, symbol or label.
  case number
  /// By counting both.
  case order
}

/// The sign in the body that sends the reader to a note.
public struct Marker: Sendable, Hashable {
  /// What the sign says: "1", "*", "okri"; empty where the format counts by itself.
  public var label: String
  /// Where it stands in the source.
  public var range: SourceRange
  /// Index in `Document.notes` of its note, or nil for a marker without a note.
  public var note: Int?
  /// How the note was found; nil without a note.
  public var pairing: Pairing?
  /// A locator that the marker itself carries, as written.
  ///
  /// A locator that the marker itself carries ("p. 44" in MultiMarkdown), as written.
  public var locator: String?

  /// A marker that is not paired yet.
  public init(label: String, range: SourceRange) {
    self.label = label
    self.range = range
  }
}

/// A note of a document, before anything in it has been read.
public struct Note: Sendable, Hashable {
  /// The number, symbol or label; where the format has none, the note's place in its series, from "1".
  public var label: String
  /// The series that the label belongs to.
  ///
  /// The series that the label belongs to: `note`, `endnote`, `table` …
  public var series: String
  /// The text without its label and without backlinks, white space collapsed.
  public var text: SourceText
  /// Where the note stands in the source, label included.
  public var range: SourceRange
  /// Citations that the format marks up as data, ascending by range, not overlapping.
  public var structured: [StructuredCite] = []

  /// A note with its text.
  public init(label: String, series: String = "note", text: SourceText, range: SourceRange) {
    self.label = label
    self.series = series
    self.text = text
    self.range = range
  }
}

/// A citation that stands in the source as data: `{{cite book}}`, `mixed-citation`, `@key`.
public struct StructuredCite: Sendable, Hashable {
  /// The bytes of the note's text that render it.
  public var range: Range<Int>
  /// What the markup says; nil where it only names a key.
  public var reference: Reference?
  /// The citation key that it names.
  public var key: String?
  /// The locator that it gives.
  public var locator: Locator?

  /// A citation given as data over `range` of the note's text.
  public init(
    range: Range<Int>, reference: Reference? = nil, key: String? = nil, locator: Locator? = nil
  ) {
    self.range = range
    self.reference = reference
    self.key = key
    self.locator = locator
  }
}

/// Text after the last note that is not read as a note.
public struct Trailing: Sendable, Hashable {
  /// The text.
  public var text: SourceText
  /// Where it stands in the source.
  public var range: SourceRange
  /// Why it is no note: "after the last note", "comments".
  public var reason: String

  /// Trailing text with the reason why it is no note.
  public init(text: SourceText, range: SourceRange, reason: String) {
    self.text = text
    self.range = range
    self.reason = reason
  }
}
