import Testing

@testable import Citations

@Suite struct MODSWriterTests {
  private func text(_ references: [Reference], asciiOnly: Bool = false) -> [UInt8] {
    var options = WriterOptions()
    options.asciiOnly = asciiOnly
    return BibliographyFormat.mods.write(references, options: options)?.bytes ?? []
  }

  @Test func difficultReferences() {
    golden(text(SampleReferences.difficult), "Formats/MODS/difficult.mods")
  }

  @Test func usualReferences() {
    golden(text(SampleReferences.usual), "Formats/MODS/usual.mods")
    let hasRemarks = text(SampleReferences.usual).text.contains("<extension")
    #expect(!hasRemarks, "what is usual has elements of its own")
  }

  @Test func stylesThatCSLJSONLacksAreLosses() {
    var reference = Reference(id: "a", type: .book)
    reference[.title] = RichText("plain text", spans: [.init(0..<5, .underline)])
    let written = BibliographyFormat.mods.write([reference])
    #expect(written?.losses.isEmpty == true, "nothing of CSL-JSON differs")
    reference[.title]?.spans.append(.init(6..<10, .italic))
    #expect(BibliographyFormat.mods.write([reference])?.losses.map(\.field) == ["title"])
  }

  @Test func aKeyIsAnAttributeOnce() {
    let text = text([Reference(id: "a", type: .book), Reference(id: "a", type: .map)]).text
    #expect(
      text.utf8.split(separator: UInt8(ascii: " ")).count { $0.starts(with: "ID=\"a\"".utf8) } == 1)
  }

  @Test func outputIsWellFormed() {
    let references =
      SampleReferences.everything
      + ItemType.all.prefix(5).map {
        EveryVariable.full($0, id: "e:\($0.rawValue)", seed: 2)
      }
    for asciiOnly in [false, true] {
      let bytes = text(references, asciiOnly: asciiOnly)
      #expect(MarkupParser.parseXML(bytes).problems.isEmpty)
      #expect(!asciiOnly || bytes.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func bibutilsReadsIt() throws {
    let files = [(name: "a.mods", bytes: text(SampleReferences.usual))]
    guard let result = Tool.run("xml2bib -nb a.mods 2>&1", needs: "xml2bib", files: files) else {
      return
    }
    let lines = result.output.utf8.split(separator: 0x0A).map { Substring($0) }
    let entries = lines.filter { $0.hasPrefix("@") }
    #expect(entries.count == SampleReferences.usual.count)
    #expect(lines.count { $0 == "title=\"The mill at Fell\"," } == entries.count)
    #expect(lines.count { $0 == "author=\"Mercer, Ada\"," } == entries.count)
    #expect(lines.count { $0 == "pages=\"12--19\"," } == entries.count)
    #expect(lines.contains("@Article{usual-article-journal,"))
    #expect(lines.contains("@Book{usual-book,"))
    #expect(lines.contains("bookTitle=\"Papers of the Mill\","))
  }

  @Test func whatBibutilsWritesIsRead() throws {
    let bib = """
      @article{a1, author={van der Berg, Jan and {Fell Society}}, title={The Mill: a history},
        journal={Journal of Mills}, volume={3}, number={2}, pages={12--19}, year=2004, month=jun,
        doi={10.1000/1}, issn={0378-5955}, keywords={a, b}, note={Reprint}}
      @incollection{c1, author={Mercer, Ada}, title={Weirs}, booktitle={Mills}, editor={Okri, Ben},
        publisher={Fell}, address={Leeds}, year=1931, pages={1-5}, series={Studies}, edition={2nd}}
      @phdthesis{t1, author={Mercer, Ada}, title={Wheels}, school={Leeds}, year=1931}
      @techreport{r1, author={Mercer, Ada}, title={Flow}, institution={Mill Board}, number={12}, year=1931}
      @inproceedings{p1, author={Mercer, Ada}, title={Sluices}, booktitle={Proceedings}, year=1931}
      """
    let files = [(name: "a.bib", bytes: Array(bib.utf8))]
    guard let result = Tool.run("bib2xml a.bib 2>/dev/null", needs: "bib2xml", files: files) else {
      return
    }
    let decoded = DecodedText(Array(result.output.utf8)).bytes
    let found = MODSReader.read(SourceFile(name: "a.mods", bytes: decoded))
    #expect(found.diagnostics.isEmpty)
    #expect(found.references.map(\.id) == ["a1", "c1", "t1", "r1", "p1"])
    #expect(
      found.references.map(\.type) == [
        .articleJournal, .chapter, .thesis, .report, .paperConference,
      ])
    let article = try #require(found.references.first)
    #expect(article[.title]?.plain == "The Mill: a history")
    #expect(article[.page] == "12–19")
    #expect(article[.issued]?.edtf == "2004-06")
    #expect(found.references[1][.editor] == [Name(family: "Okri", given: "Ben")])
    #expect(found.references[1][.collectionTitle]?.plain == "Studies")
    #expect(found.references[2][.publisher]?.plain == "Leeds")
    #expect(found.references[3][.number] == "12")
  }
}
