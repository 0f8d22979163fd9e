/// Where the index of a dump is kept, and whether it is still that of the dump.
struct IndexStore {
  /// The path of the index; empty where it is not kept.
  let file: String
  private let cache: CacheFolder?
  private let dump: String
  private let name: String
  private let status: Platform.FileStatus
  private let digest: String

  /// How much of the beginning and of the end of a dump is looked at.
  private static let sampleLength = 1 << 16

  init(_ path: String, _ cache: CacheFolder?) throws(SourceTrouble) {
    name = path
    guard let resolved = Platform.resolved(path), let status = Platform.status(resolved) else {
      throw SourceTrouble("\(path): \(Platform.lastReason)")
    }
    guard status.isRegular else { throw SourceTrouble("\(path): is no file that can be indexed") }
    dump = resolved
    self.status = status
    digest = try Self.digest(resolved, status.size)
    self.cache = cache
    file = cache?.file(CacheFolder.indexName(of: resolved)) ?? ""
  }

  /// Tells a dump from one of the same size and time.
  private static func digest(_ path: String, _ size: Int) throws(SourceTrouble) -> String {
    let file = try FileBytes(path)
    var digest = Digest()
    digest.add(try file.next(sampleLength))
    file.seek(to: max(0, size - sampleLength))
    digest.add(try file.next(sampleLength))
    return digest.text
  }

  private var meta: [(String, String)] {
    [
      ("version", String(IndexBuilder.version)), ("path", dump), ("size", String(status.size)),
      ("modified", String(status.modified)), ("digest", digest),
    ]
  }

  /// The index that is there; nil where there is none, where it is damaged, or where it is of another version or dump.
  func existing() -> RecordIndex? {
    guard !file.isEmpty, Platform.status(file) != nil else { return nil }
    do throws(Database.Fault) {
      let index = try RecordIndex(try Database(file, .reading))
      let found = try index.meta()
      return meta.allSatisfy { found[$0.0] == $0.1 } ? index : nil
    } catch {
      return nil
    }
  }

  /// Makes the index beside its place, and puts it there when it is whole.
  func make(
    _ progress: (Int, Int) -> Void
  ) throws(SourceTrouble) -> (index: RecordIndex, broken: BrokenLines, records: Int) {
    let beside = file.isEmpty ? "" : CacheFolder.unfinished(file)
    if !beside.isEmpty { Platform.remove(beside) }
    cache?.removeLeftovers()
    do throws(Database.Fault) {
      let database = try Database(beside, .writing)
      let (broken, records) = try build(database, beside, progress)
      guard !beside.isEmpty else { return (try RecordIndex(database), broken, records) }
      guard Platform.rename(beside, to: file) else {
        throw Database.Fault(description: Platform.lastReason)
      }
      return (try RecordIndex(try Database(file, .reading)), broken, records)
    } catch {
      if !beside.isEmpty { Platform.remove(beside) }
      throw SourceTrouble("\(name): the index cannot be made (\(error.description))")
    }
  }

  private func build(
    _ database: Database, _ beside: String, _ progress: (Int, Int) -> Void
  ) throws(Database.Fault) -> (BrokenLines, Int) {
    var builder = try IndexBuilder(database)
    var broken = BrokenLines()
    do throws(SourceTrouble) {
      var reader = try DumpReader(dump)
      while let records = try reader.next() {
        for record in records {
          if let reason = try add(record, &builder) { reader.refuse(record, reason) }
        }
        progress(reader.done, status.size)
      }
      broken = reader.broken
    } catch {
      throw Database.Fault(description: error.description)
    }
    try builder.finish(meta)
    return (broken, builder.count)
  }

  private func add(
    _ record: RecordSplitter.Record, _ builder: inout IndexBuilder
  ) throws(SourceTrouble) -> String? {
    do throws(Database.Fault) {
      return try builder.add(record.bytes)
    } catch {
      throw SourceTrouble(error.description)
    }
  }
}
