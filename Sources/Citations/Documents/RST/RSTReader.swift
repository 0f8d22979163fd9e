/// Reads a reStructuredText document.
///
/// Source: reStructuredText Markup Specification, "Footnotes", "Citations"; numbers are given as docutils gives them:
/// first all labels that are numbers, then numbers to the definitions `[#]` and `[#label]` in their order, then the
/// references `[#]_` to the unlabelled ones in theirs; `[*]_` likewise with symbols.
struct RSTReader {
  private var assembly: DocumentAssembly
  private let parsed: RSTBlocks
  private var labels = RSTLabels()

  init(_ source: SourceFile) {
    assembly = DocumentAssembly(source, format: "rst")
    parsed = RSTBlocks(source.bytes)
  }

  mutating func read() -> Document {
    for block in parsed.blocks {
      if case .definition(let label) = block.kind { labels.define(label) }
    }
    labels.number()
    assembly.setLanguage(parsed.language ?? "")
    var blocks = parsed.blocks.withoutNoteHeadings
    // docutils makes a lone section title at the beginning the title of the document.
    if let first = blocks.first, first.kind == .body(.heading(level: 1)),
      !blocks.dropFirst().contains(where: { $0.kind == .body(.heading(level: 1)) })
    {
      let canvas = inline(first.raw)
      let rendered = canvas.render(0..<canvas.raw.count)
      if rendered.markers.isEmpty {
        assembly.setTitle(rendered.text)
      } else {
        assembly.addBlock(.heading(level: 1), canvas)
      }
      blocks.removeFirst()
    }
    var place = 0
    for block in blocks {
      switch block.kind {
      case .body(.code): assembly.addBlock(Block(.code, block.raw.trimmed))
      case .body(let kind): assembly.addBlock(kind, inline(block.raw))
      case .definition, .citation:
        addNote(block, labels.definitions[place])
        place += 1
      }
    }
    return assembly.finish()
  }

  private mutating func inline(_ raw: SourceText) -> InlineCanvas {
    RSTInline.read(
      raw, links: parsed.links, substitutions: parsed.substitutions, labels: &labels,
      into: &assembly)
  }

  private mutating func addNote(_ block: RawBlock, _ definition: RSTLabels.Definition) {
    let note = assembly.addNote(
      Note(
        label: definition.shown, series: definition.series, text: SourceText(),
        range: block.sourceRange),
      key: definition.key)
    let canvas = inline(block.raw)
    assembly.setContent(canvas.render(0..<canvas.raw.count), ofNote: note)
  }
}

/// The labels of footnotes and citations and the numbers that docutils gives them.
struct RSTLabels {
  /// A footnote or citation that the document defines.
  struct Definition {
    /// The label as written: `1`, `#`, `#okri`, `*`, `Mercer1931`.
    var written: String
    /// The label as shown.
    var shown = ""
    var series = "note"
    /// What markers name it by.
    var key = ""
  }

  private(set) var definitions: [Definition] = []
  private var shownByName: [String: String] = [:]
  private var unlabelled: [String] = []
  private var symbols: [String] = []
  private var nextUnlabelled = 0
  private var nextSymbol = 0

  mutating func define(_ label: String) {
    definitions.append(Definition(written: label))
  }

  /// Gives all definitions the labels that are shown.
  mutating func number() {
    var used = Set(definitions.map(\.written))
    var number = 1
    for index in definitions.indices {
      let written = definitions[index].written
      if written == "*" {
        definitions[index].shown = Self.symbol(symbols.count)
        definitions[index].series = "symbol"
        definitions[index].key = "*\(symbols.count)"
        symbols.append(definitions[index].key)
        continue
      }
      guard written.utf8.first == UInt8(ascii: "#") else {
        let isNumber = written.utf8.allSatisfy(\.isASCIIDigit)
        definitions[index].shown = written
        definitions[index].series = isNumber ? "note" : "citation"
        definitions[index].key = isNumber ? written : written.lowercased()
        continue
      }
      while used.contains(String(number)) { number += 1 }
      let shown = String(number)
      used.insert(shown)
      definitions[index].shown = shown
      definitions[index].key = shown
      if written.utf8.count == 1 {
        unlabelled.append(shown)
      } else {
        let name = written.lowercased()
        if shownByName[name] == nil { shownByName[name] = shown }
      }
    }
  }

  /// The key of the definition that the reference with the label `written` means, and its label where it shows one.
  mutating func resolve(_ written: String) -> (key: String, label: String) {
    switch written {
    case "*":
      defer { nextSymbol += 1 }
      return nextSymbol < symbols.count ? (symbols[nextSymbol], "") : ("*?", "*")
    case "#":
      defer { nextUnlabelled += 1 }
      return nextUnlabelled < unlabelled.count ? (unlabelled[nextUnlabelled], "") : ("#?", "#")
    default:
      guard written.utf8.first == UInt8(ascii: "#") else { return (written.lowercased(), written) }
      guard let shown = shownByName[written.lowercased()] else { return (written, written) }
      return (shown, "")
    }
  }

  /// The symbols in the order of docutils, doubled when they are used up.
  private static func symbol(_ index: Int) -> String {
    let symbols = ["*", "†", "‡", "§", "¶", "#", "♠", "♥", "♦", "♣"]
    let repeats = min(index / symbols.count, 50) + 1
    return String(repeating: symbols[index % symbols.count], count: repeats)
  }
}
