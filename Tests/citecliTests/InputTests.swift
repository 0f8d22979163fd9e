import Testing

@Suite struct InputTests {
  @Test func whatCannotBeReadIsSaidAndTheRestComesThrough() {
    let scratch = Scratch()
    let good = scratch.file(
      "good.txt", "A text.1\n\nNotes\n1. Ada Mercer, The Mill (Leeds: Fell Press, 1931), 44.\n")
    let missing = scratch.path + "/missing.txt"
    let result = Command.citecli("check", missing, scratch.path, good, "--format", "concise")
    #expect(result.status == 2)
    #expect(result.errors.contains("citecli: \(missing): no such file\n"))
    #expect(result.errors.contains("citecli: \(scratch.path): is a directory"))
    #expect(result.errors.contains("in 1 document\n"))
  }

  @Test func standardInputHasTheNameThatItIsGiven() {
    let result = Command.citecli(
      "check", "-", "--stdin-filename", "essay.html", "--format", "json", "--exit-zero",
      input: "<p>A text.</p>")
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("{"))
    #expect(result.text.contains("\"citations/findings/1\""))
  }

  @Test func streamsThatAreClosedAreSaid() {
    for (redirection, stream) in [("<&-", "standard input"), (">&-", "standard output")] {
      let command = "\(Command.folder)/citecli extract - --to csl-json \(redirection)"
      let result = Command(path: "/bin/sh").run(["-c", command])
      #expect(result.status == 2)
      #expect(result.errors.contains("citecli: \(stream): is closed"))
    }
  }

  @Test func formatsAreListedAsTextAndAsJSON() {
    let text = Command.citecli("formats")
    #expect(text.status == 0)
    #expect(text.text.contains("Documents\n"))
    #expect(text.text.contains("Bibliographies\n"))
    let json = Command.citecli("formats", "--format", "json")
    #expect(json.status == 0)
    #expect(json.text.contains("\"citations/formats/1\""))
  }
}
