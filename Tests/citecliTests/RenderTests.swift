import Testing

@Suite struct RenderTests {
  private static let items = """
    [{"id": "mercer1931", "type": "book", "title": "The Mill at Hallam", "publisher": "Fell Press",
      "author": [{"family": "Mercer", "given": "Ada"}], "issued": {"date-parts": [[1931]]},
      "URL": "https://mill.example/1"},
     {"id": "tarn1950", "type": "book", "title": "Weirs", "publisher": "Fell Press",
      "author": [{"family": "Tarn", "given": "Bo"}], "issued": {"date-parts": [[1950]]}}]
    """
  private static let style = """
    <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
      <info><title>House</title><id>https://styles.example/house</id></info>
      <citation><layout><text variable="title" prefix="House: "/></layout></citation>
    </style>
    """

  private func render(_ arguments: String..., environment: [String] = [], input: String = items)
    -> Command.Result
  {
    var command = Command()
    command.environment = environment
    // Styles that stand in the folder of the tests would come first.
    command.workingFolder = "/"
    return command.run(["render", "-"] + arguments, input: Array(input.utf8))
  }

  @Test func everyReferenceIsCitedOnceInOrderThenListed() {
    let result = render("--style", "chicago-notes")
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(
      result.text == """
        1. Ada Mercer, The Mill at Hallam (Fell Press, 1931), https://mill.example/1.
        2. Bo Tarn, Weirs (Fell Press, 1950).

        Mercer, Ada. The Mill at Hallam. Fell Press, 1931. https://mill.example/1.
        Tarn, Bo. Weirs. Fell Press, 1950.

        """)
  }

  @Test func citationsAreThoseOfTheFile() {
    let scratch = Scratch()
    let file = scratch.file(
      "c.json", #"[[{"id": "tarn1950", "locator": "7", "label": "page", "prefix": "See"}]]"#)
    let result = render("--style", "apa", "--citations", file)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text == "(See Tarn, 1950, p. 7)\n\nTarn, B. (1950). Weirs. Fell Press.\n")
  }

  @Test func aWorkThatIsNotThereIsAFindingWithItsPlace() {
    let scratch = Scratch()
    let file = scratch.file("c.json", "[\n [{\"id\": \"tarn1905\"}]]")
    let result = render("--style", "apa", "--citations", file)
    #expect(result.status == 1)
    #expect(result.errors.contains("/c.json:2:2: error: no reference has the id 'tarn1905'"))
    #expect(result.errors.contains("did you mean 'tarn1950'?"))
    #expect(render("--style", "apa", "--citations", file, "--exit-zero").status == 0)
  }

  @Test(arguments: [
    ("html", "<i>Weirs</i>"), ("text", "Weirs."), ("markdown", "*Weirs*"),
    ("latex", "\\textit{Weirs}"), ("rtf", "{\\i Weirs}"),
  ]) func theFormIsTheOneThatIsAskedFor(_ form: String, _ part: String) {
    let result = render("--style", "mla", "--output", form, "--bibliography-only")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains(part) && !result.text.contains("(Tarn)"))
  }

  @Test func theNameOfTheFileTellsTheForm() {
    let scratch = Scratch()
    let result = render("--style", "mla", "-o", scratch.path + "/out.html", "--links")
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    let text = scratch.text("out.html")
    #expect(text?.contains("id=\"ref-mercer1931\"") == true)
    #expect(text?.contains("<a href=\"https://mill.example/1\">") == true)
  }

  @Test func theLocaleChangesTheWords() {
    let edited = #"[{"id": "a", "type": "book", "title": "T", "editor": [{"family": "Tarn"}]}]"#
    let english = render("--style", "harvard", "--bibliography-only", input: edited)
    let german = render(
      "--style", "harvard", "--bibliography-only", "--locale", "de-AT", input: edited)
    #expect(english.text.contains("(ed.)"))
    #expect(german.text.contains("(Hrsg.)"))
  }

  @Test(arguments: [
    (["--style", "chicgo-notes"], "did you mean chicago-notes"),
    (["--style", "./none.csl"], "./none.csl: no such file"),
    (["--style", "apa", "--locale", "xx-XX"], "there is no locale for this language"),
    (["--style", "apa", "--output", "pdf"], "Choose html, text, markdown, latex or rtf."),
    (["--style", "apa", "--citations", "-"], "Standard input (-) can be read only once"),
    ([], "Missing expected argument '--style <name|path>'"),
  ]) func whatCannotBeDoneIsSaidWithAdvice(_ arguments: [String], _ words: String) {
    let result = Command().run(["render", "-"] + arguments, input: Array(Self.items.utf8))
    #expect(result.status == 2)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func aStyleThatIsNotValidIsRefusedWithItsPlace() {
    let scratch = Scratch()
    let path = scratch.file(
      "broken.csl",
      "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"note\">\n<citation><layout>\n"
        + "<text macro=\"gone\"/></layout></citation></style>")
    let result = render("--style", path)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("broken.csl:3:1: error: there is no macro called \"gone\""))
  }

  @Test func stylesOfTheUserComeBeforeThoseThatAreBuiltIn() throws {
    let folder = UserFolder()
    folder.file("apa.csl", Self.style)
    let result = render("--style", "apa", environment: folder.environment)
    #expect(result.text.hasPrefix("House: The Mill at Hallam\n"), "\(result.errors)")
    let only = render(
      "--style", "apa", "--bibliography-only", environment: folder.environment)
    #expect(only.status == 2 && only.errors.contains("makes no bibliography"))
  }

  @Test func aStyleThatRenamesAnotherFollowsItById() {
    let folder = UserFolder()
    folder.file("house.csl", Self.style)
    func renaming(_ parent: String) -> String {
      """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Renamed</title>
      <id>https://styles.example/renamed</id>
      <link href="\(parent)" rel="independent-parent"/></info></style>
      """
    }
    folder.file("renamed.csl", renaming("https://styles.example/house"))
    folder.file("stray.csl", renaming("https://styles.example/apa"))
    let found = render("--style", "renamed", environment: folder.environment)
    #expect(found.text.hasPrefix("House: The Mill"), "\(found.errors)")
    let stray = render("--style", "stray", environment: folder.environment)
    #expect(stray.status == 2)
    #expect(stray.errors.contains("https://styles.example/apa, which is not here; put apa.csl"))
  }
}

/// A folder for the user's data with styles in it.
private struct UserFolder {
  private let data = Scratch()

  init() {
    data.folder("citecli")
    data.folder("citecli/styles")
  }

  var environment: [String] { ["XDG_DATA_HOME=" + data.path] }

  func file(_ name: String, _ text: String) { _ = data.file("citecli/styles/" + name, text) }
}
