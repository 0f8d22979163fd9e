/// Reads a `ref`, or a citation that stands by itself.
struct JATSRefReader {
  /// One of the works that are cited.
  struct Entry {
    var reference: Reference
    /// The citation.
    var node: Int
    /// The id of the citation.
    var id = ""
    /// Whether no title and no source is tagged, so that the words were made a note.
    var isUntagged = false
  }

  /// The works, in order.
  private(set) var entries: [Entry] = []
  /// The citation key of the `ref`; empty for none.
  private(set) var id = ""
  /// The label of the `ref`; empty for none.
  private(set) var label = ""
  private let tree: MarkupTree
  private var notes: [Int] = []

  /// Reads the element at `root`.
  init(_ tree: MarkupTree, _ root: Int) {
    self.tree = tree
    guard tree.nodes[root].name == "ref" else {
      take(root)
      return
    }
    id = key(of: root)
    for child in tree.children(of: root) { take(child) }
    for note in notes { takeNote(note) }
  }

  private func key(of node: Int) -> String {
    let mark = tree.attribute("specific-use", of: node).flatMap { JATSKey.key(from: $0) }
    return mark ?? tree.attribute("id", of: node) ?? ""
  }

  private mutating func take(_ node: Int) {
    switch tree.nodes[node].name {
    case "mixed-citation", "element-citation", "nlm-citation", "citation": takeCitation(node)
    case "citation-alternatives": takeAlternatives(node)
    case "label": label = JATSNames.collapsed(tree.textContent(of: node))
    default:
      // Words without a citation around them are not allowed, and still there.
      if !words(of: node).isEmpty { notes.append(node) }
    }
  }

  private mutating func takeCitation(_ node: Int) {
    var citation = JATSCitationReader(tree, node)
    var entry = Entry(reference: citation.reference, node: node)
    entry.id = tree.attribute("id", of: node) ?? ""
    let isMixed = tree.nodes[node].name != "element-citation"
    if isMixed, citation.isStructured {
      settleWords(node, &citation)
    } else if isMixed {
      let words = JATSRichText.read(tree, node)
      // A citation whose only words are in its elements is empty otherwise.
      if !words.isEmpty, !isWhollyTagged(node) {
        entry.isUntagged = true
        keepWords(words, &citation)
      }
    }
    if let locator = citation.locator {
      if locator.label == .page, citation.reference[.page] == nil {
        citation.reference[.page] = PageRange.expanded(locator.value)
      } else if citation.reference[.locator] == nil {
        citation.reference[.locator] = locator.value
      }
    }
    entry.reference = citation.reference
    entries.append(entry)
  }

  private func keepWords(_ words: RichText, _ citation: inout JATSCitationReader) {
    if citation.reference[.note] == nil {
      citation.reference[.note] = words
    } else {
      citation.keepWords(words.plain)
    }
  }

  /// Whether all text of a citation that means something stands in elements that are data.
  private func isWhollyTagged(_ node: Int) -> Bool {
    let citation = JATSCitationReader(tree, node)
    return !citation.dataChildren.isEmpty
      && !tree.children(of: node).contains { child in
        !citation.dataChildren.contains(child)
          && JATSWords.hasMeaning(
            Array(tree.textContent(of: child).utf8)[...], isMiddle: true, isList: true)
      }
  }

  /// Takes words between the elements for authors that are not tagged, or keeps them.
  private func settleWords(_ node: Int, _ citation: inout JATSCitationReader) {
    guard let tagged = citation.tagged else { return }
    var before = ""
    var others: [String] = []
    for child in tree.children(of: node) where !citation.dataChildren.contains(child) {
      let name = tree.nodes[child].name
      guard tree.nodes[child].kind == .text || JATSStyle.style(of: name) != nil else { continue }
      let text = JATSNames.collapsed(tree.textContent(of: child))
      if child < tagged.lowerBound {
        before += (before.isEmpty ? "" : " ") + text
      } else if hasMeaning(text) {
        others.append(text)
      }
    }
    if hasMeaning(before) {
      if citation.reference[.author].isEmpty, let names = JATSNames.people(before) {
        citation.addAuthors(names)
      } else {
        others.insert(before, at: 0)
      }
    }
    for text in others {
      let words = Array(text.utf8)[...].drop { ",.;: ".utf8.contains($0) }
      citation.keepWords(words.string)
    }
  }

  private func hasMeaning(_ text: String) -> Bool {
    JATSWords.hasMeaning(Array(text.utf8)[...], isMiddle: true, isList: true)
  }

  /// Takes the form that says most: the one of elements only, where it has a title or a source, or else the first that has.
  private mutating func takeAlternatives(_ node: Int) {
    let forms = tree.children(of: node).filter {
      ["element-citation", "mixed-citation", "nlm-citation", "citation"].contains(
        tree.nodes[$0].name)
    }
    let structured = forms.prefix(16).filter { JATSCitationReader(tree, $0).isStructured }
    let chosen =
      structured.first { tree.nodes[$0].name == "element-citation" } ?? structured.first
      ?? forms.first
    guard let chosen else { return }
    takeCitation(chosen)
    let language = tree.attribute("xml:lang", of: chosen)
    for other in forms where tree.attribute("xml:lang", of: other) != language && other != chosen {
      let text = JATSNames.collapsed(tree.textContent(of: other))
      guard !text.isEmpty, tree.attribute("xml:lang", of: other) != nil else { continue }
      entries[entries.count - 1].reference.extras.append(
        .init(format: JATSExtra.format, name: "citation-alternatives", value: text))
    }
  }

  private func words(of node: Int) -> RichText {
    tree.nodes[node].kind == .text
      ? RichText(JATSNames.collapsed(tree.textContent(of: node))) : JATSRichText.read(tree, node)
  }

  /// Adds a note to the last work; a `ref` that holds notes alone is a document with a note.
  private mutating func takeNote(_ node: Int) {
    let words = words(of: node)
    if entries.isEmpty {
      var entry = Entry(reference: Reference(type: .document), node: node, isUntagged: true)
      entry.reference[.note] = words
      entries.append(entry)
    } else if entries[entries.count - 1].reference[.note] == nil {
      entries[entries.count - 1].reference[.note] = words
    } else {
      entries[entries.count - 1].reference.extras.append(
        .init(format: JATSExtra.format, name: "note", value: words.plain))
    }
  }
}
