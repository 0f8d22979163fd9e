/// The type of a citation that is read and the places of its titles, from what it says it is and what is in it.
///
/// Source: JATS 1.4 Tag Library, "Citation Details", `@publication-type`; NLM 2.3, `@citation-type`.
extension JATSContext {
  /// The context of the citation at `node`, which has `elements` in it.
  init(reading tree: MarkupTree, _ node: Int, elements: Set<String>) {
    let hasArticleTitle = elements.contains("article-title")
    let hasChapterTitle = elements.contains("chapter-title")
    let isPart = hasChapterTitle || elements.contains("part-title")
    let marked = Self.markedType(tree, node)
    let value =
      tree.attribute("publication-type", of: node) ?? tree.attribute("citation-type", of: node)
    let said = marked ?? value.flatMap { JATSType.read($0) }
    var type = said ?? .document
    // "other" says as little as nothing.
    if said == nil || (marked == nil && value == "other") {
      type = Self.guess(elements, isMixed: tree.nodes[node].name != "element-citation")
    }
    if type == .book, hasArticleTitle || isPart, marked == nil { type = .chapter }
    var shape = JATSType.of(type).shape
    if hasArticleTitle, shape == .whole { shape = .article }
    if isPart, shape == .whole, marked == nil { shape = .part }
    if elements.contains("data-title") { shape = .data }
    self.init(type: type, shape: shape, hasTitle: hasArticleTitle || hasChapterTitle)
    if let value, said == nil, !value.isEmpty { unknownType = value }
  }

  private init(type: ItemType, shape: JATSShape, hasTitle: Bool) {
    self.type = type
    self.shape = shape
    self.hasTitle = hasTitle
    hasPages = false
    publisherIsSource = false
  }

  /// The CSL type that a writer of ours names.
  private static func markedType(_ tree: MarkupTree, _ node: Int) -> ItemType? {
    let marks = (tree.attribute("specific-use", of: node) ?? "").split(separator: " ")
    let mark = marks.first { $0.utf8.starts(with: JATSType.typeMark.utf8) }
    return mark.map {
      ItemType(rawValue: String($0.utf8.dropFirst(JATSType.typeMark.utf8.count)) ?? "")
    }
  }

  private static func guess(_ elements: Set<String>, isMixed: Bool) -> ItemType {
    if elements.contains("data-title") { return .dataset }
    if elements.contains("patent") { return .patent }
    if elements.contains("article-title") {
      if elements.contains("conf-name") { return .paperConference }
      let isChapter =
        elements.contains("publisher-name") && elements.contains("source")
        && !elements.contains("volume")
      return isChapter ? .chapter : elements.contains("source") ? .articleJournal : .document
    }
    if elements.contains("chapter-title") || elements.contains("part-title") { return .chapter }
    if elements.contains("source") {
      let isJournal =
        elements.contains("volume") && elements.contains("fpage")
        && !elements.contains("publisher-name")
      return isJournal ? .articleJournal : .book
    }
    // A link among words says nothing of what the words name.
    let isLink = elements.contains("uri") || elements.contains("ext-link")
    return isLink && !isMixed ? .webpage : .document
  }

  /// Whether the institution of a work is what a publisher is of others.
  static func isIssued(byInstitution type: ItemType) -> Bool {
    type == .thesis || type == .report || type == .article || type == .standard
  }

  /// Whether an element is the title of a work or of what holds it.
  static func isTitle(_ element: String) -> Bool {
    ["article-title", "chapter-title", "part-title", "data-title", "source"].contains(element)
  }
}
