import Testing

@testable import Citations

/// What holds for every text: what was read comes back from what is written of it.
@Suite struct TaggedFormatPromiseTests {
  private static let formats = ["ris", "nbib", "endnote-tagged", "endnote-xml"]

  @Test(arguments: formats)
  func changedTextsComeBack(_ name: String) throws {
    let format = try #require(BibliographyFormat.named(name))
    var random = SeededRandom(seed: 7)
    for file in TaggedFormatFixtureTests.files {
      guard try TaggedFormatFixtureTests.format(file).name == name else { continue }
      let raw = try #require(Shared.fixture("Formats/" + file))
      for _ in 0..<120 {
        var changed = raw
        for _ in 0..<6 {
          let index = Int.random(in: changed.indices, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: changed[index] = UInt8.random(in: 0...255, using: &random)
          case 1: changed.remove(at: index)
          case 2:
            changed.insert(
              [0x0A, 0x20, 0x2D, 0x7B][Int.random(in: 0..<4, using: &random)], at: index)
          default: changed.insert(contentsOf: changed[index...].prefix(20), at: index)
          }
        }
        try expectComesBack(changed, format)
      }
    }
  }

  private func expectComesBack(_ bytes: [UInt8], _ format: BibliographyFormat) throws {
    let source = SourceFile(name: "t", bytes: DecodedText(bytes).bytes)
    let found = try #require(format.read(source))
    #expect(found.ranges.allSatisfy { $0.start <= $0.end && Int($0.end) <= source.bytes.count })
    let isInside = found.diagnostics.allSatisfy { Int($0.range?.end ?? 0) <= source.bytes.count }
    #expect(isInside)
    let trip = try #require(RoundTrip(found.references, through: format))
    #expect(trip.read.references.count == found.references.count)
    // Records of changed files may lack an id, by which losses are told.
    if trip.losses.isEmpty {
      #expect(trip.differences.isEmpty, "\(trip.differences.prefix(3)) of \(bytes.text)")
    }
  }

  @Test(arguments: formats)
  func emptyReferencesComeBack(_ name: String) throws {
    let format = try #require(BibliographyFormat.named(name))
    let references = [Reference(type: .document), Reference(type: .book), Reference(type: .song)]
    let trip = try #require(RoundTrip(references, through: format))
    #expect(trip.read.references == references)
    #expect(trip.losses.isEmpty)
  }

  @Test(arguments: formats)
  func stylesWithoutMarkupAreReported(_ name: String) throws {
    let format = try #require(BibliographyFormat.named(name))
    var reference = Reference(id: "a", type: .book)
    reference[.title] = RichText("ab c", spans: [.init(0..<2, .underline), .init(3..<4, .code)])
    let losses = try #require(format.write([reference])?.losses)
    #expect(losses.map(\.field) == ["title"] && losses.map(\.kind) == [.narrowed])
    let reason = try #require(losses.first?.reason)
    #expect(reason.hasSuffix(name == "endnote-xml" ? "for code" : "for underline, code"))
  }
}
