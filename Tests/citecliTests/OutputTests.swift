import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct OutputTests {
  private static let document =
    "A text.1\n\nNotes\n1. Ada Mercer, The Mill (Leeds: Fell Press, 1931), 44.\n"

  @Test func theFileIsWrittenWholeAndNothingIsLeftBeside() {
    let scratch = Scratch()
    let input = scratch.file("in.txt", Self.document)
    _ = scratch.file("out.bib", "old")
    let result = Command.citecli("extract", input, "-o", scratch.path + "/out.bib", "--exit-zero")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(scratch.names == ["in.txt", "out.bib"])
    #expect(scratch.text("out.bib") == Command.citecli("extract", input, "--exit-zero").text)
  }

  @Test func theFormatFollowsTheName() {
    let scratch = Scratch()
    let input = scratch.file("in.txt", Self.document)
    _ = Command.citecli("extract", input, "-o", scratch.path + "/out.json", "--exit-zero")
    let direct = Command.citecli("extract", input, "--to", "csl-json", "--exit-zero")
    #expect(scratch.text("out.json") == direct.text)
    let unknown = Command.citecli("extract", input, "-o", scratch.path + "/out.nonsense")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("does not tell a format"))
  }

  @Test func anInputIsNeverOverwritten() {
    let scratch = Scratch()
    let input = scratch.file("in.bib", Self.document)
    let link = scratch.path + "/link.bib"
    #expect(unsafe symlink(input, link) == 0)
    for output in [input, scratch.path + "/./in.bib", link] {
      let result = Command.citecli("extract", input, "-o", output)
      #expect(result.status == 2)
      #expect(result.errors.contains("is also an input"))
    }
    #expect(scratch.text("in.bib") == Self.document)
  }

  @Test func placesThatCannotBeWrittenAreSaidBeforeAnyWork() {
    let scratch = Scratch()
    let input = scratch.file("in.txt", Self.document)
    let noFolder = Command.citecli("extract", input, "-o", scratch.path + "/no/out.bib")
    #expect(noFolder.status == 2)
    #expect(noFolder.errors.contains("there is no folder \(scratch.path)/no"))
    let folder = Command.citecli("extract", input, "--to", "bibtex", "-o", scratch.path)
    #expect(folder.status == 2)
    #expect(folder.errors.contains("is a directory"))
  }

  @Test func anOldFileStaysWhereNothingCouldBeRead() {
    let scratch = Scratch()
    _ = scratch.file("out.bib", "old")
    let result = Command.citecli("extract", scratch.path + "/no", "-o", scratch.path + "/out.bib")
    #expect(result.status == 2)
    #expect(scratch.text("out.bib") == "old")
  }

  @Test func aDeviceIsWrittenThrough() {
    let result = Command.citecli(
      "extract", "-", "--to", "bibtex", "-o", "/dev/null", "--exit-zero", input: Self.document)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func aClosedPipeIsNoError() throws {
    let process = try #require(Command().start(["extract", "--ndjson"]))
    process.closeOutput()
    // More than a pipe holds, so that the program must notice.
    let line = #"{"id": 1, "note": "Ibid., 4."}"# + "\n"
    _ = process.send(Array(String(repeating: line, count: 20_000).utf8))
    #expect(process.finish().status == 0)
  }

  @Test func colourIsOnlyWhereItIsAskedFor() {
    let plain = Command.citecli("check", "-", "--exit-zero", input: Self.document)
    #expect(!plain.output.contains(0x1B))
    let never = Command(environment: ["TERM=xterm"]).run(
      ["check", "-", "--color", "never", "--exit-zero"], input: Array(Self.document.utf8))
    #expect(!never.output.contains(0x1B))
  }
}
