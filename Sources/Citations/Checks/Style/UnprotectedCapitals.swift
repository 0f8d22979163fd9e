/// S024: an acronym in a title that BibTeX's styles write in small letters, in a file that protects others.
enum UnprotectedCapitals: BibliographyCheck {
  static let rule = Rule(
    "S024", "unprotected-acronym", .note, "an acronym in a title has no braces, others have")
  static let rules = [rule]

  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard bibliography.tree != nil else { return }
    var bare: [(entry: Int, word: ArraySlice<UInt8>)] = []
    var protected = 0
    for (index, entry) in bibliography.entries.enumerated() {
      guard let field = entry.field("title"), field.isWhole else { continue }
      let title = bibliography.bytes(of: field)
      if isShouted(title) { continue }
      for word in words(title) {
        if word.isProtected { protected += 1 } else { bare.append((index, word.text)) }
      }
    }
    // Who protects few of them lets the style keep all capitals.
    guard protected >= bare.count else { return }
    for (index, word) in bare {
      let range = SourceRange(word.startIndex, word.endIndex)
      findings.append(
        Diagnostic(
          rule, "\"\(word.string)\" has no braces, styles may write it in small letters", at: range,
          key: bibliography.entries[index].key,
          fixes: [FixIt("put it in braces", .safe, replace: range, with: "{\(word.string)}")]))
    }
  }

  /// Words with two capitals or more, of letters and digits alone, and whether braces protect them.
  ///
  /// - Complexity: O(*n*).
  private static func words(
    _ title: ArraySlice<UInt8>
  ) -> [(text: ArraySlice<UInt8>, isProtected: Bool)] {
    var result: [(text: ArraySlice<UInt8>, isProtected: Bool)] = []
    var depth = 0
    var index = title.startIndex
    while index < title.endIndex {
      let byte = title[index]
      if byte == UInt8(ascii: "\\") {
        // A command and its argument are not looked at.
        return []
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      guard byte.isASCIIAlphanumeric || byte >= 0x80 else {
        index += 1
        continue
      }
      let word = title[index...].prefix { $0.isASCIIAlphanumeric || $0 >= 0x80 }
      let isOpen = index > title.startIndex && title[index - 1] == UInt8(ascii: "{")
      let isSplit = word.endIndex < title.endIndex && title[word.endIndex] == UInt8(ascii: "{")
      if word.count(where: \.isASCIIUpper) >= 2, !isNumeral(word), depth > 0 || !isSplit {
        result.append((word, depth > 0 || isOpen))
      }
      index = word.endIndex
    }
    return result
  }

  private static func isNumeral(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { "IVXLCDM".utf8.contains($0) }
  }

  private static func isShouted(_ title: ArraySlice<UInt8>) -> Bool {
    !title.contains { $0.isASCIILower }
  }
}
