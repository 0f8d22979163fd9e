public import Citations

/// A dump of a registry as a source: indexed once, then looked up in.
///
///     let source = try LocalSource("works.ndjson.gz", cache: CacheFolder("/tmp/cache"))
///     run.add(bytes, name: "refs.bib", against: [source])
public final class LocalSource: RecordSource {
  /// The path of the dump as it was given.
  public let name: String
  /// What of the dump could not be read, where it was indexed now; empty where the index was there.
  public let broken: BrokenLines
  /// How many records were indexed now; nil where the index was there.
  public let indexed: Int?
  /// Why a look-up failed; nil while none did.
  public private(set) var trouble: SourceTrouble?
  private let index: RecordIndex
  /// Where the index is kept; empty where it is not.
  private let file: String

  /// Opens a dump, and indexes it where that is not done yet.
  ///
  /// - Parameters:
  ///   - path: The dump: Crossref's works, CSL-JSON or DataCite's DOIs, one a line or in one JSON text, plain or gzip.
  ///   - cache: Where the index is kept; nil to make it for this run only.
  ///   - progress: Told while the dump is indexed: how many of its bytes are done, and of how many.
  /// - Throws: ``SourceTrouble`` where the dump cannot be read, or the index cannot be written.
  public init(
    _ path: String, cache: CacheFolder?, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(SourceTrouble) {
    name = path
    let store = try IndexStore(path, cache)
    if let found = store.existing() {
      index = found
      broken = BrokenLines()
      indexed = nil
    } else {
      let made = try store.make(progress)
      index = made.index
      broken = made.broken
      indexed = made.records
    }
    file = store.file
  }

  /// The record of the work: by its identifiers, else by its title with names and year.
  public func answer(for reference: Reference) -> RecordAnswer {
    guard trouble == nil else { return .unavailable }
    do throws(Database.Fault) {
      return try find(reference)
    } catch {
      trouble = SourceTrouble("\(name): the index is damaged (\(error.description))")
      // The next run makes it again.
      if !file.isEmpty { Platform.remove(file) }
      return .unavailable
    }
  }

  private func find(_ reference: Reference) throws(Database.Fault) -> RecordAnswer {
    for identifier in WorkIdentifier.all(of: reference) {
      let found = try records(try index.records(withKey: identifier.description))
      // Several works can have one number: the chapters of a book, for example.
      guard let place = RecordChoice.nearest(to: reference, among: found) else { continue }
      return .found(try withNotices(found[place]), by: identifier.kind)
    }
    return try findTitle(reference)
  }

  private func findTitle(_ reference: Reference) throws(Database.Fault) -> RecordAnswer {
    guard let title = reference[.title]?.plain, !title.isEmpty else { return .notFound(alike: 0) }
    var numbers: [Int] = []
    if let key = TitleKeys.exact(title) { numbers = try index.records(withKey: key) }
    for isExact in [true, false] {
      if !isExact {
        let more = try? index.records(
          words: TitleKeys.words([title]), families: TitleKeys.families(reference))
        numbers += (more ?? []).filter { !numbers.contains($0) }
      }
      let found = try records(numbers)
      switch RecordChoice.choose(for: reference, among: found) {
      case .one(let place): return .found(try withNotices(found[place]), by: nil)
      case .none(let alike): if alike > 0 { return .notFound(alike: alike) }
      }
    }
    return .notFound(alike: 0)
  }

  private func records(_ numbers: [Int]) throws(Database.Fault) -> [SourceRecord] {
    var result: [SourceRecord] = []
    for number in numbers {
      if let value = try index.record(number),
        let record = RecordReader.record(value, source: name)
      {
        result.append(record)
      }
    }
    return result
  }

  /// The record with what other records of the dump say about it.
  private func withNotices(_ record: SourceRecord) throws(Database.Fault) -> SourceRecord {
    guard record.notice == nil,
      let doi = record.reference[.doi].flatMap({ WorkIdentifier.doi($0.plain) })
    else { return record }
    var result = record
    for notice in [SourceRecord.Notice.retraction, .concern] {
      let found = try index.records(withKey: "\(notice.rawValue):\(doi.value)")
      guard let number = found.first else { continue }
      result.notice = notice
      result.noticeDOI = try index.record(number)?["DOI"]?.text
      return result
    }
    return result
  }
}
