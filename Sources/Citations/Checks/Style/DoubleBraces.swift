/// S027: a title in double braces in a file whose titles have none.
///
/// Programs that protect every title do so all over the file, which is left alone.
enum DoubleBraces: BibliographyCheck {
  static let rule = Rule(
    "S027", "title-in-double-braces", .note, "a title keeps all capitals, unlike the others")
  static let rules = [rule]

  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard bibliography.tree != nil else { return }
    var titles = 0
    var braced: [(entry: CheckedEntry, field: CheckedEntry.Field)] = []
    for entry in bibliography.entries {
      guard let field = entry.field("title"), field.isWhole else { continue }
      titles += 1
      if isEnclosed(bibliography.bytes(of: field)) { braced.append((entry, field)) }
    }
    guard braced.count * 4 <= titles else { return }
    for (entry, field) in braced {
      let text = bibliography.bytes(of: field)
      let inner = Array(text.dropFirst().dropLast()).string
      findings.append(
        Diagnostic(
          rule, "\"\(inner)\" has braces around all of it, so that no style changes its capitals",
          at: field.range, key: entry.key,
          fixes: [
            FixIt("leave the inner braces out", .suggested, replace: field.range, with: inner)
          ]))
    }
  }

  /// Whether one pair of braces encloses more words than a name has.
  private static func isEnclosed(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}"),
      !text.contains(UInt8(ascii: "\\")), text.split(separator: 0x20).count > 3
    else { return false }
    var depth = 0
    for (index, byte) in zip(text.indices, text) {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index == text.endIndex - 1 }
    }
    return false
  }
}
