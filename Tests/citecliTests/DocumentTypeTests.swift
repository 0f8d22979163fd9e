import Citations
import Testing

/// `citecli check --dtd`, and `dtd` in a configuration file.
@Suite struct DocumentTypeTests {
  private static let dtd = """
    <!ENTITY % more SYSTEM "more.ent">
    %more;
    <!ELEMENT article (body)>
    <!ELEMENT body (p)*>
    """
  private static let catalog =
    "<catalog><public publicId='-//Salt//EN' uri='article.dtd'/>"
    + "<public publicId='-//Broken//EN' uri='broken.dtd'/></catalog>"
  private static let article = "<article><body>\n<p>One</p><ref/></body></article>\n"
  private static let finding =
    ":2:11: error: the document type has no element <ref>; expected <p> "
    + "[F066 invalid-markup]"

  /// A folder with all of them.
  private static func folder() -> Scratch {
    let scratch = Scratch()
    _ = scratch.file("article.dtd", dtd)
    _ = scratch.file("more.ent", "<!ELEMENT p (#PCDATA)>\n")
    _ = scratch.file("broken.dtd", "<!ELEMENT article (body>\n")
    _ = scratch.file("catalog.xml", catalog)
    _ = scratch.file("article.xml", article)
    return scratch
  }

  private func check(
    _ scratch: Scratch, _ arguments: String..., input: String = ""
  ) -> Command.Result {
    var command = Command()
    command.workingFolder = scratch.path
    return command.run(
      ["check", "--format", "concise", "--select", "F"] + arguments, input: Array(input.utf8))
  }

  @Test func anArticleIsComparedWithTheDTD() {
    let scratch = Self.folder()
    let result = check(scratch, "article.xml", "--dtd", "article.dtd")
    #expect(result.lines == ["article.xml\(Self.finding)"])
    #expect(result.status == 1)
    #expect(check(scratch, "article.xml").text == "")
  }

  @Test func standardInputIsCompared() {
    let result = check(
      Self.folder(), "-", "--stdin-filename", "a.xml", "--dtd", "article.dtd", input: Self.article)
    #expect(result.lines == ["a.xml\(Self.finding)"])
  }

  @Test func theCatalogChoosesTheDTD() {
    let scratch = Self.folder()
    _ = scratch.file("one.xml", "<!DOCTYPE article PUBLIC '-//Salt//EN' 'a'>\n<article/>")
    _ = scratch.file("two.xml", "<!DOCTYPE article PUBLIC '-//Pepper//EN' 'a'>\n<article/>")
    let result = check(scratch, "one.xml", "two.xml", "--dtd", "catalog.xml", "--from", "jats")
    #expect(result.text.contains("one.xml:2:1: error: <article> holds no element; expected <body>"))
    #expect(result.text.contains("two.xml:1:1: note: the catalog does not know"))
    #expect(result.status == 1)
  }

  @Test func theConfigurationFileNamesItFromItsFolder() {
    let scratch = Self.folder()
    scratch.folder("texts")
    _ = scratch.file("texts/a.xml", Self.article)
    _ = scratch.file("citecli.yaml", "dtd: article.dtd\n")
    var command = Command()
    command.workingFolder = scratch.path + "/texts"
    let result = command.run(["check", "a.xml", "--format", "concise", "--select", "F066"])
    #expect(result.lines == ["a.xml\(Self.finding)"])
    let shown = command.run(["config", "show"])
    #expect(shown.text.contains("dtd:           \"article.dtd\"  # ../citecli.yaml:1"))
    let option = command.run(["config", "show", "--dtd", "x.dtd"])
    #expect(option.text.contains("dtd:           \"x.dtd\"  # --dtd"))
    let refused = scratch.file("wrong.yaml", "dtd: [a]\n")
    #expect(
      command.run(["config", "show", "--config", refused]).errors.contains("should be a file"))
  }

  @Test func aDTDThatCannotBeUsedEndsTheRun() {
    let scratch = Self.folder()
    let missing = check(scratch, "article.xml", "--dtd", "nothing.dtd")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("nothing.dtd: no such file"))
    #expect(missing.text == "")
    let broken = check(scratch, "article.xml", "--dtd", "broken.dtd")
    #expect(broken.status == 2)
    #expect(broken.errors.contains("broken.dtd:1:"))
    let none = check(scratch, "article.xml", "--dtd", "article.xml")
    #expect(none.status == 2)
    #expect(none.errors.contains("article.xml:1:1: found <article>, expected a DTD"))
  }

  @Test func theDTDOfAConfigurationFileWaitsForAnArticle() {
    let scratch = Self.folder()
    _ = scratch.file("citecli.yaml", "dtd: broken.dtd\n")
    _ = scratch.file("refs.bib", "@misc{a, title = {T}}\n")
    #expect(check(scratch, "refs.bib").status == 0)
    let result = check(scratch, "refs.bib", "article.xml")
    #expect(result.status == 2)
    #expect(result.errors.contains("broken.dtd:1:"))
    #expect(result.text.contains("article.xml:1:1: error: the document type cannot be used"))
  }

  @Test func aDTDOfTheCatalogThatCannotBeUsedIsSaidAndFails() {
    let scratch = Self.folder()
    _ = scratch.file("one.xml", "<!DOCTYPE article PUBLIC '-//Broken//EN' 'a'>\n<article/>")
    let result = check(scratch, "one.xml", "--dtd", "catalog.xml", "--from", "jats", "--exit-zero")
    #expect(result.status == 2)
    #expect(result.errors.contains("broken.dtd:1:"))
    #expect(result.text.contains("[F069 unusable-document-type]"))
  }

  @Test func editorsAreTold() throws {
    let scratch = Self.folder()
    _ = scratch.file("citecli.yaml", "dtd: article.dtd\nselect: [F]\n")
    let process = try #require(Command().start(["lsp"]))
    var editor = try Editor(PipeWire(process), folder: scratch.path)
    let uri = "file://\(scratch.path)/article.xml"
    editor.open(uri, Self.article, language: "xml")
    #expect(editor.currentFindings(uri) == ["F066 <ref/>"])
    editor.replace("<ref/>", with: "<p/>", in: uri)
    #expect(editor.currentFindings(uri) == [])
    _ = editor.request("shutdown", .null)
    editor.notify("exit", .null)
    #expect(process.finish().status == 0)
  }

  @Test func rulesThatNobodyAskedForTakeNoLook() {
    let scratch = Self.folder()
    _ = scratch.file("one.xml", "<!DOCTYPE article PUBLIC '-//Broken//EN' 'a'>\n<article/>")
    let result = check(
      scratch, "one.xml", "--dtd", "catalog.xml", "--from", "jats", "--ignore",
      "F066,F067,F068,F069")
    #expect(result.status == 0)
    #expect(!result.errors.contains("broken.dtd"))
  }
}
