import Testing

@testable import Citations

@Suite struct CSLYAMLWriterTests {
  private func text(_ references: [Reference], asciiOnly: Bool = false) -> [UInt8] {
    var options = WriterOptions()
    options.asciiOnly = asciiOnly
    return BibliographyFormat.cslYAML.write(references, options: options)?.bytes ?? []
  }

  @Test func difficultReferences() {
    golden(text(SampleReferences.difficult), "Formats/CSLYAML/difficult.yaml")
  }

  @Test func emptyAndNamelessListsAreWritten() {
    #expect(text([]).text == "references: []\n")
    #expect(text([Reference(type: .book)]).text == "references:\n- id: ref-1\n  type: book\n")
    #expect(text(SampleReferences.difficult, asciiOnly: true).allSatisfy { $0 < 0x80 })
  }

  @Test func itIsRecognised() {
    let bytes = text(SampleReferences.usual)
    #expect(CSLYAMLReader.sniff(bytes[...]) > 80)
    #expect(CSLYAMLReader.sniff(Array("- id: a\n  type: book\n  title: x\n".utf8)[...]) > 50)
    #expect(CSLYAMLReader.sniff(Array("name: build\non: push\n".utf8)[...]) == 0)
  }

  @Test func pandocSeesTheSameTexts() throws {
    let samples = GeneratedReferences.all(seed: 5).filter { $0.id.hasPrefix("full") }
    let references = samples.map { sample in
      var reference = Reference(id: sample.id, type: sample.type)
      for variable in [TextVariable.title, .doi, .publisher, .genre, .containerTitle, .abstract] {
        reference[variable] = sample[variable]
      }
      reference[.author] = sample[.author]
      return reference
    }
    let files = [
      (name: "a.md", bytes: Array("---\n".utf8) + text(references) + Array("---\n".utf8))
    ]
    guard let result = Tool.run("pandoc a.md -t csljson", needs: "pandoc", files: files) else {
      return
    }
    let items = try #require(try JSONValue.parse(Array(result.output.utf8)).array)
    #expect(items.count == references.count)
    for reference in references {
      let item = try #require(items.first { $0["id"]?.string == reference.id })
      for (variable, value) in reference.texts {
        let seen = CSLJSONMarkup.read(item[variable.rawValue]?.string ?? "")
        #expect(Self.normalised(seen.plain) == Self.normalised(value.plain), "\(variable)")
        // What pandoc has no style for is no difference of the file.
        let kept: Set<TextStyle> = [.italic, .bold, .subscript, .superscript]
        let styles = value.spans.map(\.style).filter(kept.contains)
        #expect(seen.spans.map(\.style).filter(kept.contains) == styles, "\(variable) \(value)")
      }
    }
  }

  /// The text without what pandoc does to quotes and spaces.
  private static func normalised(_ text: String) -> String {
    let signs: [Unicode.Scalar: Unicode.Scalar] = [
      "“": "\"", "”": "\"", "‘": "\"", "’": "\"", "'": "\"", "\u{A0}": " ",
    ]
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { signs[$0] ?? $0 }))
    return plain.utf8.split { $0.isASCIISpace }.map { Substring($0) }.joined(separator: " ")
  }
}
