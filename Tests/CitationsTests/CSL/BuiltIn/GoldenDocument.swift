import Testing

@testable import Citations

/// What a style that is built in makes of the items and citations of a folder, in the notation of its README.
struct GoldenDocument {
  /// The citations, each after its number, an empty line, the entries.
  let lines: [String]

  /// Formats the items of `CSL/<folder>` in a style; without a file of citations each is cited once.
  init(_ folder: String, style name: String) throws {
    let style = try Style(#require(BuiltInStyles.style(name)))
    let references = BibliographyFormat.cslJSON.read(try CSLSupport.fixture(folder + "/items.json"))
    let items = try #require(references).references
    var citations = items.map { Citation(id: $0.id, items: [CitationItem(id: $0.id)]) }
    if let file = Shared.fixture("CSL/\(folder)/citations.json") {
      let list = CitationList(
        SourceFile(name: "citations.json", bytes: file), styleClass: style.styleClass)
      #expect(list.diagnostics.isEmpty)
      citations = list.citations
    } else if style.styleClass == .note {
      for index in citations.indices { citations[index].noteNumber = index + 1 }
    }
    var processor = Processor(style: style, locales: BuiltInStyles.locales)
    processor.add(items)
    _ = processor.setCitations(citations)
    let notes = processor.texts.enumerated().map { "\($0.offset + 1). " + Self.text($0.element) }
    let entries = (processor.bibliography()?.entries ?? []).map { Self.text($0.text) }
    lines = notes + (entries.isEmpty ? [] : [""] + entries)
  }

  private static func text(_ text: FormattedText) -> String {
    var result = ""
    for piece in text.pieces {
      switch piece {
      case .text(let text): result += text
      case .open(.rightInline): if !result.hasSuffix(" ") { result += " " }
      case .open(let look), .close(let look): result += sign(look)
      }
    }
    return result
  }

  private static func sign(_ look: FormattedText.Look) -> String {
    switch look {
    case .italic, .uprightStyle: "_"
    case .bold, .normalWeight: "**"
    case .superscript: "^"
    default: ""
    }
  }
}
