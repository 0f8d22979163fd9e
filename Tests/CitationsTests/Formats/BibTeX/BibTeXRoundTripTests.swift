import Testing

@testable import Citations

@Suite struct BibTeXRoundTripTests {
  @Test(arguments: [BibliographyFormat.bibtex, .biblatex])
  func everyGeneratedReferenceComesBack(format: BibliographyFormat) throws {
    for seed in [1, 2] as [UInt64] {
      let trip = try #require(
        RoundTrip(GeneratedReferences.all(seed: seed, count: 4), through: format))
      for difference in trip.differences.prefix(20) {
        Issue.record("\(format.name) \(difference)")
      }
      #expect(trip.losses.isEmpty, "\(trip.losses.prefix(5))")
      #expect(trip.read.diagnostics.allSatisfy { $0.severity < .error })
    }
  }

  @Test(arguments: [BibliographyFormat.bibtex, .biblatex], [false, true])
  func everyVariableComesBack(format: BibliographyFormat, asciiOnly: Bool) throws {
    var options = WriterOptions()
    options.asciiOnly = asciiOnly
    let references = ItemType.all.enumerated().flatMap { index, type in
      [EveryVariable.full(type, id: type.rawValue, seed: index)] + EveryVariable.single(type)
    }
    let written = try #require(format.write(references, options: options))
    let read = try #require(format.read(SourceFile(name: "test", bytes: written.bytes)))
    #expect(read.references.count == references.count)
    let lost = Set(written.losses.map { $0.key + "\u{0}" + $0.field })
    var shown = 0
    for (before, after) in zip(references, read.references) {
      for name in BibTeXComparison.differences(before, after)
      where !lost.contains(before.id + "\u{0}" + name) && shown < 10 {
        shown += 1
        Issue.record("\(format.name) \(before.id): \(name) differs")
      }
    }
    #expect(written.losses.isEmpty, "\(written.losses.prefix(8))")
  }
}
