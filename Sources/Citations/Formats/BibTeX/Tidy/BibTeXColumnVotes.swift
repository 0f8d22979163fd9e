/// Counts the white space behind things of various lengths, to tell whether it is the same everywhere or leads to a column.
///
/// What is chosen is what most places have already, so that choosing it changes as few as possible.
struct BibTeXColumnVotes {
  /// What most places have, and how many they are.
  enum Choice {
    /// So many spaces.
    case plain(Int, votes: Int)
    /// Spaces up to a column; where it is reached so many, 0 or 1.
    case column(Int, least: Int, votes: Int)
    /// Tabs, which are left as they are.
    case kept
  }

  private var all = 0
  private var tabs = 0
  /// Places by their number of spaces.
  private var plain: [Int: Int] = [:]
  /// Places with two spaces or more, with one and with none, by the column that the spaces lead to.
  private var wide: [Int: Int] = [:]
  private var single: [Int: Int] = [:]
  private var tight: [Int: Int] = [:]

  /// Counts the white space behind what ends in a column.
  mutating func count(_ space: ArraySlice<UInt8>, behind column: Int) {
    all += 1
    guard space.allSatisfy(\.isBlank) else { return }
    if space.contains(0x09) {
      tabs += 1
    } else {
      plain[space.count, default: 0] += 1
      switch space.count {
      case 0: tight[column, default: 0] += 1
      case 1: single[column + 1, default: 0] += 1
      default: wide[column + space.count, default: 0] += 1
      }
    }
  }

  /// What most places have; nil where there is none.
  ///
  /// Of several, one space comes first, then the same number everywhere, then a column.
  var choice: Choice? {
    guard all > 0 else { return nil }
    if 2 * tabs > all { return .kept }
    var best = Choice.plain(1, votes: plain[1] ?? 0)
    var most = plain[1] ?? 0
    for (count, votes) in plain.sorted(by: { $0.key < $1.key }) where votes > most {
      best = .plain(count, votes: votes)
      most = votes
    }
    for (column, votes) in wide.sorted(by: { $0.key < $1.key }) {
      let spaced = single.reduce(votes) { $1.key >= column ? $0 + $1.value : $0 }
      let close = tight.reduce(votes + (single[column] ?? 0)) {
        $1.key >= column ? $0 + $1.value : $0
      }
      if spaced > most {
        best = .column(column, least: 1, votes: spaced)
        most = spaced
      }
      if close > most {
        best = .column(column, least: 0, votes: close)
        most = close
      }
    }
    return best
  }
}
