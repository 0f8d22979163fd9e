/// Counts what the entries of a file do.
struct BibTeXMannerVotes {
  private var indentations: [[UInt8]: Int] = [:]
  private var entries = 0
  /// Entries with white space before the key.
  private var keyGaps = 0
  /// Closing delimiters on lines of their own, by what stands before them.
  private var closings: [[UInt8]: Int] = [:]
  /// Closing delimiters directly behind the last field.
  private var closingsBehind = 0
  private var commasFirst = 0
  private var commasLast = 0
  private var signs = BibTeXColumnVotes()
  private var values = BibTeXColumnVotes()
  /// Fields whose sign stands in the column behind the longest name of their entry.
  private var aligned = 0

  mutating func count(_ parts: BibTeXEntryParts, _ block: BibTeXSyntax.Block, _ bytes: [UInt8]) {
    let keyGap = bytes[Int(block.body.start)..<Int(block.key.start)]
    entries += 1
    if !keyGap.isEmpty, keyGap.allSatisfy(\.isBlank) { keyGaps += 1 }
    let longest = parts.parts.map { Int($0.field.name.end - $0.field.name.start) }.max() ?? 0
    for part in parts.parts { count(part.field, longest, bytes) }
    if parts.commasAreFirst { commasFirst += 1 } else if !parts.sharesLines { commasLast += 1 }
    guard !parts.sharesLines || parts.commasAreFirst else { return }
    for part in parts.parts {
      var start = Int(part.field.name.start)
      if parts.commasAreFirst {
        while start > 0, bytes[start - 1] != UInt8(ascii: ",") { start -= 1 }
        start -= 1
      }
      let lineStart = bytes.blanksStart(before: start)
      indentations[Array(bytes[lineStart..<start]), default: 0] += 1
    }
    let end = Int(block.body.end)
    let start = bytes.blanksStart(before: end)
    if start > 0, bytes[start - 1].isLineEnd {
      closings[Array(bytes[start..<end]), default: 0] += 1
    } else if start == end {
      closingsBehind += 1
    }
  }

  private mutating func count(_ field: BibTeXSyntax.Field, _ longest: Int, _ bytes: [UInt8]) {
    let nameEnd = Int(field.name.end)
    let equals = bytes.skippingSpace(from: nameEnd)
    let length = nameEnd - Int(field.name.start)
    let padding = bytes[nameEnd..<equals]
    signs.count(padding, behind: length)
    if padding.allSatisfy({ $0 == 0x20 }), padding.count == longest - length + 1 { aligned += 1 }
    values.count(bytes[(equals + 1)..<Int(field.value.start)], behind: length + padding.count + 1)
  }

  func decide(_ manner: inout BibTeXManner) {
    manner.indentation = Self.winner(indentations) ?? manner.indentation
    switch values.choice {
    case .plain(let count, _): manner.gap = .plain(count)
    case .column(let column, _, _): manner.gap = .column(column)
    case .kept: manner.gap = .kept
    case nil: break
    }
    manner.keepsKeyGaps = 2 * keyGaps > entries
    if closingsBehind > closings.values.max() ?? 0 {
      manner.closing = nil
    } else {
      manner.closing = Self.winner(closings) ?? manner.closing
    }
    manner.commasAreFirst = commasFirst > commasLast
    switch signs.choice {
    case .plain(let count, let votes): manner.padding = aligned > votes ? .entry : .plain(count)
    case .column(let column, let least, let votes):
      manner.padding = aligned > votes ? .entry : .column(column, least: least)
    case .kept: manner.padding = .kept
    case nil: break
    }
  }

  /// What most have; of several `preferred`, else what comes first in the order of bytes.
  private static func winner(_ votes: [[UInt8]: Int], rather preferred: [UInt8]? = nil) -> [UInt8]?
  {
    votes.max { left, right in
      if left.value != right.value { return left.value < right.value }
      return right.key.lexicographicallyPrecedes(left.key)
    }?.key
  }
}
