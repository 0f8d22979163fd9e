/// A list of what could stand in the place of something else, short enough for a message.
enum ExpectedNames {
  /// For how many violations of a document the nearest names are looked for, which takes a look at all of them.
  static let mostGuessed = 200
  /// How many names are said.
  private static let most = 4

  /// The names as words: all of them where they are few, else those nearest to what was found and the first ones.
  ///
  /// - Parameters:
  ///   - names: What could stand there, as declared.
  ///   - found: What stands there.
  ///   - first: Words that are said in any case, before the names.
  ///   - last: Words that are said in any case, after the names.
  ///   - isGuessed: Whether to look for the nearest ones.
  /// - Returns: For example "<isbn>, <issn>, <year>, <month> or 86 others".
  static func list(
    _ names: some Collection<String>, near found: String, first: [String] = [], last: [String] = [],
    isGuessed: Bool = true
  ) -> String {
    guard names.count > most + 1 else { return joined(first + Array(names) + last) }
    var chosen = isGuessed ? NearestNames.of(found, among: Array(names), limit: 2) : []
    for name in names.prefix(2 * most) where chosen.count < most && !chosen.contains(name) {
      chosen.append(name)
    }
    let rest = "\(names.count - chosen.count) others"
    return joined(first + chosen + (last.isEmpty ? [rest] : [rest] + last))
  }

  private static func joined(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
