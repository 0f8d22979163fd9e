/// Formats the citations and the bibliography of a document that is being edited.
///
/// Citations are added, changed and removed in any order; each edit answers with exactly those whose text it changed.
///
///     var processor = Processor(style: style, locales: locales)
///     processor.add(references)
///     let changes = processor.insert(citation, at: 0)
public struct Processor: Sendable {
  /// A citation that an edit touched: its text is new, or what it says of its works is.
  public struct Change: Sendable, Hashable {
    /// The id of the citation.
    public var id: String
    /// Its place in the document.
    public var index: Int
    /// Its text.
    public var text: FormattedText
    /// Whether the text is another than before the edit.
    public var isTextNew: Bool
  }

  /// A citation of the document with its text.
  private struct Placed: Sendable {
    var citation: Citation
    var text: FormattedText?
    /// What its text was made from, beside the citation itself.
    var basis: [Engine.CiteBasis]
  }

  /// Whether DOIs, addresses and the like are links; a change holds from the next text on.
  public var linksIdentifiers = false {
    didSet { engine = nil }
  }

  private let program: Program
  private var references: [String: Item] = [:]
  private var placed: [Placed] = []
  private var alwaysListed: [String] = []
  /// The items of the document, sorted and told apart; nil where they must be looked at anew.
  private var engine: Engine?

  /// A processor for a style in a language; without one, in the style's own, else in American English.
  public init(style: Style, locales: LocaleSet, language: String? = nil) {

    let language = language ?? style.defaultLocale ?? "en-US"
    program = Program(
      style, LinkedLocale(locales.merged(for: language, style: style), names: style.termNames))
  }

  /// Makes references known; one with an id that is known takes its place.
  public mutating func add(_ references: some Sequence<Reference>) {
    for reference in references { self.references[reference.id] = Item(reference) }
    engine = nil
  }

  /// References that stand in the bibliography without being cited, after those that are.
  public mutating func list(_ ids: [String]) {
    alwaysListed = ids
    engine = nil
  }

  /// The citations of the document in order.
  public var citations: [Citation] { placed.map(\.citation) }

  /// The texts of all citations in order.
  public var texts: [FormattedText] { placed.map { $0.text ?? FormattedText([]) } }

  /// Sets the citations of the document in order; answers with those that this touched.
  ///
  /// Citations are told apart by their ids. Touched are those whose text is new, those whose works have another number or
  /// stand in another position or must now be told from other works, and the one named by `edited`.
  public mutating func setCitations(_ citations: [Citation], edited: String? = nil) -> [Change] {
    var before: [String: Placed] = [:]
    for old in placed { before[old.citation.id] = old }
    let engine = makeEngine(citations)
    self.engine = engine
    let resolved = engine.resolve(citations)
    let bases = engine.bases(resolved)
    var changes: [Change] = []
    placed = []
    for (index, citation) in citations.enumerated() {
      let text = engine.text(resolved[index])
      let basis = bases[index]
      placed.append(Placed(citation: citation, text: text, basis: basis))
      let old = before[citation.id]
      if citation.id == edited || old?.text != text || old?.basis != basis {
        changes.append(
          Change(id: citation.id, index: index, text: text, isTextNew: old?.text != text))
      }
    }
    return changes
  }

  /// Puts a citation into the document before the one at `index`; one with its id goes first.
  public mutating func insert(_ citation: Citation, at index: Int) -> [Change] {
    var citations = self.citations
    var index = min(max(index, 0), citations.count)
    if let old = citations.firstIndex(where: { $0.id == citation.id }) {
      citations.remove(at: old)
      if old < index { index -= 1 }
    }
    citations.insert(citation, at: index)
    return setCitations(citations, edited: citation.id)
  }

  /// Puts a citation in the place of the one with its id; without one there is no change.
  public mutating func replace(_ citation: Citation) -> [Change] {
    var citations = self.citations
    guard let index = citations.firstIndex(where: { $0.id == citation.id }) else { return [] }
    citations[index] = citation
    return setCitations(citations, edited: citation.id)
  }

