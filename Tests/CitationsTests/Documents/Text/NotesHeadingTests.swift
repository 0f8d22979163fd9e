import Testing

@testable import Citations

@Suite struct NotesHeadingTests {
  @Test(arguments: [
    "Notes", "NOTES", "Notes:", "## Notes", "**Notes**", "4. Notes", "IV. Notes", "N O T E S",
    "Endnotes", "FOOTNOTES:",
    "Anmerkungen", "Fußnoten", "FUSSNOTEN", "Notes de bas de page", "Notas al pie:", "Note",
    "Eindnoten", "Noter",
    "ПРИМЕЧАНИЯ", "Przypisy", "Poznámky pod čarou", "Notes to Chapter 2", "Notes to Pages 12–15",
    "注释",
  ])
  func headingsAreKnown(_ line: String) { #expect(NotesHeading.matches(Array(line.utf8)[...])) }

  @Test(arguments: [
    "Notes on a Scandal", "He notes", "Noted", "", "1", "Bibliography",
    "Notes from the Underground",
  ])
  func otherLinesAreNot(_ line: String) { #expect(!NotesHeading.matches(Array(line.utf8)[...])) }
}

@Suite struct NotesEndTests {
  @Test(arguments: [
    "3 Comments", "1 Comment", "12 thoughts on “The Mill”", "One Response", "Leave a Reply",
    "Share this:", "Related",
    "About the Author", "Posted by Jo Reader", "5 Kommentare", "Schreibe einen Kommentar",
    "2 réponses",
    "Laisser un commentaire", "Deja un comentario", "Lascia un commento", "Deixe um comentário",
  ])
  func commentsAreKnown(_ line: String) {
    #expect(NotesEnd.isCommentsMarker(Array(line.utf8)[...]))
  }

  @Test(arguments: [
    "Related by marriage, see Okri.", "3 Mercer", "Ibid.", "Reply of the clerk, 44.", "One mill",
    "",
  ])
  func otherLinesAreNot(_ line: String) {
    #expect(!NotesEnd.isCommentsMarker(Array(line.utf8)[...]))
  }

  @Test func datesAreKnown() {
    for line in ["3 May 2020", "May 3, 2020 at 5:12 pm", "2020-05-03", "03.05.2020 um 17:12"] {
      #expect(NotesEnd.isDate(Array(line.utf8)[...]), "\(line)")
    }
    for line in ["1931 saw the end", "Mercer, Mill (1931), 44.", "Hall 2004", "44"] {
      #expect(!NotesEnd.isDate(Array(line.utf8)[...]), "\(line)")
    }
  }
}
