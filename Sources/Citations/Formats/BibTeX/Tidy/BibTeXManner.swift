/// The way a file is laid out: what most of its fields and entries do.
///
/// Only entries that will be laid out anew have a say, so that a file that has been tidied has the manner it was given.
struct BibTeXManner {
  /// The white space between a name and its equals sign.
  enum Padding: Hashable {
    /// So many spaces.
    case plain(Int)
    /// Up to one column within an entry, one behind its longest name.
    case entry
    /// Up to one column of the file.
    case column(Int)
    /// Whatever each field has.
    case kept
  }

  var indentation: [UInt8] = [0x20, 0x20]
  var padding = Padding.plain(1)
  /// What stands between the equals sign and the value.
  var gap: [UInt8] = [0x20]
  /// What stands between the opening delimiter and the key.
  var keyGap: [UInt8] = []
  /// What stands before the closing delimiter on a line of its own; nil where it stands behind the last field.
  var closing: [UInt8]? = []
  var commasAreFirst = false
  var lineEnding: [UInt8]

  init(_ syntax: BibTeXSyntax, _ options: BibTeXTidyOptions) {
    lineEnding = syntax.bytes.lineEnding
    var votes = BibTeXMannerVotes()
    for block in syntax.blocks {
      guard var parts = BibTeXEntryParts(syntax, block) else { continue }
      parts.remove(options, syntax)
      if !parts.parts.isEmpty { votes.count(parts, block, syntax.bytes) }
    }
    votes.decide(&self)
    switch options.indentation {
    case .asInFile: break
    case .spaces(let count): indentation = [UInt8](repeating: 0x20, count: max(count, 0))
    case .tab: indentation = [0x09]
    }
    switch options.alignment {
    case .asInFile: break
    case .none: padding = .plain(1)
    case .entry: padding = .entry
    case .column(let column): padding = .column(column)
    }
  }

  /// The white space behind a name of the given length.
  func paddingBytes(_ length: Int, longest: Int, now: ArraySlice<UInt8>) -> [UInt8] {
    switch padding {
    case .plain(let count): [UInt8](repeating: 0x20, count: count)
    case .entry: [UInt8](repeating: 0x20, count: longest - length + 1)
    case .column(let column): [UInt8](repeating: 0x20, count: max(column - length, 1))
    case .kept: now.allSatisfy(\.isBlank) ? Array(now) : [0x20]
    }
  }
}

/// Counts what the entries of a file do.
private struct BibTeXMannerVotes {
  private var indentations: [[UInt8]: Int] = [:]
  private var gaps: [[UInt8]: Int] = [:]
  private var keyGaps: [[UInt8]: Int] = [:]
  /// Closing delimiters on lines of their own, by what stands before them.
  private var closings: [[UInt8]: Int] = [:]
  /// Closing delimiters directly behind the last field.
  private var closingsBehind = 0
  private var commasFirst = 0
  private var commasLast = 0
  private var fields = 0
  private var tabs = 0
  private var plain = [0, 0]
  private var aligned = 0
  /// Fields with more than one space behind the name, by the column of the sign.
  private var columns: [Int: Int] = [:]
  /// Fields with one space behind the name, by the column of the sign.
  private var nextColumns: [Int: Int] = [:]

  mutating func count(_ parts: BibTeXEntryParts, _ block: BibTeXSyntax.Block, _ bytes: [UInt8]) {
    let keyGap = bytes[Int(block.body.start)..<Int(block.key.start)]
    if keyGap.allSatisfy(\.isBlank) { keyGaps[Array(keyGap), default: 0] += 1 }
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
    fields += 1
    let padding = bytes[nameEnd..<equals]
    if padding.contains(0x09) {
      tabs += 1
    } else if padding.allSatisfy({ $0 == 0x20 }) {
      if padding.count < 2 { plain[padding.count] += 1 }
      if padding.count == longest - length + 1 { aligned += 1 }
      if padding.count > 1 { columns[length + padding.count, default: 0] += 1 }
      if padding.count == 1 { nextColumns[length + 1, default: 0] += 1 }
    }
    let gap = bytes[(equals + 1)..<Int(field.value.start)]
    if gap.allSatisfy(\.isBlank) { gaps[Array(gap), default: 0] += 1 }
  }

  func decide(_ manner: inout BibTeXManner) {
    manner.indentation = Self.winner(indentations) ?? manner.indentation
    manner.gap = Self.winner(gaps, rather: manner.gap) ?? manner.gap
    manner.keyGap = Self.winner(keyGaps, rather: manner.keyGap) ?? manner.keyGap
    if closingsBehind > closings.values.max() ?? 0 {
      manner.closing = nil
    } else {
      manner.closing = Self.winner(closings) ?? manner.closing
    }
    manner.commasAreFirst = commasFirst > commasLast
    if let padding = padding { manner.padding = padding }
  }

  /// The padding that most fields have already.
  private var padding: BibTeXManner.Padding? {
    guard fields > 0 else { return nil }
    if 2 * tabs > fields { return .kept }
    var best = (BibTeXManner.Padding.plain(1), plain[1])
    if plain[0] > best.1 { best = (.plain(0), plain[0]) }
    for column in columns.keys.sorted() {
      let beyond = nextColumns.reduce(0) { $1.key >= column ? $0 + $1.value : $0 }
      let count = (columns[column] ?? 0) + beyond
      if count > best.1 { best = (.column(column), count) }
    }
    return aligned > best.1 ? .entry : best.0
  }

  /// What most have; of several `preferred`, else what comes first in the order of bytes.
  private static func winner(_ votes: [[UInt8]: Int], rather preferred: [UInt8]? = nil) -> [UInt8]?
  {
    votes.max { left, right in
      if left.value != right.value { return left.value < right.value }
      if let preferred, left.key == preferred || right.key == preferred {
        return right.key == preferred && left.key != preferred
      }
      return right.key.lexicographicallyPrecedes(left.key)
    }?.key
  }
}

extension Array where Element == UInt8 {
  /// The beginning of the blanks that end at `offset`.
  func blanksStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, self[start - 1].isBlank { start -= 1 }
    return start
  }
}
