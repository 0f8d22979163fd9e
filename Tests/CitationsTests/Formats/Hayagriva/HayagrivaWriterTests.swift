import Testing

@testable import Citations

@Suite struct HayagrivaWriterTests {
  private func text(_ references: [Reference], asciiOnly: Bool = false) -> [UInt8] {
    var options = WriterOptions()
    options.asciiOnly = asciiOnly
    return BibliographyFormat.hayagriva.write(references, options: options)?.bytes ?? []
  }

  @Test func difficultReferences() {
    golden(text(SampleReferences.difficult), "Formats/Hayagriva/difficult.yml")
  }

  @Test func usualReferences() {
    golden(text(SampleReferences.usual), "Formats/Hayagriva/usual.yml")
  }

  @Test func aKeyStandsOnce() {
    let written = BibliographyFormat.hayagriva.write([
      Reference(id: "a", type: .book), Reference(id: "a", type: .book), Reference(type: .book),
    ])
    #expect(written?.bytes.text == "a:\n  type: book\na-2:\n  type: book\nref-3:\n  type: book\n")
    #expect(written?.losses.map(\.field) == ["id"])
    #expect(text([]).text == "{}\n")
  }

  @Test func itIsRecognised() {
    #expect(HayagrivaReader.sniff(text(SampleReferences.usual)[...]) > 80)
    #expect(CSLYAMLReader.sniff(text(SampleReferences.usual)[...]) < 60)
    #expect(HayagrivaReader.sniff(Array("references:\n- id: a\n  type: book\n".utf8)[...]) == 0)
  }

  @Test func namesAreWordsWhereTheyAreReadTheSame() {
    func value(_ name: Name) -> JSONValue { HayagrivaPerson.value(name) }
    #expect(value(Name(family: "Mercer", given: "Ada")) == .string("Mercer, Ada"))
    #expect(
      value(Name(family: "Berg", given: "Jan", nonDroppingParticle: "van der"))
        == .string("van der Berg, Jan"))
    #expect(
      value(Name(literal: "Ministry of Food"))
        == .object([.init("name", .string("Ministry of Food"))]))
    #expect(
      value(Name(literal: "Fell, Roe and Co."))
        == .object([.init("name", .string("Fell, Roe and Co."))]))
  }

  @Test func typstReadsIt() {
    guard Tool.works("python3 -c 'import typst'") else {
      print("skipped: the Python package typst is not installed")
      return
    }
    let script = """
      python3 - <<'END'
      import typst
      open("a.typ", "w").write('#bibliography("a.yml", full: true, style: "apa")')
      typst.compile("a.typ", output="a.pdf")
      print("compiled")
      END
      """
    let everything = SampleReferences.everything + SampleReferences.difficult
      + ItemType.all.enumerated().map {
        EveryVariable.full($0.element, id: "e-\($0.element.rawValue)", seed: $0.offset)
      }
    let samples: [[Reference]] = [
      everything, GeneratedReferences.all(seed: 1), GeneratedReferences.all(seed: 2),
    ]
    for references in samples {
      let files = [(name: "a.yml", bytes: text(references))]
      #expect(Tool.run(script, needs: "python3", files: files)?.output == "compiled\n")
    }
  }
}
