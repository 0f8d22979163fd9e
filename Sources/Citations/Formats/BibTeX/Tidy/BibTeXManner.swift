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
    /// Up to one column of the file; behind names that reach it so many spaces, 0 or 1.
    case column(Int, least: Int)
    /// Whatever each field has.
    case kept
  }

  /// The white space between an equals sign and the value.
  enum Gap: Hashable {
    /// So many spaces.
    case plain(Int)
    /// Up to one column of the file, counted from the beginning of the name; one space where that is reached.
    case column(Int)
    /// Whatever each field has.
    case kept
  }

  var indentation: [UInt8] = [0x20, 0x20]
  var padding = Padding.plain(1)
  var gap = Gap.plain(1)
  /// Whether most keys stand apart from the opening delimiter; all then stay where they are.
  var keepsKeyGaps = false
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
    case .column(let column): padding = .column(column, least: 1)
    }
  }

  /// The white space behind a name of the given length.
  func paddingBytes(_ length: Int, longest: Int, now: ArraySlice<UInt8>) -> [UInt8] {
    switch padding {
    case .plain(let count): [UInt8](repeating: 0x20, count: count)
    case .entry: [UInt8](repeating: 0x20, count: longest - length + 1)
    case .column(let column, let least):
      [UInt8](repeating: 0x20, count: max(column - length, least))
    case .kept: now.allSatisfy(\.isBlank) ? Array(now) : [0x20]
    }
  }

  /// The white space between the equals sign, which ends in the given column, and a value.
  func gapBytes(_ column: Int, now: ArraySlice<UInt8>) -> [UInt8] {
    switch gap {
    case .plain(let count): [UInt8](repeating: 0x20, count: count)
    case .column(let target): [UInt8](repeating: 0x20, count: max(target - column, 1))
    case .kept: now.allSatisfy(\.isBlank) ? Array(now) : [0x20]
    }
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