  /// Takes a citation out of the document.
  public mutating func remove(id: String) -> [Change] {
    setCitations(citations.filter { $0.id != id })
  }

  /// The text of a citation that stands by itself, outside the document.
  ///
  /// Its works are told apart from those of the document.
  public func text(of citation: Citation) -> FormattedText {
    texts(of: [citation]).first ?? FormattedText([])
  }

  /// The texts of citations that each stand by itself, outside the document.
  public func texts(of citations: [Citation]) -> [FormattedText] {
    var engine = currentEngine
    if citations.contains(where: { $0.items.contains { engine.places[$0.id] == nil } }) {
      engine = makeEngine(self.citations + citations)
    }
    return citations.map { citation in
      engine.resolve([citation]).first.map { engine.text($0) } ?? FormattedText([])
    }
  }

  /// The bibliography of the works that are cited or listed; nil where the style makes none.
  public func bibliography() -> Bibliography? {
    guard let area = program.style.bibliography else { return nil }
    return Bibliography(
      entries: currentEngine.bibliography(), hasHangingIndent: area.hasHangingIndent,
      lineSpacing: area.lineSpacing, entrySpacing: area.entrySpacing,
      alignsSecondField: area.secondFieldAlign != nil)
  }

  /// The ids of the references that the bibliography lists, in its order.
  ///
  /// For a style without a bibliography it is the order of the first citations.
  public func listedIDs() -> [String] {
    let engine = currentEngine
    return engine.bibliographyOrder.map { engine.items[$0].id }
  }

  private var currentEngine: Engine { engine ?? makeEngine(citations) }

  private func makeEngine(_ citations: [Citation]) -> Engine {
    var seen: Set<String> = []
    var items: [Item] = []
    func add(_ id: String) {
      guard seen.insert(id).inserted, let item = references[id] else { return }
      items.append(item)
    }
    for citation in citations {
      for item in citation.items { add(item.id) }
    }
    for id in alwaysListed { add(id) }
    var engine = Engine(program, items: items)
    engine.linksIdentifiers = linksIdentifiers
    return engine
  }
}

/// A bibliography: its entries and how they are set.
public struct Bibliography: Sendable, Hashable {
  /// The entries in order.
  public var entries: [BibliographyEntry]
  /// Whether the lines after the first are indented.
  public var hasHangingIndent: Bool
  /// The height of a line in lines.
  public var lineSpacing: Int
  /// The space between entries in lines.
  public var entrySpacing: Int
  /// Whether each entry begins with a field that stands before the others as a label does.
  public var alignsSecondField: Bool

  /// The bibliography in a format, an entry a line or a block.
  ///
  /// With `anchors`, entries in HTML have an `id` of "ref-" and the id of the reference.
  public func output(_ format: OutputFormat, anchors: Bool = false) -> String {
    guard format == .html else {
      let gap = format == .rtf ? "\\par\n" : format == .text ? "\n" : "\n\n"
      return entries.map { $0.text.output(format) + gap }.joined()
    }
    var result = "<div class=\"csl-bib-body\">\n"
    for entry in entries {
      let anchor = anchors ? " id=\"" + HTMLOutput.attribute("ref-" + entry.id) + "\"" : ""
      result += "  <div\(anchor) class=\"csl-entry\">" + entry.text.output(.html) + "</div>\n"
    }
    return result + "</div>"
  }
}

/// The citations and the bibliography of a document that is complete.
public struct RenderedDocument: Sendable {
  /// The texts of the citations in order.
  public var citations: [FormattedText]
  /// The bibliography; nil where the style makes none.
  public var bibliography: Bibliography?

  /// Formats a document in one go.
  public init(
    citations: [Citation], references: some Sequence<Reference>, style: Style, locales: LocaleSet,
    language: String? = nil
  ) {
    var processor = Processor(style: style, locales: locales, language: language)
    processor.add(references)
    _ = processor.setCitations(citations)
    self.citations = processor.texts
    bibliography = processor.bibliography()
  }
}
