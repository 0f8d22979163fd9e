/// One reference as it stands in a note.
public struct Cite: Sendable, Hashable {
  /// The way in which a work is referred to.
  public enum Kind: String, Sendable, Hashable {
    /// A reference that describes the work by itself.
    case full
    /// A short form of a work described elsewhere: "Mercer, Mill, 51", "Bion, op. cit., 63".
    case short
    /// "Ibid.", "ebd.", "ibídem": the reference before.
    case ibid
    /// A remark that names a source without describing it.
    case mention
  }

  /// How a reference points to another one.
  ///
  /// `rawValue` is the name in the stream format.
  public enum ShortForm: String, Sendable, Hashable {
    /// "Ibid.": the reference before.
    case ibid
    /// "Id.", "ders.": the author before.
    case idem
    /// "Op. cit.", "supra note 3": a reference made before, found by author or note number.
    case opCit = "op-cit"
    /// Author and the beginning of a title.
    case short
    /// Author and year: "Luhmann 1969".
    case authorDate = "author-date"
    /// A citation key: "@mercer1931".
    case key
  }

  /// A piece of the note that was read as the value, or part of the value, of a variable.
  public struct Field: Sendable, Hashable {
    /// The variable's CSL name; `locator` for the locator.
    public var variable: String
    /// Where its words stand in the note's text, in UTF-8 byte offsets.
    public var range: Range<Int>

    /// The words in `range` are the value of `variable`.
    public init(_ variable: String, _ range: Range<Int>) {
      self.variable = variable
      self.range = range
    }
  }

  /// Where the reference stands in the note's text, in UTF-8 byte offsets, without its signal.
  public var range: Range<Int>
  /// How the work is referred to.
  public var kind: Kind
  /// How it points to another reference; nil where it does not.
  public var form: ShortForm?
  /// What stands there, and nothing that was resolved from elsewhere.
  public var reference: Reference
  /// The place in the work.
  public var locator: Locator?
  /// The signal before it: "See", "but compare"; empty without one.
  public var prefix = ""
  /// Words after it that belong to it; empty without any.
  public var suffix = ""
  /// Which words became which variable, ascending by range.
  public var fields: [Field] = []
  /// The label of the note that a short form points to, where it says so or where it was resolved.
  public var refersTo: String?
  /// The id of the work, once works are known.
  public var work: String?
  /// Whether words that were not understood go on after it in the same clause: it may be more than it seems.
  var isCut = false
  /// The name of the rule or model that read it.
  public var reader: String
  /// How sure the reading is, from 0 to 1.
  public var confidence: Double

  /// A reference read by `reader` in `range`.
  public init(
    range: Range<Int>, kind: Kind, reference: Reference, reader: String, confidence: Double
  ) {
    self.range = range
    self.kind = kind
    self.reference = reference
    self.reader = reader
    self.confidence = confidence
  }
}

/// A note after reading: its text cut into parts that together are the whole text.
public struct ReadNote: Sendable, Hashable {
  /// What a part of a note is.
  public enum Part: Sendable, Hashable {
    /// Words that are no citation: commentary, and the punctuation between citations.
    case prose(Range<Int>)
    /// The words that introduce the citation after them.
    case signal(Range<Int>)
    /// A citation; the index is that of `cites`.
    case cite(Int)
  }

  /// What a note holds.
  public enum Kind: String, Sendable, Hashable {
    /// Only citations.
    case citation
    /// Only prose.
    case commentary
    /// Both.
    case mixed
  }

  /// The note that was read.
  public var note: Note
  /// The parts in order; joined, their ranges are the whole text.
  public var parts: [Part]
  /// The citations in order.
  public var cites: [Cite]
  /// What the note holds.
  public var kind: Kind

  /// A note with its parts.
  public init(note: Note, parts: [Part], cites: [Cite], kind: Kind) {
    self.note = note
    self.parts = parts
    self.cites = cites
    self.kind = kind
  }

  /// Takes a citation back: its words are prose again.
  mutating func withdraw(_ index: Int) {
    guard cites.indices.contains(index) else { return }
    let range = cites[index].range
    parts = parts.map { part in
      switch part {
      case .cite(index): .prose(range)
      case .cite(let other) where other > index: .cite(other - 1)
      default: part
      }
    }
    cites.remove(at: index)
    kind = cites.isEmpty ? .commentary : .mixed
  }

  /// The bytes of the note's text that `part` covers.
  public func range(of part: Part) -> Range<Int> {
    switch part {
    case .prose(let range), .signal(let range): range
    case .cite(let index): cites[index].range
    }
  }
}
