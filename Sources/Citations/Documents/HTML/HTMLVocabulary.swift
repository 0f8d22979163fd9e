/// The words that pages use for notes, where no link says it.
///
/// Links decide first; these words only say what an element is that no link names.
enum HTMLVocabulary {
  /// Whether an element is raised: `sup`, or styled so.
  static func isSuperscript(_ tree: MarkupTree, _ node: Int) -> Bool {
    let name = tree.nodes[node].name
    if name == "sup" { return true }
    guard name == "span" || name == "a" || name == "small" || name == "font" else { return false }
    if let style = tree.attribute("style", of: node)?.utf8.map(\.asciiLowercased),
      style.firstOffset(of: Array("super".utf8), from: 0) != nil
    {
      return true
    }
    return tokens(tree, node).contains { token in
      ["sup", "superscript", "msofootnotereference", "msoendnotereference"].contains(token)
    }
  }

  /// Whether a block holds readers' comments, by its id or class.
  static func isComments(_ tree: MarkupTree, _ node: Int) -> Bool {
    let words = [
      "comments", "comment-list", "commentlist", "comments-area", "comment-section",
      "disqus_thread",
      "respond", "comment-respond",
    ]
    if let id = tree.attribute("id", of: node), words.contains(id) { return true }
    return tokens(tree, node).contains(where: words.contains)
  }

  /// Whether a text only stands between two markers: a comma, a semicolon, a dash.
  static func isSeparator(_ text: [UInt8]) -> Bool {
    text == [0x2C] || text == [0x3B] || text == [0x2D] || text == Array("–".utf8)
  }

  /// The class tokens of an element, lower case.
  static func tokens(_ tree: MarkupTree, _ node: Int) -> [String] {
    guard let value = tree.attribute("class", of: node) else { return [] }
    return value.utf8.split { $0.isASCIISpace }.map { $0.map(\.asciiLowercased).string }
  }

  /// The words of `role`, `epub:type` and `rel`, lower case.
  ///
  /// Source: DPUB-ARIA 1.1, "Roles"; EPUB 3 Structural Semantics Vocabulary 1.1, "Notes and annotations".
  static func semantics(_ tree: MarkupTree, _ node: Int) -> [String] {
    var result: [String] = []
    for attribute in tree.nodes[node].attributes
    where ["role", "epub:type", "rel", "rev", "type"].contains(attribute.name) {
      result += attribute.value.utf8.split { $0.isASCIISpace }.map {
        $0.map(\.asciiLowercased).string
      }
    }
    return result
  }

  static let noteReference: Set<String> = ["doc-noteref", "noteref", "annoref"]
  static let noteBody: Set<String> = [
    "doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote", "sidebar-note", "note",
  ]
  static let noteList: Set<String> = [
    "doc-endnotes", "doc-footnotes", "footnotes", "endnotes", "rearnotes", "doc-bibliography",
  ]
  static let backlink: Set<String> = ["doc-backlink", "backlink", "referrer"]

  /// Whether a class token is the name of a note's body: "sidenote", "fn", "modern-footnotes-footnote__note".
  static func namesNote(_ token: String) -> Bool {
    if token == "fn" || token == "fnote" { return true }
    let bytes = Array(token.utf8)
    for start in ["has", "with", "no", "is", "js"] where token.hasPrefix(start + "-") {
      return false
    }
    for end in [
      "note", "notes", "note-text", "note-content", "note-body", "notetext", "notecontent",
    ] {
      let end = Array(end.utf8)
      if bytes.count >= end.count, bytes.suffix(end.count).elementsEqual(end) { return true }
    }
    return false
  }

  /// Whether all that an element says of being a note is a word that boxes of any kind use: "note", "notes".
  static func isWeakNoteBody(_ tree: MarkupTree, _ node: Int) -> Bool {
    guard semantics(tree, node).allSatisfy({ !noteBody.contains($0) }) else { return false }
    return tokens(tree, node).allSatisfy { !namesNote($0) || $0 == "note" || $0 == "notes" }
  }

  /// Whether an element says by class or role that it is the body of one note.
  static func isNoteBody(_ tree: MarkupTree, _ node: Int) -> Bool {
    semantics(tree, node).contains(where: noteBody.contains)
      || tokens(tree, node).contains(where: namesNote)
  }

