/// C035: an entry that lacks a field which nearly all other entries of its type have.
enum UnusualLack: BibliographyCheck {
  static let rule = Rule(
    "C035", "unusual-lack", .note, "an entry lacks what nearly all of its type have")
  static let rules = [rule]

  /// How many entries of a type tell what is usual.
  private static let fewest = 6

  /// - Complexity: O(fields).
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    var byType: [String: [Int]] = [:]
    for (index, entry) in bibliography.entries.enumerated() where !entry.fields.isEmpty {
      let type = entry.entryType.isEmpty ? entry.reference.type.rawValue : entry.entryType
      byType[type, default: []].append(index)
    }
    for (_, indices) in byType.sorted(by: { $0.key < $1.key }) where indices.count >= fewest {
      let entries = indices.map { bibliography.entries[$0] }
      var counts: [String: Int] = [:]
      for entry in entries {
        for name in Set(entry.fields.map(\.name)) { counts[name, default: 0] += 1 }
      }
      // Nine of ten.
      let usual = counts.filter { $0.value < entries.count && $0.value * 10 >= entries.count * 9 }
      for name in usual.keys.sorted() {
        for entry in entries where !entry.fields.contains(where: { $0.name == name }) {
          findings.append(
            Diagnostic(
              rule,
              "\"\(entry.key)\" has no \(name); \(counts[name] ?? 0) of \(entries.count) of its type have one",
              at: entry.keyRange, key: entry.key))
        }
      }
    }
  }
}
