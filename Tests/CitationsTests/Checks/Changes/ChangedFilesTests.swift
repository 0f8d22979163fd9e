import Testing

@testable import Citations

@Suite struct ChangedFilesTests {
  private static let old = """
    @book{mill,
      author = {Ada Mercer},
      title = {The Mill},
      publisher = {Fell},
      year = {1931},
      doi = {doi:10.5555/mill}
    }
    @book{loom,
      author = {Ada Mercer},
      title = {The Loom},
      year = {1932}
    }

    """

  /// The rules that are reported after a change of the sample, with their keys.
  private func reported(_ words: String, as other: String, name: String = "refs.bib") throws
    -> [String]
  {
    let bytes = Array(Self.old.utf8)
    let start = try #require(bytes.firstOffset(of: Array(words.utf8), from: 0))
    let new = SourceEdit.apply(
      [SourceEdit(SourceRange(start, start + words.utf8.count), Array(other.utf8))], to: bytes)
    var changes = ChangedFiles()
    changes[name] = FileChange(from: bytes, to: new)
    return changes.touched(in: [check(new.text, name: name)]).flatMap(\.findings)
      .map { "\($0.rule.id) \($0.key ?? "")" }
  }

  @Test func nothingIsReportedOfFilesThatStayed() {
    let file = check(Self.old, name: "refs.bib")
    #expect(file.findings.count >= 2)
    #expect(ChangedFiles().touched(in: [file]).map(\.findings) == [[]])
    var changes = ChangedFiles()
    changes["refs.bib"] = .whole
    #expect(changes.touched(in: [file]).map(\.findings) == [file.findings])
  }

  @Test func aFindingIsReportedWithItsLine() throws {
    #expect(try reported("doi:10.5555/mill", as: "doi:10.5555/other") == ["B112 mill"])
  }

  @Test func aFindingAboutAnEntryIsReportedWithAnyOfItsLines() throws {
    #expect(try reported("The Loom", as: "The Loom Again") == ["C012 loom"])
    #expect(try reported("The Mill", as: "The Mill Again") == [])
  }

  @Test func aRemovedLineTouchesItsEntryAlone() throws {
    #expect(try reported("  year = {1931},\n", as: "") == ["C003 mill"])
  }

  @Test func lineEndsCountForNothing() {
    let crlf = Self.old.split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: "\r\n")
    let change = FileChange(from: Array(Self.old.utf8), to: Array(crlf.utf8))
    #expect(change.isNone)
  }

  @Test func aLoneCarriageReturnEndsNoLineOfGit() {
    let text = "% one\r% two\n" + Self.old
    var changes = ChangedFiles()
    changes["refs.bib"] = FileChange(
      from: Array(text.utf8), to: Array((text + "@misc{x, title = {T}, note = {}}\n").utf8))
    let found = changes.touched(
      in: [check(text + "@misc{x, title = {T}, note = {}}\n", name: "refs.bib")])
    #expect(found.flatMap(\.findings).map(\.rule.id) == ["B017"])
  }

  @Test func aFindingWithoutAPlaceIsReportedWithItsFile() {
    let source = SourceFile(name: "a.md", bytes: Array("One.\nTwo.\n".utf8))
    let file = CheckedFile(
      source,
      [
        Diagnostic(ReportSample.rule, "nowhere"),
        Diagnostic(ReportSample.rule, "elsewhere", at: SourceRange(0, 3)),
      ])
    var changes = ChangedFiles()
    changes["a.md"] = FileChange(from: Array("One.\n2.\n".utf8), to: source.bytes)
    #expect(changes.touched(in: [file]).flatMap(\.findings).map(\.message) == ["nowhere"])
    #expect(ChangedFiles().touched(in: [file]).flatMap(\.findings).isEmpty)
  }

  @Test func aNoteIsReportedWithAnyOfItsLines() {
    let lead = "One.[^1] Two.[^2]\n\n[^2]: Jo Fell, *The Salt* (1932), 9.\n\n"
    let old = lead + "[^1]: Ada Mercer, *The Mill*\n    (1931), 44.\n"
    let new = lead + "[^1]: Ada Mercer, *The Mill*\n    (1931), 45.\n"
    var changes = ChangedFiles()
    changes["a.md"] = FileChange(from: Array(old.utf8), to: Array(new.utf8))
    let file = check(new, name: "a.md")
    let found = changes.touched(in: [file]).flatMap(\.findings)
    #expect(found == file.findings.filter { $0.note == "1" })
    #expect(found.contains { $0.rule.id == "C012" })
    #expect(found.count < file.findings.count)
  }

  @Test(arguments: [
    "biblatex", "csl-json", "csl-yaml", "ris", "nbib", "endnote-xml", "endnote-tagged", "mods",
    "hayagriva",
  ]) func entriesOfEveryFormatHaveTheirLines(_ name: String) throws {
    let format = try #require(BibliographyFormat.named(name))
    func file(_ title: String) -> [UInt8] {
      var conversion = Conversion()
      let entries = [("one", title), ("two", "Second Words")].map { key, title in
        "@book{\(key),\n  title = {\(title)},\n  year = {1931},\n  note = {some words}\n}\n"
      }
      conversion.add(Array(entries.joined().utf8), name: "refs.bib")
      return conversion.output(as: format)?.bytes ?? []
    }
    let new = file("Other Words")
    var run = CheckRun()
    run.add(new, name: "refs", as: .bibliography(format))
    var changes = ChangedFiles()
    changes["refs"] = FileChange(from: file("First Words"), to: new)
    let found = changes.touched(in: run.finish()).flatMap(\.findings).map {
      "\($0.rule.id) \($0.key ?? "")"
    }
    #expect(found.contains("C002 one"))
    #expect(!found.contains { $0.hasSuffix("two") })
  }

  @Test func aFolderCanBePutBeforeNames() {
    func name(_ name: String, _ folder: String) -> String {
      CheckedFile(SourceFile(name: name, bytes: []), []).named(in: folder).path
    }
    #expect(name("./a.bib", "x/y") == "x/y/a.bib")
    #expect(name("a.bib", "x/") == "x/a.bib")
    #expect(name("a.bib", "") == "a.bib")
    #expect(name("/a.bib", "x") == "/a.bib")
    #expect(name("-", "x") == "-")
  }
}
