import Citations
import Testing

@testable import ReferenceSources

@Suite struct PoliteClientTests {
  /// A clock that only waits move, and a server that answers from a list.
  private final class Stage {
    var time = 1000.0
    var sleeps: [Double] = []
    var asked: [String] = []
    var replies: [Result<HTTPReply, SourceTrouble>]

    init(_ replies: [Result<HTTPReply, SourceTrouble>]) { self.replies = replies }

    func client(cache: CacheFolder? = nil) -> PoliteClient {
      PoliteClient(
        .init(
          fetch: { address, _ in
            self.asked.append(address)
            return self.replies.isEmpty
              ? .failure(SourceTrouble("nothing left")) : self.replies.removeFirst()
          }, now: { self.time },
          sleep: {
            self.sleeps.append($0)
            self.time += $0
          }), cache: ReplyCache(cache))
    }
  }

  private static func reply(
    _ status: Int, _ body: String = "{}", _ headers: [(String, String)] = []
  ) -> Result<HTTPReply, SourceTrouble> {
    var reply = HTTPReply(status: status, body: Array(body.utf8))
    reply.headers = headers.map { (name: $0.0, value: $0.1) }
    return .success(reply)
  }

  private func get(_ client: PoliteClient, _ path: String = "/a") -> String {
    do throws(SourceTrouble) {
      return try client.get(path, of: .crossref) == nil ? "nothing" : "value"
    } catch {
      return error.description
    }
  }

  @Test func requestsKeepTheirDistance() {
    let stage = Stage([Self.reply(200), Self.reply(404), Self.reply(200)])
    let client = stage.client()
    #expect(get(client, "/a") == "value")
    #expect(get(client, "/b") == "nothing")
    #expect(get(client, "/c") == "value")
    #expect(stage.sleeps.count == 2)
    #expect(stage.sleeps.allSatisfy { $0 > 0.19 && $0 < 0.21 })
    #expect(stage.asked.first == "https://api.crossref.org/a")
  }

  @Test func theRegistrysOwnLimitCounts() {
    let limit = [("x-rate-limit-limit", "2"), ("x-rate-limit-interval", "4s")]
    let stage = Stage([Self.reply(200, "{}", limit), Self.reply(200), Self.reply(200)])
    let client = stage.client()
    for path in ["/a", "/b", "/c"] { #expect(get(client, path) == "value") }
    #expect(stage.sleeps.last == 2)
  }

  @Test(arguments: [429, 503]) func whatAServerAsksForIsWaited(_ status: Int) {
    let stage = Stage([Self.reply(status, "", [("retry-after", "7")]), Self.reply(200)])
    #expect(get(stage.client()) == "value")
    #expect(stage.sleeps.contains(7))
  }

  @Test func patienceEnds() {
    let stage = Stage([Self.reply(429, "", [("retry-after", "3600")])])
    #expect(get(stage.client()) == "asks to wait for 3600 s (HTTP 429)")
    #expect(stage.sleeps.isEmpty)
    let stubborn = Stage(Array(repeating: Self.reply(503), count: 9))
    #expect(get(stubborn.client()) == "HTTP 503")
    #expect(stubborn.asked.count == 4)
  }

  @Test func aRegistryThatFailsTwiceIsLeftAlone() {
    let stage = Stage([
      .failure(SourceTrouble("no answer within 20 s")),
      .failure(SourceTrouble("no answer within 20 s")),
    ])
    let client = stage.client()
    #expect(get(client, "/a") == "no answer within 20 s")
    #expect(get(client, "/b") == "no answer within 20 s")
    #expect(get(client, "/c") == "is not asked again")
    #expect(stage.asked.count == 2)
  }

  @Test func aMissingProgramIsMissedOnce() {
    let stage = Stage([.failure(SourceTrouble(Curl.missing))])
    let client = stage.client()
    #expect(get(client) == Curl.missing)
    #expect(get(client) == "is not asked again")
  }

  @Test func brokenRepliesAreNoAnswerAndAreNotKept() {
    let folder = Folder()
    let cache = CacheFolder(folder.path)
    let stage = Stage([Self.reply(200, "{\"message\":"), Self.reply(200), Self.reply(301)])
    #expect(get(stage.client(cache: cache)).hasPrefix("the reply is no JSON"))
    #expect(get(stage.client(cache: cache)) == "value")
    #expect(get(stage.client(cache: cache), "/b") == "HTTP 301")
  }

  @Test func repliesAreKeptForAWhile() {
    let folder = Folder()
    let cache = CacheFolder(folder.path)
    let stage = Stage([Self.reply(200), Self.reply(404), Self.reply(404), Self.reply(200)])
    #expect(get(stage.client(cache: cache), "/a") == "value")
    #expect(get(stage.client(cache: cache), "/b") == "nothing")
    #expect(get(stage.client(cache: cache), "/a") == "value")
    #expect(get(stage.client(cache: cache), "/b") == "nothing")
    #expect(stage.asked.count == 2)
    // That there is nothing is kept for days, what there is for weeks.
    stage.time += 5 * 86_400
    #expect(get(stage.client(cache: cache), "/a") == "value")
    #expect(get(stage.client(cache: cache), "/b") == "nothing")
    #expect(stage.asked.count == 3)
    stage.time += 40 * 86_400
    #expect(get(stage.client(cache: cache), "/a") == "value")
    #expect(stage.asked.count == 4)
  }

  @Test func aCacheThatIsNoneIsMadeAnew() {
    let folder = Folder()
    _ = folder.file("replies.sqlite", String(repeating: "no database ", count: 100))
    let stage = Stage([Self.reply(200)])
    #expect(get(stage.client(cache: CacheFolder(folder.path))) == "value")
    #expect(get(stage.client(cache: CacheFolder(folder.path))) == "value")
    #expect(stage.asked.count == 1)
  }
}
