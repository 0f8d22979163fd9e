/// What two descriptions of one work say differently.
enum ReferenceComparison {
  /// The names of variables that both references have with different values, in a fixed order.
  static func differences(_ left: Reference, _ right: Reference) -> [String] {
    var result: [String] = []
    if left.type != right.type { result.append("type") }
    let people = [left, right].map { $0[.author].map(WorkTable.family) }
    if !people[0].isEmpty, !people[1].isEmpty, people[0] != people[1] { result.append("author") }
    for variable in [TextVariable.title, .containerTitle, .publisher] {
      if differ(left[variable]?.plain, right[variable]?.plain) { result.append(variable.rawValue) }
    }
    if let first = left[.issued]?.year, let second = right[.issued]?.year, first != second {
      result.append("year")
    }
    for variable in [NumberVariable.volume, .issue, .page] {
      if differ(left[variable].map(PageRange.expanded), right[variable].map(PageRange.expanded)) {
        result.append(variable.rawValue)
      }
    }
    return result
  }

  /// The differences as the end of a message; empty where there are none.
  static func clause(_ left: Reference, _ right: Reference) -> String {
    let differences = differences(left, right)
    return differences.isEmpty ? "" : "; they differ in \(differences.joined(separator: ", "))"
  }

  private static func differ(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return false }
    return Folding.key(left) != Folding.key(right)
  }
}
