/// The places that code of its own reads and writes, beside those of `MODSTable`.
extension MODSPath {
  static let title: MODSPath = "titleInfo[!type]/title"
  static let hostTitle: MODSPath = "relatedItem[type=host]/titleInfo[!type]/title"
  static let key: MODSPath = "identifier[type=citekey]"
  static let recordIdentifier: MODSPath = "recordInfo/recordIdentifier"
  static let host: MODSPath = "relatedItem[type=host]"
  static let resource: MODSPath = "typeOfResource"
  static let genre: MODSPath = "genre"
  static let hostGenre: MODSPath = "relatedItem[type=host]/genre"
  static let hostISSN: MODSPath = "relatedItem[type=host]/identifier[type=issn]"
  static let issuance: MODSPath = "originInfo/issuance"
  static let hostIssuance: MODSPath = "relatedItem[type=host]/originInfo/issuance"
  static let submitted: MODSPath = "originInfo/dateOther[type=submitted]"
  static let available: MODSPath = "originInfo/dateOther[type=available]"
  static let originalDate: MODSPath = "relatedItem[type=original]/originInfo/dateIssued"
  static let pageCount: MODSPath = "physicalDescription/extent[unit=pages]"
  static let extent: MODSPath = "physicalDescription/extent[!unit]"
  static let url: MODSPath = "location/url"
  static let language: MODSPath = "language"
  static let subject: MODSPath = "subject"
  static let origin: MODSPath = "originInfo"
  static let originalOrigin: MODSPath = "relatedItem[type=original]/originInfo"
  static let pages: MODSPath = "part/extent[unit=page]"
  static let hostPages: MODSPath = "relatedItem[type=host]/part/extent[unit=page]"
  static let languageTag: MODSPath = "language/languageTerm[type=code][authority=rfc5646]"
  static let languageWords: MODSPath = "language/languageTerm[type=text]"
  static let issued: MODSPath = "originInfo/dateIssued"
  static let hostPartDate: MODSPath = "relatedItem[type=host]/part/date"
  static let partDate: MODSPath = "part/date"
  static let hostIssued: MODSPath = "relatedItem[type=host]/originInfo/dateIssued"
  static let copyright: MODSPath = "originInfo/copyrightDate"
  static let created: MODSPath = "originInfo/dateCreated"
  static let hostCopyright: MODSPath = "relatedItem[type=host]/originInfo/copyrightDate"
  static let hostSeries: MODSPath = "relatedItem[type=host]/relatedItem[type=series]"
  static let patch = MODSPath("extension[displayLabel=\(MODSRecordWriter.patchLabel)]")
  /// Where pages stand, by first and last page.
  static let pageExtents: [MODSPath] = [
    .hostPages, "relatedItem[type=host]/part/extent[unit=pages]", .pages, "part/extent[unit=pages]",
  ]
  /// Where bibutils puts a single page.
  static let singlePages: [MODSPath] = [
    "relatedItem[type=host]/part/detail[type=page]/number", "part/detail[type=page]/number",
  ]
}
