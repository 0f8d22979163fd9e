import Citations
import Synchronization
import Testing

@testable import LanguageServer

/// Checks beside the server: what is answered while one runs, and what is told when it is done.
@Suite struct PendingCheckTests {
  private static let bib = "file:///w/refs.bib"
  private static let note = "file:///w/a.md"

  /// A server that only answers: checks are begun and ended by the test.
  private struct AnswersOnly: Wire {
    var server: Server
    var output: [UInt8] = []

    mutating func send(_ bytes: [UInt8]) { output += server.receive(bytes) }

    mutating func receive() -> [UInt8] {
      defer { output = [] }
      return output
    }

    /// Begins the check that must be due.
    mutating func begin() throws -> PendingCheck {
      let check = server.beginCheck()
      return try #require(check)
    }

    /// Gives a check that was done back to the server.
    mutating func finish(_ check: FinishedCheck) { output += server.finish(check) }
  }

  /// Counts how often the bibliography is checked: each time it is asked for the file that its entry names.
  private final class Counter: Sendable {
    let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
  }

  private static func editor(_ counter: Counter = Counter()) throws -> Editor<AnswersOnly> {
    var options = CheckOptions()
    options.fileIsThere = { _ in
      counter.count.withLock { $0 += 1 }
      return true
    }
    options.rules.extendSelect = ["linked-file-missing"]
    let settings = Settings(checks: options)
    let host = Host(files: { _, _ in ([], true) }, read: { _ in nil }, settings: { _ in settings })
    var editor = try Editor(AnswersOnly(server: Server(host: host)), folder: "/w")
    editor.open(
      bib, "@misc{mercer, title = {Mill}, note = {}, file = {:mill.pdf:PDF}}\n", language: "bibtex")
    editor.open(note, "[@mercer; @mercar]\n", language: "markdown")
    return editor
  }

  /// The files that the server told findings of since the last look, with the versions of their texts.
  private static func told(_ editor: inout Editor<AnswersOnly>) throws -> [String] {
    var reader = MessageReader()
    reader.append(editor.wire.receive())
    var result: [String] = []
    while case .message(let content) = reader.next() {
      let message = try JSONValue.parse(content)
      guard message["method"]?.string == "textDocument/publishDiagnostics" else { continue }
      let parameters = message["params"] ?? .null
      let file = parameters["uri"]?.string?.split(separator: "/").last ?? ""
      result.append("\(file) \(parameters["version"]?.integer ?? 0)")
    }
    return result
  }

  @Test func requestsAreAnsweredWhileACheckRuns() throws {
    let counter = Counter()
    var editor = try Self.editor(counter)
    let check = try editor.wire.begin()
    let items = editor.request(
      "textDocument/completion", .object(editor.place(Self.note, "@merc|")))
    #expect(items["items"]?.array?.map { $0["label"]?.string } == ["mercer"])
    let hover = editor.request("textDocument/hover", .object(editor.place(Self.note, "@mer|cer;")))
    #expect(hover.at("contents", "value")?.string?.contains("Mill") == true)
    #expect(counter.value == 0)
    editor.wire.finish(check.run())
    #expect(counter.value == 1)
    let told1 = try Self.told(&editor)
    #expect(told1 == ["a.md 1", "refs.bib 1"])
    let rule = editor.request("textDocument/hover", .object(editor.place(Self.note, "@mer|car")))
    #expect(rule.at("contents", "value")?.string?.contains("undefined-key") == true)
  }

  @Test func ofSeveralChangesTheLastIsChecked() throws {
    let counter = Counter()
    var editor = try Self.editor(counter)
    for letter in ["a", "b", "c"] { editor.replace("Mill}", with: letter + "Mill}", in: Self.bib) }
    let check = try editor.wire.begin()
    editor.wire.finish(check.run())
    let told2 = try Self.told(&editor)
    #expect(told2 == ["a.md 1", "refs.bib 4"])
    #expect(counter.value == 1)
    let none = editor.wire.server.beginCheck()
    #expect(none == nil)
  }

  @Test func whatWasFoundInAnOlderTextIsNotTold() throws {
    var editor = try Self.editor()
    let check = try editor.wire.begin()
    editor.replace("@mercar", with: "@mercer", in: Self.note)
    let none = editor.wire.server.beginCheck()
    #expect(none == nil)
    editor.wire.finish(check.run())
    let told3 = try Self.told(&editor)
    #expect(told3 == [])
    let next = try editor.wire.begin()
    editor.wire.finish(next.run())
    let told4 = try Self.told(&editor)
    #expect(told4 == ["a.md 2", "refs.bib 1"])
    #expect(!editor.wire.server.hasFindingsDue)
  }

  @Test func aFileThatIsAsItWasIsNeitherCheckedNorToldAgain() throws {
    let counter = Counter()
    var editor = try Self.editor(counter)
    let outdated = try editor.wire.begin()
    editor.replace("@mercar", with: "@a", in: Self.note)
    editor.wire.finish(outdated.run())
    for (old, new) in [("@a", "@b"), ("@b", "@c")] {
      editor.replace(old, with: new, in: Self.note)
      let check = try editor.wire.begin()
      editor.wire.finish(check.run())
    }
    #expect(counter.value == 1)
    let told5 = try Self.told(&editor)
    #expect(told5 == ["a.md 3", "refs.bib 1", "a.md 4"])
  }

  @Test(arguments: [(1, ["Write \"mercer\"", "Ignore K001 here"]), (2, [])])
  func whoOnlyMovesTheCursorDoesNotWaitForACheck(trigger: Int, titles: [String]) throws {
    var editor = try Self.editor()
    func actions() -> [String?]? {
      let place = editor.place(Self.note, "@mer|car")[1].value
      return editor.request(
        "textDocument/codeAction",
        .members([
          "textDocument": .members(["uri": .string(Self.note)]),
          "range": .members(["start": place, "end": place]),
          "context": .members(["diagnostics": .array([]), "triggerKind": .number(trigger)]),
        ])
      ).array?.map { $0["title"]?.string }
    }
    #expect(actions() == titles)
    let check = try editor.wire.begin()
    editor.wire.finish(check.run())
    _ = try Self.told(&editor)
    #expect(actions() == ["Write \"mercer\"", "Ignore K001 here"])
  }
}
