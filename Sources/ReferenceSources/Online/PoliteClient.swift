internal import Citations

/// Asks registries one request after the other, no faster than they wish, and never twice.
final class PoliteClient {
  /// What the client needs of the machine; tests give it their own.
  struct Surroundings {
    /// Fetches an address.
    var fetch: (String, _ isLoopback: Bool) -> Result<HTTPReply, SourceTrouble>
    /// Seconds since 1970.
    var now: () -> Double = { Platform.now }
    /// Waits so many seconds.
    var sleep: (Double) -> Void = { Platform.sleep($0) }
  }

  /// At most five requests a second.
  private static let leastInterval = 0.2
  /// For so many seconds in all a run waits for registries that ask for it.
  private static let patience = 60.0
  /// How often a request is repeated.
  private static let mostRepeats = 3
  /// After so many failures one after the other a registry is not asked again.
  private static let mostFailures = 2

  /// What is known about a registry.
  private struct Registry {
    var next = 0.0
    var interval = PoliteClient.leastInterval
    var failures = 0
    var isDown = false
  }

  private let surroundings: Surroundings
  private let cache: ReplyCache?
  private var registries: [String: Registry] = [:]
  /// What was answered in this run, by address: files are checked again after they were mended.
  private var answers: [String: JSONValue?] = [:]
  private var waited = 0.0

  init(_ surroundings: Surroundings, cache: ReplyCache?) {
    self.surroundings = surroundings
    self.cache = cache
  }

  /// What a registry has at a path; nil where it says that it has nothing.
  ///
  /// - Throws: ``SourceTrouble`` where it does not answer in a form that can be used; it is about the reason alone.
  func get(_ path: String, of endpoint: Endpoint) throws(SourceTrouble) -> JSONValue? {
    let address = endpoint.address + path
    if let known = answers[address] { return known }
    if let known = cache?.reply(to: address, now: surroundings.now()) {
      return try Self.value(known)
    }
    guard registries[endpoint.address]?.isDown != true else {
      throw SourceTrouble("is not asked again")
    }
    do throws(SourceTrouble) {
      let reply = try ask(address, endpoint)
      let value = try Self.value(reply)
      registries[endpoint.address, default: Registry()].failures = 0
      answers[address] = .some(value)
      cache?.keep(reply, to: address, now: surroundings.now())
      return value
    } catch {
      fail(endpoint, error)
      throw error
    }
  }

  private static func value(_ reply: HTTPReply) throws(SourceTrouble) -> JSONValue? {
    guard reply.status == 200 else { return nil }
    do throws(JSONError) {
      return try JSONValue.parse(reply.body)
    } catch {
      throw SourceTrouble("the reply is no JSON: \(error.message)")
    }
  }

  private func fail(_ endpoint: Endpoint, _ trouble: SourceTrouble) {
    var registry = registries[endpoint.address, default: Registry()]
    registry.failures += 1
    registry.isDown =
      registry.failures >= Self.mostFailures || trouble.description == Curl.missing
    registries[endpoint.address] = registry
  }

  private func ask(_ address: String, _ endpoint: Endpoint) throws(SourceTrouble) -> HTTPReply {
    for attempt in 0... {
      waitForTurn(endpoint)
      let reply = try surroundings.fetch(address, endpoint.isLoopback).get()
      note(reply, endpoint)
      switch reply.status {
      case 200, 404: return reply
      case 429, 500, 502, 503, 504:
        guard attempt < Self.mostRepeats else { throw Self.refusal(reply.status) }
        try waitToRepeat(reply, attempt)
      default: throw Self.refusal(reply.status)
      }
    }
    throw SourceTrouble("no answer")
  }

  private static func refusal(_ status: Int) -> SourceTrouble {
    status == 429
      ? SourceTrouble("too many requests (HTTP 429)") : SourceTrouble("HTTP \(status)")
  }

  private func waitForTurn(_ endpoint: Endpoint) {
    var registry = registries[endpoint.address, default: Registry()]
    let now = surroundings.now()
    if registry.next > now { surroundings.sleep(min(registry.next - now, 5)) }
    registry.next = surroundings.now() + registry.interval
    registries[endpoint.address] = registry
  }

  /// Takes the registry's own limit, where it is stricter than ours.
  ///
  /// Source: Crossref, "REST API: rate limits": X-Rate-Limit-Limit requests in X-Rate-Limit-Interval, "1s".
  private func note(_ reply: HTTPReply, _ endpoint: Endpoint) {
    guard let limit = reply["x-rate-limit-limit"].flatMap({ Int($0) }), limit > 0,
      let text = reply["x-rate-limit-interval"], text.hasSuffix("s"),
      let seconds = Int(text.dropLast()), seconds > 0
    else { return }
    let interval = min(max(Double(seconds) / Double(limit), Self.leastInterval), 5)
    registries[endpoint.address, default: Registry()].interval = interval
  }

  /// Waits as long as the registry asks for, while there is patience left.
  private func waitToRepeat(_ reply: HTTPReply, _ attempt: Int) throws(SourceTrouble) {
    let asked = reply["retry-after"].flatMap {
      RetryAfter.seconds($0, now: surroundings.now())
    }
    let seconds = asked ?? Double(1 << attempt)
    guard waited + seconds <= Self.patience else {
      throw SourceTrouble("asks to wait for \(Int(seconds)) s (HTTP \(reply.status))")
    }
    waited += seconds
    surroundings.sleep(seconds)
  }
}
