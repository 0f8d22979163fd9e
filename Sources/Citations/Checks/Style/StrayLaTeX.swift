/// LaTeX where no program reads it.
enum StrayLaTeX {
  /// The length of the LaTeX that begins at an offset; nil where none does.
  static func length(_ bytes: [UInt8], _ offset: Int, isJSON: Bool) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: "\\"): command(bytes, offset, isJSON)
    case UInt8(ascii: "{"): protected(bytes, offset)
    case UInt8(ascii: "$"): formula(bytes, offset)
    case UInt8(ascii: "`"): quotes(bytes, offset)
    default: nil
    }
  }

  /// A backslash with a sign, an accent or a word behind it; in JSON the backslash is two.
  private static func command(_ bytes: [UInt8], _ offset: Int, _ isJSON: Bool) -> Int? {
    var next = offset + 1
    if isJSON {
      guard next < bytes.count, bytes[next] == UInt8(ascii: "\\") else { return nil }
      next += 1
    }
    guard next < bytes.count else { return nil }
    let sign = bytes[next]
    // A quotation mark of JSON has a backslash of its own.
    let isQuote =
      isJSON && sign == UInt8(ascii: "\\") && next + 1 < bytes.count
      && bytes[next + 1] == UInt8(ascii: "\"")
    let accentEnd = isQuote ? next + 2 : next + 1
    if isQuote || "'`^~=.\"".utf8.contains(sign) {
      return accentEnd < bytes.count
        && (bytes[accentEnd].isASCIILetter || bytes[accentEnd] == UInt8(ascii: "{")
          || bytes[accentEnd] == UInt8(ascii: "\\"))
        ? accentEnd - offset : nil
    }
    if "&%_$#".utf8.contains(sign) { return next + 1 - offset }
    let word = bytes[next...].prefix(while: \.isASCIILetter)
    if word.count > 1 { return word.endIndex - offset }
    // "\o" and "\c{c}", not the path "C:\a".
    guard word.count == 1, word.endIndex < bytes.count else { return nil }
    let rest = bytes[word.endIndex]
    return "cvuHkdbr".utf8.contains(sign) && rest == UInt8(ascii: "{")
      || "oOlLij".utf8.contains(sign) && (rest == UInt8(ascii: "}") || rest == 0x20)
      ? word.endIndex - offset : nil
  }

  /// Letters with a capital in braces: "{DNA}".
  private static func protected(_ bytes: [UInt8], _ offset: Int) -> Int? {
    let word = bytes[(offset + 1)...].prefix { $0.isASCIIAlphanumeric }
    guard word.contains(where: \.isASCIIUpper), word.endIndex < bytes.count,
      bytes[word.endIndex] == UInt8(ascii: "}")
    else { return nil }
    return word.endIndex + 1 - offset
  }

  /// Two dollar signs with what only a formula has between them.
  private static func formula(_ bytes: [UInt8], _ offset: Int) -> Int? {
    let inner = bytes[(offset + 1)...].prefix { $0 != UInt8(ascii: "$") }
    guard (1...60).contains(inner.count), inner.endIndex < bytes.count,
      inner.contains(where: { "^_\\{".utf8.contains($0) })
    else { return nil }
    return inner.endIndex + 1 - offset
  }

  /// The quotation marks of TeX.
  private static func quotes(_ bytes: [UInt8], _ offset: Int) -> Int? {
    guard offset + 2 < bytes.count, bytes[offset + 1] == UInt8(ascii: "`"),
      bytes[offset + 2].isASCIIAlphanumeric
    else { return nil }
    return 2
  }
}

/// Tags of HTML and JATS that CSL does not have.
///
/// Source: CSL 1.0.2, "Rich text": `i`, `b`, `sup`, `sub` and `span` are all.
enum StrayHTML {
  private static let names: Set<String> = [
    "p", "em", "strong", "br", "u", "a", "div", "font", "tt", "code", "h1", "h2", "h3", "h4", "li",
    "ul", "ol", "scp", "inf", "italic", "bold", "sc", "small", "big", "title", "section",
  ]

  /// The length of the tag that begins at an offset; nil where none does.
  static func length(_ bytes: [UInt8], _ offset: Int) -> Int? {
    var start = offset + 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
    let name = bytes[min(start, bytes.count)...].prefix { $0.isASCIIAlphanumeric || $0 == 0x3A }
    let word = name.map(\.asciiLowercased).string
    guard names.contains(word) || word.hasPrefix("jats:") || word.hasPrefix("mml:"),
      let end = bytes[name.endIndex...].prefix(120).firstIndex(of: UInt8(ascii: ">")),
      end == name.endIndex || bytes[name.endIndex].isASCIISpace || bytes[name.endIndex] == 0x2F
    else { return nil }
    return end + 1 - offset
  }
}
