/// An identifier of a work in its usual form, so that two ways of writing it are equal.
public struct WorkIdentifier: Sendable, Hashable, CustomStringConvertible {
  /// Whose identifier it is.
  public enum Kind: String, Sendable, Hashable {
    case doi
    case arXiv = "arxiv"
    case pmid
    case pmcid
    case isbn

    /// The name for people.
    public var label: String {
      switch self {
      case .arXiv: "arXiv number"
      default: rawValue.uppercased()
      }
    }
  }

  /// Whose identifier it is.
  public let kind: Kind
  /// The identifier in lower case: a DOI without its resolver, an ISBN as thirteen digits.
  public let value: String

  /// The identifier `value`, which is in its usual form.
  init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }

  /// Kind and value, "doi:10.5555/12345678".
  public var description: String { kind.rawValue + ":" + value }

  /// The DOI in a text, with or without a resolver or a label before it; nil where there is none.
  public static func doi(_ text: String) -> WorkIdentifier? {
    let bare = MalformedDOI.bare(Array(text.utf8)[...]).map(\.asciiLowercased)
    guard bare.starts(with: "10." as StaticString), bare.contains(UInt8(ascii: "/")) else {
      return nil
    }
    return WorkIdentifier(.doi, bare.string)
  }

  /// The identifiers of a reference, the surest first.
  public static func all(of reference: Reference) -> [WorkIdentifier] {
    var result: [WorkIdentifier] = []
    if let doi = reference[.doi].flatMap({ doi($0.plain) }) {
      result.append(doi)
    } else if let doi = reference[.url].flatMap({ $0.plain.contains("doi") ? doi($0.plain) : nil })
    {
      result.append(doi)
    }
    if let number = arXiv(of: reference) { result.append(.init(.arXiv, number)) }
    if let number = digits(reference[.pmid]?.plain) { result.append(.init(.pmid, number)) }
    if let number = digits(reference[.pmcid]?.plain) { result.append(.init(.pmcid, number)) }
    result += isbns(reference[.isbn]?.plain ?? "").map { .init(.isbn, $0) }
    return result
  }

  /// The number of PubMed or PubMed Central, without "PMID", "PMC" and zeros before it.
  private static func digits(_ text: String?) -> String? {
    let digits = (text ?? "").utf8.filter(\.isASCIIDigit).drop { $0 == UInt8(ascii: "0") }
    return (1...9).contains(digits.count) ? digits.string : nil
  }

  /// The arXiv number of a reference without its version: given as such, in a DOI or in an address.
  ///
  /// Source: arXiv, "Understanding the arXiv identifier"; arXiv, "DOIs for arXiv": 10.48550/arXiv.NUMBER.
  private static func arXiv(of reference: Reference) -> String? {
    if reference[.archive]?.plain.lowercased() == "arxiv",
      let place = reference[.archiveLocation]?.plain, !place.isEmpty
    {
      return arXiv(place)
    }
    if let doi = reference[.doi].flatMap({ doi($0.plain) }),
      let number = rest(of: doi.value, after: "10.48550/arxiv.")
    {
      return arXiv(number)
    }
    let address = reference[.url]?.plain.lowercased() ?? ""
    for marker in ["arxiv.org/abs/", "arxiv.org/pdf/"] {
      if let number = rest(of: address, after: marker) { return arXiv(number) }
    }
    return nil
  }

  private static func rest(of text: String, after marker: String) -> String? {
    let bytes = Array(text.utf8)
    guard let place = bytes.firstOffset(of: Array(marker.utf8), from: 0) else { return nil }
    return bytes[(place + marker.utf8.count)...].string
  }

  private static func arXiv(_ text: String) -> String? {
    var bytes = Array(text.utf8).map(\.asciiLowercased)[...]
    if bytes.starts(with: "arxiv:" as StaticString) { bytes = bytes.dropFirst(6) }
    bytes = bytes.prefix { !$0.isASCIISpace && $0 != UInt8(ascii: "[") }
    if bytes.suffix(4).elementsEqual(".pdf".utf8) { bytes = bytes.dropLast(4) }
    if let mark = bytes.lastIndex(of: UInt8(ascii: "v")), mark > bytes.startIndex,
      bytes[mark - 1].isASCIIDigit, !bytes[(mark + 1)...].isEmpty,
      bytes[(mark + 1)...].allSatisfy(\.isASCIIDigit)
    {
      bytes = bytes[..<mark]
    }
    return bytes.count >= 9 ? bytes.string : nil
  }

  /// The ISBNs in a text, each as thirteen digits; those with a wrong check digit are left out.
  private static func isbns(_ text: String) -> [String] {
    var result: [String] = []
    for piece in Array(text.utf8).split(whereSeparator: { ",;/()[] ".utf8.contains($0) }) {
      guard StandardNumber.isISBN(piece.string) else { continue }
      let digits = PlacedDigits(piece).values
      let body = digits.count == 10 ? [9, 7, 8] + digits.dropLast() : Array(digits.dropLast())
      let all = body + [CheckDigit.ofThirteen(body[...])]
      let number = all.map(String.init).joined()
      if !result.contains(number) { result.append(number) }
    }
    return result
  }
}

extension Reference {
  /// The reference without what identifies it, so that only its description counts.
  var withoutIdentifiers: Reference {
    var result = self
    for variable in [TextVariable.doi, .url, .pmid, .pmcid, .isbn, .archiveLocation] {
      result[variable] = nil
    }
    return result
  }
}
