import Testing

@testable import Citations

@Suite struct JATSRoundTripTests {
  private func roundTrip(_ references: [Reference]) throws -> RoundTrip {
    try #require(RoundTrip(references, through: .jats))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func generatedReferencesComeBackWhole(_ seed: UInt64) throws {
    let trip = try roundTrip(GeneratedReferences.all(seed: seed))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty, "\(trip.losses.prefix(5))")
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
  }

  /// With characters that XML forbids, white space that it collapses, dates that no calendar has.
  @Test func everyVariableComesBackWhole() throws {
    var references: [Reference] = []
    for (index, type) in (ItemType.all + [ItemType(rawValue: "x y"), ItemType(rawValue: "")])
      .enumerated()
    {
      references.append(EveryVariable.full(type, id: "\(type.rawValue) \(index)", seed: index))
      if index.isMultiple(of: 6) { references += EveryVariable.single(type) }
    }
    let trip = try roundTrip(GeneratedReferences.throughCSLJSON(references))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty, "\(trip.losses.prefix(5))")
  }

  @Test func samplesComeBackWhole() throws {
    let all = SampleReferences.difficult + SampleReferences.usual + SampleReferences.everything
    let trip = try roundTrip(GeneratedReferences.throughCSLJSON(all))
    #expect(trip.differences.isEmpty && trip.losses.isEmpty, "\(trip.differences.prefix(5))")
  }

  @Test(arguments: [
    "", "a", "1", "a b", "a:b", "key:x", "key-json:\"x\"", "żółć", "a\u{1}b", "\u{FFFE}", " a ",
    "a\nb", "ref", "\"quoted\"&<>",
  ])
  func idsComeBack(_ id: String) throws {
    let references = [Reference(id: id, type: .book), Reference(id: id, type: .map)]
    let trip = try roundTrip(references)
    #expect(trip.read.references.map(\.id) == [id, id])
  }

  @Test(arguments: [
    Name(family: "de la Cruz", given: "Juana"), Name(family: "Cruz", nonDroppingParticle: "de la"),
    Name(family: "Alembert", given: "Jean", nonDroppingParticle: "d’"),
    Name(family: "d’Alembert", given: "Jean"), Name(family: "bell hooks"),
    Name(family: "Gaulle", given: "Charles", nonDroppingParticle: "De"),
    Name(family: "Berg", given: "", droppingParticle: "von", nonDroppingParticle: "der"),
    Name(family: "Hôpital", given: "Guillaume", nonDroppingParticle: "de l’"),
    Name(family: " Spaced  out "), Name(family: "", suffix: "III"), Name(family: ""),
    Name(literal: "A\u{2}B"), Name(literal: "Ada Mercer"),
  ])
  func namesComeBack(_ name: Name) throws {
    var reference = Reference(id: "a", type: .book)
    reference[.author] = [name, Name(family: "Okri")]
    reference[.illustrator] = [name]
    let trip = try roundTrip([reference])
    #expect(trip.read.references == [reference])
  }

  @Test func particlesNeedNoRecord() throws {
    var reference = Reference(id: "a", type: .book)
    reference[.author] = [
      Name(family: "Hôpital", given: "Guillaume", nonDroppingParticle: "de l’"),
      Name(family: "de la Cruz", given: "Juana"),
      Name(family: "Berg", given: "Jan", droppingParticle: "von", nonDroppingParticle: "der"),
    ]
    let text = try roundTrip([reference]).bytes.text
    #expect(!text.contains(JATSRecord.contentType))
    #expect(text.contains("<name specific-use=\"csl-particles:|\">"))
  }

  @Test func fieldsOfJATSGoBackIntoTheirElements() throws {
    var reference = Reference(id: "a", type: .articleJournal)
    reference[.author] = [Name(family: "Okri")]
    reference[.containerTitle] = "J"
    let fields = [
      ("label", "Okri 1978"), ("@publication-format", "web"), ("etal", "author"),
      ("trans-title", "T"), ("pub-id arxiv", "1"), ("pub-id oclc", "2"), ("issn", "0000-0001"),
      ("date-in-citation update", "2020"), ("ext-link", "https://example.org/?a&b"),
      ("assignee", "A; B"), ("text", "words"), ("source", "Second"),
    ]
    reference.extras = fields.map { .init(format: "jats", name: $0.0, value: $0.1) }
    let trip = try roundTrip([reference])
    #expect(trip.differences.isEmpty && trip.losses.isEmpty, "\(trip.differences)")
    let squeezed = trip.bytes.text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    for part in [
      "<label>Okri 1978</label>", "publication-format=\"web\"", "<etal/></person-group>",
      "<trans-title>T</trans-title>", "<pub-id pub-id-type=\"arxiv\">1</pub-id>",
      "<pub-id pub-id-type=\"custom\" custom-type=\"oclc\">2</pub-id>",
    ] {
      #expect(squeezed.contains(part), "\(part)")
    }
    if let complaints = XMLLint.complaints(about: trip.bytes) { #expect(complaints == "") }
    #expect(JATS4R.complaints(about: trip.bytes) == [])
  }

  @Test func aLabelThatIsTheNumberComesBack() throws {
    var reference = Reference(id: "a", type: .book)
    reference[.title] = "T"
    reference.extras = [.init(format: "jats", name: "label", value: "1")]
    #expect(try roundTrip([reference]).read.references == [reference])
  }

  /// A style that CSL-JSON has no tag for, in white space that XML does not keep.
  @Test func whatCannotBeKeptIsReported() throws {
    var reference = Reference(id: "a", type: .book)
    reference[.title] = RichText("two  spaces", spans: [.init(0..<3, .underline)])
    let written = try #require(BibliographyFormat.jats.write([reference]))
    #expect(
      written.losses == [
        Loss(
          .narrowed, key: "a", field: "title", value: "two  spaces",
          reason: "neither JATS nor the CSL-JSON in it can say it exactly")
      ])
  }

  @Test func difficultReferencesAreReadable() {
    let written = BibliographyFormat.jats.write(SampleReferences.difficult)
    golden(written?.bytes ?? [], "Formats/JATS/difficult.xml")
  }

  /// What is valid in 1.4 is so in 1.3.
  @Test func outputIsValidInTheEditionBefore() {
    let bytes =
      BibliographyFormat.jats.write(GeneratedReferences.all(seed: 5, count: 2))?.bytes ?? []
    if let complaints = XMLLint.complaints(about: bytes) { #expect(complaints == "") }
    #expect(JATS4R.complaints(about: bytes) == [])
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var older =
      Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE article PUBLIC ".utf8)
      + Array("\"-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN\" ".utf8)
    older += Array("\"JATS-journalpublishing1-3.dtd\">\n".utf8)
    older += Array("<article xmlns:xlink=\"\(JATSWriter.xlink)\" dtd-version=\"1.3\">\n".utf8)
    older += Array(lines[3...].joined(separator: [0x0A]))
    if let complaints = XMLLint.complaints(about: older) { #expect(complaints == "") }
  }
}
