/// What a style says of itself, for lists: read from the head of its file, without its macros and layouts.
public struct StyleSummary: Sendable, Hashable {
  /// How many bytes from the beginning of a file are enough for nearly every style.
  public static let headLength = 1 << 14

  /// The name by which it is found.
  public var name: String
  /// The title; empty where it has none.
  public var title = ""
  /// The identifier, as a rule an address.
  public var id = ""
  /// Where its citations stand; nil where it does not say.
  public var styleClass: Style.Class?
  /// Its own language, where it has one.
  public var language: String?
  /// The identifier of the style that this one only renames.
  public var parent: String?

  /// The summary of the style that begins with `bytes`; nil where that is no style.
  public init?(name: String, head bytes: [UInt8]) {
    let end = Array("info>".utf8)
    var head = bytes
    // The rest of the file is as if it were not there: the first element that is open is closed by the end.
    if let opening = bytes.firstOffset(of: end, from: 0),
      let closing = bytes.firstOffset(of: end, from: opening + end.count)
    {
      head = Array(bytes[..<(closing + end.count)])
    }
    let tree = MarkupParser.parseXML(head)
    guard let root = tree.first("style") else { return nil }
    self.name = name
    styleClass = tree.attribute("class", of: root).flatMap(Style.Class.init(rawValue:))
    language = tree.attribute("default-locale", of: root)
    guard let info = tree.children(of: root).first(where: { tree.nodes[$0].name == "info" }) else {
      return
    }
    for node in tree.children(of: info) { read(node, of: tree) }
  }

  private mutating func read(_ node: Int, of tree: MarkupTree) {
    var text: String {
      Array(tree.textContent(of: node).utf8).trimmedASCIISpace.string
    }
    switch tree.nodes[node].name {
    case "title": title = text
    case "id": id = text
    case "link" where tree.attribute("rel", of: node) == "independent-parent":
      parent = tree.attribute("href", of: node)
    case "category":
      // A style that only renames another has no class of its own.
      guard styleClass == nil, let format = tree.attribute("citation-format", of: node) else {
        return
      }
      styleClass = format == "note" ? .note : .inText
    default: break
    }
  }

  /// Whether every one of `words` stands in the name, the title or the parent, whatever its letters.
  public func matches(_ words: [String]) -> Bool {
    let text = "\(name) \(title) \(parent ?? "")".lowercased()
    return words.allSatisfy { Self.contains($0.lowercased(), in: text) }
  }

  private static func contains(_ word: String, in text: String) -> Bool {
    word.isEmpty || Array(text.utf8).firstOffset(of: Array(word.utf8), from: 0) != nil
  }
}
