import Citations
import Testing

@testable import LanguageServer

@Suite struct CompletionTests {
  private static let bibliography = """
    @string{fell = {Fell Press}}
    @collection{hills1930, editor = {Ruth Ostler}, title = {Hills and Water}, year = 1930}
    @incollection{mercer1931, author = {Ada Mercer}, title = {The Mill}, crossref = {hills1930}}
    @book{ostler2004, author = {Ostler, Ruth and Gren, Tom}, title = {Rivers}, publisher = fell, year = 2004}

    """

  private static func labels(_ name: String, _ context: String) throws -> [String] {
    var editor = try Editor(MemoryWire(["/w/refs.bib": bibliography]), folder: "/w")
    let uri = "file:///w/" + name
    editor.open(uri, context.split(separator: "|").joined(), language: "")
    let answer = editor.request("textDocument/completion", .object(editor.place(uri, context)))
    return (answer["items"]?.array ?? []).compactMap { item in
      item["label"]?.string
    }
  }

  @Test(arguments: [
    ("a.md", "See @|"), ("a.md", "See [@mer|; @x]"), ("a.md", "See [-@|]"), ("a.md", "x [@{m|"),
    ("a.md", "See [@mercer1931, p. 3; @|]"), ("a.typ", "See @|"), ("a.typ", "#cite(<|>)"),
    ("a.typ", "#cite(<mer|"), ("a.org", "x [cite:@|]"), ("a.org", "x [cite/t:see @a;@|"),
    ("a.tex", "\\cite{|}"), ("a.tex", "\\parencite[12]{a,|"), ("a.tex", "\\textcite*[see][]{|"),
    ("a.adoc", "x cite:[|]"), ("a.adoc", "x citenp:[a(3),|"),
    ("a.rst", "x :cite:`|"), ("a.rst", "x :cite:p:`a,mer|` and ``y``"), ("a.org", "x cite:mer|"),
    ("a.md", "x {cite}`mer|"), ("a.md", "`y` {cite:t}`a,mer|` and `z`"),
  ])
  func keysAreOfferedWhereOneIsWritten(name: String, context: String) throws {
    #expect(try Self.labels(name, context) == ["hills1930", "mercer1931", "ostler2004"])
  }

  @Test(arguments: [
    ("a.md", "mail a@|"), ("a.md", "`@|`"), ("a.md", "plain |"), ("a.md", "<!-- @|"),
    ("a.org", "an @|"), ("a.tex", "\\emph{|}"), ("a.tex", "% \\cite{|"), ("a.tex", "\\cite{a} |"),
    ("a.adoc", "// cite:[|"), ("a.txt", "@|"),
    ("a.rst", "x ``:cite:`|``"), ("a.rst", ":ref:`|`"),
  ])
  func nothingIsOfferedElsewhere(name: String, context: String) throws {
    #expect(try Self.labels(name, context) == [])
  }

