/// Identifiers in fields that several kinds of them share.
enum EndNoteNumbers {
  /// What a number is.
  enum Kind {
    case isbn
    case issn
    case other
  }

  /// The numbers of a field, each with what it looks like: "0028-0836 (Print) 1476-4687", "978-3-16-148410-0; 3161484100".
  static func read(_ text: String) -> [(kind: Kind, text: String)] {
    let whole = Array(text.utf8).trimmedASCIISpace
    if let kind = kind(of: whole) { return [(kind, whole.string)] }
    let tokens = whole.split { byte in
      !byte.isASCIIDigit && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "X")
        && byte != UInt8(ascii: "x")
    }
    let numbers = tokens.compactMap { token in kind(of: token).map { ($0, token.string) } }
    return numbers.isEmpty ? [(.other, whole.string)] : numbers
  }

  /// What a number looks like by its length; nil where it is neither.
  private static func kind(of text: ArraySlice<UInt8>) -> Kind? {
    var digits = 0
    for (index, byte) in text.enumerated() {
      if byte.isASCIIDigit {
        digits += 1
      } else if byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x"), index == text.count - 1 {
        digits += 1
      } else if byte != UInt8(ascii: "-") && byte != 0x20 {
        return nil
      }
    }
    switch digits {
    case 8: return text.contains(0x20) ? nil : .issn
    case 10, 13: return .isbn
    default: return nil
    }
  }

  /// The DOI in a text that is nothing else: with or without "doi:" or the address of a resolver before it; else nil.
  static func doi(_ text: String) -> String? {
    var rest = Array(text.utf8).trimmedASCIISpace
    let lower = rest.map(\.asciiLowercased)
    for prefix in [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
    ]
    where lower.starts(with: prefix) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    while rest.count > 4, rest.prefix(4).map(\.asciiLowercased).starts(with: "doi:") {
      rest = rest.dropFirst(4).trimmedASCIISpace
    }
    guard rest.starts(with: "10."), rest.contains(UInt8(ascii: "/")),
      !rest.contains(where: \.isASCIISpace)
    else { return nil }
    return rest.string
  }

  /// Whether a text is a PubMed identifier: up to eight digits.
  static func isPMID(_ text: String) -> Bool {
    (1...8).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit)
  }
}
