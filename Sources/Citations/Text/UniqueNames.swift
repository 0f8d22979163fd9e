/// Hands out names that are each given once: the first as it is wanted, the next with "-2", "-3" and so on.
struct UniqueNames {
  private var used: Set<String> = []
  /// The last number that each wanted name got, so that a name that is wanted n times costs O(n), not O(n²).
  private var numbers: [String: Int] = [:]
  private let ignoresCase: Bool

  /// No names given yet; `ignoresCase` says that capitals do not tell names apart.
  init(ignoresCase: Bool = false) { self.ignoresCase = ignoresCase }

  /// The name that is wanted, or that name with the next number that is free.
  mutating func make(_ wanted: String) -> String {
    let name = folded(wanted)
    if used.insert(name).inserted { return wanted }
    var number = numbers[name, default: 1]
    var result: String
    repeat {
      number += 1
      result = "\(wanted)-\(number)"
    } while !used.insert(folded(result)).inserted
    numbers[name] = number
    return result
  }

  /// Takes a name that is given elsewhere, however often.
  mutating func reserve(_ name: String) { used.insert(folded(name)) }

  private func folded(_ name: String) -> String { ignoresCase ? name.lowercased() : name }
}
