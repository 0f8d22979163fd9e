/// Where a citation's title and the title of what holds it stand in JATS.
///
/// Source: JATS 1.4 Tag Library, "Citation Details"; JATS4R "Citations" and "Data citations".
enum JATSShape: Sendable, Hashable {
  /// `article-title` in a `source`.
  case article
  /// `chapter-title` in a `source`.
  case part
  /// `data-title` in a `source`.
  case data
  /// The title itself is the `source`.
  case whole
}

/// What the choice of elements depends on.
struct JATSContext: Sendable {
  var type: ItemType
  var shape: JATSShape
  /// Whether the citation has pages, which exclude an `elocation-id`.
  ///
  /// Source: JATS4R "Citations".
  var hasPages: Bool
  /// Whether the citation has a title.
  var hasTitle: Bool
  /// Whether the `source` must come from the publisher, as data and preprints need one.
  var publisherIsSource: Bool
  /// The `publication-type` of a citation that was read, where it is not known.
  var unknownType: String?

  init(_ reference: Reference) {
    type = reference.type
    let base = JATSType.of(reference.type).shape
    let hasContainer = reference[.containerTitle] != nil
    shape = base == .whole && hasContainer && reference[.title] != nil ? .article : base
    hasTitle = reference[.title] != nil
    hasPages = reference[.page] != nil || reference[.pageFirst] != nil
    publisherIsSource =
      (type == .dataset || type == .article) && !hasContainer && reference[.publisher] != nil
  }
}
