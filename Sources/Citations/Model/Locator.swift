/// A place inside a work: "page 44", "chapters 2–3".
///
/// Source: CSL 1.0.2, "Locators".
public struct Locator: Sendable, Hashable {
  /// What a locator counts, by the terms of CSL.
  ///
  /// What a locator counts. `rawValue` is the term of CSL.
  public enum Label: String, Sendable, Hashable, CaseIterable {
    case act, appendix
    case articleLocator = "article-locator"
    case book, canon, chapter, column, elocation, equation, figure, folio, issue, line, note, opus,
      page, paragraph, part
    case rule, scene, section
    case subVerbo = "sub-verbo"
    case supplement, table, timestamp
    case titleLocator = "title-locator"
    case verse, volume
  }

  /// What is counted.
  public var label: Label
  /// The number or range as written: "44", "63–67", "ff." included.
  public var value: String

  /// The place `value` counted by `label`.
  public init(_ label: Label, _ value: String) {
    self.label = label
    self.value = value
  }
}
