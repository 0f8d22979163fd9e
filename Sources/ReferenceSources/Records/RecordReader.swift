internal import Citations

/// Reads a work of Crossref, an item of CSL-JSON or a DOI of DataCite.
///
/// Crossref's works are CSL-JSON with lists in place of some texts, so one reader serves both.
/// Source: Crossref, "REST API: works"; CSL 1.0.2, csl-data.json; Crossref, "Crossmark: updates"; "Relationships".
enum RecordReader {
  /// What a notice says about other works.
  struct Update: Equatable {
    /// The DOI of the work that the notice is about, in its usual form.
    var doi: String
    var notice: SourceRecord.Notice
  }

  /// The record in a JSON value; nil where it has neither a title nor an identifier.
  static func record(_ value: JSONValue, source: String) -> SourceRecord? {
    if let attributes = value["attributes"] {
      return DataCiteRecord.record(attributes, source: source)
    }
    var reference = Reference(type: type(value["type"]?.text ?? ""))
    let titles = titles(value)
    reference[.title] = titles.first.map { RichText($0) }
    reference[.author] = names(value["author"])
    reference[.editor] = names(value["editor"])
    let containers = containers(value)
    reference[.containerTitle] = containers.first.map { RichText($0) }
    reference[.volume] = value["volume"]?.text
    reference[.issue] = value["issue"]?.text
    reference[.page] = value["page"]?.text
    reference[.number] = value["article-number"]?.text
    for (name, variable) in texts {
      let found = value[name]?.texts.joined(separator: " ") ?? ""
      if !found.isEmpty { reference[variable] = RichText(found) }
    }
    let years = ["published-print", "issued", "published", "published-online"]
      .compactMap { year(value[$0]) }
    reference[.issued] = years.first.map { DateValue(DateValue.Point($0)) }
    guard !titles.isEmpty || !WorkIdentifier.all(of: reference).isEmpty else { return nil }
    var record = SourceRecord(source: source, reference: reference)
    record.titles = titles
    record.containers = containers
    record.years = years.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    takeNotices(value, &record)
    return record
  }

  /// Texts that are taken as they stand.
  private static let texts: [(String, TextVariable)] = [
    ("DOI", .doi), ("ISBN", .isbn), ("PMID", .pmid), ("PMCID", .pmcid), ("archive", .archive),
    ("archive_location", .archiveLocation), ("URL", .url),
  ]

  /// The type of CSL for one of Crossref's, which differ in part.
  ///
  /// Source: Crossref, "REST API: types".
  private static func type(_ name: String) -> ItemType {
    switch name {
    case "journal-article": .articleJournal
    case "book-chapter", "book-section", "book-part": .chapter
    case "proceedings-article": .paperConference
    case "posted-content": .article
    case "dissertation": .thesis
    case "monograph", "edited-book", "reference-book", "book-set", "proceedings": .book
    case "reference-entry": .entryEncyclopedia
    case "": .document
    default: ItemType(rawValue: name)
    }
  }

  /// The titles: with the subtitle, without it, and in the language of the work.
  private static func titles(_ value: JSONValue) -> [String] {
    let main = (value["title"]?.texts ?? []).map(PlainText.of)
    let subtitle = (value["subtitle"]?.texts ?? []).map(PlainText.of).first ?? ""
    var result: [String] = []
    if let first = main.first, !subtitle.isEmpty, !first.hasSuffix(subtitle) {
      result.append(first + ": " + subtitle)
    }
    result += main + (value["original-title"]?.texts ?? []).map(PlainText.of)
    return result.filter { !$0.isEmpty }
  }

  private static func containers(_ value: JSONValue) -> [String] {
    ["container-title", "short-container-title", "container-title-short"]
      .flatMap { value[$0]?.texts ?? [] }.map(PlainText.of).filter { !$0.isEmpty }
  }

  private static func names(_ value: JSONValue?) -> [Name] {
    (value?.array ?? []).compactMap { element in
      if let text = element.text { return Name(literal: text) }
      if let whole = element["name"]?.text ?? element["literal"]?.text {
        return Name(literal: PlainText.of(whole))
      }
      guard let family = element["family"]?.text ?? element["given"]?.text else { return nil }
      return Name(
        family: PlainText.of(family),
        given: element["family"] == nil ? "" : PlainText.of(element["given"]?.text ?? ""),
        droppingParticle: element["dropping-particle"]?.text ?? "",
        nonDroppingParticle: element["non-dropping-particle"]?.text ?? "",
        suffix: element["suffix"]?.text ?? "")
    }
  }

  /// The year of a date in parts, or of one in words that begin with it.
  private static func year(_ value: JSONValue?) -> Int? {
    guard let value else { return nil }
    if let parts = value["date-parts"]?.array?.first?.array {
      // Years before the first one have no year 0 in CSL-JSON.
      return parts.first?.text.flatMap { Int($0) }.map { $0 < 0 ? $0 + 1 : $0 }
    }
    let words = value.text ?? value["raw"]?.text ?? value["literal"]?.text ?? ""
    return Int(words.prefix(4))
  }

  // MARK: What became of the work

  private static func takeNotices(_ value: JSONValue, _ record: inout SourceRecord) {
    for update in value["updated-by"]?.array ?? [] {
      guard let notice = notice(update["type"]?.text ?? ""), record.notice != .retraction else {
        continue
      }
      record.notice = notice
      record.noticeDOI = update["DOI"]?.text
    }
    let published = value["relation"]?["is-preprint-of"]?.array ?? []
    record.publishedDOI = published.compactMap { $0["id"]?.text }.first {
      WorkIdentifier.doi($0) != nil
    }
  }

  /// The works that a record is a notice about.
  static func updates(_ value: JSONValue) -> [Update] {
    (value["update-to"]?.array ?? []).compactMap { update in
      guard let notice = notice(update["type"]?.text ?? ""),
        let doi = update["DOI"]?.text.flatMap({ WorkIdentifier.doi($0) })
      else { return nil }
      return Update(doi: doi.value, notice: notice)
    }
  }

  /// What a type of update means for the work; nil for corrections and the like.
  private static func notice(_ type: String) -> SourceRecord.Notice? {
    switch type.lowercased() {
    case "retraction", "withdrawal", "removal", "partial_retraction": .retraction
    case "expression_of_concern", "concern": .concern
    default: nil
    }
  }
}
