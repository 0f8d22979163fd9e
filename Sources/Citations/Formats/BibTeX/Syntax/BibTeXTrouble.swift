/// What went wrong while a block was read, so that one manner of reading can be preferred to another.
struct BibTeXTrouble: Comparable {
  /// Whether the block has no closing delimiter.
  var isOpen = false
  /// How many values have no end of their own.
  var openValues = 0
  /// How much text was passed over or is in doubt.
  var losses = 0
  /// Whether something was repaired in full.
  var isRepaired = false
  /// Whether a value holds a line that looks like an entry.
  var crossedEntryLine = false
  /// Whether a value holds a delimiter behind a backslash.
  var sawEscape = false

  var isNone: Bool { !isOpen && openValues == 0 && losses == 0 }

  private var rank: Int { (isOpen ? 1 << 32 : 0) + openValues + losses }

  static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  static func <= (left: Self, right: Self) -> Bool { left.rank <= right.rank }
}

/// One reading of a block.
struct BibTeXAttempt: Equatable {
  var manner: BibTeXParser.Manner
  var endsAtEntryLines: Bool
  var trouble: BibTeXTrouble
}

/// How far a tree has grown, so that a reading can be taken back.
struct BibTeXMark {
  private let blocks: Int
  private let fields: Int
  private let pieces: Int
  private let diagnostics: Int

  init(_ tree: BibTeXSyntax) {
    blocks = tree.blocks.count
    fields = tree.fields.count
    pieces = tree.pieces.count
    diagnostics = tree.diagnostics.count
  }

  /// Removes what was added since.
  func restore(_ tree: inout BibTeXSyntax) {
    tree.blocks.removeSubrange(blocks...)
    tree.fields.removeSubrange(fields...)
    tree.pieces.removeSubrange(pieces...)
    tree.diagnostics.removeSubrange(diagnostics...)
  }
}
