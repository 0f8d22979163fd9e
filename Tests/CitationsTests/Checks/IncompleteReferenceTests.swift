import Testing

@testable import Citations

/// What each type of reference needs.
@Suite struct IncompleteReferenceTests {
  /// A type with all that it needs, and what is found when each of it is taken away, by the needs' order.
  struct Need: Sendable, CustomTestStringConvertible {
    var type: ItemType
    var variables: [String]
    var rules: [String]

    init(_ type: ItemType, _ needs: (variable: String, rule: String)...) {
      self.type = type
      variables = needs.map(\.variable)
      rules = needs.map(\.rule)
    }

    var testDescription: String { type.rawValue }
  }

  static let needs = [
    Need(
      .book, ("title", "C001"), ("author", "C002"), ("publisher-place", "C006"),
      ("publisher", "C012"), ("issued", "C003")),
    Need(
      .chapter, ("title", "C001"), ("author", "C002"), ("container-title", "C004"),
      ("publisher", "C012"), ("issued", "C003")),
    Need(
      .articleJournal, ("title", "C001"), ("author", "C002"), ("container-title", "C004"),
      ("volume", "C007"), ("issued", "C003"), ("page", "C008")),
    Need(.articleNewspaper, ("title", "C001"), ("container-title", "C004"), ("issued", "C003")),
    Need(
      .thesis, ("title", "C001"), ("author", "C002"), ("publisher", "C009"), ("issued", "C003")),
    Need(
      .report, ("title", "C001"), ("author", "C002"), ("publisher", "C009"), ("issued", "C003")),
    Need(.webpage, ("title", "C001"), ("URL", "C005")),
    Need(
      .postWeblog, ("title", "C001"), ("author", "C002"), ("container-title", "C004"),
      ("issued", "C003"), ("URL", "C005")),
    Need(.entryEncyclopedia, ("title", "C001"), ("container-title", "C004"), ("issued", "C003")),
  ]

  /// A reference of `type` with the variables named.
  private func reference(_ type: ItemType, _ variables: some Sequence<String>) -> Reference {
    var reference = Reference(id: "key", type: type)
    for variable in variables {
      switch AnyVariable(variable) {
      case .text(let variable): reference[variable] = "Words"
      case .number(let variable): reference[variable] = "7"
      case .date(let variable): reference[variable] = DateValue(.init(1974))
      case .name(let variable): reference[variable] = [Name(family: "Fell", given: "Margery")]
      case nil: Issue.record("no variable \(variable)")
      }
    }
    return reference
  }

  /// What is found in a document whose only note is the reference as data.
  private func findings(_ reference: Reference, note: String = "Words.") -> Extraction {
    let source = SourceFile(name: "test", bytes: Array(note.utf8))
    var document = Document(source: source, format: "text")
    var only = Note(
      label: "1", text: SourceText(note), range: SourceRange(0, note.utf8.count))
    only.structured = [StructuredCite(range: 0..<5, reference: reference)]
    document.notes = [only]
    return Extraction(reading: document, options: ExtractionOptions())
  }

  @Test(arguments: needs) func whatIsCompleteHasNoFindings(_ need: Need) {
    #expect(findings(reference(need.type, need.variables)).findings == [])
  }

  @Test(arguments: needs) func eachThingThatIsMissingIsSaid(_ need: Need) {
    for (index, rule) in need.rules.enumerated() {
      var variables = need.variables
      variables.remove(at: index)
      let read = findings(reference(need.type, variables))
      #expect(
        read.diagnostics.map(\.rule.id) == [rule],
        "a \(need.type.rawValue) without \(need.variables[index])")
      #expect(
        read.findings.allSatisfy {
          $0.hasPrefix("1:1 ") && $0.contains("\"Words\" has no ")
            && $0.hasSuffix("; a reference of type \(need.type.rawValue) needs one")
        })
    }
  }

  @Test func messagesSayWhatIsMissing() {
    #expect(
      findings(reference(.articleJournal, ["title"])).findings == [
        "1:1 warning C002 \"Words\" has no author; a reference of type article-journal needs one",
        "1:1 error C003 \"Words\" has no date; a reference of type article-journal needs one",
        "1:1 error C004 \"Words\" has no container title; "
          + "a reference of type article-journal needs one",
        "1:1 warning C007 \"Words\" has no volume or issue; "
          + "a reference of type article-journal needs one",
        "1:1 note C008 \"Words\" has no page range; a reference of type article-journal needs one",
      ])
  }

  @Test func editorsAreEnough() {
    let book = ["title", "editor", "publisher-place", "publisher", "issued"]
    #expect(findings(reference(.book, book)).findings == [])
  }

  @Test func anAddressMakesUpForPublisherVolumeAndPages() {
    let article = ["title", "author", "container-title", "issued", "DOI"]
    #expect(findings(reference(.articleJournal, article)).findings == [])
    #expect(findings(reference(.book, ["title", "author", "issued", "URL"])).findings == [])
  }

  @Test func aLinkThatGotLostIsSuspected() {
    let read = findings(reference(.webpage, ["title"]), note: "Words,")
    #expect(
      read.findings == [
        "1:1 error C005 \"Words\" has no URL: the text ends in a comma where a link may have stood; "
          + "add the address"
      ])
  }

  @Test func emptyTextIsMissing() {
    var book = reference(.book, ["author", "publisher-place", "publisher", "issued"])
    book[.title] = ""
    #expect(findings(book).diagnostics.map(\.rule.id) == ["C001"])
  }

  @Test func aWorkIsReportedOnceWhereItIsCitedFirst() {
    let read = extraction(ofNotes: [
      "Margery Fell, The Salt Roads of Lindsey (1974), 112.",
      "Margery Fell, The Salt Roads of Lindsey (1974), 9.",
    ])
    #expect(read.diagnostics.map(\.note) == ["1", "1"])
  }

  @Test func whatOneNoteLacksAnotherMayGive() {
    let read = extraction(ofNotes: [
      "Margery Fell, The Salt Roads of Lindsey (1974), 112.",
      "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 9.",
    ])
    #expect(read.findings == [])
  }

  @Test func longReferencesAreCutInTheMiddle() {
    let title = String(repeating: "Salt and Sand and ", count: 12) + "Sea"
    let read = extraction(ofNotes: ["Margery Fell, \(title) (Hull: Estuary Books), 112."])
    let message = read.diagnostics.first { $0.rule.id == "C003" }?.message ?? ""
    #expect(message.hasPrefix("\"Margery Fell, Salt and Sand and Salt and Sand and … "))
    #expect(message.contains("Estuary Books), 112\" has no date"))
  }
}
