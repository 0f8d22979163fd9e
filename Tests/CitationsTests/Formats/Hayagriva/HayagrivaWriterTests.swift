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
}
