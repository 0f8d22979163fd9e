/// Lists of names in messages.
enum Choice {
  /// The sentence that names what can be chosen: "Choose bibtex, csl-json or jats.".
  ///
  /// Without names it says that there are none.
  static func sentence(_ names: [String]) -> String {
    guard let last = names.last else { return "None is built in." }
    guard names.count > 1 else { return "Choose \(last)." }
    return "Choose \(names.dropLast().joined(separator: ", ")) or \(last)."
  }
}
