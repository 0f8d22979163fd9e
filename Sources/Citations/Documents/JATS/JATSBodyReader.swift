/// Reads the body and the back of a JATS article: blocks, and the places of note markers in them.
///
/// One walk over the flat tree, without recursion.
struct JATSBodyReader {
  /// A sign that points to a note, before notes have numbers.
  struct Sign {
    var label: String
    var range: SourceRange
    /// The id that it points to; nil for a note that stands in the text itself.
    var target: String?
    /// The node of a note that stands in the text itself.
    var node: Int?
  }

  private let tree: MarkupTree
  private let noteIDs: Set<String>
  private let referenced: Set<String>
  private(set) var blocks: [Block] = []
  private(set) var signs: [Sign] = []
  /// The notes, in document order.
  private(set) var notes: [Int] = []

  private var reader: JATSText
  private var places: [Block.MarkerPlace] = []
  private var kind = Block.Kind.paragraph
  private var containers: [(end: Int, name: String, kind: Block.Kind)] = []
  private var sectionDepth = 0
  /// Whether the next block goes on in the text of a label before it.
  private var continuesLabel = false
  private var isBareSign = false

  /// A reader of `tree`, given the ids of its notes and those ids that signs point to.
  init(_ tree: MarkupTree, noteIDs: Set<String>, referenced: Set<String>) {
    self.tree = tree
    self.noteIDs = noteIDs
    self.referenced = referenced
    reader = JATSText(tree)
  }

  /// Reads all of the document.
  mutating func read() {
    var index = 0
    while index < tree.nodes.count {
      close(before: index)
      guard tree.nodes[index].kind == .element else {
        if !isBareSign { append(index) }
        index += 1
        continue
      }
      index = open(index)
    }
    close(before: Int.max)
    flush()
  }

  private mutating func append(_ node: Int) {
    let isVerbatim = containers.last.map { $0.name == "code" || $0.name == "preformat" } ?? false
    reader.append(node, isVerbatim: isVerbatim)
  }

  /// Ends the blocks, styles and sections that end before `index`.
  private mutating func close(before index: Int) {
    while let last = containers.last, last.end <= index {
      reader.close(before: min(index, last.end))
      containers.removeLast()
      if last.name == "label" {
        reader.space(at: last.end - 1)
        continuesLabel = true
      } else if last.name == "sup" {
        isBareSign = false
      } else {
        flush()
      }
      if last.name == "sec" { sectionDepth -= 1 }
    }
    reader.close(before: index)
  }

  /// Ends the current block.
  private mutating func flush() {
    continuesLabel = false
    let whole = reader.take()
    let text = kind == .code ? whole : whole.trimmed
    if !text.isEmpty || !places.isEmpty {
      for index in places.indices { places[index].offset = min(places[index].offset, text.count) }
      blocks.append(Block(kind, text, markers: places))
    }
    places = []
    kind = .paragraph
  }

  /// Takes in the start of an element; returns the node to go on with.
  private mutating func open(_ index: Int) -> Int {
    let node = tree.nodes[index]
    if tree.isSilentInJATS(index) { return node.end }
    switch node.name {
    case "front", "front-stub", "ref-list":
      flush()
      collectNotes(in: index)
      return node.end
    case "fn":
      takeNote(index)
      return node.end
    case "xref" where isSign(index):
      takeSign(index)
      return node.end
    case "sup" where holdsOnlySigns(index):
      enter(node)
      isBareSign = true
    case "label":
      if !continuesLabel { begin(index) }
      enter(node)
    case "sec":
      flush()
      enter(node)
      sectionDepth += 1
    case "body", "back", "list", "list-item", "disp-quote", "p", "title", "subtitle", "td", "th",
      "caption", "attrib",
      "def", "term", "speaker", "verse-line", "verse-group", "code", "preformat", "disp-formula",
      "ack", "app", "glossary",
      "notes", "fn-group", "fig", "table-wrap", "boxed-text", "sub-article", "response", "speech",
      "statement",
      "table-wrap-foot", "def-item", "tr":
      begin(index)
      enter(node)
    default: reader.start(index)
    }
    return index + 1
  }

