internal import Citations

/// A language server for documents that cite and for bibliographies, as a value: bytes in, bytes out.
///
///     var server = Server(host: host)
///     let answer = server.receive(bytes)
///     if let check = server.beginCheck() { let findings = server.finish(check.run()) }
///
/// Source: Language Server Protocol 3.17.
public struct Server: Sendable {
  private enum Phase: Sendable { case new, running, stopped }

  /// The exit code, once the client has asked the server to end: 0 after `shutdown`, else 1.
  public private(set) var exitCode: Int32?
  /// Whether files have changed since their findings were published.
  public internal(set) var hasFindingsDue = false

  /// How often files or settings have changed.
  var revision = 0
  /// Whether a check runs, whose findings are still to come.
  var isChecking = false
  var workspace: Workspace
  var client = ClientCapabilities()
  var settings = Settings()
  /// The folders that the client named when it started the server.
  var startFolders: [String] = []
  /// The findings in open files; nil until they are known, and after each change.
  var checked: [String: CheckedFile]?
  /// The entries of all bibliographies; nil until they are asked for, and after each change.
  var entryTable: EntryTable?
  /// The findings that the client has, by the URIs of their files.
  var published: [String: PublishedFindings] = [:]
  let host: Host
  private var reader = MessageReader()
  private var phase = Phase.new
  private var output: [UInt8] = []
  private var requests = 0

  /// A server that has been told nothing yet.
  public init(host: Host) {
    self.host = host
    workspace = Workspace(host: host)
  }

  /// Takes bytes from the client, in pieces of any size; what is to be sent to it.
  public mutating func receive(_ bytes: some Collection<UInt8>) -> [UInt8] {
    reader.append(bytes)
    while exitCode == nil, let event = reader.next() {
      switch event {
      case .message(let content): handle(content)
      case .malformed(let reason): respond(to: .null, .failure(.parseError(reason)))
      }
    }
    return takeOutput()
  }

  mutating func takeOutput() -> [UInt8] {
    let bytes = output
    output = []
    return bytes
  }

  // MARK: Messages

  private mutating func handle(_ content: [UInt8]) {
    let message: JSONValue
    do throws(JSONError) {
      message = try JSONValue.parse(content)
    } catch {
      respond(to: .null, .failure(.parseError("\(error.message), at byte \(error.offset)")))
      return
    }
    let id = message["id"]
    let isIdentifier =
      switch id {
      case nil, .string, .number: true
      default: false
      }
    guard message.object != nil, isIdentifier else {
      respond(to: .null, .failure(.invalidRequest("A message is an object with a method.")))
      return
    }
    guard let method = message["method"]?.string else {
      // An answer to a request of ours needs none.
      if message["result"] != nil || message["error"] != nil { return }
      respond(to: id ?? .null, .failure(.invalidRequest("A message is an object with a method.")))
      return
    }
    let parameters = message["params"] ?? .object([])
    if let id {
      respond(to: id, answer(to: method, parameters))
    } else {
      notice(method, parameters)
    }
  }

  private mutating func answer(
    to method: String, _ parameters: JSONValue
  ) -> Result<JSONValue, ResponseError> {
    do throws(ResponseError) {
      switch (phase, method) {
      case (.new, "initialize"):
        let result = initialize(parameters)
        phase = .running
        return .success(result)
      case (.new, _): throw .notInitialized
      case (.running, "initialize"):
        throw .invalidRequest("The server is initialized already.")
      case (.running, "shutdown"):
        phase = .stopped
        return .success(.null)
      case (.stopped, _): throw .invalidRequest("The server is shut down.")
      default: break
      }
      guard let request = Self.requests[method] else { throw .methodNotFound(method) }
      return .success(try request(&self, parameters))
    } catch {
      return .failure(error)
    }
  }

  private mutating func notice(_ method: String, _ parameters: JSONValue) {
    if method == "exit" {
      exitCode = phase == .stopped ? 0 : 1
      return
    }
    guard phase == .running, let notification = Self.notifications[method] else { return }
    notification(&self, parameters)
  }

  private mutating func respond(to id: JSONValue, _ result: Result<JSONValue, ResponseError>) {
    switch result {
    case .success(let value):
      send(.members(["jsonrpc": .string("2.0"), "id": id, "result": value]))
    case .failure(let error):
      let details = JSONValue.members([
        "code": .number(error.code), "message": .string(error.message),
      ])
      send(.members(["jsonrpc": .string("2.0"), "id": id, "error": details]))
    }
  }

  /// Sends a notification to the client.
  mutating func notify(_ method: String, _ parameters: JSONValue) {
    send(
      .members([
        "jsonrpc": .string("2.0"), "method": .string(method), "params": parameters,
      ]))
  }

  /// Sends a request to the client, whose answer does not matter.
  mutating func ask(_ method: String, _ parameters: JSONValue) {
    requests += 1
    send(
      .members([
        "jsonrpc": .string("2.0"), "id": .string("citecli-\(requests)"),
        "method": .string(method), "params": parameters,
      ]))
  }

  private mutating func send(_ message: JSONValue) {
    output += MessageReader.framed(JSONWriter.text(of: message, .compact))
  }
}
