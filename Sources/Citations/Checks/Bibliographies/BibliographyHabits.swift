/// How most entries of a file are written, for rules about those that differ.
struct BibliographyHabits: Sendable {
  /// Whether page ranges have two hyphens.
  private(set) var doublesHyphens = false

  /// No habits.
  init() {}

  /// The habits of entries.
  ///
  /// A file of few entries that has one hyphen everywhere is a file with slips, one of many has its own way.
  ///
  /// - Complexity: O(length of the fields for pages).
  init(of entries: [CheckedEntry], in source: SourceFile) {
    var single = 0
    var double = 0
    for entry in entries {
      guard let field = entry.field("pages") else { continue }
      let bytes = source.bytes[Int(field.range.start)..<Int(field.range.end)]
      guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")) else { continue }
      if bytes[(dash + 1)...].first == UInt8(ascii: "-") { double += 1 } else { single += 1 }
    }
    doublesHyphens = double >= 3 * single || single <= 2
  }
}
