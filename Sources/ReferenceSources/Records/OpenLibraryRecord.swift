internal import Citations

/// Reads a book of Open Library.
///
/// Source: Open Library, "Books API", `jscmd=data`.
enum OpenLibraryRecord {
  static func record(_ value: JSONValue, source: String) -> SourceRecord? {
    guard let title = value["title"]?.text.map(PlainText.of) else { return nil }
    let subtitle = value["subtitle"]?.text.map(PlainText.of) ?? ""
    var reference = Reference(type: .book)
    reference[.title] = RichText(subtitle.isEmpty ? title : title + ": " + subtitle)
    reference[.author] = (value["authors"]?.array ?? []).compactMap {
      $0["name"]?.text.map { Name(literal: $0) }
    }
    let numbers = value["identifiers"]
    let isbns = (numbers?["isbn_13"]?.texts ?? []) + (numbers?["isbn_10"]?.texts ?? [])
    if !isbns.isEmpty { reference[.isbn] = RichText(isbns.joined(separator: " ")) }
    let years = value["publish_date"]?.text.map(years) ?? []
    reference[.issued] = years.first.map { DateValue(DateValue.Point($0)) }
    var record = SourceRecord(source: source, reference: reference)
    record.titles = subtitle.isEmpty ? [title] : [title + ": " + subtitle, title]
    record.years = years
    return record
  }

  /// The years in a date in words: "March 1931", "1931-03", "c1931".
  private static func years(_ words: String) -> [Int] {
    words.utf8.split { !(0x30...0x39).contains($0) }.filter { $0.count == 4 }
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
  }
}