  /// Begins a block at an element, going on in a label just before it.
  private mutating func begin(_ index: Int) {
    if !continuesLabel { flush() }
    continuesLabel = false
    let node = tree.nodes[index]
    let parent = node.parent >= 0 ? tree.nodes[node.parent].name : ""
    if node.name == "title" || node.name == "label", parent == "sec" {
      kind = .heading(level: sectionDepth)
    } else if node.name == "title",
      parent == "app" || parent == "ack" || parent == "notes" || parent == "glossary"
    {
      kind = .heading(level: sectionDepth + 1)
    } else if node.name == "code" || node.name == "preformat" {
      kind = .code
    } else if node.name != "title" {
      kind = containers.last?.kind ?? .paragraph
    }
  }

  /// Opens an element that ends a block or a label; its blocks are of the kind that it or what is around it gives.
  private mutating func enter(_ node: MarkupTree.Node) {
    let kind: Block.Kind =
      switch node.name {
      case "list-item": .listItem
      case "disp-quote", "verse-group": .quote
      case "p", "label", "sup", "verse-line": containers.last?.kind ?? .paragraph
      default: .paragraph
      }
    containers.append((node.end, node.name, kind))
  }

  /// Whether an `xref` is the sign of a note.
  private func isSign(_ index: Int) -> Bool {
    let kind = tree.attribute("ref-type", of: index) ?? ""
    if kind == "fn" || kind == "table-fn" { return true }
    return (tree.attribute("rid", of: index) ?? "").split(separator: " ").contains {
      noteIDs.contains(String($0))
    }
  }

  /// Whether a superscript holds signs of notes and, beside them, only brackets and commas.
  private func holdsOnlySigns(_ index: Int) -> Bool {
    let end = tree.nodes[index].end
    guard end - index <= 64 else { return false }
    var found = false
    var child = index + 1
    while child < end {
      if tree.nodes[child].kind == .text {
        let isBare = tree.text[tree.nodes[child].text].allSatisfy {
          $0.isASCIISpace || "[](),;".utf8.contains($0)
        }
        guard isBare else { return false }
        child += 1
      } else {
        guard tree.nodes[child].name == "xref", isSign(child) else { return false }
        found = true
        child = tree.nodes[child].end
      }
    }
    return found
  }

  /// Notes the place of an `xref`, once for each id that it names.
  private mutating func takeSign(_ index: Int) {
    let node = tree.nodes[index]
    let label = JATSNoteReader.cleaned(tree.textContent(of: index))
    let targets = (tree.attribute("rid", of: index) ?? "").split(separator: " ").map { String($0) }
    let labels = label.utf8.split { $0 == 0x2C || $0 == 0x20 }.map { String($0) ?? "" }
    let range = SourceRange(node.source, node.sourceEnd)
    for (number, target) in targets.enumerated() {
      let own = targets.count == 1 ? label : labels.count == targets.count ? labels[number] : ""
      add(Sign(label: own, range: range, target: target))
    }
    if targets.isEmpty { add(Sign(label: label, range: range, target: "")) }
  }

  private mutating func add(_ sign: Sign) {
    places.append(.init(offset: reader.text.count, marker: signs.count))
    signs.append(sign)
  }

  /// Takes a note in; one that stands inside a sentence is its own sign, unless another sign points to it.
  private mutating func takeNote(_ index: Int) {
    notes.append(index)
    let node = tree.nodes[index]
    let parent = node.parent >= 0 ? tree.nodes[node.parent].name : ""
    guard !["fn-group", "table-wrap-foot", "author-notes", "back", "body", "sec"].contains(parent),
      !referenced.contains(tree.attribute("id", of: index) ?? "")
    else { return }
    add(Sign(label: "", range: SourceRange(node.source, node.sourceEnd), node: index))
  }

  /// Collects the notes of a part whose text is not read.
  private mutating func collectNotes(in part: Int) {
    var index = part
    while index < tree.nodes[part].end {
      let isNote = tree.nodes[index].name == "fn"
      if isNote { notes.append(index) }
      index = isNote ? tree.nodes[index].end : index + 1
    }
  }
}
