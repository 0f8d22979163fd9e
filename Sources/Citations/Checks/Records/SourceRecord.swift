/// What a source says about a work: its description, and what became of it.
public struct SourceRecord: Sendable, Hashable {
  /// What a publisher said about a work after it had appeared.
  public enum Notice: String, Sendable, Hashable {
    /// The work was retracted, withdrawn or removed.
    case retraction
    /// The publisher has doubts about the work.
    case concern
  }

  /// The name of the source, for people.
  public var source: String
  /// The work in the vocabulary of CSL.
  public var reference: Reference
  /// The titles by which the work is known, the usual one first: with and without its subtitle, for example.
  public var titles: [String]
  /// The titles of what it stands in, written out and abbreviated.
  public var containers: [String]
  /// The years that a reference may give: in print, online.
  public var years: [Int]
  /// What the publisher said about it later.
  public var notice: Notice?
  /// The DOI of that notice.
  public var noticeDOI: String?
  /// The DOI of the published version of a preprint.
  public var publishedDOI: String?

  /// A record that says what `reference` says.
  public init(source: String, reference: Reference) {
    self.source = source
    self.reference = reference
    titles = [reference[.title]?.plain].compactMap { $0 }.filter { !$0.isEmpty }
    containers = [reference[.containerTitle]?.plain, reference[.containerTitleShort]?.plain]
      .compactMap { $0 }.filter { !$0.isEmpty }
    years = [reference[.issued]?.year].compactMap { $0 }
  }
}

/// What a source answers when it is asked for a work.
public enum RecordAnswer: Sendable, Hashable {
  /// The record, and the kind of identifier that led to it; nil where its title did.
  case found(SourceRecord, by: WorkIdentifier.Kind?)
  /// There is no record; so many were alike, and none could be told from the others.
  case notFound(alike: Int)
  /// The source could not be read, or did not answer.
  case unavailable
}

/// Where records of works come from: a dump of a registry, or the registry itself.
public protocol RecordSource: AnyObject {
  /// The name for people.
  var name: String { get }
  /// The record of the work that `reference` describes.
  func answer(for reference: Reference) -> RecordAnswer
}

/// What comparing a work with the sources came to.
public enum RecordVerdict: String, Sendable, Hashable, CaseIterable {
  /// A record was found and says the same.
  case match
  /// A record was found and says something else.
  case conflict
  /// No source has the work.
  case notFound = "not-found"
  /// A source that could have had the work did not answer.
  case unavailable
}
