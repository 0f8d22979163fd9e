/// Reads COinS: citations that a page carries as OpenURL keys in the title of an empty `span`.
///
/// Source: OpenURL COinS, "A Convention to Embed Bibliographic Metadata in HTML", 1.0; ANSI/NISO Z39.88-2004, matrices
/// "book", "journal", "dissertation" and "patent".
enum COinS {
  /// The citations of a note that spans of class `Z3988` describe.
  static func cites(in nodes: Range<Int>, _ page: HTMLPage, text: SourceText) -> [StructuredCite] {
    var result: [StructuredCite] = []
    var lastCite: Int?
    for node in nodes where page.tree.nodes[node].kind == .element {
      if page.tree.nodes[node].name == "cite" { lastCite = node }
      guard page.tree.nodes[node].name == "span", page.tree.hasClass("Z3988", node),
        let title = page.tree.attribute("title", of: node), let reference = reference(title)
      else { continue }
      // The span follows the words that it describes, or holds them.
      let words =
        page.ink(in: page.subtree(node)) > 0 ? page.subtree(node) : lastCite.map(page.subtree)
      lastCite = nil
      let start = result.last?.range.upperBound ?? 0
      let range = words.flatMap { Self.range(of: $0, page, in: text) } ?? start..<text.count
      if range.lowerBound >= start, !range.isEmpty {
        result.append(StructuredCite(range: range, reference: reference))
      }
    }
    return result
  }

  /// The bytes of a note's text that stand in `nodes`.
  private static func range(of nodes: Range<Int>, _ page: HTMLPage, in text: SourceText) -> Range<
    Int
  >? {
    let start = page.tree.nodes[nodes.lowerBound].source
    let end = page.tree.nodes[nodes.lowerBound].sourceEnd
    var low: Int?
    var high = 0
    for (index, piece) in text.pieces.enumerated()
    where Int(piece.source) >= start && Int(piece.source) < end {
      if low == nil { low = Int(piece.offset) }
      high = index + 1 < text.pieces.count ? Int(text.pieces[index + 1].offset) : text.count
    }
    return low.map { $0..<max($0, high) }
  }

  /// The reference that a ContextObject describes; nil where it has no referent with a title or author.
  static func reference(_ title: String) -> Reference? {
    var pairs: [(key: String, value: String)] = []
    for pair in title.utf8.split(separator: 0x26) {
      let sides = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { continue }
      let value = HTMLAddress.percentDecoded(Array(sides[1])[...], plusIsSpace: true).trimmingBlanks
        .string
      if !value.isEmpty {
        pairs.append((HTMLAddress.percentDecoded(Array(sides[0])[...]).string, value))
      }
    }
    func value(_ keys: String...) -> String? {
      for key in keys {
        if let found = pairs.first(where: { $0.key == key })?.value { return found }
      }
      return nil
    }
    var reference = Reference(type: type(format: value("rft_val_fmt"), genre: value("rft.genre")))
    let container = value("rft.jtitle", "rft.stitle")
    if let part = value("rft.atitle") {
      reference[.title] = RichText(part)
      reference[.containerTitle] = (container ?? value("rft.btitle", "rft.title")).map {
        RichText($0)
      }
    } else {
      reference[.title] = value("rft.btitle", "rft.title").map { RichText($0) }
      reference[.containerTitle] = container.map { RichText($0) }
    }
    let texts: [(TextVariable, String?)] = [
      (.publisher, value("rft.pub", "rft.inst")), (.publisherPlace, value("rft.place")),
      (.isbn, value("rft.isbn")),
      (.issn, value("rft.issn", "rft.eissn")), (.collectionTitle, value("rft.series")),
    ]
    for (variable, text) in texts { reference[variable] = text.map { RichText($0) } }
    reference[.volume] = value("rft.volume")
    reference[.issue] = value("rft.issue")
    reference[.edition] = value("rft.edition")
    reference[.page] = value("rft.pages") ?? pages(value("rft.spage"), value("rft.epage"))
    reference[.author] = authors(pairs)
    reference[.issued] = value("rft.date").map { date($0) }
    for identifier in pairs where identifier.key == "rft_id" {
      add(identifier.value, to: &reference)
    }
    guard reference[.title] != nil || !reference[.author].isEmpty else { return nil }
    return reference
  }

  private static func type(format: String?, genre: String?) -> ItemType {
    switch genre {
    case "article"?: return .articleJournal
    case "book"?: return .book
    case "bookitem"?: return .chapter
    case "proceeding"?: return .paperConference
    case "conference"?: return .book
    case "report"?: return .report
    case "dissertation"?: return .thesis
    default: break
    }
    let format = format ?? ""
    if format.hasSuffix(":journal") { return .articleJournal }
    if format.hasSuffix(":book") { return .book }
    if format.hasSuffix(":dissertation") { return .thesis }
    return format.hasSuffix(":patent") ? .patent : .document
  }

  private static func pages(_ first: String?, _ last: String?) -> String? {
    guard let first else { return nil }
    return last.map { first + "–" + $0 } ?? first
  }

  /// The authors in order: the first in parts, every `rft.au` once.
  private static func authors(_ pairs: [(key: String, value: String)]) -> [Name] {
    func value(_ key: String) -> String? { pairs.first { $0.key == key }?.value }
    var result: [Name] = []
    if let family = value("rft.aulast") {
      let initials = [value("rft.auinit1"), value("rft.auinitm")].compactMap { $0 }.joined(
        separator: " ")
      let given = value("rft.aufirst") ?? value("rft.auinit") ?? initials
      result.append(Name(family: family, given: given, suffix: value("rft.ausuffix") ?? ""))
    }
    for pair in pairs
    where pair.key == "rft.au" || pair.key == "rft.aucorp" || pair.key == "rft.inv" {
      var name = Name(literal: pair.value)
      let parts = pair.value.utf8.split(separator: 0x2C, maxSplits: 1).map {
        $0.trimmingBlanks.string
      }
      if pair.key != "rft.aucorp", parts.count == 2 {
        name = Name(family: parts[0], given: parts[1])
      }
      let isKnown = result.contains {
        $0.family == name.family && $0.given == name.given && $0.literal == name.literal
      }
      let isFirst = result.count == 1 && name.display == result[0].display
      if !isKnown, !isFirst { result.append(name) }
    }
    return result
  }

  /// A date as COinS has it: "1931", "1931-04", "1931-04-02"; anything else stays words.
  private static func date(_ text: String) -> DateValue {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let numbers = parts.map { $0.allSatisfy(\.isASCIIDigit) ? Int($0.string) : nil }
    guard let year = numbers.first ?? nil, parts[0].count == 4, numbers.count <= 3,
      numbers.dropFirst().allSatisfy({ $0 != nil })
    else { return DateValue(literal: text) }
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    guard month.map({ 1...12 ~= $0 }) ?? true, day.map({ 1...31 ~= $0 }) ?? true else {
      return DateValue(literal: text)
    }
    return DateValue(.init(year, month, day))
  }

  private static func add(_ identifier: String, to reference: inout Reference) {
    for (prefix, variable) in [
      ("info:doi/", TextVariable.doi), ("info:pmid/", .pmid), ("info:pmc/", .pmcid),
      ("http://", .url), ("https://", .url),
    ] where identifier.hasPrefix(prefix) && reference[variable] == nil {
      let value = variable == .url ? identifier : String(identifier.dropFirst(prefix.utf8.count))
      reference[variable] = RichText(value)
    }
  }
}