  @Test func aKeyComesWithAuthorsYearAndTitle() throws {
    var editor = try Editor(MemoryWire(["/w/refs.bib": Self.bibliography]), folder: "/w")
    editor.open("file:///w/a.md", "\u{1F4DA} [@riv; x]", language: "markdown")
    let answer = editor.request(
      "textDocument/completion", .object(editor.place("file:///w/a.md", "@riv|")))
    let item = try #require(answer["items"]?.array?.last)
    #expect(item.at("labelDetails", "detail")?.string == " Ostler & Gren, 2004")
    #expect(item.at("labelDetails", "description")?.string == "Rivers")
    let filter = item["filterText"]?.string ?? ""
    for word in ["ostler2004", "Gren", "Rivers"] { #expect(filter.contains(word)) }
    #expect(editor.text(item.at("textEdit", "range") ?? .null, in: "file:///w/a.md") == "riv")
    let resolved = editor.request("completionItem/resolve", item)
    let text = resolved.at("documentation", "value")?.string ?? ""
    #expect(text.contains("Ostler, R., \\& Gren, T. (2004)."))
    #expect(text.contains("*Rivers*"))
  }

  @Test(arguments: [
    ("See @|", "{de la mer:}"), ("See @{|", "de la mer:"), ("See [-@d|", "{de la mer:}"),
  ])
  func aKeyThatMarkdownWouldCutHasBraces(context: String, written: String) throws {
    let json = #"[{"id": "de la mer:", "type": "book"}]"#
    var editor = try Editor(MemoryWire(["/w/refs.json": json]), folder: "/w")
    editor.open("file:///w/a.md", context.split(separator: "|").joined(), language: "markdown")
    let answer = editor.request(
      "textDocument/completion", .object(editor.place("file:///w/a.md", context)))
    #expect(answer["items"]?.array?.first?.at("textEdit", "newText")?.string == written)
  }

  @Test func ofVeryManyEntriesThoseThatMayBeMeantAreOffered() throws {
    let many = (0..<KeyQuery.most + 40).map { "@misc{k\($0), title = {Number \($0)}}\n" }.joined()
    var editor = try Editor(MemoryWire(["/w/refs.bib": many]), folder: "/w")
    editor.open("file:///w/a.md", "[@k53", language: "markdown")
    let answer = editor.request(
      "textDocument/completion", .object(editor.place("file:///w/a.md", "@k53|")))
    #expect(answer["isIncomplete"]?.isTrue == true)
    let labels = (answer["items"]?.array ?? []).compactMap { $0["label"]?.string }
    #expect(labels.contains("k539") && !labels.contains("k1"))
  }

  @Test(arguments: [
    ("@bo|", BibTeXCursor.Kind.entryType, "bo"), ("x\n @|{a}", .entryType, ""),
    ("@book{a, ti|", .fieldName(entryType: "book"), "ti"),
    ("@book{a,\n title = {x},\n |\n}", .fieldName(entryType: "book"), ""),
    ("@book(a, title = \"x, y\", |)", .fieldName(entryType: "book"), ""),
    ("@book{a, crossref = {b|}}", .key, "b"), ("@book{a, xdata = {b, |", .key, ""),
    ("@book{a, Crossref = \"|", .key, ""), ("@book{a, publisher = fe|", .string, "fe"),
    ("@book{a, month = jan # |", .string, ""), ("@string{x = {y} # |", .string, ""),
  ])
  func wordsOfBibTeX(context: String, kind: BibTeXCursor.Kind, typed: String) {
    let parts = context.split(separator: "|", omittingEmptySubsequences: false)
    let cursor = BibTeXCursor(Array(parts.joined().utf8), at: parts[0].utf8.count)
    #expect(cursor?.kind == kind)
    #expect(cursor?.typed == typed)
  }

  @Test(arguments: [
    "|", "@book{|", "@book{a|, x}", "@book{a, title = {x|}}", "@book{a, title = {x}}\n|",
    "@comment{a, |}", "@string{|}", "@book{a, year = 19|}", "@book{a, title = {@bo|}}",
    "mail a@|b",
  ])
  func freeTextInBibTeX(context: String) {
    let parts = context.split(separator: "|", omittingEmptySubsequences: false)
    #expect(BibTeXCursor(Array(parts.joined().utf8), at: parts[0].utf8.count) == nil)
  }

  @Test(arguments: [
    (true, "@bo|\n", "book{${1:key},\n  author = {$2},\n"), (true, "@bo|{a}\n", "book"),
    (false, "@bo|\n", "book"),
  ])
  func anEntryTypeBringsItsUsualFields(canFill: Bool, context: String, text: String) throws {
    let capabilities = try JSONValue.parse(
      Array(
        #"{"textDocument": {"completion": {"completionItem": {"snippetSupport": \#(canFill)}}}}"#
          .utf8))
    var editor = try Editor(MemoryWire(), folder: "/w", capabilities: capabilities)
    let uri = "file:///w/b.bib"
    editor.open(uri, context.split(separator: "|").joined(), language: "bibtex")
    let answer = editor.request("textDocument/completion", .object(editor.place(uri, context)))
    let item = answer["items"]?.array?.first { $0["label"]?.string == "book" }
    let written = item?.at("textEdit", "newText")?.string ?? ""
    #expect(written.hasPrefix(text))
    #expect((item?["insertTextFormat"] != nil) == (written != "book"))
  }

  @Test func typesFieldsStringsAndParentsAreOfferedInBibliographies() throws {
    #expect(try Self.labels("b.bib", "@inc|").contains("incollection"))
    #expect(try Self.labels("b.bib", "@book{a, |}").contains("publisher"))
    #expect(try Self.labels("b.bib", "@string{own = {x}}\n@book{a, publisher = |}").contains("own"))
    let parents = try Self.labels("b.bib", "@book{a, title = {x}, crossref = {|}}")
    #expect(parents == ["hills1930", "mercer1931", "ostler2004"])
  }
}
