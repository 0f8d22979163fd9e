/// Rules that compare works with the records of a source; without a source they find nothing.
extension Rule {
  /// The title is another one in the source.
  static let titleDiffers = Rule(
    "T001", "title-differs", .warning, "a source has another title for the work")
  /// The authors or editors are others in the source.
  static let namesDiffer = Rule(
    "T002", "names-differ", .warning, "a source has other authors or editors for the work")
  /// The year is another one in the source.
  static let yearDiffers = Rule(
    "T003", "year-differs", .warning, "a source has another year for the work")
  /// The journal or book is another one in the source.
  static let containerDiffers = Rule(
    "T004", "container-differs", .warning, "a source has another journal or book for the work")
  /// The volume or issue is another one in the source.
  static let volumeDiffers = Rule(
    "T005", "volume-differs", .warning, "a source has another volume or issue for the work")
  /// The pages are others in the source.
  static let pagesDiffer = Rule(
    "T006", "pages-differ", .warning, "a source has other pages for the work")
  /// The DOI is another one in the source.
  static let doiDiffers = Rule(
    "T007", "doi-differs", .warning, "a source has another DOI for the work")
  /// The identifier is that of another work.
  static let identifierOfAnotherWork = Rule(
    "T008", "identifier-of-another-work", .error, "an identifier leads to another work")
  /// No source has the work.
  static let notInSources = Rule(
    "T009", "not-in-sources", .note, "no source has the work")
  /// The work was retracted, or its publisher has doubts about it.
  static let retractedWork = Rule(
    "T010", "retracted-work", .warning, "a source says that the work was retracted")
  /// The work is a preprint that has been published.
  static let publishedPreprint = Rule(
    "T011", "published-preprint", .note, "a source has a published version of the preprint")

  /// All rules that need a source.
  static let ofRecords: [Rule] = [
    .titleDiffers, .namesDiffer, .yearDiffers, .containerDiffers, .volumeDiffers, .pagesDiffer,
    .doiDiffers, .identifierOfAnotherWork, .notInSources, .retractedWork, .publishedPreprint,
  ]
}
