/// Fixes for what the reader of BibTeX reports, which knows places and no fixes.
enum BibTeXFixes {
  /// Adds the fixes that are certain to the findings of a file.
  ///
  /// - Complexity: O(findings × length of what they mark).
  static func add(to findings: inout [Diagnostic], in bibliography: CheckedBibliography) {
    guard bibliography.tree != nil else { return }
    for index in findings.indices where findings[index].fixes.isEmpty {
      guard let range = findings[index].range, range.end <= bibliography.source.bytes.count,
        range.start < range.end
      else { continue }
      findings[index].fixes = fixes(for: findings[index].rule, range, bibliography.source.bytes)
    }
  }

  private static func fixes(for rule: Rule, _ range: SourceRange, _ bytes: [UInt8]) -> [FixIt] {
    switch rule {
    case .doiAddress, .doiLabel: barePrefix(range, bytes)
    case .doiFullStop: withoutLast(range, bytes)
    case .abbreviatedPages: fullPages(range, bytes)
    case .invalidDate: asEDTF(range, bytes)
    case .etAlInNames: others(range, bytes)
    case .escapedVerbatim: withoutBackslashes(range, bytes)
    case .unescapedAmpersand, .unescapedPercent, .unescapedHash: escaped(range, bytes)
    default: []
    }
  }

  /// A piece of the source without delimiters and white space around it.
  private static func inner(_ range: SourceRange, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var text = bytes[Int(range.start)..<Int(range.end)].trimmedASCIISpace
    if let first = text.first, let last = text.last, text.count > 1,
      first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
        || first == UInt8(ascii: "\"") && last == UInt8(ascii: "\"")
    {
      text = text.dropFirst().dropLast().trimmedASCIISpace
    }
    return text
  }

  private static func fix(
    _ title: String, _ text: ArraySlice<UInt8>, _ replacement: String,
    _ safety: FixIt.Safety = .safe
  ) -> [FixIt] {
    [FixIt(title, safety, replace: SourceRange(text.startIndex, text.endIndex), with: replacement)]
  }

  private static func barePrefix(_ range: SourceRange, _ bytes: [UInt8]) -> [FixIt] {
    let text = inner(range, bytes)
    let bare = MalformedDOI.bare(text)
    guard bare.startIndex > text.startIndex, bare.starts(with: "10." as StaticString) else {
      return []
    }
    return fix("write the DOI alone", text[..<bare.startIndex], "")
  }

  private static func withoutLast(_ range: SourceRange, _ bytes: [UInt8]) -> [FixIt] {
    let text = inner(range, bytes)
    guard text.last == UInt8(ascii: ".") else { return [] }
    return fix("leave the full stop out", text[(text.endIndex - 1)...], "")
  }

  private static func fullPages(_ range: SourceRange, _ bytes: [UInt8]) -> [FixIt] {
    let text = inner(range, bytes)
    guard text.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "-") }) else { return [] }
    let numbers = text.split(separator: UInt8(ascii: "-"))
    guard numbers.count == 2, numbers[1].count < numbers[0].count else { return [] }
    guard PageSpan.spans(in: Array(text)).first?.order == .shortened else { return [] }
    let full = numbers[0].dropLast(numbers[1].count) + numbers[1]
    return fix("write \"\(full.string)\" as the last page", numbers[1], full.string)
  }

  private static func asEDTF(_ range: SourceRange, _ bytes: [UInt8]) -> [FixIt] {
    let text = inner(range, bytes)
    guard let date = BibTeXDateReader.written(text.string)?.edtf, date != text.string else {
      return []
    }
    return fix("write \"\(date)\"", text, date, .suggested)
  }

  private static func others(_ range: SourceRange, _ bytes: [UInt8]) -> [FixIt] {
    let text = inner(range, bytes)
    for words in ["and et al.", "and et al", ", et al.", ", et al", "et al.", "et al"] {
      guard text.suffix(words.utf8.count).elementsEqual(words.utf8) else { continue }
      let end = text[(text.endIndex - words.utf8.count)...]
      let isAlone = end.startIndex == text.startIndex
      guard !isAlone else { return [] }
      let needsSpace = words.hasPrefix(",")
      return fix("write \"and others\"", end, (needsSpace ? " " : "") + "and others", .suggested)
    }
    return []
  }

  /// The fix that puts a backslash before a sign that stands alone.
  private static func escaped(_ range: SourceRange, _ bytes: [UInt8]) -> [FixIt] {
    guard range.end == range.start + 1 else { return [] }
    let sign = bytes[Int(range.start)]
    return [
      FixIt(
        "write \"\\\(Unicode.Scalar(sign))\"", .suggested, replace: range,
        with: "\\\(Unicode.Scalar(sign))")
    ]
  }

  private static func withoutBackslashes(_ range: SourceRange, _ bytes: [UInt8]) -> [FixIt] {
    let text = inner(range, bytes)
    let plain = LaTeXDecoder.bareAddress(text)
    guard plain.count < text.count else { return [] }
    return fix("write the signs alone", text, Array(plain).string)
  }
}
