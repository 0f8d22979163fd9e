import Testing

/// `citecli check` over documents and bibliographies together, and the commands around it.
@Suite struct CheckTests {
  private static let faulty = "@misc{a, title = {T}, note = {}}\n"
  private static let clean = "@misc{a, title = {T}}\n"

  private func check(_ arguments: String...) -> Command.Result {
    Command().run(["check", "--isolated", "--today", "2026-11-25"] + arguments)
  }

  @Test func documentsAndBibliographiesAreOneReport() {
    let scratch = Scratch()
    let bib = scratch.file("refs.bib", Self.faulty)
    let essay = scratch.file("essay.md", "One.[^1]\n")
    let result = check(bib, essay, "--format", "concise")
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(
      result.text.contains("refs.bib:1:23: note: the field \"note\" is empty")
        || result.text.contains("[B017 empty-field]"))
    #expect(result.text.contains("[N001 marker-without-note]"))
    #expect(result.errors.contains("in 1 document and 1 bibliography"))
  }

  @Test func formatsOfBothKindsCanBeNamed() {
    let scratch = Scratch()
    let path = scratch.file("refs.txt", Self.faulty)
    #expect(check(path, "--from", "biblatex").text.contains("B017"))
    #expect(check(path, "--from", "markdown").text.contains("N007"))
    let unknown = check(path, "--from", "papyrus")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("There is no format 'papyrus' to read"))
  }

  @Test func rulesAreSelectedAndIgnored() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.faulty)
    #expect(check(path, "--ignore", "B017").text == "")
    #expect(check(path, "--select", "C,I").text == "")
    #expect(check(path, "--select", "empty-field").text.contains("B017"))
    #expect(check(path, "--select", "Q").status == 2)
    #expect(check(path, "--fail-on", "note").status == 1)
  }

  @Test func aConfigurationFileIsFoundUpwardsAndShown() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.faulty)
    let config = scratch.file("house.yaml", "ignore: [B017]\n")
    let result = Command().run(["check", path, "--config", config])
    #expect(result.text == "")
    let shown = Command().run(["config", "show", "--config", config])
    #expect(shown.text.contains("ignore:        [\"B017\"]  # \(config):1"))
    let wrong = scratch.file("wrong.yaml", "ignore: [B017]\nselekt: [C]\n")
    let refused = Command().run(["check", path, "--config", wrong])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("wrong.yaml:2:1: \"selekt\" is no setting"))
  }

  @Test func journalsAreComparedWithAListOfTheHouse() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", "@article{a, title = {T}, journal = {Fen Revue}}\n")
    let list = scratch.file("house.txt", "Fen Review;Fen Rev.\n")
    let said = "\"Fen Revue\" is not in the list of journals"
    #expect(check(path, "--select", "S056").text == "")
    #expect(check(path, "--select", "S056", "--journals", list).text.contains(said))
    // A list of a configuration file is relative to it.
    let config = scratch.file("house.yaml", "journals: house.txt\nselect: [S056]\n")
    #expect(Command().run(["check", path, "--config", config]).text.contains(said))
    let empty = check(path, "--journals", scratch.file("empty.txt", "# none\n"))
    #expect(empty.status == 2)
    #expect(empty.errors.contains("names no journal"))
    let broken = check(path, "--journals", scratch.file("broken.json", "{\n  \"default\": [}"))
    #expect(broken.errors.contains("broken.json:2:15"))
    #expect(check(path, "--journals", scratch.path + "/none.txt").status == 2)
  }

  @Test func knownFindingsAreLeftOut() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.faulty)
    let known = scratch.path + "/known.json"
    let written = check(path, "--write-baseline", known)
    #expect(written.status == 0)
    #expect(written.text == "")
    #expect(check(path, "--baseline", known).text == "")
    _ = scratch.file("refs.bib", "% moved\n" + Self.faulty + "@misc{b, title = {T}, annote = {}}\n")
    let later = check(path, "--baseline", known, "--format", "concise")
    #expect(later.lines.count == 1)
    #expect(later.text.contains("refs.bib:3:"))
    let none = scratch.file("none.json", "{}")
    #expect(check(path, "--baseline", none).status == 2)
  }

  @Test func statisticsReplaceTheFindings() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.faulty)
    #expect(check(path, "--statistics").text.hasPrefix("1  B017  empty-field  note"))
    #expect(check(path, "--statistics", "--format", "sarif").status == 2)
  }

  @Test(arguments: [
    "text", "concise", "json", "ndjson", "sarif", "github", "gitlab", "junit", "rdjson",
  ])
  func everyFormatIsPrinted(_ format: String) {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.faulty)
    let result = check(path, "--format", format)
    #expect(result.status == 0)
    #expect(result.text.contains("refs.bib"))
  }

  @Test func rulesAreListedAndExplained() {
    #expect(Command.citecli("rules", "publisher").text.contains("C012  missing-publisher"))
    #expect(Command.citecli("rules", "--format", "json").text.contains("citations/rules/1"))
    #expect(
      Command.citecli("explain", "missing-publisher").text.hasPrefix("C012 missing-publisher"))
    let wrong = Command.citecli("explain", "C0")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("There is no rule 'C0'"))
  }

  @Test func fixesAreMadeInPlaceOnceAndShown() {
    let scratch = Scratch()
    let text = "@misc{a, title = {T}, doi = {doi:10.5555/a}, isbn = {978-0-306-40615-8}}\n"
    let path = scratch.file("refs.bib", text)
    let shown = check(path, "--diff")
    #expect(shown.status == 0)
    #expect(shown.text.contains("-@misc{a, title = {T}, doi = {doi:10.5555/a}"))
    #expect(shown.text.contains("+@misc{a, title = {T}, doi = {10.5555/a}"))
    #expect(scratch.text("refs.bib") == text)
    let fixed = check(path, "--fix", "--format", "concise")
    #expect(fixed.errors.contains("1 fixed"))
    #expect(fixed.text.contains("I005"))
    #expect(
      scratch.text("refs.bib")
        == "@misc{a, title = {T}, doi = {10.5555/a}, isbn = {978-0-306-40615-8}}\n")
    #expect(check(path, "--unsafe-fixes").text == "")
    #expect(scratch.text("refs.bib")?.contains("978-0-306-40615-7") ?? false)
    #expect(!check(path, "--fix").errors.contains("fixed"))
    #expect(check("-", "--fix").status == 2)
  }

  @Test func anExportIsTriedWhereItIsAskedFor() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", "@misc{a, title = {T}, callnumber = {x}}\n")
    #expect(!check(path).text.contains("X001"))
    #expect(check(path, "--export", "papyrus").status == 2)
  }

  @Test(arguments: ["concise", "sarif", "github", "gitlab", "junit", "rdjson", "json"])
  func aFolderIsPutBeforeNames(_ format: String) {
    let scratch = Scratch()
    _ = scratch.file("refs.bib", Self.faulty)
    var command = Command()
    command.workingFolder = scratch.path
    let arguments = ["check", "--isolated", "--format", format, "--path-prefix", "sub/folder"]
    #expect(command.run(arguments + ["./refs.bib"]).text.contains("sub/folder/refs.bib"))
    #expect(
      !command.run(arguments + [scratch.path + "/refs.bib"]).text.contains("sub/folder"))
  }
}
