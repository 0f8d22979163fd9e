/// Digits glued to the word before them, as text copied from another page has them: "decree.1 Its clerk".
///
/// They are one chain 1, 2, 3 … over the whole page, never judged digit by digit; used only where a heading announces
/// notes and nothing else looks like a marker.
struct HTMLGluedMarkers {
  private struct Candidate {
    var node: Int
    var part: Range<Int>
    var number: Int
    /// Whether it follows the end of a sentence, a clause or a quotation.
    var followsMark: Bool
  }

  let page: HTMLPage
  /// Flags of nodes that are notes or markers already.
  let taken: [Bool]

  /// The chain as signs in order.
  ///
  /// - Complexity: O(*n*) in the text; each candidate is passed once for each number next to its own.
  func all() -> [HTMLUnlinkedMarkers.Sign] {
    var byNumber: [[Candidate]] = [[]]
    for node in 0..<page.count where page.elements[node] == .text && !taken[node] {
      guard page.facts[node].isDisjoint(with: [.hidden, .comments, .verbatim, .heading]),
        page.links[node] < 0
      else { continue }
      for candidate in candidates(node) {
        while byNumber.count <= candidate.number { byNumber.append([]) }
        byNumber[candidate.number].append(candidate)
      }
    }
    var result: [HTMLUnlinkedMarkers.Sign] = []
    var last = -1
    var number = 1
    while number < byNumber.count {
      let next =
        number + 1 < byNumber.count
        ? byNumber[number + 1].first { $0.followsMark && $0.part.lowerBound > last } : nil
      let limit = next?.part.lowerBound ?? Int.max
      let later = byNumber[number].filter { $0.part.lowerBound > last }
      let found =
        later.first { $0.followsMark && $0.part.lowerBound < limit } ?? later.first {
          $0.part.lowerBound < limit
        }
        ?? later.first { $0.followsMark }
      guard let found, let label = HTMLLabel(Array(page.tree.text[found.part])) else { break }
      result.append(.init(nodes: found.node..<found.node + 1, part: found.part, label: label))
      last = found.part.lowerBound
      number += 1
    }
    return result
  }

  private func candidates(_ node: Int) -> [Candidate] {
    let bytes = page.tree.text
    let range = page.tree.nodes[node].text
    var result: [Candidate] = []
    var offset = range.lowerBound + 1
    while offset < range.upperBound {
      guard bytes[offset].isASCIIDigit, !bytes[offset - 1].isASCIIDigit else {
        offset += 1
        continue
      }
      var end = offset
      while end < range.upperBound, bytes[end].isASCIIDigit { end += 1 }
      if end - offset <= 3, bytes[offset] != 0x30, let number = Int(bytes[offset..<end].string),
        end == range.upperBound
          || !(bytes[end].isASCIIAlphanumeric || bytes[end] == 0x2F || bytes[end] == 0x25),
        let followsMark = place(before: offset, from: range.lowerBound),
        !(end + 1 < range.upperBound && [0x2E, 0x2C, 0x3A].contains(bytes[end])
          && bytes[end + 1].isASCIIDigit)
      {
        result.append(
          Candidate(node: node, part: offset..<end, number: number, followsMark: followsMark))
      }
      offset = end
    }
    return result
  }

  /// Whether the byte before `offset` is a mark that a marker may follow, false for a letter, nil for anything else.
  private func place(before offset: Int, from start: Int) -> Bool? {
    let bytes = page.tree.text
    let last = bytes[offset - 1]
    if [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F].contains(last) {
      // "3.14", "4:2", "p.12" are no markers.
      guard offset - 1 > start, !bytes[offset - 2].isASCIIDigit else { return nil }
      var word = offset - 1
      while word > start, bytes[word - 1].isASCIILetter, offset - word < 5 { word -= 1 }
      return offset - 1 - word > 2 || !bytes[offset - 2].isASCIILetter || last != 0x2E ? true : nil
    }
    if last == 0x22 || last == 0x27 || last == 0x29 || last == 0x5D { return true }
    if let scalar = bytes.scalar(before: offset)?.scalar,
      ["”", "’", "»", "“", "…"].contains(scalar)
    {
      return true
    }
    guard last.isASCIILower || last >= 0x80 else { return nil }
    // "km2", "x2": a word has three letters at least.
    var word = offset
    while word > start, bytes[word - 1].isASCIILower || bytes[word - 1] >= 0x80, offset - word < 4 {
      word -= 1
    }
    return offset - word >= 3 ? false : nil
  }
}
