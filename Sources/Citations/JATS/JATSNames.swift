/// Reads the names of a JATS citation.
///
/// Source: JATS 1.4 Tag Library, `name`, `string-name`, `collab`.
struct JATSNames {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) { self.tree = tree }

  /// The names directly inside a `person-group` or another element that holds names.
  func names(in node: Int) -> [Name] {
    tree.children(of: node).flatMap { names(at: $0) }
  }

  /// The name that an element is, if it is one; alternatives give the first.
  func names(at node: Int) -> [Name] {
    switch tree.nodes[node].name {
    case "name": return name(node).map { [$0] } ?? []
    case "string-name": return stringName(node).map { [$0] } ?? []
    case "collab", "collab-name", "on-behalf-of": return collab(node).map { [$0] } ?? []
    case "collab-wrap", "name-alternatives", "collab-alternatives", "collab-name-alternatives":
      return firstName(in: node).map { [$0] } ?? []
    default: return []
    }
  }

  /// The first name among the children, without going deeper than that.
  private func firstName(in node: Int) -> Name? {
    for child in tree.children(of: node) {
      let name: Name? =
        switch tree.nodes[child].name {
        case "name": name(child)
        case "string-name": stringName(child)
        case "collab", "collab-name": collab(child)
        default: nil
        }
      if let name { return name }
    }
    return nil
  }

  /// The name of an organisation, without its members and what points to notes.
  private func collab(_ node: Int) -> Name? {
    var bytes: [UInt8] = []
    var index = node + 1
    while index < tree.nodes[node].end {
      let current = tree.nodes[index]
      switch current.name {
      case "contrib-group", "xref", "fn", "contrib-id", "institution-id", "object-id":
        index = current.end
        continue
      default:
        if current.kind == .text { bytes += tree.text[current.text] }
      }
      index += 1
    }
    let text = Self.collapsed(bytes.string)
    return text.isEmpty ? nil : Name(literal: text)
  }

  private func part(_ name: String, of node: Int) -> String {
    tree.first(name, in: node).map { Self.collapsed(tree.textContent(of: $0)) } ?? ""
  }

  private func name(_ node: Int) -> Name? {
    let given = part("given-names", of: node)
    let family = part("surname", of: node)
    guard !(given + family).isEmpty else { return nil }
    var name = Name(family: family, given: given, suffix: part("suffix", of: node))
    JATSParticles.split(&name, mark: tree.attribute("specific-use", of: node))
    name.hasStaticOrdering = tree.attribute("name-style", of: node) == "eastern"
    if let suffix = tree.first("suffix", in: node) {
      name.hasCommaSuffix = tree.attribute("content-type", of: suffix) == "comma"
    }
    return name
  }

  private func stringName(_ node: Int) -> Name? {
    if let name = name(node) { return name }
    let text = Self.collapsed(tree.textContent(of: node))
    guard !text.isEmpty else { return nil }
    return Self.person(text[...]) ?? Name(literal: text)
  }

  /// The names that plain words give, or nil where they are not clearly names: "Tomas Okri and Ada Mercer", "Okri T, Roe J".
  static func people(_ text: String) -> [Name]? {
    var words = collapsed(text)
    while let last = words.unicodeScalars.last,
      ",:;“‘\"'(«„".unicodeScalars.contains(last) || last == " "
    {
      words.unicodeScalars.removeLast()
    }
    guard !words.isEmpty, words.utf8.count <= 200 else { return nil }
    let pieces = split(words)
    let isInverted =
      pieces.count == 2 && !pieces[0].utf8.contains(0x20) && words.utf8.contains(UInt8(ascii: ","))
      && !words.utf8.contains(UInt8(ascii: "&"))
    if isInverted { return person("\(pieces[0]), \(pieces[1])"[...]).map { [$0] } }
    let names = pieces.map { person($0) }
    let found = names.compactMap(\.self)
    return found.count == names.count ? found : nil
  }

  /// The pieces between commas, semicolons, "&" and "and".
  private static func split(_ text: String) -> [Substring] {
    var result: [Substring] = []
    for part in text.utf8.split(whereSeparator: { [0x2C, 0x3B, 0x26].contains($0) }) {
      var words: [Substring] = []
      for word in Substring(part).split(separator: " ") {
        if ["and", "und", "et", "y"].contains(word) {
          if !words.isEmpty { result.append(words.joined(separator: " ")[...]) }
          words = []
        } else {
          words.append(word)
        }
      }
      if !words.isEmpty { result.append(words.joined(separator: " ")[...]) }
    }
    return result
  }

  /// One personal name: "Tomas Okri", "Okri, Tomas", "Okri T"; nil for words that do not look like one.
  private static func person(_ text: Substring) -> Name? {
    if let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) {
      let family = collapsed(String(text[..<comma]))
      let given = collapsed(String(text[text.utf8.index(after: comma)...]))
      guard isCapital(family[...]) || JATSParticles.isParticle(family[...]), isCapital(given[...]),
        !given.utf8.contains(UInt8(ascii: ","))
      else { return nil }
      var name = Name(family: family, given: given)
      JATSParticles.split(&name)
      return name
    }
    let words = text.split(separator: " ")
    guard (2...6).contains(words.count), let last = words.last, isCapital(last),
      isCapital(words[0]), words.allSatisfy({ isCapital($0) || isKnownParticle($0) })
    else { return nil }
    let initials = last.utf8.filter { $0 != UInt8(ascii: ".") }
    if initials.count <= 3, initials.allSatisfy(\.isASCIIUpper), words[0].utf8.count > 2,
      words[0].utf8.last != UInt8(ascii: ".")
    {
      return Name(family: words.dropLast().joined(separator: " "), given: String(last))
    }
    let particles = words.dropLast().reversed().prefix { JATSParticles.isParticle($0) }.reversed()
    return Name(
      family: String(last), given: words.dropLast(particles.count + 1).joined(separator: " "),
      nonDroppingParticle: particles.joined(separator: " "))
  }

  private static func isKnownParticle(_ word: Substring) -> Bool {
    [
      "van", "von", "der", "den", "de", "du", "da", "di", "del", "della", "des", "dos", "la", "le",
      "zu",
      "zur", "ten", "ter", "af", "av", "el", "al", "bin", "ibn", "y", "vom", "zum", "lo", "st.",
    ].contains(word)
  }

  private static func isCapital(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isUppercase
      || (first.properties.isAlphabetic && !first.properties.isLowercase)
  }

  /// The text with white space collapsed and trimmed.
  static func collapsed(_ text: String) -> String {
    var result = SourceText()
    result.appendCollapsed(Array(text.utf8), source: 0)
    return result.utf8.trimmedASCIISpace.string
  }
}
