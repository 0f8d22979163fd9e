import Citations
import Synchronization
import Testing

@testable import LanguageServer

/// Findings, navigation, renaming and actions over the files of a workspace.
@Suite struct FeatureTests {
  private static let bibliography = """
    @collection{hills, editor = {Ruth Ostler}, title = {Hills}, year = 1930, publisher = {Gren}}
    @incollection{mill, author = {Ada Mercer}, title = {The Mill}, pages = {1--9}, crossref = {hills}, ids = {oldmill}}

    """
  private static let files = [
    "/w/refs.bib": bibliography, "/w/b.tex": "\\cite{hills,mill}\n", "/w/c.md": "[@oldmill]\n",
  ]

  private static func editor(
    _ files: [String: String] = files, areAll: Bool = true, settings: Settings = Settings()
  ) throws -> Editor<MemoryWire> {
    var editor = try Editor(MemoryWire(files, areAll: areAll, settings: settings), folder: "/w")
    for (path, text) in files { editor.hold("file://" + path, text) }
    return editor
  }

  private static func places(_ answer: JSONValue, _ editor: Editor<MemoryWire>) -> [String] {
    (answer.array ?? []).map { place in
      let uri = place["uri"]?.string ?? ""
      return uri.split(separator: "/").last.map(String.init).map {
        $0 + " " + editor.text(place["range"] ?? .null, in: uri)
      } ?? ""
    }
  }

  private static let a = "file:///w/a.md"

  @Test func documentsAreCheckedAgainstTheBibliographiesOfTheWorkspace() throws {
    var editor = try Self.editor()
    editor.open(Self.a, "\u{1F4DA} [@mill; @mil]\n", language: "markdown")
    #expect(editor.currentFindings(Self.a) == ["K001 mil"])
    let finding = try #require(editor.findings[Self.a]?.first)
    #expect(finding["severity"]?.integer == 1)
    #expect(finding["source"]?.string == "citecli")
    #expect(finding["codeDescription"] == nil)
    editor.replace("@mil]", with: "@mill]", in: Self.a)
    #expect(editor.currentFindings(Self.a) == [])
  }

  @Test func withoutAWorkspaceTheBibliographiesBesideTheDocumentCount() throws {
    let files = [
      "/w/refs.bib": Self.bibliography, "/w/deep/more.bib": "@misc{deep, title = {D}}\n",
    ]
    var editor = try Editor(MemoryWire(files), folder: nil)
    editor.open(Self.a, "[@mill; @deep]\n", language: "markdown")
    #expect(editor.currentFindings(Self.a) == ["K001 deep"])
  }

  @Test func changesOnDiskAreRead() throws {
    let disk = Mutex(Self.files)
    let host = Host(
      files: { _, _ in disk.withLock { ($0.keys.sorted(), true) } },
      read: { path in disk.withLock { $0[path].map { Array($0.utf8) } } },
      settings: { _ in Settings() })
    var editor = try Editor(MemoryWire(Server(host: host)), folder: "/w")
    editor.open(Self.a, "[@mill; @new]\n", language: "markdown")
    #expect(editor.currentFindings(Self.a) == ["K001 new"])
    func changed(_ paths: String...) {
      let changes = paths.map {
        JSONValue.members(["uri": .string("file://" + $0), "type": .number(2)])
      }
      editor.notify(
        "workspace/didChangeWatchedFiles", .members(["changes": .array(changes)]))
      _ = editor.request("workspace/symbol", .members(["query": .string("")]))
    }
    disk.withLock { $0["/w/more.bib"] = "@misc{new, title = {N}}\n" }
    changed("/w/more.bib", "/w/node_modules/x.bib", "/w/x.swift")
    #expect(editor.findings[Self.a] == [])
    disk.withLock { $0["/w/refs.bib"] = nil }
    changed("/w/refs.bib")
    #expect(editor.findings[Self.a]?.count == 1)
  }

  @Test func anOpenBibliographyGoesBeforeTheFile() throws {
    var editor = try Self.editor()
    editor.open("file:///w/refs.bib", "@misc{new, title = {New}}\n", language: "bibtex")
    editor.open(Self.a, "[@new; @hills]\n", language: "markdown")
    #expect(editor.currentFindings(Self.a) == ["K001 hills"])
    editor.close("file:///w/refs.bib")
    editor.replace("; ", with: ";  ", in: Self.a)
    #expect(editor.currentFindings(Self.a) == ["K001 new"])
  }

  @Test func entriesAreUnusedOnlyWhereAllDocumentsAreKnown() throws {
    let text =
      Self.bibliography + "@book{spare, author = {A. Gren}, title = {Spare}, year = 1999}\n"
    for (areAll, isFound) in [(true, true), (false, false)] {
      var editor = try Self.editor(areAll: areAll)
      editor.open("file:///w/refs.bib", text, language: "bibtex")
      #expect(editor.currentFindings("file:///w/refs.bib").contains("K002 spare") == isFound)
    }
  }

