import Citations
import Testing

@testable import LanguageServer

/// "Turn this note into a citation key": the edit is made and the texts are compared.
@Suite struct NoteToKeyTests {
  private static let note = "Ada Mercer, The Mill (Leeds: Fell Press, 1931), 44"
  private static let entry = """
    @book{mercer1931,
      author    = {Mercer, Ada},
      title     = {The Mill},
      publisher = {Fell Press},
      address   = {Leeds},
      year      = {1931},
    }

    """

  /// The texts after the action at `|` in a document; nil where it is not offered.
  private static func result(
    _ name: String, _ context: String, _ files: [String: String] = [:], title: String = "this"
  ) throws -> (document: String, bibliography: String?, created: [String])? {
    var editor = try Editor(MemoryWire(files), folder: "/w")
    let uri = "file:///w/" + name
    editor.open(uri, context.split(separator: "|").joined(), language: "")
    for (path, text) in files { editor.hold("file://" + path, text) }
    let position = editor.place(uri, context)[1].value
    let answer = editor.request(
      "textDocument/codeAction",
      .members([
        "textDocument": .members(["uri": .string(uri)]),
        "range": .members(["start": position, "end": position]),
        "context": .members([
          "diagnostics": .array([]), "only": .strings(["refactor"]),
        ]),
      ]))
    let action = answer.array?.first { $0["title"]?.string?.contains(title) == true }
    guard let edit = action?["edit"] else { return nil }
    editor.apply(edit)
    return (
      editor.texts[uri] ?? "",
      editor.texts["file:///w/references.bib"]
        ?? editor.texts["file:///w/own.bib"], editor.created
    )
  }

  @Test func hoveringOverANoteShowsWhatItBecomes() throws {
    let files = [
      "/w/refs.bib": "@book{fell, author = {B. Fell}, title = {Old Roads}, year = 1900}\n"
    ]
    var editor = try Editor(MemoryWire(files), folder: "/w")
    let uri = "file:///w/a.md"
    editor.open(
      uri,
      "Water.[^1] Roads.[^2]\n\n[^1]: \(Self.note).\n[^2]: B. Fell, Old Roads (Bath: Gren, 1900).\n",
      language: "markdown")
    let new = editor.request("textDocument/hover", .object(editor.place(uri, "[|^1] R")))
    let text = new.at("contents", "value")?.string ?? ""
    #expect(text.contains("Mercer, A. (1931). *The Mill*"))
    #expect(text.contains("`mercer1931`, when the note becomes"))
    #expect(editor.text(new["range"] ?? .null, in: uri) == "[^1]")
    let known = editor.request("textDocument/hover", .object(editor.place(uri, "Old Ro|ads (B")))
    #expect(known.at("contents", "value")?.string?.contains("`fell` in refs.bib") == true)
  }

  @Test(arguments: [
    ("a.md", "Water.[^|1] Then.\n\n[^1]: \(note).\n", "Water [@mercer1931, p. 44]. Then.\n"),
    (
      "a.md", "Water.[^1]\n\n[^1]: See \(note)–46.|\n\nMore.\n",
      "Water [see @mercer1931, pp. 44–46].\n\nMore.\n"
    ),
    (
      "a.md", "\u{1F4DA} etc.[^n|] and so on\n\n[^n]: \(note).\n[^2]: Other.\n",
      "\u{1F4DA} etc. [@mercer1931, p. 44] and so on\n\n[^2]: Other.\n"
    ),
    ("a.md", "Water^[\(note)|] flows.\n", "Water [@mercer1931, p. 44] flows.\n"),
    ("a.org", "Water.[fn:1|]\n\n[fn:1] \(note).\n", "Water [cite:@mercer1931 p. 44].\n"),
    ("a.org", "Water[fn:: \(note)|] flows.\n", "Water [cite:@mercer1931 p. 44] flows.\n"),
    ("a.typ", "Water#footnote[\(note).|] flows.\n", "Water @mercer1931[p. 44] flows.\n"),
    ("a.adoc", "Water.footnote:[\(note).|]\n", "Water cite:[mercer1931(44)].\n"),
  ])
  func theNoteBecomesACitation(name: String, before: String, after: String) throws {
    let found = try #require(try Self.result(name, before))
    #expect(found.document == after)
    #expect(found.bibliography == Self.entry)
    #expect(found.created == ["file:///w/references.bib"])
  }

