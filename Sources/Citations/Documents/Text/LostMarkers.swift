/// Finds the markers whose notes are missing, once the markers that have notes are known.
struct LostMarkers {
  /// How far from the label of a note a number may be; past that it has nothing to do with the notes.
  private static let reach = 3

  private let bytes: [UInt8]
  private let lines: [TextLine]
  private var places: [MarkerPlace: Int] = [:]
  private var total = 0

  /// Prepares to judge signs by the company of the `accepted` markers.
  init(_ layout: TextLayout, accepted: some Sequence<MarkerCandidate>) {
    bytes = layout.bytes
    lines = layout.lines
    for candidate in accepted {
      places[place(of: candidate), default: 0] += 1
      total += 1
    }
  }

  private func place(of candidate: MarkerCandidate) -> MarkerPlace {
    MarkerPlace(bytes, at: candidate.start, lineStart: lines[candidate.line].start)
  }

  /// Whether a sign stands where the markers stand.
  ///
  /// After the end of a sentence or a quotation every sign does; elsewhere it must be the place of at least half of the
  /// markers, or the sign must go on with their numbering right after a mark.
  func isPlaced(_ candidate: MarkerCandidate, after last: Int?) -> Bool {
    guard candidate.weight >= 3 else { return false }
    let place = place(of: candidate)
    let count = places[place] ?? 0
    switch place {
    case .sentence: return candidate.style != .glued || candidate.weight >= 4
    case .lineStart: return false
    case .word where candidate.style == .glued: return false
    case .clause where last == candidate.value - 1: return true
    case .clause, .word, .spaced: return count >= 2 && count * 2 >= total
    }
  }

  /// Whether a sign without a note that the numbering asks for stands where a marker can stand.
  ///
  /// An exponent and a number put into a sentence in brackets may go on with the numbers of the markers by accident.
  func keeps(_ candidate: MarkerCandidate, after last: Int?, isCounting: Bool) -> Bool {
    switch candidate.style {
    case .superscript: isPlaced(candidate, after: last)
    case .bracket, .letter, .roman:
      isPlaced(candidate, after: last) || places[place(of: candidate)] != nil
    case .parens: !isCounting || place(of: candidate) == .sentence
    case .glued, .symbol: true
    }
  }

  /// Whether a sign can be one more marker of a note that has one: it is not put into the sentence.
  func isGlued(_ candidate: MarkerCandidate) -> Bool {
    let place = place(of: candidate)
    return candidate.weight >= 3 && place != .spaced && place != .lineStart
  }

  /// Whether a number is near one of the labels of the notes.
  static func isNear(_ value: Int, _ labels: Set<Int>) -> Bool {
    (value - reach...value + reach).contains { labels.contains($0) }
  }
}
