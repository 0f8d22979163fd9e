import Citations
import Testing

@testable import LanguageServer

/// The server as a value: messages, documents that change, what it withstands.
@Suite struct ServerTests {
  private static func messages(_ bytes: [UInt8]) throws -> [JSONValue] {
    var reader = MessageReader()
    reader.append(bytes)
    var result: [JSONValue] = []
    while let event = reader.next() {
      if case .message(let content) = event { result.append(try JSONValue.parse(content)) }
    }
    return result
  }

  private static func answers(to contents: [String]) throws -> [JSONValue] {
    var wire = MemoryWire()
    for content in contents { wire.send(MessageReader.framed(Array(content.utf8))) }
    return try messages(wire.receive())
  }

  private static let initialize =
    #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}}"#

  @Test(arguments: [
    ("{", -32700), ("[]", -32600), ("{}", -32600), (#"{"id":1}"#, -32600),
    (#"{"id":{},"method":"x"}"#, -32600), (#"{"id":7,"method":"no/such"}"#, -32601),
    (#"{"id":7,"method":"$/no/such"}"#, -32601), (#"{"id":7,"method":"initialize"}"#, -32600),
    (#"{"id":7,"method":"textDocument/hover"}"#, -32602),
    (#"{"id":7,"method":"textDocument/hover","params":3}"#, -32602),
    (
      #"{"id":7,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x"}}}"#,
      -32602
    ),
  ])
  func whatIsNoRequestIsAnsweredByAnError(content: String, code: Int) throws {
    let found = try Self.answers(to: [Self.initialize, content])
    #expect(found.count == 2)
    #expect(found.last?.at("error", "code")?.integer == code)
  }

  @Test func aRequestBeforeInitializeIsRefused() throws {
    let found = try Self.answers(to: [#"{"id":"a","method":"shutdown"}"#])
    #expect(found.first?["id"] == .string("a"))
    #expect(found.first?.at("error", "code")?.integer == -32002)
  }

  @Test func aMalformedHeaderIsAnsweredAndTheNextMessageRead() throws {
    var wire = MemoryWire()
    wire.send(
      Array("Content-Size: 3\r\n\r\n".utf8) + MessageReader.framed(Array(Self.initialize.utf8)))
    let found = try Self.messages(wire.receive())
    #expect(found.first?.at("error", "code")?.integer == -32700)
    #expect(found.last?.at("result", "serverInfo", "name")?.string == "citecli")
  }

  @Test func unknownNotificationsAndAnswersAreIgnored() throws {
    let found = try Self.answers(to: [
      Self.initialize, #"{"method":"no/such"}"#, #"{"method":"$/cancelRequest","params":{"id":0}}"#,
      #"{"id":9,"result":null}"#,
    ])
    #expect(found.count == 1)
  }

  @Test func theExitCodeTellsWhetherShutdownCameBefore() {
    for (contents, code) in [
      ([Self.initialize, #"{"method":"exit"}"#], Int32(1)),
      ([Self.initialize, #"{"id":1,"method":"shutdown"}"#, #"{"method":"exit"}"#], 0),
    ] {
      var wire = MemoryWire()
      for content in contents { wire.send(MessageReader.framed(Array(content.utf8))) }
      #expect(wire.server.exitCode == code)
    }
  }

  @Test(arguments: [
    ("[\"utf-8\", \"utf-16\"]", "utf-8"), ("[\"utf-16\"]", "utf-16"), ("[]", "utf-16"),
  ])
  func theEncodingIsUTF8WhereItIsOffered(offered: String, chosen: String) throws {
    let found = try Self.answers(to: [
      #"{"id":0,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":"#
        + offered + "}}}}"
    ])
    #expect(found.first?.at("result", "capabilities", "positionEncoding")?.string == chosen)
  }

  @Test func changesOfRangesAddUp() throws {
    var editor = try Editor(MemoryWire(), folder: "/w")
    let uri = "file:///w/a.md"
    editor.open(uri, "x \u{1F4DA}é [^1]\nb\n\n[^1]: n\n", language: "markdown")
    editor.replace("\u{1F4DA}", with: "e\u{301}\n", in: uri)
    editor.replace("[^1]\nb", with: "[^2]\r\n\u{1F4DA}", in: uri)
    editor.replace("\n\n[^1]: n\n", with: "", in: uri)
    let held = editor.wire.server.workspace.files["/w/a.md"]?.buffer?.bytes
    #expect(held == editor.texts[uri].map { Array($0.utf8) })
    editor.change(uri, [.members(["text": .string("whole")])])
    #expect(editor.wire.server.workspace.files["/w/a.md"]?.buffer?.bytes == Array("whole".utf8))
  }

  @Test func findingsGoWithTheFile() throws {
    var editor = try Editor(MemoryWire(), folder: "/w")
    editor.open("file:///w/a.bib", "@misc{a, title = {T}, note = {}}\n", language: "bibtex")
    #expect(editor.currentFindings("file:///w/a.bib") == ["B017 {}"])
    editor.close("file:///w/a.bib")
    _ = editor.request("workspace/symbol", .members(["query": .string("")]))
    #expect(editor.findings["file:///w/a.bib"] == [])
  }

  /// Messages that are cut, or have bytes of chance in them, from a sequence that is always the same.
  @Test func noStreamMakesItFail() {
    let session = [
      Self.initialize, #"{"method":"initialized","params":{}}"#,
      ##"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///w/a.md","languageId":"markdown","version":1,"text":"A [@b, p. 3] c.[^1]\n\n[^1]: Ada Mercer, The Mill (Leeds: Fell Press, 1931), 44.\n"}}}"##,
      ##"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///w/a.md","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":2},"end":{"line":9,"character":0}},"text":"é"}]}}"##,
      ##"{"id":2,"method":"textDocument/completion","params":{"textDocument":{"uri":"file:///w/a.md"},"position":{"line":0,"character":3}}}"##,
      ##"{"id":3,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"file:///w/a.md"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":9}},"context":{"diagnostics":[]}}}"##,
    ].flatMap { MessageReader.framed(Array($0.utf8)) }
    var random = UInt64(20_260_101)
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    for round in 0..<300 {
      var bytes = session
      if round % 3 == 0 { bytes.removeLast(next(bytes.count)) }
      for _ in 0..<next(4) where round % 3 > 0 { bytes[next(bytes.count)] = UInt8(next(256)) }
      if round % 3 == 2 { bytes.remove(at: next(bytes.count)) }
      var wire = MemoryWire()
      wire.send(bytes)
      wire.send(MessageReader.framed(Array(Self.initialize.utf8)))
      // Whatever was sent, the next message that is whole is answered, unless it was taken for the rest of another.
      #expect(wire.server.exitCode == nil)
    }
  }
}
