import Testing

/// `citecli check --online` against a server on this machine.
@Suite(.enabled(if: Command(path: "/bin/sh").run(["-c", "command -v curl"]).status == 0))
struct OnlineTests {
  private static let path = "/works/10.5555%2Fhallam.mill"
  private static let found = "{\"status\":\"ok\",\"message\":\(SourceTests.mill)}"

  private let scratch = Scratch()

  /// A check of one entry, whose registries are all at one address.
  private func check(
    _ entry: String, at address: String, _ arguments: [String] = ["--online"],
    environment: [String] = []
  ) -> Command.Result {
    _ = scratch.file("refs.bib", entry)
    let cache = Scratch()
    defer { _ = Command(path: "/bin/rm").run(["-r", "\(cache.path)/c"]) }
    let registries = ["CROSSREF", "DATACITE", "OPENLIBRARY"].map { "CITECLI_\($0)_URL=\(address)" }
    return Command(
      environment: environment + ["CITECLI_CACHE=\(cache.path)/c"] + registries,
      workingFolder: scratch.path
    ).run(
      [
        "check", "refs.bib", "--isolated", "--select", "T", "--format", "concise", "--mailto",
        "editor@example.org",
      ] + arguments)
  }

  @Test func aMatchIsSilentAndTheRegistryLearnsWhoAsks() throws {
    let server = try #require(LoopbackServer([Self.path: [.page(200, Self.found)]]))
    let result = check(SourceTests.entry(), at: server.address)
    #expect(result.status == 0)
    #expect(result.text == "")
    #expect(result.errors.contains("1 work looked up: 1 match"))
    #expect(server.requests.count == 1)
    #expect(server.requests.first?.contains("(mailto:editor@example.org)") == true)
  }

  @Test func aConflictNamesTheRegistry() throws {
    let server = try #require(LoopbackServer([Self.path: [.page(200, Self.found)]]))
    let result = check(SourceTests.entry(year: "1913"), at: server.address)
    #expect(result.text.contains("the year \"1913\" is \"1931\" in Crossref [T003 year-differs]"))
  }

  @Test func whatNoRegistryHasIsANote() throws {
    let server = try #require(
      LoopbackServer([:]))
    let result = check(SourceTests.entry(doi: "10.5555/none"), at: server.address)
    #expect(result.status == 0)
    #expect(result.text.contains("note: DOI \"10.5555/none\" is not in Crossref"))
    // Crossref, DataCite, and Crossref's search by title.
    #expect(server.requests.count == 3)
  }

  @Test func aServerThatAsksToWaitIsWaitedFor() throws {
    let server = try #require(
      LoopbackServer([
        Self.path: [
          .page(429, "", headers: ["Retry-After: 1"]), .page(503, "", headers: ["Retry-After: 0"]),
          .page(200, Self.found),
        ]
      ]))
    #expect(check(SourceTests.entry(), at: server.address).errors.contains("1 match"))
    #expect(server.requests.count == 3)
  }

  @Test(arguments: [
    ("503", LoopbackServer.Reply.page(503, "", headers: ["Retry-After: 86400"]), "86400 s"),
    ("broken", .page(200, "{\"message\": {"), "the reply is no JSON"),
    ("forbidden", .page(403, "{}"), "HTTP 403"),
    ("silent", .silence, "no answer within 1 s"),
  ])
  func whatDoesNotAnswerIsUnavailableAndNoError(
    _ name: String, _ reply: LoopbackServer.Reply, _ reason: String
  ) throws {
    let server = try #require(LoopbackServer([Self.path: [reply]]))
    let result = check(
      SourceTests.entry(year: "1913"), at: server.address, environment: ["CITECLI_TIMEOUT=1"])
    #expect(result.status == 0)
    #expect(result.text == "")
    #expect(result.errors.contains("citecli: Crossref: "))
    #expect(result.errors.contains(reason))
    #expect(result.errors.contains("1 unavailable"))
  }

  @Test func nobodyListening() {
    let result = check(SourceTests.entry(), at: LoopbackServer.deadAddress)
    #expect(result.status == 0)
    #expect(result.errors.contains("Crossref: nobody answers at the address"))
  }

  @Test func aMissingCurlIsSaid() {
    let path = scratch.file("refs.bib", SourceTests.entry())
    let result = Command(path: "/usr/bin/env").run([
      "PATH=/nowhere", "CITECLI_CACHE=/dev/null/none",
      "CITECLI_CROSSREF_URL=\(LoopbackServer.deadAddress)", "\(Command.folder)/citecli", "check",
      path,
      "--online", "--mailto", "editor@example.org", "--isolated", "--select", "T",
    ])
    #expect(result.status == 0)
    #expect(result.errors.contains("the program curl is not installed"))
  }

  @Test func withoutAnAddressItIsRefused() {
    let path = scratch.file("refs.bib", SourceTests.entry())
    let result = Command.citecli("check", path, "--online", "--isolated")
    #expect(result.status == 2)
    #expect(result.errors.contains("--mailto"))
    let wrong = Command.citecli("check", path, "--online", "--mailto", "nobody", "--isolated")
    #expect(wrong.status == 2)
  }

  @Test func openConnectionsToOtherMachinesAreRefused() {
    let result = check(SourceTests.entry(), at: "http://registry.example.org")
    #expect(result.status == 2)
    #expect(result.errors.contains("should begin with https://"))
  }

  @Test func withoutTheOptionNobodyIsAsked() throws {
    let server = try #require(LoopbackServer([Self.path: [.page(200, Self.found)]]))
    #expect(check(SourceTests.entry(year: "1913"), at: server.address, []).text == "")
    let config = scratch.file("house.yaml", "mailto: editor@example.org\n")
    let path = scratch.file("refs.bib", SourceTests.entry(year: "1913"))
    for command in [["check", path, "--config", config], ["convert", path, "--to", "ris"]] {
      let environment = ["CITECLI_CROSSREF_URL=\(server.address)"]
      #expect(Command(environment: environment).run(command).status == 0)
    }
    #expect(server.requests.isEmpty)
  }

  @Test func repliesAreKept() throws {
    let server = try #require(LoopbackServer([Self.path: [.page(200, Self.found)]]))
    let twice = SourceTests.entry() + SourceTests.entry(year: "1913")
    let result = check(twice, at: server.address)
    #expect(result.errors.contains("2 works looked up: 1 match, 1 conflict"))
    #expect(server.requests.count == 1)
  }
}
