import Testing

@testable import Citations

@Suite struct COinSTests {
  @Test func articleOfAWikipediaNote() throws {
    let document = readHTML(
      """
      <p>A.<sup><a href="#n1">[1]</a></sup></p><ol><li id="n1"><span class="reference-text">See <cite class="citation journal">Orde, Ann
      (1978). "Dams". <i>Flow</i>. <b>4</b> (2): 10–19.</cite><span title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.jtitle=Flow&amp;rft.atitle=Dams&amp;rft.volume=4&amp;rft.issue=2&amp;rft.pages=10-19&amp;rft.date=1978-05&amp;rft.aulast=Orde&amp;rft.aufirst=Ann&amp;rft.au=Webb%2C+Lee&amp;rft_id=info%3Adoi%2F10.1%2Fx"
      class="Z3988"></span> and more.</span></li></ol>
      """)
    let cite = try #require(document.notes.first?.structured.first)
    let text = try #require(document.notes.first?.text)
    #expect(text.utf8[cite.range].string == "Orde, Ann (1978). \"Dams\". Flow. 4 (2): 10–19.")
    let reference = try #require(cite.reference)
    #expect(reference.type == .articleJournal)
    #expect(reference[.title]?.plain == "Dams")
    #expect(reference[.containerTitle]?.plain == "Flow")
    #expect(reference[.author].map(\.display) == ["Ann Orde", "Lee Webb"])
    #expect(reference[.page] == "10-19")
    #expect(reference[.issued] == DateValue(.init(1978, 5)))
    #expect(reference[.doi]?.plain == "10.1/x")
  }

  @Test func bookAndNonsense() {
    let book = COinS.reference(
      "rft.genre=book&rft.btitle=Lime&rft.place=Leeds&rft.pub=Fell&rft.aucorp=Mill+Board&rft.date=c.1931"
    )
    #expect(book?.type == .book)
    #expect(book?[.author] == [Name(literal: "Mill Board")])
    #expect(book?[.issued] == DateValue(literal: "c.1931"))
    #expect(COinS.reference("") == nil)
    #expect(COinS.reference("rft.genre&=%%%&rft.title=") == nil)
  }
}
