/// Counts signs of a markup language at the beginning of a text.
struct MarkupSniff {
  private let bytes: [UInt8]
  private(set) var score = 0

  init(_ head: ArraySlice<UInt8>) {
    bytes = Array(head)
  }

  /// Adds `points` if `text` stands anywhere.
  mutating func add(_ points: Int, ifHas text: String) {
    if bytes.firstOffset(of: Array(text.utf8), from: 0) != nil { score += points }
  }

  /// Adds `points` if a line for which `test` holds is found among the first 2,000.
  mutating func add(_ points: Int, ifLine test: ([UInt8], SourceLine) -> Bool) {
    var lines = SourceLines(bytes)
    var count = 0
    while let line = lines.next(), count < 2000 {
      count += 1
      if line.end > line.start, test(bytes, line) {
        score += points
        return
      }
    }
  }

  /// Adds `points` if a line begins with `text`.
  mutating func add(_ points: Int, ifLineStarts text: String) {
    let needle = Array(text.utf8)
    add(points) { bytes, line in
      line.end - line.start >= needle.count && bytes[line.start...].starts(with: needle)
    }
  }

  /// The score as a format gives it: at most 95, since nothing here is a declaration.
  var result: Int { min(score, 95) }
}