  @Test func findingsLeadToTheirRulesAndToTheOtherEntry() throws {
    var editor = try Self.editor(settings: Settings(rulesAddress: "https://example.org/rules"))
    editor.open(
      "file:///w/refs.bib", Self.bibliography + "@misc{mill, title = {X}, note = {}}\n",
      language: "bibtex")
    _ = editor.currentFindings("file:///w/refs.bib")
    let found = try #require(
      editor.findings["file:///w/refs.bib"]?.first { $0["code"]?.string == "B013" })
    #expect(
      found.at("codeDescription", "href")?.string == "https://example.org/rules/B013.md")
    let related = try #require(found["relatedInformation"]?.array?.first)
    #expect(related.at("location", "range", "start", "line")?.integer == 1)
    let empty = editor.findings["file:///w/refs.bib"]?.first { $0["code"]?.string == "B017" }
    #expect(empty?["tags"] == .array([.number(1)]))
  }

  @Test func filesThatConcernNobodyAreLeftAlone() throws {
    var editor = try Self.editor()
    for (name, language, text) in [
      ("x.swift", "swift", "let a = b[^1]\n"), ("package.json", "json", "{\"a\": 1}"),
      ("README.md", "markdown", "No notes.\n"),
    ] {
      let uri = "file:///w/" + name
      editor.open(uri, text, language: language)
      _ = editor.request("textDocument/hover", .object(editor.place(uri, text + "|")))
      #expect((editor.findings[uri] ?? []) == [])
    }
  }

  @Test func aKeyLeadsToItsEntryAndBack() throws {
    var editor = try Self.editor()
    editor.open(Self.a, "See [@mill, p. 3].\n", language: "markdown")
    let place = editor.place(Self.a, "@mi|ll")
    #expect(
      Self.places(editor.request("textDocument/definition", .object(place)), editor)
        == ["refs.bib mill"])
    let all = editor.request(
      "textDocument/references",
      .object(place + [.init("context", .members(["includeDeclaration": .bool(true)]))]))
    #expect(
      Self.places(all, editor)
        == ["a.md mill", "b.tex mill", "c.md oldmill", "refs.bib mill", "refs.bib oldmill"])
    let uses = editor.request(
      "textDocument/references",
      .object(place + [.init("context", .members(["includeDeclaration": .bool(false)]))]))
    #expect(Self.places(uses, editor) == ["a.md mill", "b.tex mill", "c.md oldmill"])
  }

  @Test func aCrossrefLeadsToTheParent() throws {
    var editor = try Self.editor()
    let uri = "file:///w/refs.bib"
    editor.open(uri, Self.bibliography, language: "bibtex")
    let answer = editor.request(
      "textDocument/definition", .object(editor.place(uri, "crossref = {|hills")))
    #expect(Self.places(answer, editor) == ["refs.bib hills"])
    #expect(answer.array?.first?.at("range", "start", "line")?.integer == 0)
    let lit = editor.request(
      "textDocument/documentHighlight", .object(editor.place(uri, "crossref = {|hills")))
    #expect(lit.array?.map { $0["kind"]?.integer } == [3, 2])
    let outline = editor.request(
      "textDocument/documentSymbol", .members(["textDocument": .members(["uri": .string(uri)])]))
    #expect(outline.array?.compactMap { $0["name"]?.string } == ["hills", "mill"])
    #expect(outline.array?.last?["detail"]?.string == "Mercer, 1930, The Mill")
  }

  @Test func hoveringShowsTheReferenceAndTheRule() throws {
    var editor = try Self.editor()
    editor.open(Self.a, "See [@mill; @nobody].\n", language: "markdown")
    let shown = editor.request("textDocument/hover", .object(editor.place(Self.a, "@|mill")))
    let text = shown.at("contents", "value")?.string ?? ""
    #expect(text.contains("Mercer, A. (1930)"))
    #expect(text.contains("`mill` in refs.bib"))
    #expect(editor.text(shown["range"] ?? .null, in: Self.a) == "mill")
    let rule = editor.request("textDocument/hover", .object(editor.place(Self.a, "nob|ody")))
    #expect(rule.at("contents", "value")?.string?.contains("**K001** `undefined-key`") == true)
    let nothing = editor.request("textDocument/hover", .object(editor.place(Self.a, "S|ee")))
    #expect(nothing == .null)
  }

  @Test func renamingChangesAllFiles() throws {
    var editor = try Self.editor()
    editor.open(Self.a, "\u{1F4DA} [@hills; @mill] @hills\n", language: "markdown")
    let place = editor.place(Self.a, "@hi|lls;")
    let prepared = editor.request("textDocument/prepareRename", .object(place))
    #expect(prepared["placeholder"]?.string == "hills")
    let edit = editor.request(
      "textDocument/rename", .object(place + [.init("newName", .string("ostler:1930"))]))
    let versions = edit["documentChanges"]?.array?.map { $0.at("textDocument", "version") }
    #expect(versions == [.number(1), .null, .null])
    editor.apply(edit)
    #expect(editor.texts[Self.a] == "\u{1F4DA} [@ostler:1930; @mill] @ostler:1930\n")
    #expect(editor.texts["file:///w/b.tex"] == "\\cite{ostler:1930,mill}\n")
    let after = editor.texts["file:///w/refs.bib"] ?? ""
    #expect(after.contains("@collection{ostler:1930, editor"))
    #expect(after.contains("crossref = {ostler:1930}"))
    #expect(!after.contains("hills"))
  }

  @Test(arguments: [
    ("mill", "has the key 'mill' already"), ("oldmill", "has the key 'oldmill' already"),
    ("a b", "cannot be a key"), ("", "cannot be a key"), ("a,b", "cannot be a key"),
    ("a.", "cannot be a key"), ("a}", "cannot be a key"), ("-a", "cannot be a key"),
  ])
  func aKeyThatIsTakenOrNoneIsRefused(name: String, reason: String) throws {
    var editor = try Self.editor()
    editor.open(Self.a, "[@hills]\n", language: "markdown")
    let answer = editor.request(
      "textDocument/rename",
      .object(editor.place(Self.a, "@hi|lls") + [.init("newName", .string(name))]))
    #expect(answer["code"]?.integer == -32803)
    #expect(answer["message"]?.string?.contains(reason) == true)
  }

  private static func actions(
    _ editor: inout Editor<MemoryWire>, _ uri: String, _ context: String, only: [String]? = nil
  ) -> [JSONValue] {
    let position = editor.place(uri, context)[1].value
    return editor.request(
      "textDocument/codeAction",
      .members([
        "textDocument": .members(["uri": .string(uri)]),
        "range": .members(["start": position, "end": position]),
        "context": .members(["diagnostics": .array([]), "only": only.map(JSONValue.strings)]),
      ])
    ).array ?? []
  }

  @Test func fixesAndCommentsMendAFinding() throws {
    let uri = "file:///w/own.bib"
    let text =
      "@misc{a, title = {T\u{1F4DA}},\n  doi = {https://doi.org/10.1234/x}, pages = {121-8}}\n"
    var editor = try Self.editor()
    editor.open(uri, text, language: "bibtex")
    let found = Self.actions(&editor, uri, "doi = {https://|doi")
    let fix = try #require(found.first { $0["isPreferred"]?.isTrue == true })
    #expect(fix["kind"]?.string == "quickfix")
    #expect(fix["diagnostics"]?.array?.count == 1)
    editor.apply(fix["edit"] ?? .null)
    #expect(editor.texts[uri]?.contains("doi = {10.1234/x}") == true)
    let ignore = try #require(found.first { $0["title"]?.string?.hasPrefix("Ignore ") == true })
    editor.open(uri, text, language: "bibtex")
    editor.apply(ignore["edit"] ?? .null)
    #expect(editor.texts[uri]?.hasPrefix("% citecli: ignore ") == true)
    let before = editor.currentFindings(uri).count
    let after = editor.texts[uri] ?? ""
    editor.open(uri, after, language: "bibtex")
    #expect(editor.currentFindings(uri).count < before)
  }

  @Test func allSafeFixesAreOneAction() throws {
    let uri = "file:///w/own.bib"
    let text =
      "@misc{a, title = {T},\n  doi = {https://doi.org/10.1234/x}, note = {\u{E9}},\n  url = {https://a.example/},\n}\n@misc{b, title = {U}, doi = {doi:10.1234/y}}\n"
    var editor = try Self.editor()
    editor.open(uri, text, language: "bibtex")
    let found = Self.actions(&editor, uri, "@|misc{a", only: ["source.fixAll"])
    #expect(found.count == 1)
    #expect(found.first?["kind"]?.string == "source.fixAll.citecli")
    editor.apply(found.first?["edit"] ?? .null)
    let expected = CheckRun().fix(
      Array(text.utf8), name: "own.bib", includingSuggested: false)
    #expect(editor.texts[uri].map { Array($0.utf8) } == expected?.bytes)
    #expect(editor.texts[uri] != text)
    #expect(Self.actions(&editor, uri, "@|misc{a", only: ["refactor"]).isEmpty)
  }

  @Test func commentsOfDocumentsLeaveFindingsOut() throws {
    var editor = try Self.editor()
    editor.open(Self.a, "One.\n\n  Two [@nobody].\n", language: "markdown")
    let ignore = Self.actions(&editor, Self.a, "@no|body").first {
      $0["title"]?.string == "Ignore K001 here"
    }
    editor.apply(ignore?["edit"] ?? .null)
    #expect(editor.texts[Self.a] == "One.\n\n  <!-- citecli: ignore K001 -->\n  Two [@nobody].\n")
    editor.open(Self.a, editor.texts[Self.a] ?? "", language: "markdown")
    #expect(editor.currentFindings(Self.a) == [])
  }

  @Test func aBrokenConfigurationIsSaid() throws {
    var editor = try Self.editor(settings: Settings(problem: "citecli.yaml:1:1: no"))
    editor.open(Self.a, "x\n", language: "markdown")
    _ = editor.currentFindings(Self.a)
    #expect(editor.shown == ["citecli: citecli.yaml:1:1: no"])
    #expect(editor.asked == ["client/registerCapability"])
  }
}
