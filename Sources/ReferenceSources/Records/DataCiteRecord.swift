internal import Citations

/// Reads the attributes of a DOI of DataCite.
///
/// Source: DataCite, "REST API: Retrieve a single DOI"; DataCite Metadata Schema 4.5.
enum DataCiteRecord {
  static func record(_ value: JSONValue, source: String) -> SourceRecord? {
    let titles = (value["titles"]?.array ?? []).compactMap { $0["title"]?.text }
      .map(PlainText.of).filter { !$0.isEmpty }
    var reference = Reference(type: type(value))
    reference[.title] = titles.first.map { RichText($0) }
    reference[.author] = (value["creators"]?.array ?? []).compactMap(name)
    reference[.doi] = value["doi"]?.text.map { RichText($0) }
    let container = value["container"]
    reference[.containerTitle] = container?["title"]?.text.map { RichText(PlainText.of($0)) }
    reference[.volume] = container?["volume"]?.text
    reference[.issue] = container?["issue"]?.text
    let pages = [container?["firstPage"]?.text, container?["lastPage"]?.text].compactMap { $0 }
    if !pages.isEmpty { reference[.page] = pages.joined(separator: "-") }
    guard !titles.isEmpty || reference[.doi] != nil else { return nil }
    var years = [value["publicationYear"]?.text.flatMap { Int($0) }].compactMap { $0 }
    for date in value["dates"]?.array ?? []
    where ["Issued", "Submitted", "Created"].contains(date["dateType"]?.text) {
      if let year = date["date"]?.text.flatMap({ Int($0.prefix(4)) }), !years.contains(year) {
        years.append(year)
      }
    }
    reference[.issued] = years.first.map { DateValue(DateValue.Point($0)) }
    var record = SourceRecord(source: source, reference: reference)
    record.titles = titles
    record.years = years
    if reference.type == .article { record.publishedDOI = published(value) }
    return record
  }

  /// The DOI of the published version of a preprint: a version with another registrant's DOI.
  private static func published(_ value: JSONValue) -> String? {
    let own = registrant(value["doi"]?.text ?? "")
    return (value["relatedIdentifiers"]?.array ?? []).lazy.filter {
      $0["relationType"]?.text == "IsVersionOf" && $0["relatedIdentifierType"]?.text == "DOI"
    }.compactMap { $0["relatedIdentifier"]?.text }.first { registrant($0) != own }
  }

  private static func registrant(_ doi: String) -> String {
    WorkIdentifier.doi(doi)?.value.split(separator: "/").first.map(String.init) ?? ""
  }

  private static func type(_ value: JSONValue) -> ItemType {
    switch value["types"]?["resourceTypeGeneral"]?.text {
    case "JournalArticle": .articleJournal
    case "Preprint": .article
    case "Book": .book
    case "BookChapter": .chapter
    case "ConferencePaper": .paperConference
    case "Dissertation": .thesis
    case "Report": .report
    case "Dataset": .dataset
    default: .document
    }
  }

  private static func name(_ value: JSONValue) -> Name? {
    if let family = value["familyName"]?.text {
      return Name(family: family, given: value["givenName"]?.text ?? "")
    }
    guard let whole = value["name"]?.text else { return nil }
    // Persons without parts stand as "Family, Given".
    let parts = whole.split(separator: ",", maxSplits: 1).map(String.init)
    guard value["nameType"]?.text != "Organizational", parts.count == 2 else {
      return Name(literal: whole)
    }
    return Name(family: parts[0], given: String(parts[1].drop { $0 == " " }))
  }
}