  /// Whether an element says that it is a note in the margin without a number.
  static func isMargin(_ tree: MarkupTree, _ node: Int) -> Bool {
    tokens(tree, node).contains { $0.hasPrefix("marginnote") || $0.hasPrefix("margin-note") }
  }

  /// Whether an element is about endnotes, by role, class, style or id.
  static func isEndnote(_ tree: MarkupTree, _ node: Int) -> Bool {
    let words = semantics(tree, node) + tokens(tree, node)
    if words.contains(where: {
      $0 == "endnote" || $0 == "endnotes" || $0 == "rearnote" || $0 == "rearnotes"
    }) {
      return true
    }
    for name in ["id", "name"] {
      if let id = tree.attribute(name, of: node),
        id.hasPrefix("_edn") || id.hasPrefix("edn") || id.hasPrefix("endnote")
      {
        return true
      }
    }
    return tree.attribute("style", of: node)?.utf8.elementsEqual("mso-element:endnote".utf8)
      ?? false
  }

  private static let noteHeadings: Set<String> = [
    "notes", "note", "footnotes", "endnotes", "end notes", "foot notes", "references", "sources",
    "notes and references", "notes & references", "references and notes", "notes and sources",
    "citations", "works cited", "bibliography", "notes to the text", "text notes", "footnote",
    "anmerkungen", "anmerkung", "fussnoten", "fußnoten", "endnoten", "einzelnachweise", "quellen",
    "nachweise", "belege", "anmerkungen und einzelnachweise", "literatur",
    "références", "notes et références", "notes de bas de page", "notes de fin", "sources et notes",
    "notas", "notas al pie", "notas a pie de página", "notas finales", "referencias",
    "notas y referencias",
    "notas de rodapé", "referências", "note a piè di pagina", "riferimenti", "note e riferimenti",
    "noten", "voetnoten", "eindnoten", "referenties", "bronnen", "noter", "fotnoter", "slutnoter",
    "fodnoter", "referanser", "referencer", "referenser", "viitteet", "przypisy", "poznámky",
    "jegyzetek",
    "lábjegyzetek", "bilješke", "opombe", "note de subsol", "notlar", "dipnotlar", "примечания",
    "сноски",
    "примітки", "бележки", "σημειώσεις", "注", "注释", "註釋", "註", "注記", "脚注", "參考文獻", "参考文献", "각주",
    "주",
    "הערות", "هوامش", "الهوامش",
  ]

  /// Whether a heading announces notes; a number or a colon at its ends does not matter.
  static func isNotesHeading(_ text: [UInt8]) -> Bool {
    var text = text.string.lowercased().utf8.trimmingBlanks[...]
    while let first = text.first, first.isASCIIDigit || first == 0x2E || first == 0x20 {
      text = text.dropFirst()
    }
    while let last = text.last, last == 0x3A || last == 0x2E || last == 0x20 {
      text = text.dropLast()
    }
    return noteHeadings.contains(text.string)
  }

  private static let commentHeadings: [String] = [
    "comment", "response", "replies", "reply", "leave a reply", "leave a comment", "discussion",
    "kommentar", "commentaire", "comentario", "comentário", "commenti", "reacties", "kommentit",
    "thoughts on",
  ]

  /// Whether a heading announces readers' comments: "3 Comments", "Leave a reply".
  static func isCommentsHeading(_ text: [UInt8]) -> Bool {
    guard text.count <= 60 else { return false }
    var rest = text.string.lowercased().utf8.trimmingBlanks[...]
    while let first = rest.first, first.isASCIIDigit || first == 0x20 { rest = rest.dropFirst() }
    let words = rest.string
    return commentHeadings.contains { words.hasPrefix($0) }
  }
}

extension Collection where Element == UInt8 {
  /// The bytes with every run of blanks made one space, none at either end.
  var trimmingBlanks: [UInt8] {
    let all = Array(self)
    var result: [UInt8] = []
    var index = 0
    while index < all.count {
      let blank = all.blankLength(at: index, to: all.count)
      if blank == 0 {
        result.append(all[index])
      } else if result.last != 0x20, !result.isEmpty {
        result.append(0x20)
      }
      index += Swift.max(blank, 1)
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}
