import Testing

@testable import Citations

@Suite struct StyleSummaryTests {
  private static let dependent = """
    <?xml version="1.0"?>
    <style xmlns="http://purl.org/net/xbiblio/csl" default-locale="de-DE" version="1.0">
      <info>
        <title>Acta of Weirs &amp; Locks</title>
        <id>https://styles.example/acta</id>
        <link href="https://styles.example/apa" rel="independent-parent"/>
        <category citation-format="note"/>
      </info>
    </style>
    """

  private func read(_ text: String) -> StyleSummary? {
    StyleSummary(name: "acta", head: Array(text.utf8))
  }

  @Test func theHeadOfAStyleThatRenamesAnotherIsRead() throws {
    let summary = try #require(read(Self.dependent))
    #expect(summary.title == "Acta of Weirs & Locks")
    #expect(summary.id == "https://styles.example/acta")
    #expect(summary.parent == "https://styles.example/apa")
    #expect(summary.language == "de-DE" && summary.styleClass == .note)
  }

  @Test func whatStandsBehindTheHeadDoesNotMatter() throws {
    let cut = String(Self.dependent.prefix(Self.dependent.count - 12))
    #expect(read(cut) == read(Self.dependent))
    #expect(read(cut + "<macro name='") == read(Self.dependent))
  }

  @Test(arguments: ["", "text", "<html><body/></html>"]) func otherFilesAreNone(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test(arguments: [
    (["weirs"], true), (["ACTA", "locks"], true), (["apa"], true), (["weirs", "mills"], false),
    ([], true),
  ]) func allWordsMustStandInNameTitleOrParent(_ words: [String], _ isFound: Bool) {
    #expect(read(Self.dependent)?.matches(words) == isFound)
  }
}
