/// Joins lines to running text, and knows where each piece stood in the source.
struct LineJoiner {
  private let bytes: [UInt8]
  /// Where `bytes` stand in the source; nil where they are the source.
  private let origin: SourceText?
  /// Words with hyphens that stand within a line, in small letters.
  private let compounds: Compounds

  init(_ bytes: [UInt8], origin: SourceText?) {
    self.bytes = bytes
    self.origin = origin
    compounds = Compounds(bytes)
  }

  /// The source range of a range of the text.
  func sourceRange(_ range: Range<Int>) -> SourceRange {
    origin?.sourceRange(of: range) ?? SourceRange(range.lowerBound, range.upperBound)
  }

  /// The lines as one text, with `cuts` taken out, and the place in the text of each cut.
  ///
  /// White space is collapsed; words divided at a line end are put together again.
  func join(_ lines: [Range<Int>], without cuts: [Range<Int>] = []) -> (
    text: SourceText, cuts: [Int]
  ) {
    var text = SourceText()
    var places: [Int] = []
    var nextCut = 0
    var lastEnd = -1
    for (index, line) in lines.enumerated() {
      var end = line.upperBound
      var link = Link.space
      if index + 1 < lines.count {
        link = self.link(line, lines[index + 1])
        if case .drop(let length) = link { end -= length }
      }
      var start = line.lowerBound
      while nextCut < cuts.count, cuts[nextCut].lowerBound < end {
        let cut = cuts[nextCut]
        var stop = max(start, min(cut.lowerBound, end))
        // Where markers stand side by side, what follows the last of them decides.
        if cut.upperBound > lastEnd {
          lastEnd = cut.upperBound
          var follower = nextCut + 1
          while follower < cuts.count, cuts[follower].lowerBound == lastEnd {
            lastEnd = cuts[follower].upperBound
            follower += 1
          }
        }
        if takesSpace(at: lastEnd, end) {
          while stop > start, bytes[stop - 1].isBlankInText { stop -= 1 }
        }
        append(start..<stop, to: &text)
        places.append(text.count)
        start = max(start, cut.upperBound)
        nextCut += 1
      }
      if start < end { append(start..<end, to: &text) }
      if index + 1 < lines.count, case .space = link {
        text.appendSpace(source: source(of: line.upperBound - 1) + 1)
      }
    }
    while nextCut < cuts.count {
      places.append(text.count)
      nextCut += 1
    }
    let trimmed = text.trimmed
    return (trimmed, places.map { min($0, trimmed.count) })
  }

  /// Whether the space before a marker goes with it, because a space, a mark or nothing follows the marker.
  private func takesSpace(at offset: Int, _ end: Int) -> Bool {
    guard offset < end, !bytes[offset].isBlankInText else { return true }
    switch bytes.scalar(at: offset).scalar {
    case ".", ",", ";", ":", "!", "?", ")", "]", "”", "’", "»", "…": return true
    default: return false
    }
  }

  private func source(of offset: Int) -> Int { origin?.sourceOffset(of: offset) ?? offset }

  private func append(_ range: Range<Int>, to text: inout SourceText) {
    var runStart = range.lowerBound
    var place = range.lowerBound
    while place < range.upperBound {
      guard bytes[place].isBlankInText else {
        place += 1
        continue
      }
      appendRun(runStart..<place, to: &text)
      text.appendSpace(source: source(of: place))
      while place < range.upperBound, bytes[place].isBlankInText { place += 1 }
      runStart = place
    }
    appendRun(runStart..<place, to: &text)
  }

  private func appendRun(_ range: Range<Int>, to text: inout SourceText) {
    guard let origin else {
      text.append(bytes[range], source: range.lowerBound)
      return
    }
    // Byte by byte where the text was made from words: a run is a word.
    for offset in range {
      text.append(CollectionOfOne(bytes[offset]), source: origin.sourceOffset(of: offset))
    }
  }

  private enum Link {
    case space
    case none
    /// The last bytes of the line are a hyphen that only divides a word.
    case drop(Int)
  }

  /// Whether a paragraph that ends a page goes on with the next page's first line.
  func goesOn(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    if bytes.endsSentence(before: line.upperBound, from: line.lowerBound) { return false }
    return bytes.isLowercase(at: next.lowerBound) || line.count > 20
  }

  private func link(_ line: Range<Int>, _ next: Range<Int>) -> Link {
    guard let (last, length) = bytes.scalar(before: line.upperBound), line.count > length else {
      return .space
    }
    let before = line.upperBound - length
    switch last {
    case "\u{AD}": return .drop(length)
    case "-", "\u{2010}":
      if isInAddress(line) { return .none }
      guard let (letter, size) = bytes.scalar(before: before), letter.properties.isAlphabetic,
        before - size >= line.lowerBound
      else { return letterOrDigit(before: before) ? .none : .space }
      guard bytes.isLowercase(at: next.lowerBound) else { return .none }
      return compounds.contains(bytes, ending: before, beginning: next.lowerBound)
        ? .none : .drop(length)
    case "–", "—": return letterOrDigit(before: before) ? .none : .space
    case "/", "_", "=", "&", "?": return isInAddress(line) ? .none : .space
    default: return .space
    }
  }

  private func letterOrDigit(before place: Int) -> Bool {
    guard let (scalar, _) = bytes.scalar(before: place) else { return false }
    return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  /// Whether the last word of a line is an address.
  private func isInAddress(_ line: Range<Int>) -> Bool {
    var start = line.upperBound
    while start > line.lowerBound, line.upperBound - start < 300, !bytes[start - 1].isBlankInText {
      start -= 1
    }
    return bytes.firstOffset(of: Array("://".utf8), from: start, to: line.upperBound) != nil
      || bytes[start..<line.upperBound].starts(with: "www.")
  }
}

/// The words of a text that are written with a hyphen where no line ends, so that a hyphen at a line end can be judged.
struct Compounds {
  private var words = Set<ArraySlice<UInt8>>()

  /// Collects the words; costs nothing for texts in which no line ends in a hyphen.
  init(_ bytes: [UInt8]) {
    var hasDivision = false
    for index in bytes.indices.dropLast()
    where bytes[index] == 0x2D && (bytes[index + 1] == 0x0A || bytes[index + 1] == 0x0D) {
      hasDivision = true
      break
    }
    guard hasDivision else { return }
    var place = 1
    while place + 1 < bytes.count {
      if bytes[place] == 0x2D, Self.isLetter(bytes[place - 1]), Self.isLetter(bytes[place + 1]) {
        var low = place
        var high = place + 1
        while low > 0, place - low < 40, Self.isLetter(bytes[low - 1]) { low -= 1 }
        while high < bytes.count, high - place < 40, Self.isLetter(bytes[high]) { high += 1 }
        words.insert(bytes[low..<high].map(\.asciiLowercased)[...])
        place = high
      }
      place += 1
    }
  }

  /// Whether the text has the word made of the letters that end before `end`, a hyphen, and those that begin at `start`.
  func contains(_ bytes: [UInt8], ending end: Int, beginning start: Int) -> Bool {
    guard !words.isEmpty else { return false }
    var low = end
    var high = start
    while low > 0, end - low < 40, Self.isLetter(bytes[low - 1]) { low -= 1 }
    while high < bytes.count, high - start < 40, Self.isLetter(bytes[high]) { high += 1 }
    let word =
      bytes[low..<end].map(\.asciiLowercased) + [0x2D] + bytes[start..<high].map(\.asciiLowercased)
    return words.contains(word[...])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }
}
