import Testing

@testable import Citations

@Suite struct TextReaderTests {
  static let first = "Ada Mercer, The Mill at Dunholm (Leeds: Fell Press, 1931), 44."
  static let second =
    "See Tomas Okri, “Ledgers of the North,” Journal of Trade 12, no. 3 (1978): 201–9; but compare Mercer, Mill, 51."

  @Test(arguments: [
    "p01-glued-unnumbered.txt", "p02-glued-numbered.txt", "p03-bracket.txt",
    "p04-unicode-superscript.txt", "p05-pdftotext-page-feet.txt", "p06-symbols.txt",
    "p07-gutenberg.txt", "p08-latex-footnotes.pdftotext.txt", "p08-latex-footnotes.bbox.html",
  ])
  func conventionsGiveTheSameNotes(_ name: String) {
    guard let bytes = Shared.read("notes/markup/" + name) else { return }
    let isLayout = name.hasSuffix(".html")
    let format = isLayout ? DocumentFormat.bbox : .text
    #expect(format.sniff(bytes[...]) == (isLayout ? 100 : 1))
    let document = format.read(SourceFile(name: name, bytes: bytes))
    #expect(document.notes.map(\.text.string) == [Self.first, Self.second])
    #expect(document.markers.map(\.note) == [0, 1])
    let pairing: Pairing = name.hasPrefix("p01") ? .order : .number
    #expect(document.markers.map(\.pairing) == [pairing, pairing])
    let before = document.blocks.flatMap { block in
      block.markers.map { block.text.utf8[..<$0.offset].string }
    }
    #expect(before.count == 2)
    #expect(before.first?.hasSuffix("decree.") == true)
    #expect(before.last?.hasSuffix("loss.”") == true)
    #expect(!document.blocks.contains { $0.text.string == "17" || $0.text.string == "1" })
    #expect(document.trailing.count == (name.hasPrefix("p01") ? 4 : 0))
    for note in document.notes {
      #expect(bytes[Int(note.range.start)..<Int(note.range.end)].count >= note.text.count - 3)
    }
  }

  @Test func essayHasSevenNotesAndThreeComments() {
    guard let bytes = Shared.read("essay/essay.txt") else { return }
    let document = DocumentFormat.text.read(SourceFile(name: "essay.txt", bytes: bytes))
    func line(_ range: SourceRange) -> Int { document.source.position(at: Int(range.start)).line }
    #expect(document.notes.map(\.label) == ["1", "2", "3", "4", "5", "6", "7"])
    #expect(document.notes.map { line($0.range) } == [28, 29, 30, 31, 32, 33, 34])
    #expect(document.markers.map { line($0.range) } == [1, 2, 3, 4, 5, 14, 15])
    #expect(document.markers.map(\.note) == [0, 1, 2, 3, 4, 5, 6])
    #expect(document.trailing.map { line($0.range) } == [35, 36, 37])
    #expect(document.trailing.allSatisfy { $0.reason == "after the last note" })
    let before = document.blocks.flatMap { block in
      block.markers.map { block.text.utf8[..<$0.offset].string }
    }
    let words = [
      "economic deprivation.", "the whims of capital.", "located and affirmed.",
      "easily be co-opted.", "violent and exclusive.", "“The Guerillas,”",
      "modern political consciousness.",
    ]
    #expect(before.count == 7 && zip(before, words).allSatisfy { $0.hasSuffix($1) })
    #expect(document.blocks.count { if case .heading = $0.kind { true } else { false } } == 3)
    #expect(document.title == nil)
  }

  @Test func notesInBracketsThatNeverCloseLoseNothing() {
    let text = """
      It was so[1] and [Footnote 1: Hall, Press
      [Footnote 2.] known to be poor.

      [Footnote 3: Okri [and
      others, a long note.

      More of it.
      """
    let document = DocumentFormat.text.read(SourceFile(name: "test", bytes: Array(text.utf8)))
    #expect(document.notes.count == 3)
    #expect(TextCoverage.uncovered(document).allSatisfy { $0 == "]" })
  }

  @Test func markersThatRepeatLeadToTheSameNote() {
    let text = "One.[1] Two.[2] One again.[1]\n\n[1] Mercer.\n[2] Okri.\n"
    #expect(TextOutline.of(text) == "¶ One.{1→1} Two.{2→2} One again.{1→1}\n1: Mercer.\n2: Okri.")
  }

  @Test func wordsDividedAtLineEndsAreJoined() {
    let text = """
      The mill stood at the river and it was a well-known
      place, as the guide-
      books say, and well-
      known to all, on pp. 201–
      9 and at https://example.org/a-
      b/c of the year\u{AD}
      book of the parish of Dun-
      Holm.[1]

      [1] Mercer.
      """
    let expected = """
      ¶ The mill stood at the river and it was a well-known place, as the guidebooks say, and well-known to all, on pp. \
      201–9 and at https://example.org/a-b/c of the yearbook of the parish of Dun-Holm.{1→1}
      1: Mercer.
      """
    #expect(TextOutline.of(text) == expected)
  }
}
