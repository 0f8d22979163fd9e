@testable import Citations

/// A source that has the works given to it, for tests of what is made of its answers.
final class SampleRecords: RecordSource {
  let name: String
  private let records: [SourceRecord]
  /// Whether the source does not answer.
  var isUnavailable = false

  init(_ records: [SourceRecord], name: String = "sample.ndjson") {
    self.records = records
    self.name = name
  }

  func answer(for reference: Reference) -> RecordAnswer {
    if isUnavailable { return .unavailable }
    for identifier in WorkIdentifier.all(of: reference) {
      if let record = records.first(where: {
        WorkIdentifier.all(of: $0.reference).contains(identifier)
      }) {
        return .found(record, by: identifier.kind)
      }
    }
    switch RecordChoice.choose(for: reference, among: records) {
    case .one(let index): return .found(records[index], by: nil)
    case .none(let alike): return .notFound(alike: alike)
    }
  }

  /// The article that the examples of the rules are about.
  static var mill: SourceRecord {
    var reference = Reference(type: .articleJournal)
    reference[.title] = "The Mill at Hallam and Its Accounts"
    reference[.author] = [Name(family: "Mercer", given: "Ada")]
    reference[.containerTitle] = "Lindsey Review"
    reference[.volume] = "12"
    reference[.page] = "145-169"
    reference[.doi] = "10.5555/hallam.mill"
    reference[.issued] = DateValue(DateValue.Point(1931))
    return SourceRecord(source: "sample.ndjson", reference: reference)
  }
}
