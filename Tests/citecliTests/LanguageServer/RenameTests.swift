import Citations
import Testing

@testable import LanguageServer

/// Renaming of keys in each format whose files have them.
@Suite struct RenameTests {
  private static let note = "file:///w/a.md"

  private static func editor(
    _ file: String, _ content: String, areAll: Bool = true
  ) throws -> Editor<MemoryWire> {
    let files = ["/w/" + file: content]
    var editor = try Editor(MemoryWire(files, areAll: areAll), folder: "/w")
    editor.hold("file:///w/" + file, content)
    return editor
  }

  private static func rename(
    to name: String, in editor: inout Editor<MemoryWire>, cited key: String = "mill"
  ) -> JSONValue {
    editor.open(note, "[@\(key), p. 3]\n", language: "markdown")
    let answer = editor.request(
      "textDocument/rename",
      .object(editor.place(note, "@|\(key)") + [.init("newName", .string(name))]))
    editor.apply(answer)
    return answer
  }

  private static let files: [(name: String, content: String)] = [
    ("r.bib", "@book{KEY, title = {mill}}\n"),
    ("r.json", #"[{"title": "mill", "id": "KEY", "type": "book"}]"#),
    ("r.yaml", "references:\n- id: 'KEY'\n  type: book\n  title: mill\n"),
    ("r.yml", "KEY:\n  type: book\n  title: mill\n"),
    ("r.ris", "TY  - BOOK\r\nTI  - mill\r\nID  - KEY\r\nER  - \r\n"),
    ("r.enw", "%0 Book\n%T mill\n%F KEY\n"),
    ("r.nbib", "PMID- 1\nTI  - mill.\nGN  - id: KEY\nDP  - 1931\n"),
    (
      "r.xml",
      "<xml><records><record><ref-type name=\"Book\">6</ref-type><titles><title>mill</title>"
        + "</titles><label>KEY</label></record></records></xml>"
    ),
    (
      "r.mods",
      "<mods ID=\"KEY\"><titleInfo><title>mill</title></titleInfo>"
        + "<identifier type=\"citekey\">KEY</identifier></mods>"
    ),
    (
      "r.cff",
      "cff-version: 1.2.0\nmessage: m\nreferences:\n- type: book\n  title: mill\n  identifiers:\n"
        + "  - type: other\n    value: KEY\n    description: citation key\n"
    ),
  ]

  private static func filled(_ content: String, _ key: String) -> String {
    content.split(separator: "KEY", omittingEmptySubsequences: false).joined(separator: key)
  }

  @Test(arguments: files)
  func aKeyIsRenamedInTheDocumentAndInTheBibliography(name: String, content: String) throws {
    var editor = try Self.editor(name, Self.filled(content, "mill"))
    let answer = Self.rename(to: "mercer_1931", in: &editor)
    #expect(answer["message"] == nil)
    #expect(editor.texts[Self.note] == "[@mercer_1931, p. 3]\n")
    #expect(editor.texts["file:///w/" + name] == Self.filled(content, "mercer_1931"))
  }

  @Test(arguments: files)
  func aKeyLeadsToItsPlaceInTheBibliographyAndBack(name: String, content: String) throws {
    let uri = "file:///w/" + name
    let text = Self.filled(content, "mill")
    var editor = try Self.editor(name, text)
    editor.open(Self.note, "[@mill]\n", language: "markdown")
    let target = editor.request(
      "textDocument/definition", .object(editor.place(Self.note, "@|mill"))
    ).array?.first
    #expect(target?["uri"]?.string == uri)
    #expect(editor.text(target?["range"] ?? .null, in: uri) == "mill")
    editor.open(uri, text, language: "x")
    let start = try #require(target?.at("range", "start"))
    let uses = editor.request(
      "textDocument/references",
      .members([
        "textDocument": .members(["uri": .string(uri)]), "position": start,
        "context": .members(["includeDeclaration": .bool(false)]),
      ]))
    #expect(uses.array?.map { $0["uri"]?.string } == [Self.note])
  }

  @Test(arguments: [
    ("r.nbib", "PMID- 77\nTI  - Mill.\nDP  - 1931\n", "m1", "PMID of the record"),
    (
      "r.mods", "<mods><recordInfo><recordIdentifier>77</recordIdentifier></recordInfo></mods>",
      "m1",
      "number of the record in its catalogue"
    ),
    ("r.json", #"[{"id": 77, "type": "book"}]"#, "m1", "number without quotes"),
    ("r.mods", "<mods ID=\"77\"><note>n</note></mods>", "7/8", "ID of XML"),
    ("r.yaml", "references:\n- id: &a 77\n  type: book\n", "m1", "is not known"),
    ("r.yaml", "references:\n- id: 77\n  type: book\n", "null", "would not be read as a key"),
  ])
  func aKeyThatMustStayIsRefusedWithAReason(
    file: String, content: String, name: String, reason: String
  ) throws {
    var editor = try Self.editor(file, content)
    let answer = Self.rename(to: name, in: &editor, cited: "77")
    #expect(answer["code"]?.integer == -32803)
    #expect(answer["message"]?.string?.contains(reason) == true)
    #expect(editor.texts[Self.note] == "[@77, p. 3]\n")
    #expect(editor.texts["file:///w/" + file] == content)
  }

  @Test func whatCannotBeRenamedIsSaidBeforeANameIsAskedFor() throws {
    var editor = try Self.editor("r.nbib", "PMID- 77\nTI  - Mill.\nDP  - 1931\n")
    editor.open(Self.note, "[@77]\n", language: "markdown")
    let answer = editor.request(
      "textDocument/prepareRename", .object(editor.place(Self.note, "@|77")))
    #expect(answer["message"]?.string?.contains("PMID of the record") == true)
  }

  @Test func documentsOfEveryFormatThatCitesAreRenamedToo() throws {
    let documents = [
      "/w/b.rst": "See :cite:p:`KEY,x`.\n", "/w/c.org": "[cite:@KEY] cite:KEY\n",
      "/w/d.tex": "\\autocite{x,KEY}\n", "/w/e.typ": "@KEY #cite(<KEY>)\n",
      "/w/f.adoc": "cite:[KEY(3)]\n", "/w/g.dj": "[@KEY]\n", "/w/h.md": "{cite}`KEY`\n",
      "/w/r.bib": "@book{KEY, title = {M}}\n",
    ]
    let files = documents.mapValues { Self.filled($0, "mill") }
    var editor = try Editor(MemoryWire(files), folder: "/w")
    for (path, text) in files { editor.hold("file://" + path, text) }
    _ = Self.rename(to: "m1", in: &editor)
    for (path, text) in documents {
      #expect(editor.texts["file://" + path] == Self.filled(text, "m1"))
    }
  }

  @Test(arguments: [true, false])
  func filesThatAreNotKnownAreSaid(areAll: Bool) throws {
    var editor = try Self.editor("r.bib", "@book{mill, title = {M}}\n", areAll: areAll)
    _ = Self.rename(to: "m1", in: &editor)
    #expect(editor.shown.contains { $0.contains("may stand in others") } != areAll)
    #expect(editor.texts["file:///w/r.bib"] == "@book{m1, title = {M}}\n")
  }
}
