/// Reads a note: finds the references in its prose.
///
/// This is the seam at which a trained model can take the grammars' place, or stand beside them.
protocol NoteReading: Sendable {
  /// Cuts the note into prose, signals and citations that together are its whole text.
  func read(_ note: Note) -> ReadNote
}

/// Reads notes by grammars alone.
///
/// Every token at which a reference may begin is tried; of the readings found, the set that does not overlap and has the
/// highest sum of scores is taken.
struct NoteReader: NoteReading {
  /// What every citation must be worth, so that one reading over a stretch beats two of its pieces.
  private static let price = 2.4

  func read(_ note: Note) -> ReadNote {
    let text = NoteText(note.text)
    let finder = CiteFinder(text, structured: note.structured)
    let chosen = Self.best(finder.candidates())
    return NoteAssembly(note, text, chosen).result()
  }

  /// The readings that do not overlap and are worth most together, in order.
  ///
  /// - Complexity: O(*n* log *n*).
  private static func best(_ candidates: [Reading]) -> [Reading] {
    let sorted = candidates.sorted {
      ($0.range.upperBound, $0.range.lowerBound) < ($1.range.upperBound, $1.range.lowerBound)
    }
    var total = [0.0]
    var taken: [Int?] = []
    for (index, reading) in sorted.enumerated() {
      // The last reading that ends before this one begins.
      let before = sorted[..<index].partitionPoint {
        $0.range.upperBound <= reading.range.lowerBound
      }
      let value = total[before] + reading.score - price
      if value > total[index] {
        total.append(value)
        taken.append(before)
      } else {
        total.append(total[index])
        taken.append(nil)
      }
    }
    var chosen: [Reading] = []
    var index = sorted.count
    while index > 0 {
      if let before = taken[index - 1] {
        chosen.append(sorted[index - 1])
        index = before
      } else {
        index -= 1
      }
    }
    return chosen.reversed()
  }
}
