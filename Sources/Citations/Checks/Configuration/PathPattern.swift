/// A pattern of file paths: `*` stands for anything but a slash, `**` for anything, `?` for one byte but a slash.
///
/// A pattern fits a path that it fits as a whole or from the beginning of one of its folders on, so `refs.bib` fits in every
/// folder; one that ends in a slash fits all that is below the folder.
struct PathPattern {
  private let pattern: [UInt8]

  init(_ text: String) {
    var text = text
    if text.hasPrefix("./") { text.removeFirst(2) }
    if text.hasSuffix("/") { text += "**" }
    pattern = Array(text.utf8)
  }

  /// Whether the pattern fits.
  ///
  /// - Complexity: O(path × pattern) for each folder of the path.
  func matches(_ path: String) -> Bool {
    let path = Array(path.utf8)
    var start = 0
    while true {
      if matches(path[start...]) { return true }
      guard let slash = path[start...].firstIndex(of: UInt8(ascii: "/")) else { return false }
      start = slash + 1
    }
  }

  /// Goes through path and pattern with the set of places of the pattern that can be reached.
  private func matches(_ path: ArraySlice<UInt8>) -> Bool {
    var places: Set<Int> = closure(of: [0])
    for byte in path {
      var next: Set<Int> = []
      for place in places where place < pattern.count {
        switch pattern[place] {
        case UInt8(ascii: "*"):
          if isDouble(place) || byte != UInt8(ascii: "/") { next.insert(place) }
        case UInt8(ascii: "?"):
          if byte != UInt8(ascii: "/") { next.insert(place + 1) }
        case byte: next.insert(place + 1)
        default: continue
        }
      }
      places = closure(of: next)
      if places.isEmpty { return false }
    }
    return places.contains(pattern.count)
  }

  /// The places with those that can be reached without a byte: a star can stand for nothing.
  private func closure(of places: Set<Int>) -> Set<Int> {
    var result = places
    for start in places {
      var place = start
      while place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        place += isDouble(place) ? 2 : 1
        // "**/" stands for no folder too.
        if isDouble(place - 2), place < pattern.count, pattern[place] == UInt8(ascii: "/") {
          result.insert(place + 1)
        }
        result.insert(place)
      }
    }
    return result
  }

  private func isDouble(_ place: Int) -> Bool {
    place >= 0 && place + 1 < pattern.count && pattern[place] == UInt8(ascii: "*")
      && pattern[place + 1] == UInt8(ascii: "*")
  }
}
