internal import ArgumentParser
internal import Citations
internal import ReferenceSources

/// Where works are looked up.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Look works up in this dump: Crossref's works, CSL-JSON or DataCite's DOIs, plain or gzip; repeatable.",
      valueName: "file"), completion: .file())
  var source: [String] = []

  @Flag(
    name: .long,
    help: "Ask Crossref, DataCite and Open Library for works. Nothing else opens a connection.")
  var online = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The mail address that --online tells the registries, as they wish.", valueName: "address"))
  var mailto: String?

  /// Gives the configuration what the options say.
  func apply(to configuration: inout CheckConfiguration) throws {
    do throws(CheckConfiguration.Malformed) {
      if !source.isEmpty {
        try configuration.set(
          "sources", to: .array(source.map { .string($0) }), from: .option("--source"))
      }
      if let mailto {
        try configuration.set("mailto", to: .string(mailto), from: .option("--mailto"))
      }
    } catch {
      throw ValidationError(error.message)
    }
    if online, configuration.mailto == nil {
      throw ValidationError(
        "--online tells the registries who asks: give --mailto YOU@YOUR-HOST, or set mailto in citecli.yaml"
      )
    }
  }

  /// Opens the sources of the configuration, and the registries where they are asked for.
  func open(_ configuration: CheckConfiguration, quiet: Bool) throws -> OpenSources {
    let cache = CacheFolder.user(FileIO.environment)
    var result = OpenSources()
    for path in configuration.sources { result.add(path, cache: cache, quiet: quiet) }
    guard online, let mailto = configuration.mailto else { return result }
    var settings = OnlineSource.Settings(mailto: mailto, cache: cache)
    do throws(SourceTrouble) {
      settings.crossref = try Self.endpoint("CITECLI_CROSSREF_URL") ?? settings.crossref
      settings.dataCite = try Self.endpoint("CITECLI_DATACITE_URL") ?? settings.dataCite
      settings.openLibrary = try Self.endpoint("CITECLI_OPENLIBRARY_URL") ?? settings.openLibrary
    } catch {
      throw ValidationError(error.description)
    }
    if let limit = FileIO.environment("CITECLI_TIMEOUT").flatMap({ Int($0) }), limit > 0 {
      settings.timeLimit = limit
    }
    result.add(OnlineSource(settings))
    return result
  }

  private static func endpoint(_ name: String) throws(SourceTrouble) -> Endpoint? {
    guard let address = FileIO.environment(name), !address.isEmpty else { return nil }
    do throws(SourceTrouble) {
      return try Endpoint(address)
    } catch {
      throw SourceTrouble("\(name): \(error.description)")
    }
  }
}

/// The sources of a run.
struct OpenSources {
  /// All of them, the first one first.
  private(set) var all: [any RecordSource] = []
  private var dumps: [LocalSource] = []
  private var registries: OnlineSource?

  /// Opens a dump; one that cannot be read is said to be so, and counts as one that may have every work.
  mutating func add(_ path: String, cache: CacheFolder?, quiet: Bool) {
    var progress = IndexProgress(path: path, isShown: !quiet)
    do throws(SourceTrouble) {
      let source = try LocalSource(path, cache: cache) { progress.show($0, of: $1) }
      progress.end()
      Self.say(source, quiet: quiet)
      dumps.append(source)
      all.append(source)
    } catch {
      progress.end()
      Terminal.complain(error.description)
      all.append(UnreadableSource(path))
    }
  }

  /// Adds the registries.
  mutating func add(_ source: OnlineSource) {
    registries = source
    all.append(source)
  }

  private static func say(_ source: LocalSource, quiet: Bool) {
    let broken = source.broken
    if let count = source.indexed, !quiet {
      Terminal.say("\(source.name): \(count) records indexed\n")
    }
    guard broken.count > 0 else { return }
    for line in broken.first {
      Terminal.complain("\(source.name):\(line.number): \(line.reason)")
    }
    if broken.count > broken.first.count {
      Terminal.complain("\(source.name): \(broken.count) records in all could not be read")
    }
  }

  /// Says what could not be asked, and what the comparison came to.
  func finish(_ verdicts: [RecordVerdict: Int], quiet: Bool) {
    let troubles = dumps.compactMap(\.trouble) + (registries?.troubles ?? [])
    for trouble in troubles { Terminal.complain(trouble.description) }
    guard !quiet, !all.isEmpty else { return }
    let total = verdicts.values.reduce(0, +)
    let counts = RecordVerdict.allCases.compactMap { verdict in
      verdicts[verdict].map { "\($0) \(verdict.rawValue)" }
    }
    Terminal.say(
      "\(total == 1 ? "1 work" : "\(total) works") looked up"
        + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")) + "\n")
  }
}

/// How far the index of a dump is, on a terminal and only where it takes long.
private struct IndexProgress {
  let path: String
  let isShown: Bool
  private let begin = FileIO.seconds()
  private var shown = -1

  init(path: String, isShown: Bool) {
    self.path = path
    self.isShown = isShown && FileIO.isTerminal(FileIO.standardError)
  }

  mutating func show(_ done: Int, of total: Int) {
    guard isShown, FileIO.seconds() > begin + 1 else { return }
    let percent = total > 0 ? done * 100 / total : 0
    guard percent > shown else { return }
    shown = percent
    Terminal.say("\rindexing \(path): \(percent) %")
  }

  /// Leaves the line as it was.
  func end() { if shown >= 0 { Terminal.say("\r\u{1B}[K") } }
}
