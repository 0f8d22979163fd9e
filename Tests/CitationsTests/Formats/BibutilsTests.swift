import Testing

@testable import Citations

/// What bibutils makes of our output, by way of MODS.
@Suite struct BibutilsTests {
  private static let references: [Reference] = {
    let article = SampleReferences.usual.first { $0.type == .articleJournal }
    let chapter = SampleReferences.usual.first { $0.type == .chapter }
    let book = SampleReferences.usual.first { $0.type == .book }
    return [article, chapter, book].compactMap(\.self)
  }()

  private func mods(_ format: BibliographyFormat, _ program: String, _ references: [Reference])
    -> String?
  {
    let bytes = format.write(references)?.bytes ?? []
    return Tool.run(
      "\(program) -i utf8 -o utf8 in.txt 2>errors.txt", needs: program, files: [("in.txt", bytes)]
    )?.output
  }

  private func count(_ text: String, of part: String) -> Int {
    let bytes = Array(text.utf8)
    let needle = Array(part.utf8)
    var count = 0
    var position = 0
    while let found = bytes.firstOffset(of: needle, from: position) {
      count += 1
      position = found + needle.count
    }
    return count
  }

  @Test(arguments: [("ris", "ris2xml"), ("endnote-xml", "endx2xml"), ("endnote-tagged", "end2xml")])
  func everyTypeIsReadBack(_ name: String, _ program: String) throws {
    let format = try #require(BibliographyFormat.named(name))
    guard let text = mods(format, program, SampleReferences.usual) else { return }
    #expect(count(text, of: "<mods ") == SampleReferences.usual.count)
    #expect(count(text, of: "<title>The mill at Fell</title>") == SampleReferences.usual.count)
    for reference in SampleReferences.usual {
      #expect(count(text, of: "<mods ID=\"\(reference.id)\">") == 1, "\(reference.id)")
    }
  }

  @Test(arguments: [("ris", "ris2xml"), ("endnote-xml", "endx2xml"), ("endnote-tagged", "end2xml")])
  func fieldsAreReadBack(_ name: String, _ program: String) throws {
    let format = try #require(BibliographyFormat.named(name))
    guard let text = mods(format, program, Self.references) else { return }
    #expect(count(text, of: "<namePart type=\"family\">Mercer</namePart>") == 3)
    #expect(count(text, of: "<title>Papers of the Mill</title>") >= 2)
    #expect(count(text, of: "<namePart type=\"family\">Okri</namePart>") == 1)
    // bibutils does not look into the element that EndNote and Zotero have for addresses.
    let urls = count(text, of: "<url>https://example.org/a_b?c=%20&amp;d=#e</url>")
    #expect(urls == (name == "endnote-xml" ? 0 : 3))
    #expect(count(text, of: "<start>12</start>") >= 2 && count(text, of: "<end>19</end>") >= 2)
    #expect(count(text, of: "<detail type=\"volume\"><number>3</number></detail>") >= 2)
  }
}
