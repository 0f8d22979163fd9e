/// B027: an entry whose at sign is lost, which programs pass over as text.
///
/// A note: some take the at sign away to leave an entry out for a while.
enum MissingAtSign: BibliographyCheck {
  static let rule = Rule(
    "B027", "missing-at-sign", .note, "an entry without its at sign, which nobody reads")
  static let rules = [rule]

  private static let types = Set(BibTeXVocabulary.entryTypes)

  /// - Complexity: O(length of the text between entries).
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard let tree = bibliography.tree else { return }
    for block in tree.blocks where block.kind == .text {
      for line in tree[block.range].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let text = line.trimmedASCIISpace
        let word = text.prefix(while: \.isASCIILetter)
        guard types.contains(word.map(\.asciiLowercased).string), isHead(text[word.endIndex...])
        else { continue }
        let place = SourceRange(word.startIndex, word.endIndex)
        findings.append(
          Diagnostic(
            rule, "\"\(word.string)\" begins an entry and has no @ before it", at: place, key: "",
            fixes: [
              FixIt(
                "write \"@\(word.string)\"", .suggested, replace: place, with: "@" + word.string)
            ]))
      }
    }
  }

  /// A brace, a key and a comma.
  private static func isHead(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = rest.trimmedASCIISpace
    guard text.first == UInt8(ascii: "{") else { return false }
    let key = text.dropFirst().prefix { $0.isASCIIAlphanumeric || "-_:.+/".utf8.contains($0) }
    return !key.isEmpty && key.endIndex < text.endIndex && text[key.endIndex] == UInt8(ascii: ",")
  }
}
