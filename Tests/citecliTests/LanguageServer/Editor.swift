import Citations

@testable import LanguageServer

/// An editor as a server meets it: it opens files, asks, and makes the edits that it is given.
struct Editor<Connection: Wire> {
  var wire: Connection
  /// The texts of the files that are open, by their URIs.
  private(set) var texts: [String: String] = [:]
  private(set) var versions: [String: Int] = [:]
  /// The files that the server had made.
  private(set) var created: [String] = []
  /// The findings of each file, as they were last told.
  private(set) var findings: [String: [JSONValue]] = [:]
  /// Messages of the server to the user.
  private(set) var shown: [String] = []
  /// The methods of the requests that the server made.
  private(set) var asked: [String] = []
  /// The answer to `initialize`.
  private(set) var greeting: JSONValue = .null
  private var reader = MessageReader()
  private var requests = 0

  static var capabilities: JSONValue {
    get throws {
      try JSONValue.parse(
        Array(
          """
          {"workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]},
            "didChangeWatchedFiles": {"dynamicRegistration": true}},
           "textDocument": {"codeAction": {"codeActionLiteralSupport": {}},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "completion": {"completionItem": {"labelDetailsSupport": true}}}}
          """.utf8))
    }
  }

  /// An editor that has greeted the server.
  init(
    _ wire: Connection, folder: String?, capabilities: JSONValue? = nil
  ) throws {
    self.wire = wire
    let capabilities = try capabilities ?? Self.capabilities
    greeting = request(
      "initialize",
      .members([
        "processId": .null, "rootUri": folder.map { .string("file://" + $0) } ?? .null,
        "capabilities": capabilities,
      ]))
    notify("initialized", .object([]))
  }

  // MARK: Messages

  mutating func notify(_ method: String, _ parameters: JSONValue) {
    send(.members(["jsonrpc": .string("2.0"), "method": .string(method), "params": parameters]))
  }

  /// The answer to a request: its result, or the error.
  mutating func request(_ method: String, _ parameters: JSONValue) -> JSONValue {
    requests += 1
    let id = JSONValue.number(requests)
    send(
      .members([
        "jsonrpc": .string("2.0"), "id": id, "method": .string(method), "params": parameters,
      ]))
    while let message = next() {
      if message["id"] == id, message["method"] == nil {
        return message["result"] ?? message["error"] ?? .null
      }
      take(message)
    }
    return .string("no answer")
  }

  private mutating func send(_ message: JSONValue) {
    wire.send(MessageReader.framed(JSONWriter.text(of: message, .compact)))
  }

  private mutating func next() -> JSONValue? {
    while true {
      if case .message(let content) = reader.next() { return try? JSONValue.parse(content) }
      let bytes = wire.receive()
      if bytes.isEmpty { return nil }
      reader.append(bytes)
    }
  }

  private mutating func take(_ message: JSONValue) {
    switch message["method"]?.string {
    case "textDocument/publishDiagnostics":
      guard let uri = message.at("params", "uri")?.string else { return }
      findings[uri] = message.at("params", "diagnostics")?.array
      told[uri] = message.at("params", "version")?.integer ?? -1
    case "window/showMessage": shown.append(message.at("params", "message")?.string ?? "")
    case let method? where message["id"] != nil: asked.append(method)
    default: break
    }
  }

  /// The versions that findings were told of.
  private var told: [String: Int] = [:]

  /// The findings in a file as it is now, by their rules and the words they mark.
  mutating func currentFindings(_ uri: String) -> [String] {
    while told[uri] != versions[uri], let message = next() { take(message) }
    return (findings[uri] ?? []).map { finding in
      "\(finding["code"]?.string ?? "") \(text(finding["range"] ?? .null, in: uri))"
    }
  }

  // MARK: Files

  mutating func open(_ uri: String, _ text: String, language: String) {
    texts[uri] = text
    let version = (versions[uri] ?? 0) + 1
    versions[uri] = version
    notify(
      "textDocument/didOpen",
      .members([
        "textDocument": .members([
          "uri": .string(uri), "languageId": .string(language), "version": .number(version),
          "text": .string(text),
        ])
      ]))
  }

  mutating func close(_ uri: String) {
    texts[uri] = nil
    versions[uri] = nil
    notify("textDocument/didClose", .members(["textDocument": .members(["uri": .string(uri)])]))
  }

