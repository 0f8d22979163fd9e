import Testing

@testable import Citations

/// A whole chapter in the manner of a monograph: which work each of its citations means, and what is found.
@Suite struct ChapterTests {
  private static let read = Shared.fixture("Bibliography/chapter.md").map {
    Extraction(of: $0, name: "chapter.md")
  }
  private static let expected = (Shared.fixture("Bibliography/chapter.expected") ?? []).text
    .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0) }

  @Test func everyCitationMeansItsWork() throws {
    let read = try #require(Self.read)
    let got = read.citesInOrder.map { index, cite in
      let words = [read.notes[index].note.label, cite.kind.rawValue, cite.work ?? "?"]
      let place = cite.locator.map { [$0.label.rawValue, $0.value] } ?? []
      return (words + place).joined(separator: " ")
    }
    #expect(got == Array(Self.expected.prefix(25)))
  }

  @Test func whatIsWrongIsFound() throws {
    let read = try #require(Self.read)
    let got = read.diagnostics.map { diagnostic in
      let line = diagnostic.range.map { String(read.line($0)) } ?? "-"
      return [line, diagnostic.rule.id, diagnostic.note ?? "-"].joined(separator: " ")
    }
    #expect(got == Array(Self.expected.dropFirst(25)))
  }

  @Test func everyMarkerHasItsNote() throws {
    let read = try #require(Self.read)
    #expect(read.document.markers.map(\.note) == (0..<20).map { $0 })
    #expect(read.document.markers.allSatisfy { $0.pairing == .number || $0.pairing == .link })
  }

  @Test func worksAreThoseOfTheChapter() throws {
    let read = try #require(Self.read)
    #expect(
      read.works.map(\.id) == [
        "fell1974", "lowe1999", "pike1958", "fell1980", "corrie1999", "pike1964",
      ])
  }

  @Test func shortFormsNameTheNoteOfTheirWork() throws {
    let read = try #require(Self.read)
    let named = read.citesInOrder.filter { $0.cite.kind != .full && $0.cite.work != nil }
      .map { $0.cite.refersTo ?? "?" }
    #expect(named == ["1", "1", "3", "3", "3", "3", "12", "3", "12", "3", "18", "18"])
  }

  @Test func partsAreTheWholeText() throws {
    let read = try #require(Self.read)
    #expect(read.notes.flatMap { NoteInvariants.broken($0) } == [])
  }
}
