/// Reads a JATS article of any tag set into a document.
///
/// Signs are paired with notes by `rid`. Notes below tables are of the series `table`, those about the article (of
/// authors, conflicts, funding) of the series `article`.
/// Source: JATS 1.4 Tag Library, `fn`, `fn-group`, `xref`, `author-notes`.
struct JATSReader {
  private let tree: MarkupTree
  private var document: Document
  private var referenced: Set<String> = []
  private var counts: [String: Int] = [:]

  /// Reads a source; never fails, what is wrong is in the document's diagnostics.
  static func read(_ source: SourceFile) -> Document {
    var reader = JATSReader(source)
    reader.read()
    return reader.document
  }

  private init(_ source: SourceFile) {
    tree = MarkupParser.parseXML(source.bytes)
    document = Document(source: source, format: "jats")
    if let finding = DeclaredEntities.check(tree, source) { document.diagnostics.append(finding) }
    document.diagnostics += MalformedMarkup.check(tree)
  }

  private mutating func read() {
    readFront()
    var noteIDs: Set<String> = []
    for index in tree.nodes.indices {
      switch tree.nodes[index].name {
      case "fn":
        if let id = tree.attribute("id", of: index) { noteIDs.insert(id) }
      case "xref":
        let targets = (tree.attribute("rid", of: index) ?? "").split(separator: " ")
        for target in targets { referenced.insert(String(target)) }
      default: break
      }
    }
    var body = JATSBodyReader(tree, noteIDs: noteIDs, referenced: referenced)
    body.read()
    document.blocks = body.blocks
    readNotes(body.notes, signs: body.signs)
  }

  private mutating func readFront() {
    if let article = tree.first("article") {
      document.language = tree.attribute("xml:lang", of: article)
    }
    guard let front = tree.first("front"), let title = tree.first("article-title", in: front) else {
      return
    }
    var reader = JATSText(tree)
    var index = title + 1
    while index < tree.nodes[title].end {
      reader.close(before: index)
      let node = tree.nodes[index]
      if node.kind == .text {
        reader.append(index)
      } else if node.name == "xref" || node.name == "fn" || tree.isSilentInJATS(index) {
        index = node.end
        continue
      } else {
        reader.start(index)
      }
      index += 1
    }
    reader.close(before: Int.max)
    let text = reader.text.trimmed
    if !text.isEmpty { document.title = text }
  }

  private mutating func readNotes(_ found: [Int], signs: [JATSBodyReader.Sign]) {
    var byID: [String: Int] = [:]
    var byNode: [Int: Int] = [:]
    var labels: [String: String] = [:]
    for sign in signs where !sign.label.isEmpty {
      if let target = sign.target, labels[target] == nil { labels[target] = sign.label }
    }
    var pending = Array(found.reversed())
    while let node = pending.popLast() {
      let read = JATSNoteReader(tree, node)
      let series = series(of: node)
      let id = tree.attribute("id", of: node)
      var label = read.label
      if label.isEmpty, let id { label = labels[id] ?? "" }
      counts[series, default: 0] += 1
      if label.isEmpty { label = String(counts[series, default: 1]) }
      var note = Note(
        label: label, series: series, text: read.text,
        range: SourceRange(tree.nodes[node].source, tree.nodes[node].sourceEnd))
      note.structured = read.cites
      if let id, byID[id] == nil { byID[id] = document.notes.count }
      byNode[node] = document.notes.count
      document.notes.append(note)
      pending += read.inner.reversed()
    }
    pair(signs, byID: byID, byNode: byNode)
  }

  private mutating func pair(
    _ signs: [JATSBodyReader.Sign], byID: [String: Int], byNode: [Int: Int]
  ) {
    var byLabel: [String: Int] = [:]
    for (index, note) in document.notes.enumerated() where note.series == "note" {
      if byLabel[note.label] == nil { byLabel[note.label] = index }
    }
    document.markers = signs.map { sign in
      var marker = Marker(label: sign.label, range: sign.range)
      if let note = sign.node.flatMap({ byNode[$0] }) ?? sign.target.flatMap({ byID[$0] }) {
        marker.note = note
        marker.pairing = .link
      } else if sign.target == "", let note = byLabel[sign.label] {
        marker.note = note
        marker.pairing = .number
      }
      return marker
    }
  }

  /// Kinds of notes that are about the article and not about its text.
  private static let articleKinds: Set<String> = [
    "com", "con", "conflict", "coi-statement", "corresp", "current-aff", "deceased", "edited-by",
    "equal",
    "financial-disclosure", "on-leave", "participating-researchers", "present-address",
    "presented-at",
    "presented-by", "previously-at", "study-group-members", "supplementary-material",
    "supported-by",
  ]

  private func series(of node: Int) -> String {
    var parent = tree.nodes[node].parent
    var isInTable = false
    var steps = 0
    // Deeper than any real document; a walk to the root from each of many nested notes would be quadratic.
    while parent >= 0, steps < 100 {
      steps += 1
      switch tree.nodes[parent].name {
      case "front", "front-stub", "author-notes": return "article"
      case "table-wrap", "table-wrap-foot": isInTable = true
      case "fn-group":
        switch tree.attribute("content-type", of: parent) {
        case "endnotes", "endnote": return "endnote"
        case "table": return "table"
        default: break
        }
      default: break
      }
      parent = tree.nodes[parent].parent
    }
    if isInTable { return "table" }
    let isReferenced = referenced.contains(tree.attribute("id", of: node) ?? "")
    let kind = tree.attribute("fn-type", of: node) ?? ""
    return Self.articleKinds.contains(kind) && !isReferenced ? "article" : "note"
  }
}
