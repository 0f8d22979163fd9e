import Testing

@testable import Citations

/// The first real document against the reading of its notes that is right, in every point.
@Suite struct EssayTests {
  /// The essay as it is read, and what is right for it; nil where there is no shared folder.
  private static let essay: (read: Extraction, gold: JSONValue)? = {
    guard let text = Shared.read("essay/essay.txt"), let json = Shared.read("essay/gold.json"),
      let gold = try? JSONValue.parse(json)
    else { return nil }
    return (Extraction(of: text, name: "essay.txt"), gold)
  }()

  @Test func notesStandWhereTheyStand() throws {
    guard let (read, gold) = Self.essay else { return }
    let notes = try #require(gold["notes"]?.array)
    #expect(notes.count == 7)
    #expect(read.notes.map(\.note.label) == notes.map { $0["label"]?.string })
    #expect(read.notes.map { read.line($0.note.range) } == notes.map { $0["line"]?.integer })
    #expect(read.notes.map(\.kind.rawValue) == notes.map { $0["kind"]?.string })
  }

  @Test func markersFollowTheirWords() throws {
    guard let (read, gold) = Self.essay else { return }
    let markers = try #require(gold["body_markers"]?.array)
    let found = read.textsBeforeMarkers
    try #require(found.count == markers.count)
    for (index, marker) in markers.enumerated() {
      let after = try #require(marker["after"]?.string)
      #expect(found[index].text.hasSuffix(after))
      #expect(found[index].marker.label == marker["label"]?.string)
      #expect(read.line(found[index].marker.range) == marker["line"]?.integer)
      #expect(found[index].marker.note == index)
    }
  }

  @Test func headingIsNoNote() throws {
    guard let (read, gold) = Self.essay else { return }
    let line = try #require(gold["notes_heading_line"]?.integer)
    #expect(!read.notes.contains { read.line($0.note.range) == line })
  }

  @Test(arguments: 0..<7) func everyReferenceIsRight(_ index: Int) throws {
    guard let (read, gold) = Self.essay else { return }
    let expected = try #require(gold["notes"]?.array?[index]["references"]?.array)
    let cites = read.notes[index].cites
    try #require(cites.count == expected.count)
    for (cite, gold) in zip(cites, expected) {
      #expect(CiteOutline(cite).line == Self.outline(gold).line)
    }
  }

  @Test func sameWorkIsOneWork() throws {
    guard let (read, gold) = Self.essay else { return }
    #expect(read.works.count == gold["works"]?.integer)
    let full = read.citesInOrder.filter { $0.cite.kind == .full }
    #expect(full.count == gold["citations"]?.integer)
    #expect(Set(full.map(\.cite.work)) == Set(read.works.map(\.id)))
    #expect(Set(read.works.map(\.id)).count == read.works.count)
    let works = full.map { $0.cite.work }
    #expect(works[6] == works[5] && works[5] != nil)
    #expect(read.notes.flatMap(\.cites).count { $0.kind == .short || $0.kind == .ibid } == 0)
  }

  @Test func keysAreReadable() {
    guard let (read, _) = Self.essay else { return }
    #expect(
      read.works.map(\.id)
        == ["metzl2023", "giddens1982", "nietzsche1998", "sloterdijk2013", "bion2004", "rise2022"])
  }

  @Test func mentionIsReportedAndIsNoWork() throws {
    guard let (read, gold) = Self.essay else { return }
    let mentions = read.citesInOrder.filter { $0.cite.kind == .mention }
    #expect(mentions.count == gold["incomplete_mentions"]?.integer)
    let mention = try #require(mentions.first)
    #expect(mention.note == 0)
    #expect(mention.cite.work == nil)
    let text = read.notes[0].note.text.utf8[mention.cite.range].string
    #expect(text == "Nikole Hannah-Jones on Trump’s second victory")
    #expect(!read.works.contains { $0[.author].contains { $0.family == "Hannah-Jones" } })
    #expect(
      read.findings("C020") == [
        "28:459 error C020 \"Nikole Hannah-Jones on Trump’s second victory\" is incomplete: "
          + "no title, no date, no source; give the work that is meant"
      ])
  }

  @Test func blogPostLacksAuthorAndAddress() {
    guard let (read, _) = Self.essay else { return }
    let words = "\"“The Rise of MAGA Communism,” Infrared Substack, September 18, 2022\""
    #expect(
      read.findings("C002", "C005") == [
        "33:277 warning C002 \(words) has no author; a reference of type post-weblog needs one",
        "33:277 error C005 \(words) has no URL: the text ends in a comma where a link may have "
          + "stood; add the address",
      ])
  }

  @Test func whatFollowsTheNotesIsLeftAlone() throws {
    guard let (read, gold) = Self.essay else { return }
    let lines = try #require(gold["not_notes"]?.array).map { $0["line"]?.integer }
    #expect(read.document.trailing.map { read.line($0.range) } == lines)
    #expect(read.findings("N006").count == 3)
  }

  @Test func nothingElseIsFound() {
    guard let (read, _) = Self.essay else { return }
    let expected: Set<String> = ["C002", "C005", "C020", "N006"]
    #expect(read.diagnostics.filter { !expected.contains($0.rule.id) }.map(\.message) == [])
  }

  @Test func partsAreTheWholeText() {
    guard let (read, _) = Self.essay else { return }
    #expect(read.notes.flatMap { NoteInvariants.broken($0) } == [])
  }

  // MARK: Gold

  /// The outline that a reference of the gold file states.
  private static func outline(_ gold: JSONValue) -> CiteOutline {
    let kind = gold["kind"]?.string ?? ""
    var line = kind == "full" ? "full " + (gold["type"]?.string ?? "") : kind
    for name in ["author", "editor", "translator"] {
      guard let names = gold[name]?.array else { continue }
      let people = names.map { ($0["family"]?.string ?? "") + ", " + ($0["given"]?.string ?? "") }
      line += " | \(name)=" + people.joined(separator: "; ")
    }
    for name in [
      "title", "container-title", "collection-title", "collection-number", "publisher",
      "publisher-place", "issued",
    ] {
      if let value = gold[name]?.string { line += " | \(name)=\(value)" }
    }
    if let locator = gold["locator"]?.string {
      line += " | locator=\(gold["label"]?.string ?? "page") \(locator)"
    }
    if let signal = gold["signal"]?.string { line += " | prefix=\(signal)" }
    return CiteOutline(line)
  }
}
