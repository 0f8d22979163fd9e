import Testing

@Suite struct ExitCodeTests {
  @Test func helpAndVersionGoToStandardOutput() {
    for arguments in [["--help"], ["extract", "--help"], ["check", "--help"], ["formats", "-h"]] {
      let result = Command().run(arguments)
      #expect(result.status == 0)
      #expect(result.text.contains("Examples:"), "no examples in \(arguments)")
      #expect(result.errors.isEmpty)
    }
    let version = Command.citecli("--version")
    #expect(version.status == 0)
    #expect(version.text.hasPrefix("citecli "))
  }

  @Test(arguments: [
    ["extract"], ["check"], ["nonsense"], ["extract", "--nonsense", "-"], ["check", "-", "-"],
    ["extract", "-", "--to", "nonsense"], ["extract", "-", "--from", "nonsense"],
    ["extract", "--to", "bibtex", "--fragment", "ref-list", "-"],
    ["extract", "--to", "jats", "--fragment", "body", "-"],
    ["check", "--format", "nonsense", "-"], ["check", "--fail-on", "fatal", "-"],
    ["extract", "--ndjson", "--to", "bibtex"], ["extract", "/", "--stdin-filename", "x"],
    ["extract", "-", "--key-pattern", "[nonsense]"], ["extract", "--ndjson", "--key-pattern", "["],
  ])
  func wrongUsageIsTwoAndSaysWhy(_ arguments: [String]) {
    let result = Command().run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: "))
  }

  @Test func formatsOfFindingsThatAreNotThereAreNamed() {
    let result = Command.citecli("check", "--format", "nonsense", "-")
    #expect(result.errors.contains("'nonsense'"))
    #expect(result.errors.contains("text, concise, json"))
  }

  @Test func anEmptyDocumentIsNoCrash() {
    for input in ["", "\0\0\0", "\u{FEFF}", "no notes at all"] {
      let result = Command.citecli("check", "-", "--exit-zero", input: input)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  @Test func quietSaysNothing() {
    let result = Command.citecli("check", "-", "--quiet", "--exit-zero", input: "text")
    #expect(result.errors.isEmpty)
  }
}