  @Test func aNoteWithAnotherReferenceStays() throws {
    let text = "One.[^1|] Two[^1] three.\n\n[^1]: \(Self.note).\n"
    let found = try #require(try Self.result("a.md", text))
    #expect(
      found.document
        == "One [@mercer1931, p. 44]. Two[^1] three.\n\n[^1]: \(Self.note).\n")
  }

  @Test func fromTheNoteAllReferencesAreReplaced() throws {
    let text = "One.[^1] Two[^1] three.\n\n[^1]: |\(Self.note).\n"
    let found = try #require(try Self.result("a.md", text))
    #expect(found.document == "One [@mercer1931, p. 44]. Two [@mercer1931, p. 44] three.\n")
  }

  @Test func allNotesThatCiteBecomeCitations() throws {
    let text = """
      One.[^1] Two;[^2] three.[^3] Four.[^4]

      [^1]: \(Self.note).

      [^2]: Ibid., 46.

      [^3]: A remark.

      [^4]: See Ruth Ostler, Rivers (Bath: Gren, 2004), 3.

      """
    #expect(try Self.result("a.md", "|" + text, title: "all") == nil)
    let found = try #require(
      try Self.result("a.md", "One.[^1|]" + text.dropFirst(8), title: "all 3"))
    #expect(
      found.document == """
        One [@mercer1931, p. 44]. Two [@mercer1931, p. 46]; three.[^3] Four [see @ostler2004, p. 3].

        [^3]: A remark.

        """)
    let keys = found.bibliography?.split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(keys == ["@book{mercer1931,", "@book{ostler2004,"])
  }

  @Test func whereNoNoteIsLeftTheTextEndsAsBefore() throws {
    let text = "One.[^1|] Two.[^2]\n\n[^1]: \(Self.note).\n[^2]: Ibid.\n"
    let found = try #require(try Self.result("a.md", text, title: "all 2"))
    #expect(found.document == "One [@mercer1931, p. 44]. Two [@mercer1931, p. 44].\n")
  }

  @Test func anEntryIsAddedToTheBibliographyThatThereIs() throws {
    let own = "@misc{mercer1931, title = {Something Else}}"
    let found = try #require(
      try Self.result(
        "a.md", "Water.[^1|]\n\n[^1]: \(Self.note).\n", ["/w/own.bib": own]))
    #expect(found.document == "Water [@mercer1931a, p. 44].\n")
    #expect(found.bibliography?.hasPrefix(own + "\n\n@book{mercer1931a,\n") == true)
    #expect(found.created == [])
  }

  @Test func aWorkThatIsThereKeepsItsKey() throws {
    let own = """
      @book{Mill, author = {Mercer, A.}, title = {The {Mill}}, date = {1931}, isbn = {1}}

      """
    let found = try #require(
      try Self.result(
        "a.md", "Water.[^1|]\n\n[^1]: \(Self.note).\n", ["/w/own.bib": own]))
    #expect(found.document == "Water [@Mill, p. 44].\n")
    #expect(found.bibliography == own)
  }

  @Test(arguments: [
    "Water.[^1|]\n\n[^1]: A remark about mills.\n",
    "Water.[^1|]\n\n[^1]: This is told differently by \(note).\n",
    "Water.[^1|]\n\n[^1]: \(note); Ruth Ostler, Rivers (Bath: Gren, 2004), 3.\n",
    "Wat|er.[^1]\n\n[^1]: \(note).\n", "Water.[^2|]\n\n[^1]: \(note).\n",
  ])
  func whatIsNotOneCitationIsLeft(text: String) throws {
    #expect(try Self.result("a.md", text) == nil)
  }

  @Test func withoutAWayToMakeFilesNothingIsOfferedThatNeedsOne() throws {
    let plain = try JSONValue.parse(
      Array(#"{"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}}"#.utf8))
    for (files, count) in [([:], 0), (["/w/own.bib": "@misc{a, title = {T}}\n"], 1)] {
      var editor = try Editor(MemoryWire(files), folder: "/w", capabilities: plain)
      editor.open("file:///w/a.md", "W[^1].\n\n[^1]: \(Self.note).\n", language: "markdown")
      let position = editor.place("file:///w/a.md", "W[|^1]")[1].value
      let answer = editor.request(
        "textDocument/codeAction",
        .members([
          "textDocument": .members(["uri": .string("file:///w/a.md")]),
          "range": .members(["start": position, "end": position]),
          "context": .members(["only": .strings(["refactor.rewrite"])]),
        ]))
      #expect(answer.array?.count == count)
    }
  }
}
