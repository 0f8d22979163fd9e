import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct FormatTests {
  private static let untidy = "% head\n@Misc{k, title={T}, year = 1999}\n"
  private static let tidy = "% head\n@Misc{k,\n  title = {T},\n  year = 1999\n}\n"

  @Test func aFileIsTidiedInPlaceAndKeepsItsMode() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.untidy)
    #expect(unsafe chmod(path, 0o640) == 0)
    let result = Command.citecli("format", path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(scratch.text("refs.bib") == Self.tidy)
    #expect(scratch.names == ["refs.bib"])
    var status = stat()
    #expect(unsafe stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func standardInputGoesToStandardOutput() {
    let result = Command.citecli("format", "-", input: Self.untidy)
    #expect(result.status == 0)
    #expect(result.text == Self.tidy)
  }

  @Test func checkNamesTheFilesAndWritesNothing() {
    let scratch = Scratch()
    let bad = scratch.file("bad.bib", Self.untidy)
    let good = scratch.file("good.bib", Self.tidy)
    let result = Command.citecli("format", bad, good, "--check")
    #expect(result.status == 1)
    #expect(result.lines == [bad])
    #expect(scratch.text("bad.bib") == Self.untidy)
    #expect(Command.citecli("format", good, "--check").status == 0)
  }

  @Test func diffShowsWhatWouldChange() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.untidy)
    let result = Command.citecli("format", path, "--diff")
    #expect(result.status == 0)
    #expect(
      result.text == """
        --- \(path)
        +++ \(path)
        @@ -1,2 +1,5 @@
         % head
        -@Misc{k, title={T}, year = 1999}
        +@Misc{k,
        +  title = {T},
        +  year = 1999
        +}

        """)
    #expect(scratch.text("refs.bib") == Self.untidy)
    #expect(Command.citecli("format", path, "--diff", "--check").status == 1)
  }

  @Test func everyOptionReachesTheLibrary() {
    let input = """
      @string{x = "y"}
      @Misc{B,
        PAGES = "1-2",
        doi = {https://doi.org/10.1/x},
        month = {May},
        note = {},
        Doi = {z},
        annote = {one two three four five six seven}
      }
      @misc{A}

      """
    let output = """
      @string{x = {y}}

      @misc{a}

      @misc{b,
          doi    = {10.1/x},
          pages  = {1--2},
          month  = may,
          annote = {one two three four
              five six seven},
      }

      """
    let result = Command.citecli(
      "format", "-", "--indent", "4", "--align", "entry", "--type-case", "lower", "--field-case",
      "lower", "--key-case", "lower", "--field-order", "doi,pages", "--sort", "key", "--braces",
      "--months", "--dois", "--pages", "--trailing-comma", "--blank-lines", "1", "--remove-empty",
      "--remove-duplicates", "--wrap", "22", input: input)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text == output)
  }

  @Test func whatIsLeftAloneIsSaid() {
    let input = "@misc{k, a={1} b={2}}\n"
    let result = Command.citecli("format", "-", "--stdin-filename", "refs.bib", input: input)
    #expect(result.status == 0)
    #expect(result.text == input)
    #expect(
      result.errors == "refs.bib:1:15: warning: a comma is missing [B006 missing-comma]\n")
    #expect(Command.citecli("format", "-", "-q", input: input).errors.isEmpty)
  }

  @Test func latinBytesAreCopied() {
    let input = Array("@misc{k, t={M".utf8) + [0xFC] + Array("ller}}".utf8)
    let result = Command().run(["format", "-"], input: input)
    #expect(
      result.output == Array("@misc{k,\n  t={M".utf8) + [0xFC] + Array("ller}\n}".utf8))
  }

  @Test func whatCannotBeReadIsSaidAndTheRestIsTidied() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.untidy)
    let result = Command.citecli("format", scratch.path + "/no.bib", path)
    #expect(result.status == 2)
    #expect(result.errors.contains("no.bib: no such file"))
    #expect(scratch.text("refs.bib") == Self.tidy)
  }

  @Test func wideCharactersAreRefused() {
    let result = Command().run(["format", "-"], input: [0xFF, 0xFE, 0x40, 0])
    #expect(result.status == 2)
    #expect(result.errors.contains("holds zero bytes"))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ["format"], ["format", "-", "-"], ["format", "-", "--indent", "x"],
    ["format", "-", "--align", "left"], ["format", "-", "--wrap", "3"],
    ["format", "-", "--blank-lines", "-1"], ["format", "-", "--sort", "size"],
    ["format", "a.bib", "--stdin-filename", "b"],
  ])
  func wrongUsageExitsWithTwo(_ arguments: [String]) {
    #expect(Command().run(arguments).status == 2)
  }
}
