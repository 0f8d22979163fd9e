/// References and the citations of a document, formatted in a style.
public struct Rendering: Sendable {
  /// The citations and the bibliography.
  public var document: StyledDocument
  /// Cites of works that are not there.
  public private(set) var diagnostics: [Diagnostic]

  /// Formats the citations, and the works that they cite; without citations every reference is cited once, in order.
  ///
  /// Of references with the same key the first is meant by it.
  public init(
    _ references: [Reference], citations list: CitationList?, style: Style, locales: LocaleSet,
    language: String? = nil, linksIdentifiers: Bool = false
  ) {
    let references = Self.distinct(references)
    let citations = list?.citations ?? Self.citations(of: references, style.styleClass)
    diagnostics = list?.unknownWorks(among: references.map(\.id)) ?? []
    var processor = Processor(style: style, locales: locales, language: language)
    processor.linksIdentifiers = linksIdentifiers
    processor.add(references)
    _ = processor.setCitations(citations)
    document = StyledDocument(
      citations: citations, texts: processor.texts, bibliography: processor.bibliography())
    document.hasAnchors = linksIdentifiers
  }

  private static func citations(
    of references: [Reference], _ styleClass: Style.Class
  ) -> [Citation] {
    references.enumerated().map { index, reference in
      Citation(
        id: "\(index)", items: [CitationItem(id: reference.id)],
        noteNumber: styleClass == .note ? index + 1 : 0)
    }
  }

  /// The references with keys of their own, where there are none or one is there twice.
  private static func distinct(_ references: [Reference]) -> [Reference] {
    var taken = Set(references.lazy.map(\.id))
    var used: Set<String> = []
    var number = 1
    return references.map { reference in
      guard reference.id.isEmpty || !used.insert(reference.id).inserted else { return reference }
      var reference = reference
      let key = reference.id
      repeat {
        number += 1
        reference.id = "\(key)-\(number)"
      } while !taken.insert(reference.id).inserted
      return reference
    }
  }
}
