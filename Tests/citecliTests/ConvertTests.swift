import Testing

@Suite struct ConvertTests {
  private static let item = #"[{"id": "a", "type": "book", "title": "The Mill"}]"#
  private static let styled =
    #"[{"id": "a", "type": "book", "title": "T", "custom": {"x": 1}, "genre": "novel"}]"#

  @Test func theNamesTellTheFormats() {
    let scratch = Scratch()
    let input = scratch.file("in.json", Self.item)
    let output = scratch.path + "/out.bib"
    let result = Command.citecli("convert", input, "-o", output)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty && result.errors.isEmpty)
    #expect(scratch.text("out.bib")?.contains("@book{a,") == true)
  }

  @Test func standardInputIsGuessedFromItsContent() {
    let result = Command.citecli("convert", "-", "--to", "bibtex", input: Self.item)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("@book{a,"))
    let words = Command.citecli("convert", "-", "--to", "bibtex", input: "only words")
    #expect(words.status == 2)
    #expect(words.errors.contains("give it by --from"))
  }

  @Test func severalInputsAreMerged() {
    let scratch = Scratch()
    let first = scratch.file("a.json", Self.item)
    let second = scratch.file(
      "b.json", #"[{"id":"a","type":"book","title":"The Mill"},{"id":"a","type":"book"}]"#)
    let result = Command.citecli("convert", first, second, "--to", "csl-json")
    #expect(result.status == 0)
    #expect(result.text.contains(#""id": "a""#) && result.text.contains(#""id": "a-2""#))
    #expect(!result.text.contains("a-3"))
    #expect(result.errors.contains("1 value was not kept as it is"))
  }

  @Test func whatIsWrongIsSaidWithItsPlaceAndTheRestComesThrough() {
    let text = "[{\"id\": \"a\", \"type\": \"book\",},\n {\"id\": \"b\", \"type\": \"book\"}]"
    let result = Command.citecli("convert", "-", "--to", "csl-json", input: text)
    #expect(result.status == 1)
    #expect(result.errors.contains("-:1:29: error: "))
    #expect(result.text.contains(#""id": "b""#))
    let quiet = Command.citecli("convert", "-", "--to", "csl-json", "-q", input: text)
    #expect(quiet.errors.isEmpty && quiet.status == 1)
  }

  @Test func theLossReportIsJSON() {
    let scratch = Scratch()
    let first = scratch.file("a.json", Self.item)
    let second = scratch.file("b.json", Self.styled)
    let report = scratch.path + "/losses.json"
    let output = scratch.path + "/out.json"
    let file = Command.citecli(
      "convert", first, second, "-o", output, "--loss-report", report)
    #expect(file.status == 0 && file.errors.isEmpty)
    #expect(scratch.text("losses.json")?.contains(#""schema": "citations/losses/1""#) == true)
    #expect(scratch.text("losses.json")?.contains(#""field": "id""#) == true)
    let standard = Command.citecli(
      "convert", first, second, "-o", output, "--loss-report", "-")
    #expect(standard.text == scratch.text("losses.json"))
    let clash = Command.citecli("convert", first, "--to", "csl-json", "--loss-report", "-")
    #expect(clash.status == 2)
    #expect(clash.errors.contains("needs -o"))
  }

  @Test(arguments: [
    (["convert"], "Missing expected argument"),
    (["convert", "a.json"], "Give the format of the output"),
    (["convert", "a.json", "--to", "nonsense"], "There is no bibliography format 'nonsense'"),
    (["convert", "a.json", "--to", "notes-json"], "There is no bibliography format"),
    (
      ["convert", "a.json", "--to", "bibtex", "--from", "x"], "There is no bibliography format 'x'"
    ),
    (["convert", "a.json", "--to", "bibtex", "--names", "x"], "There are no rules for names"),
    (["convert", "a.json", "--to", "bibtex", "--fragment", "x"], "--fragment cannot be used"),
    (["convert", "no-such.json", "--to", "bibtex"], "no-such.json: no such file"),
  ])
  func wrongUsageIsToldFromFindings(_ arguments: [String], _ message: String) {
    let result = Command().run(arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
