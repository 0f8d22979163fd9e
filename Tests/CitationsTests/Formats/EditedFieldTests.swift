import Testing

@testable import Citations

/// What a format has no field for stands beside the fields; whoever edits a field by hand must be believed.
@Suite struct EditedFieldTests {
  private static let reference: Reference = {
    var reference = Reference(id: "mercer", type: .chapter)
    reference[.author] = [Name(family: "Beethoven", given: "Ludwig", droppingParticle: "van")]
    reference[.title] = RichText("The Mill at Hallam", spans: [.init(4..<8, .smallCaps)])
    reference[.note] = "First\n\nSecond"
    reference[.publisherPlace] = "Leeds"
    var point = DateValue.Point(1931, 4)
    point.isApproximate = true
    reference[.issued] = DateValue(point)
    reference.extras = [.init(format: "csl-json", name: "/custom/rank", value: "1")]
    return reference
  }()

  private static let formats = BibliographyFormat.all.filter { $0.canRead && $0.writesReferences }

  @Test(arguments: formats.map(\.name))
  func anEditedFieldWinsOverWhatStandsBesideIt(_ name: String) throws {
    let format = try #require(BibliographyFormat.named(name))
    var text = try #require(format.write([Self.reference])?.bytes.string)
    for (old, new) in [
      ("Beethoven", "Zweethoven"), ("Hallam", "Fallam"), ("First", "Furst"), ("1931", "1932"),
      ("Leeds", "Loods"),
    ] {
      text = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
    let read = format.read(SourceFile(name: "edited", bytes: Array(text.utf8)))
    let edited = try #require(read?.references.first)
    #expect(edited[.author].first?.family.hasSuffix("Zweethoven") == true)
    #expect(edited[.title]?.plain == "The Mill at Fallam")
    #expect(edited[.note]?.plain.hasPrefix("Furst") == true)
    #expect(edited[.issued]?.year == 1932)
    #expect(edited[.publisherPlace]?.plain == "Loods")
    #expect(edited.extras == Self.reference.extras)
  }

  @Test(arguments: ["mods", "hayagriva", "cff"])
  func onlyOneFieldIsEdited(_ name: String) throws {
    let format = try #require(BibliographyFormat.named(name))
    let text = try #require(format.write([Self.reference])?.bytes.string)
    // Only the field, not what stands beside it, which has other words around the name.
    let edited = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains("Mill at Hallam") && !line.contains("small-caps")
        ? line.split(separator: "Mill", omittingEmptySubsequences: false).joined(separator: "Loom")
        : String(line)
    }.joined(separator: "\n")
    let read = format.read(SourceFile(name: "edited", bytes: Array(edited.utf8)))
    let reference = try #require(read?.references.first)
    #expect(reference[.title] == "The Loom at Hallam")
    #expect(reference[.author] == Self.reference[.author])
    #expect(reference[.issued] == Self.reference[.issued])
  }
}
