public import Citations

/// The registries as a source: Crossref and DataCite for DOIs, Open Library for ISBNs, Crossref's search for titles.
///
/// Nothing is sent before a work is asked for; what is sent is its identifier, or its title with names and year.
/// Source: Crossref, "REST API"; DataCite, "REST API"; Open Library, "Books API".
public final class OnlineSource: RecordSource {
  /// What a caller can choose.
  public struct Settings: Sendable {
    /// The address under which registries can reach whoever asks, as they wish.
    public var mailto: String
    /// Where replies are kept; nil to keep none.
    public var cache: CacheFolder?
    /// Seconds after which a registry is given up.
    public var timeLimit = 20
    /// Crossref's API.
    public var crossref = Endpoint.crossref
    /// DataCite's API.
    public var dataCite = Endpoint.dataCite
    /// Open Library.
    public var openLibrary = Endpoint.openLibrary

    /// The registries themselves, asked in the name of `mailto`.
    public init(mailto: String, cache: CacheFolder?) {
      self.mailto = mailto
      self.cache = cache
    }
  }

  /// Why works could not be looked up in a registry.
  private struct Failure {
    var registry: String
    var reason: String
    var count: Int
  }

  /// The registries, for people.
  public let name = "Crossref, DataCite, Open Library"
  private let settings: Settings
  private let client: PoliteClient
  private var failures: [Failure] = []
  /// How many results of a search are looked at.
  private static let mostResults = 5

  /// The registries, asked with the program `curl`.
  public convenience init(_ settings: Settings) {
    let curl = Curl(
      timeLimit: settings.timeLimit,
      agent:
        "citecli/\(Release.version) (mailto:\(settings.mailto))")
    self.init(
      settings,
      PoliteClient.Surroundings { address, isLoopback in
        do throws(SourceTrouble) {
          return .success(try curl.fetch(address, isLoopback: isLoopback))
        } catch {
          return .failure(error)
        }
      })
  }

  init(_ settings: Settings, _ surroundings: PoliteClient.Surroundings) {
    self.settings = settings
    client = PoliteClient(surroundings, cache: ReplyCache(settings.cache))
  }

  /// What went wrong, a line for each registry, with the number of works that could not be looked up.
  public var troubles: [SourceTrouble] {
    failures.map {
      SourceTrouble(
        "\($0.registry): \($0.reason); \($0.count == 1 ? "1 work was" : "\($0.count) works were") not looked up"
      )
    }
  }

  /// The record of the work: by its identifiers, else by its title with names and year.
  public func answer(for reference: Reference) -> RecordAnswer {
    do throws(Unavailable) {
      for identifier in WorkIdentifier.all(of: reference) {
        if let record = try record(identifier) { return .found(record, by: identifier.kind) }
      }
      return try search(reference)
    } catch {
      return .unavailable
    }
  }

  /// A registry did not answer; the reason is noted already.
  private struct Unavailable: Error {}

  private func record(_ identifier: WorkIdentifier) throws(Unavailable) -> SourceRecord? {
    let value = identifier.value
    switch identifier.kind {
    case .doi:
      if let found = try get("/works/\(Endpoint.escaped(value))", .crossref) {
        return found["message"].flatMap { RecordReader.record($0, source: "Crossref") }
      }
      return try dataCite(value)
    case .arXiv: return try dataCite("10.48550/arxiv.\(value)")
    case .isbn:
      let path = "/api/books?bibkeys=ISBN:\(Endpoint.escaped(value))&format=json&jscmd=data"
      // An answer without the book is an empty object.
      return try get(path, .openLibrary)?.object?.first.flatMap {
        OpenLibraryRecord.record($0.value, source: "Open Library")
      }
    case .pmid, .pmcid: return nil
    }
  }

  private func dataCite(_ doi: String) throws(Unavailable) -> SourceRecord? {
    try get("/dois/\(Endpoint.escaped(doi))", .dataCite)?["data"].flatMap {
      RecordReader.record($0, source: "DataCite")
    }
  }

  private func search(_ reference: Reference) throws(Unavailable) -> RecordAnswer {
    guard let title = reference[.title]?.plain, !title.isEmpty else { return .notFound(alike: 0) }
    let people = reference[.author] + reference[.editor]
    let words =
      [title] + people.prefix(2).map { $0.literal.isEmpty ? $0.family : $0.literal }
      + [reference[.issued]?.year.map { String($0) } ?? ""]
    let query = words.filter { !$0.isEmpty }.joined(separator: " ").prefix(400)
    let path =
      "/works?query.bibliographic=\(Endpoint.escaped(String(query)))&rows=\(Self.mostResults)"
    let items = try get(path, .crossref)?["message"]?["items"]?.array ?? []
    let records = items.compactMap { RecordReader.record($0, source: "Crossref") }
    switch RecordChoice.choose(for: reference, among: records) {
    case .one(let index): return .found(records[index], by: nil)
    case .none(let alike): return .notFound(alike: alike)
    }
  }

  // MARK: Asking

  private enum Registry: String {
    case crossref = "Crossref"
    case dataCite = "DataCite"
    case openLibrary = "Open Library"
  }

  private func endpoint(_ registry: Registry) -> Endpoint {
    switch registry {
    case .crossref: settings.crossref
    case .dataCite: settings.dataCite
    case .openLibrary: settings.openLibrary
    }
  }

  /// What a registry has at a path; nil where it has nothing.
  private func get(_ path: String, _ registry: Registry) throws(Unavailable) -> JSONValue? {
    do throws(SourceTrouble) {
      return try client.get(path, of: endpoint(registry))
    } catch {
      note(registry, error)
      throw Unavailable()
    }
  }

  /// Notes the first reason of each registry; later ones are only counted.
  private func note(_ registry: Registry, _ trouble: SourceTrouble) {
    if let index = failures.firstIndex(where: { $0.registry == registry.rawValue }) {
      failures[index].count += 1
    } else {
      failures.append(
        Failure(registry: registry.rawValue, reason: trouble.description, count: 1))
    }
  }
}
