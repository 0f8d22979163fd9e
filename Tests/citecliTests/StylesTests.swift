import Testing

@Suite struct StylesTests {
  /// A run that finds no styles of the user or of the folder of the tests.
  private func styles(_ arguments: String...) -> Command.Result {
    var command = Command()
    command.environment = ["XDG_DATA_HOME=/nonexistent"]
    command.workingFolder = "/"
    return command.run(["styles"] + arguments)
  }

  @Test func thoseThatAreBuiltInAreListed() {
    let result = styles()
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.lines.count == 18)
    #expect(result.lines.contains { $0.hasPrefix("apa ") && $0.contains("in-text") })
    #expect(result.lines.contains { $0.hasPrefix("oscola ") && $0.contains(" note ") })
  }

  @Test func wordsNarrowTheList() {
    let result = styles("CHICAGO", "notes")
    #expect(result.lines.contains { $0.hasPrefix("chicago-notes ") })
    #expect(!result.lines.contains { $0.hasPrefix("chicago-author-date ") })
    #expect(styles("no such words at all").output.isEmpty)
  }

  @Test func theListIsForProgramsToo() {
    let text = styles("--format", "json").text
    #expect(text.contains(#""schema": "citations/styles/1""#))
    #expect(text.contains(#""name": "german-humanities""#))
    #expect(text.contains(#""from": "built in""#))
  }

  @Test func languagesAreListed() {
    #expect(styles("--locales").lines.contains { $0.hasPrefix("de-DE") })
    let found = styles("--locales", "ja", "--format", "json").text
    #expect(found.contains(#""tag": "ja-JP""#) && !found.contains("de-DE"))
  }
}

@Suite struct ExtractStyleTests {
  private static let document = """
    The mill burned.[1] It was rebuilt.[2] So they say.[3]

    Notes

    1. See Ada Mercer, The Mill at Hallam (Leeds: Fell Press, 1931), 44.
    2. Ibid., 46.
    3. Zeb Unknown, Lost, 5.
    """

  @Test func theCitationsOfEachNoteAreInTheStyle() {
    let result = Command.citecli("extract", "-", "--style", "mla", input: Self.document)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.lines.first == "1. (See Mercer 44)")
    #expect(result.text.contains("\nMercer, Ada. The Mill at Hallam. Fell Press, 1931.\n"))
    #expect(result.errors.contains("note 3: a citation is left out"))
  }

  @Test func formAndLanguageCanBeGiven() {
    let result = Command.citecli(
      "extract", "-", "--style", "german-humanities", "--output", "html", "--locale", "de-DE",
      input: Self.document)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("<span class=\"csl-note-label\">2.</span> Ebd., S."))
  }

  @Test(arguments: [
    (["--to", "bibtex", "--style", "mla"], "--to cannot be used with --style"),
    (["--locale", "de-DE"], "--locale needs --style"),
    (["--style", "mla", "--output", "notes.bib"], "There is no form 'notes.bib'"),
    (["--style", "mla9"], "did you mean mla?"),
  ]) func whatDoesNotGoTogetherIsRefused(_ arguments: [String], _ words: String) {
    let result = Command().run(["extract", "-"] + arguments, input: Array(Self.document.utf8))
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func withoutAStyleTheLongNameIsTheFile() {
    let scratch = Scratch()
    let result = Command.citecli(
      "extract", "-", "--output", scratch.path + "/out.bib", input: Self.document)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    #expect(scratch.text("out.bib")?.contains("@book{") == true)
  }
}
