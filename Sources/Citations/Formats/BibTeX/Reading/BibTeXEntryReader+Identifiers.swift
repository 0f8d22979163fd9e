extension BibTeXEntryReader {
  /// A field that is read as it stands, apart from backslashes that LaTeX needs and biber does not.
  mutating func verbatim(_ field: Field) -> String {
    // Some databases put every value into two pairs of braces.
    let value = bytes[trimmed(unbraced(trimmed(range(field))))]
    guard value.contains(UInt8(ascii: "\\")), !manner.isOwn else { return value.string }
    let text = LaTeXDecoder.bareAddress(value)
    if text.count != value.count {
      report(.escapedVerbatim, "LaTeX for signs that stand for themselves", field)
    }
    return text.string
  }

  /// A DOI without the address of a resolver, a label or a full stop.
  mutating func takeDOI(_ field: Field) {
    let text = verbatim(field)
    guard !manner.isOwn else {
      reference[.doi] = RichText(text)
      return
    }
    var bytes = Array(text.utf8)[...]
    if let rest = Self.afterResolver(bytes) {
      report(.doiAddress, "\"\(text)\" is an address, expected the DOI alone", field)
      bytes = rest
    } else if bytes.count > 4, bytes.prefix(4).map(\.asciiLowercased).elementsEqual("doi:".utf8) {
      report(.doiLabel, "\"\(text)\" begins with a label, expected the DOI alone", field)
      bytes = bytes.dropFirst(4).trimmedASCIISpace
    }
    if bytes.last == UInt8(ascii: ".") {
      report(.doiFullStop, "\"\(text)\" ends in a full stop", field)
      bytes = bytes.dropLast()
    }
    reference[.doi] = RichText(bytes.string)
  }

  /// What follows the address of a DOI resolver; nil where the text is no such address.
  static func afterResolver(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for scheme in ["https://", "http://", ""] {
      for host in ["doi.org/", "dx.doi.org/", "www.doi.org/"] where text.starts(with: scheme + host)
      {
        let rest = text.dropFirst(scheme.utf8.count + host.utf8.count)
        return rest.starts(with: "10." as StaticString) ? rest : nil
      }
    }
    return nil
  }

  /// An address; one of a DOI resolver gives the DOI where the entry has none.
  mutating func takeURL(_ address: String, _ field: Field) {
    let address = manner.isOwn ? address : Self.unwrapped(address)
    reference[.url] = RichText(address)
    guard !manner.isOwn, let doi = Self.afterResolver(Array(address.utf8)[...]),
      reference[.doi] == nil, !claims.contains(where: { $0.variable == .text(.doi) })
    else { return }
    reference[.doi] = RichText(doi.string)
  }

  /// An address that was broken at the ends of lines, as LaTeX prints it; other text as it is.
  static func unwrapped(_ text: String) -> String {
    guard text.utf8.contains(0x0A) || text.utf8.contains(0x0D) else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(where: \.isASCIISpace) {
      result += rest[..<start]
      let space = rest[start...].prefix { $0.isASCIISpace }
      rest = rest[space.endIndex...]
      let isBreak = space.contains(0x0A) || space.contains(0x0D)
      // Several addresses stand in one field, too.
      let isNext =
        result.last == UInt8(ascii: ";") || result.last == UInt8(ascii: ",")
        || rest.drop(while: \.isASCIILetter).starts(with: "://" as StaticString)
      if !isBreak || isNext { result += space }
    }
    return (result + rest).string
  }

  // MARK: Eprints

  /// Archives whose numbers stand in `eprint`: the name in `eprinttype` and the name for people.
  static let archives = [
    ("arxiv", "arXiv"), ("jstor", "JSTOR"), ("hdl", "Handle"), ("googlebooks", "Google Books"),
    ("hal", "HAL"), ("ssrn", "SSRN"), ("biorxiv", "bioRxiv"), ("medrxiv", "medRxiv"),
    ("eric", "ERIC"), ("iacr", "IACR"), ("zenodo", "Zenodo"), ("psyarxiv", "PsyArXiv"),
  ]

  /// `eprint` with its type: PubMed's numbers have variables, others are the place in an archive.
  mutating func readEprint() {
    guard let field = pop(.eprint) else {
      for kind in [Special.eprinttype, .eprintclass] { if let rest = pop(kind) { keep(rest) } }
      readArXivJournal()
      return
    }
    var number = verbatim(field)
    let typeField = pop(.eprinttype)
    var type = typeField.map { plain($0) } ?? ""
    if !manner.isOwn, number.utf8.prefix(6).map(\.asciiLowercased).elementsEqual("arxiv:".utf8),
      type.isEmpty || type.lowercased() == "arxiv"
    {
      number = String(number.dropFirst(6))
      type = "arxiv"
    } else if type.isEmpty, Self.isArXiv(Array(number.utf8)[...]) {
      type = "arxiv"
    }
    if let rest = pop(.eprintclass) { keep(rest) }
    switch type.lowercased() {
    case "pubmed", "pmid": reference[.pmid] = RichText(number)
    case "pmc", "pmcid": reference[.pmcid] = RichText(number)
    case let name:
      guard let archive = Self.archives.first(where: { $0.0 == name }) else {
        keep(field)
        if let typeField { keep(typeField) }
        return
      }
      reference[.archive] = RichText(archive.1)
      reference[.archiveLocation] = RichText(number)
    }
  }

  /// "2101.00001" with or without a version.
  private static func isArXiv(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[0].allSatisfy(\.isASCIIDigit) else {
      return false
    }
    let number = parts[1].prefix(while: \.isASCIIDigit)
    let version = parts[1].dropFirst(number.count)
    return (4...5).contains(number.count)
      && (version.isEmpty || version.first == UInt8(ascii: "v") && version.count > 1)
  }

  /// "arXiv preprint arXiv:2101.00001" in place of a journal.
  private mutating func readArXivJournal() {
    guard !manner.isOwn,
      let claim = claims.first(where: { $0.variable == .text(.containerTitle) })
    else { return }
    let value = resolver.value(of: claim.field)
    guard let first = value.first, first | 0x20 == UInt8(ascii: "a"), value.count < 60 else {
      return
    }
    let words = value.split(separator: 0x20)
    guard words.count > 1, let last = words.last,
      last.prefix(6).map(\.asciiLowercased).elementsEqual("arxiv:".utf8)
    else { return }
    report(
      .arXivInJournal, "\"\(value.string)\" is no journal, expected the number in eprint",
      claim.field)
    reference[.archive] = "arXiv"
    reference[.archiveLocation] = RichText(last.dropFirst(6).string)
  }
}
