import Citations
import Testing

@testable import LanguageServer

/// `citecli lsp` as an editor runs it: a program of its own, over pipes.
@Suite struct SessionTests {
  private static let bibliography = """
    @book{ostler2004, author = {Ostler, Ruth}, title = {Rivers}, publisher = {Gren}, year = 2004, address = {Bath}}

    """
  private static let essay = """
    \u{1F4DA} Rivers flow [@ostler2004, p. 3; @ostler].

    Mills stand.[^1] They turn.

    [^1]: Ada Mercer, The Mill (Leeds: Fell Press, 1931), 44.

    """

  @Test func aWholeSession() throws {
    let scratch = Scratch()
    _ = scratch.file("references.bib", Self.bibliography)
    _ = scratch.file("citecli.yaml", "ignore: [P]\n")
    scratch.folder("chapters")
    _ = scratch.file("chapters/two.tex", "\\cite{ostler2004}\n")
    let process = try #require(Command().start(["lsp"]))
    var editor = try Editor(PipeWire(process), folder: scratch.path)
    #expect(editor.greeting.at("serverInfo", "name")?.string == "citecli")
    let uri = "file://\(scratch.path)/essay.md"
    let bib = "file://\(scratch.path)/references.bib"
    let chapter = "file://\(scratch.path)/chapters/two.tex"
    editor.open(uri, Self.essay, language: "markdown")
    editor.hold(bib, Self.bibliography)
    editor.hold(chapter, "\\cite{ostler2004}\n")
    #expect(editor.currentFindings(uri) == ["K001 ostler"])

    let items = editor.request("textDocument/completion", .object(editor.place(uri, "; @ostler|]")))
    #expect(items["items"]?.array?.map { $0["label"]?.string } == ["ostler2004"])
    let hover = editor.request("textDocument/hover", .object(editor.place(uri, "[@ost|ler2004")))
    #expect(hover.at("contents", "value")?.string?.contains("Ostler, R. (2004). *Rivers*.") == true)
    let target = editor.request(
      "textDocument/definition", .object(editor.place(uri, "[@ost|ler2004")))
    #expect(target.array?.first?["uri"]?.string == bib)
    let uses = editor.request(
      "textDocument/references", .object(editor.place(uri, "[@ost|ler2004")))
    #expect(uses.array?.compactMap { $0["uri"]?.string } == [chapter, uri, bib])

    let renamed = editor.request(
      "textDocument/rename",
      .object(editor.place(uri, "[@ost|ler2004") + [.init("newName", .string("rivers"))]))
    editor.apply(renamed)
    #expect(editor.texts[uri]?.contains("[@rivers, p. 3; @ostler]") == true)
    #expect(editor.texts[bib]?.hasPrefix("@book{rivers,") == true)
    #expect(editor.texts[chapter] == "\\cite{rivers}\n")

    editor.open(bib, editor.texts[bib] ?? "", language: "bibtex")
    editor.open(uri, editor.texts[uri] ?? "", language: "markdown")
    editor.replace("; @ostler]", with: "]", in: uri)
    #expect(editor.currentFindings(uri) == [])
    let actions = action(at: editor.place(uri, "stand.[|^1]")[1].value, uri, &editor)
    let turn = try #require(actions.last { $0["kind"]?.string == "refactor.rewrite" })
    #expect(turn["title"]?.string == "Turn this note into a citation key (mercer1931)")
    editor.apply(turn["edit"] ?? .null)
    #expect(
      editor.texts[uri]
        == "\u{1F4DA} Rivers flow [@rivers, p. 3].\n\nMills stand [@mercer1931, p. 44]. They turn.\n"
    )
    #expect(
      editor.texts[bib]?.contains("\n\n@book{mercer1931,\n  author    = {Mercer, Ada},") == true)

    #expect(editor.request("shutdown", .null) == .null)
    editor.notify("exit", .null)
    let result = process.finish()
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  private func action(
    at position: JSONValue, _ uri: String, _ editor: inout Editor<PipeWire>
  ) -> [JSONValue] {
    editor.request(
      "textDocument/codeAction",
      .members([
        "textDocument": .members(["uri": .string(uri)]),
        "range": .members(["start": position, "end": position]),
        "context": .members(["diagnostics": .array([])]),
      ])
    ).array ?? []
  }

  @Test func aBrokenConfigurationIsSaidAndReadAgainWhenItIsSaved() throws {
    let scratch = Scratch()
    _ = scratch.file("citecli.yaml", "select: [Q999]\n")
    let process = try #require(Command().start(["lsp"]))
    var editor = try Editor(PipeWire(process), folder: scratch.path)
    let uri = "file://\(scratch.path)/a.bib"
    editor.open(uri, "@misc{a, title = {T}, note = {}}\n", language: "bibtex")
    #expect(editor.currentFindings(uri).contains("B017 {}"))
    #expect(editor.shown.count == 1)
    #expect(editor.shown.first?.contains("citecli.yaml:1:1: \"Q999\" is no rule") == true)
    _ = scratch.file("citecli.yaml", "ignore: [B]\n")
    editor.notify(
      "textDocument/didSave",
      .members([
        "textDocument": .members(["uri": .string("file://\(scratch.path)/citecli.yaml")])
      ]))
    editor.replace("{T}", with: "{U}", in: uri)
    #expect(!editor.currentFindings(uri).contains("B017 {}"))
    #expect(editor.shown.count == 1)
    _ = process.finish()
  }

  @Test(
    arguments: [
      ("style: ieee\n", [], "Ostler, *Rivers*", nil), ("style: ./house.csl\n", [], "HOUSE", nil),
      ("style: house.csl\n", ["--style", "ieee"], "Ostler, *Rivers*", nil),
      ("locale: de-DE\n", [], "Ostler, R. (2004)", nil),
      (
        "style: ieeee\n", [], "Ostler, R. (2004)",
        "citecli.yaml:1: ieeee: there is no style of this name"
      ),
      ("locale: xx-XX\n", [], "Ostler, R. (2004)", "citecli.yaml:1: xx-XX: there is no locale"),
      ("style: broken.csl\n", [], "Ostler, R. (2004)", "broken.csl: the style cannot be used"),
    ] as [(String, [String], String, String?)])
  func theStyleOfTheConfigurationIsUsed(
    settings: String, options: [String], shown: String, problem: String?
  ) throws {
    let scratch = Scratch()
    _ = scratch.file("references.bib", Self.bibliography)
    _ = scratch.file("citecli.yaml", settings)
    _ = scratch.file("broken.csl", "<style")
    _ = scratch.file(
      "house.csl",
      """
      <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
        <info><title>House</title><id>house</id><updated>2026-01-01T00:00:00+00:00</updated></info>
        <citation><layout><text variable="title"/></layout></citation>
        <bibliography><layout><text value="HOUSE "/><text variable="title"/></layout></bibliography>
      </style>
      """)
    let process = try #require(Command().start(["lsp"] + options))
    var editor = try Editor(PipeWire(process), folder: scratch.path)
    let uri = "file://\(scratch.path)/essay.md"
    editor.open(uri, "[@ostler2004]\n", language: "markdown")
    let hover = editor.request("textDocument/hover", .object(editor.place(uri, "@|ostler")))
    #expect(hover.at("contents", "value")?.string?.contains(shown) == true)
    // The same trouble is said once, however often the settings are read.
    for _ in 0..<2 {
      editor.notify(
        "textDocument/didSave",
        .members([
          "textDocument": .members(["uri": .string("file://\(scratch.path)/citecli.yaml")])
        ]))
    }
    _ = editor.request("workspace/symbol", .members(["query": .string("")]))
    #expect(editor.shown.count == (problem == nil ? 0 : 1))
    #expect(editor.shown.first?.contains(problem ?? "") ?? (problem == nil))
    _ = process.finish()
  }

  @Test func theEndOfTheInputWithoutAWordIsAFailure() throws {
    #expect(Command().run(["lsp", "--isolated"]).status == 1)
    let process = try #require(Command().start(["lsp", "--isolated"]))
    var editor = try Editor(PipeWire(process), folder: nil)
    editor.notify("exit", .null)
    #expect(process.finish().status == 1)
  }

  @Test func usageIsExplainedAndMistakesAreSaid() {
    #expect(Command.citecli("lsp", "--help").text.contains("docs/editors.md"))
    #expect(Command.citecli("lsp", "--style", "no-such-style").status == 2)
    #expect(Command.citecli("lsp", "--config", "/no/such/file").status == 2)
  }
}