  /// Puts a text in the place of the first `old`, and tells the server.
  mutating func replace(_ old: String, with new: String, in uri: String) {
    guard let text = texts[uri], let place = text.firstRange(of: old) else { return }
    let range = JSONValue.members([
      "start": Self.position(of: place.lowerBound, in: text),
      "end": Self.position(of: place.upperBound, in: text),
    ])
    change(uri, [.members(["range": range, "text": .string(new)])])
    texts[uri] = text.replacingCharacters(in: place, with: new)
  }

  mutating func change(_ uri: String, _ changes: [JSONValue]) {
    let version = (versions[uri] ?? 0) + 1
    versions[uri] = version
    notify(
      "textDocument/didChange",
      .members([
        "textDocument": .members(["uri": .string(uri), "version": .number(version)]),
        "contentChanges": .array(changes),
      ]))
  }

  /// Makes an edit of the workspace.
  mutating func apply(_ edit: JSONValue) {
    for change in edit["documentChanges"]?.array ?? [] {
      if change["kind"] == .string("create"), let uri = change["uri"]?.string {
        created.append(uri)
        texts[uri] = texts[uri] ?? ""
        continue
      }
      guard let uri = change.at("textDocument", "uri")?.string else { continue }
      make(change["edits"]?.array ?? [], in: uri)
    }
    for change in edit["changes"]?.object ?? [] { make(change.value.array ?? [], in: change.name) }
  }

  private mutating func make(_ edits: [JSONValue], in uri: String) {
    guard let text = texts[uri] else { return }
    var ranges = edits.compactMap { edit in
      Self.range(edit["range"] ?? .null, in: text).map { ($0, edit["newText"]?.string ?? "") }
    }
    ranges.sort { $0.0.lowerBound > $1.0.lowerBound }
    var result = text
    for (range, new) in ranges { result = result.replacingCharacters(in: range, with: new) }
    texts[uri] = result
  }

  /// Takes a file that the server does not know as open, to see edits of it.
  mutating func hold(_ uri: String, _ text: String) { texts[uri] = text }

  // MARK: Places

  /// The parameters of a request about the place where `|` stands in `context`.
  func place(_ uri: String, _ context: String) -> [JSONValue.Member] {
    let parts = context.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let text = texts[uri] ?? ""
    let found = text.firstRange(of: parts.joined())
    let start = found?.lowerBound ?? text.endIndex
    let position = text.utf8.index(start, offsetBy: parts[0].utf8.count)
    return [
      .init("textDocument", .members(["uri": .string(uri)])),
      .init("position", Self.position(of: position, in: text)),
    ]
  }

  /// The words that a range of a file has.
  func text(_ range: JSONValue, in uri: String) -> String {
    guard let text = texts[uri], let range = Self.range(range, in: text) else { return "?" }
    return String(text[range])
  }

  /// Positions count UTF-16 units here, as they do unless both sides agree on something else.
  private static func position(of index: String.Index, in text: String) -> JSONValue {
    let before = text[..<index].utf16
    let line = before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { before.index(after: $0) } ?? before.startIndex
    return .members([
      "line": .number(line),
      "character": .number(before.distance(from: start, to: before.endIndex)),
    ])
  }

  private static func range(_ value: JSONValue, in text: String) -> Range<String.Index>? {
    guard let start = index(value["start"], in: text), let end = index(value["end"], in: text),
      start <= end
    else { return nil }
    return start..<end
  }

  private static func index(_ value: JSONValue?, in text: String) -> String.Index? {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer else {
      return nil
    }
    let units = text.utf16
    var start = units.startIndex
    for _ in 0..<line {
      guard let end = units[start...].firstIndex(of: 0x0A) else { return nil }
      start = units.index(after: end)
    }
    return units.index(start, offsetBy: character, limitedBy: units.endIndex)
  }
}

extension String {
  /// Foundation has these; the tests do without.
  fileprivate func firstRange(of text: String) -> Range<String.Index>? {
    let wanted = Array(text.utf8)
    var start = utf8.startIndex
    while start <= utf8.endIndex {
      if utf8[start...].starts(with: wanted) {
        return start..<utf8.index(start, offsetBy: wanted.count)
      }
      guard start < utf8.endIndex else { return nil }
      start = utf8.index(after: start)
    }
    return nil
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
