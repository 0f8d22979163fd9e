/// A citation: one or more works cited in one place of a document.
///
/// Source: CSL 1.0.2, "Terminology"; csl-citation.json.
public struct Citation: Sendable, Hashable {
  /// What of the citation is printed.
  public enum Mode: String, Sendable, Hashable {
    case normal
    /// The authors alone.
    case authorOnly = "author-only"
    /// All but the authors.
    case suppressAuthor = "suppress-author"
    /// The authors, then the rest as the style sets it.
    case composite
  }

  /// The name of the citation in its document.
  public var id: String
  /// The works in the order in which they were given.
  public var items: [CitationItem]
  /// The number of the note it stands in; 0 in the text.
  public var noteNumber: Int
  /// What is printed.
  public var mode = Mode.normal

  /// A citation of works.
  public init(id: String, items: [CitationItem], noteNumber: Int = 0) {
    self.id = id
    self.items = items
    self.noteNumber = noteNumber
  }
}

/// One work in a citation.
public struct CitationItem: Sendable, Hashable {
  /// What is printed of one work.
  public enum Mode: String, Sendable, Hashable {
    case normal
    /// The authors alone.
    case authorOnly = "author-only"
    /// All but the authors.
    case suppressAuthor = "suppress-author"
  }

  /// A position that is given instead of found from the document.
  public struct Position: Sendable, Hashable {
    /// 0 first, 1 subsequent, 2 ibid, 3 ibid with locator.
    public var rank: Int
    /// Whether an earlier cite is near.
    public var isNearNote: Bool
    /// The note of the first cite; 0 where there is none.
    public var firstNoteNumber: Int

    /// A position by its rank: 0 first, 1 subsequent, 2 ibid, 3 ibid with locator.
    public init(rank: Int, isNearNote: Bool = false, firstNoteNumber: Int = 0) {
      self.rank = rank
      self.isNearNote = isNearNote
      self.firstNoteNumber = firstNoteNumber
    }
  }

  /// The id of the reference.
  public var id: String
  /// The place in the work, without its label; empty without one.
  public var locator: String
  /// What the locator counts; nil is the same as pages.
  public var label: Locator.Label?
  /// Words before the cite, with the markup of CSL-JSON.
  public var prefix: String
  /// Words after the cite, with the markup of CSL-JSON.
  public var suffix: String
  /// What is printed.
  public var mode: Mode
  /// The position, where the document does not decide it.
  public var position: Position?

  /// A cite of a work.
  public init(
    id: String, locator: String = "", label: Locator.Label? = nil, prefix: String = "",
    suffix: String = ""
  ) {
    self.id = id
    self.locator = locator
    self.label = label
    self.prefix = prefix
    self.suffix = suffix
    self.mode = .normal
  }
}
