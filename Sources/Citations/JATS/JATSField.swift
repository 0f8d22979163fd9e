/// A row of the one table of CSL variables and JATS citation elements, for writer and reader.
///
/// A variable that has no row goes into `comment` with its CSL name as `content-type`, so nothing is dropped.
/// Source: JATS 1.4 Publishing DTD; JATS4R "Citations"; JATS 1.4 Tag Library, "Citation Details".
struct JATSField: Sendable {
  /// What an element can hold.
  enum Content: Sendable, Hashable {
    /// Characters only.
    case plain
    /// Characters, `sub` and `sup`.
    case subSup
    /// Characters in any style, no links.
    case styled
    /// Characters in any style, and links.
    case linked
  }

  /// When a row applies.
  enum Condition: Sendable, Hashable {
    case always
    case shape(JATSShape)
    case type(ItemType)
    /// In a part that has a title of its own, so that `part-title` cannot be taken for it.
    case partWithTitle
    /// In an article that has no pages.
    case articleWithoutPages
    /// Where the `source` of data or a preprint is its publisher.
    case publisherIsSource
  }

  /// The CSL name of the variable.
  let variable: String
  let element: String
  let attribute: (name: String, value: String)?
  let content: Content
  let condition: Condition
  /// Whether the value is repeated in a `designator`.
  let hasDesignator: Bool

  private init(
    _ variable: String, _ element: String, _ content: Content = .plain,
    _ condition: Condition = .always,
    attribute: (name: String, value: String)? = nil, hasDesignator: Bool = false
  ) {
    self.variable = variable
    self.element = element
    self.attribute = attribute
    self.content = content
    self.condition = condition
    self.hasDesignator = hasDesignator
  }

  /// The rows in the order of output; the first row that applies to a variable is its own.
  static let all: [JATSField] = [
    .init("title", "article-title", .linked, .shape(.article)),
    .init("title", "chapter-title", .linked, .shape(.part)),
    .init("title", "data-title", .linked, .shape(.data)),
    .init("title", "source", .linked, .shape(.whole)),
    .init("part-title", "part-title", .linked, .partWithTitle),
    .init(
      "container-title", "source", .linked, .shape(.whole),
      attribute: ("content-type", "container-title")),
    .init("container-title", "source", .linked),
    .init(
      "publisher", "source", .linked, .publisherIsSource, attribute: ("content-type", "publisher")),
    .init("edition", "edition", .subSup, hasDesignator: true),
    .init("version", "version", .subSup, hasDesignator: true),
    .init("publisher-place", "publisher-loc"),
    .init("publisher", "publisher-name"),
    .init("collection-title", "series", .styled),
    .init("collection-number", "volume-series"),
    .init("volume", "volume"),
    .init("issue", "issue"),
    .init("part", "issue-part"),
    .init("supplement", "supplement", .styled),
    .init("event-title", "conf-name"),
    .init("event", "conf-name", attribute: ("content-type", "event")),
    .init("event-place", "conf-loc"),
    .init("number", "patent", .plain, .type(.patent)),
    .init(
      "number", "pub-id", .plain, .type(.standard), attribute: ("pub-id-type", "std-designation")),
    .init("number", "elocation-id", .plain, .articleWithoutPages),
    .init("number-of-pages", "size", attribute: ("units", "pages")),
    .init("number-of-volumes", "size", attribute: ("units", "volumes")),
    .init("dimensions", "size", attribute: ("units", "dimensions")),
    .init("authority", "institution", .subSup, attribute: ("content-type", "authority")),
    .init("archive", "institution", .subSup, attribute: ("content-type", "archive")),
    .init("ISBN", "isbn"),
    .init("ISSN", "issn"),
    .init("DOI", "pub-id", attribute: ("pub-id-type", "doi")),
    .init("PMID", "pub-id", attribute: ("pub-id-type", "pmid")),
    .init("PMCID", "pub-id", attribute: ("pub-id-type", "pmcid")),
    .init("URL", "ext-link", .styled, attribute: ("ext-link-type", "uri")),
  ]

  private static let byVariable = Dictionary(grouping: all, by: \.variable)
  private static let byElement = Dictionary(grouping: all, by: \.element)

  private func applies(in context: JATSContext) -> Bool {
    switch condition {
    case .always: true
    case .shape(let shape): context.shape == shape
    case .type(let type): context.type == type
    case .partWithTitle: context.shape == .part && context.hasTitle
    case .articleWithoutPages: context.shape == .article && !context.hasPages
    case .publisherIsSource: context.publisherIsSource
    }
  }

  /// The row that says where a variable goes, or nil for a `comment`.
  static func row(of variable: String, in context: JATSContext) -> JATSField? {
    byVariable[variable]?.first { $0.applies(in: context) }
  }

  /// The variable that an element holds, or nil.
  ///
  /// - Parameters:
  ///   - element: The element's name.
  ///   - attributes: Its attributes.
  ///   - context: The citation it stands in.
  /// - Returns: The CSL name of the variable.
  static func variable(
    of element: String, _ attributes: [(name: String, value: String)], in context: JATSContext
  ) -> String? {
    guard let rows = byElement[element] else { return nil }
    let marked = rows.first { row in
      guard let wanted = row.attribute else { return false }
      return attributes.contains { $0 == wanted }
    }
    if let marked { return marked.variable }
    // A title element says by itself what it is; a source is what the shape makes of it.
    let plain = rows.filter { $0.attribute == nil }
    return plain.first { $0.applies(in: context) }?.variable
      ?? (element == "source" ? nil : plain.first?.variable)
  }

  /// How `date-in-citation` marks a date variable.
  static let accessMark = "access-date"
}
