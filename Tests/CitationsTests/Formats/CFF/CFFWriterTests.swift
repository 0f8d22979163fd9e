import Testing

@testable import Citations

@Suite struct CFFWriterTests {
  private func text(_ references: [Reference], asciiOnly: Bool = false) -> [UInt8] {
    var options = WriterOptions()
    options.asciiOnly = asciiOnly
    return BibliographyFormat.cff.write(references, options: options)?.bytes ?? []
  }

  @Test func difficultReferences() {
    golden(text(SampleReferences.difficult), "Formats/CFF/difficult.cff")
  }

  @Test func usualReferences() {
    golden(text(SampleReferences.usual), "Formats/CFF/usual.cff")
  }

  @Test func aListWithoutAWorkHasARootThatIsPassedOver() {
    #expect(
      text([]).text == """
        cff-version: "1.2.0"
        message: The references of this file are what is to be cited.
        title: References
        authors:
        - name: anonymous

        """)
    #expect(CFFReader.read(SourceFile(name: "t", bytes: text([]))).references.isEmpty)
  }

  @Test func theSameReferenceStandsOnce() {
    let reference = Reference(id: "a", type: .book)
    let written = BibliographyFormat.cff.write([reference, reference])
    #expect(written?.losses.map(\.kind) == [.dropped])
  }

  @Test func whatTheRootCannotSayIsLost() {
    var work = Reference(id: "a", type: .software)
    work[.title] = "Weir"
    work[.publisher] = "Fell Press"
    work[.note] = "x"
    work.extras = [.init(format: "cff", name: "message", value: "Please cite.")]
    let written = BibliographyFormat.cff.write([work])
    #expect(written?.losses.map(\.field).sorted() == ["note", "publisher"])
    #expect(written?.losses.allSatisfy { $0.kind == .dropped && $0.key == "a" } == true)
  }

  @Test func theSchemaIsKept() {
    guard Tool.works("python3 -c 'import cffconvert'") else {
      print("skipped: the Python package cffconvert is not installed")
      return
    }
    let script = """
      python3 - <<'END'
      from cffconvert import Citation
      Citation(open("a.cff", encoding="utf-8").read()).validate()
      print("valid")
      END
      """
    let everything =
      SampleReferences.everything + SampleReferences.difficult
      + ItemType.all.enumerated().map {
        EveryVariable.full($0.element, id: "e-\($0.element.rawValue)", seed: $0.offset)
      }
    let rewritten = CFFReader.read(
      SourceFile(name: "t", bytes: Shared.fixture("Formats/CFF/CITATION.cff") ?? [])
    ).references
    for references in [[], everything, GeneratedReferences.all(seed: 4, count: 2), rewritten] {
      let files = [(name: "a.cff", bytes: text(references))]
      let output = Tool.run(script, needs: "python3", files: files)?.output
      #expect(output == "valid\n", "\(output?.suffix(400) ?? "")")
    }
  }
}
