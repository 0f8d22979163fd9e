/// Sorts the entries of a file; what stands above an entry goes with it.
///
/// Runs of entries end at definitions of strings, at preambles and at whatever had to be repaired: what those mean depends on
/// their place, so no entry passes them.
struct BibTeXEntryOrder {
  private let tree: BibTeXSyntax
  private let ranks: [BibTeXEntryRank]
  private let lineEnding: [UInt8]
  private var output: [UInt8] = []
  private var run: [Unit] = []
  /// What will go with the next entry.
  private var pending = Unit()
  /// Whether the block before was repaired: what follows it stays there.
  private var holdsNext = false
  /// Whether the end of a block depends on all that follows, which therefore stays as it is.
  private var isOver = false

  /// An entry with what goes with it.
  private struct Unit {
    /// White space before it, which stays where it is.
    var gap: [UInt8] = []
    /// Comments and free text above it.
    var lead: [UInt8] = []
    var entry: [UInt8] = []
    /// What stands behind it on its line.
    var tail: [UInt8] = []
    var rank = BibTeXEntryRank()
  }

  private init(_ bytes: [UInt8], _ order: BibTeXTidyOptions.Order, _ lineEnding: [UInt8]) {
    tree = BibTeXParser.parse(bytes)
    ranks = BibTeXEntryRank.ranks(of: tree, order)
    self.lineEnding = lineEnding
  }

  /// The file with its entries sorted.
  static func sorted(
    _ bytes: [UInt8], _ order: BibTeXTidyOptions.Order, _ lineEnding: [UInt8]
  ) -> [UInt8] {
    var sorter = Self(bytes, order, lineEnding)
    for index in sorter.tree.blocks.indices { sorter.take(index) }
    sorter.flush(isFollowed: !sorter.pending.lead.isEmpty)
    return sorter.output + sorter.pending.gap + sorter.pending.lead
  }

  private mutating func take(_ index: Int) {
    let block = tree.blocks[index]
    let text = Array(tree[block.range])
    if isOver || block.hasDoubtfulEnd {
      if !isOver { flush(isFollowed: true) }
      isOver = true
      output += pending.gap + pending.lead + text
      pending = Unit()
      return
    }
    switch block.kind {
    case .entry where block.isClosed && !block.isRepaired && !holdsNext:
      if run.isEmpty { keepHeader() }
      pending.entry = text
      pending.rank = ranks[index]
      run.append(pending)
      pending = Unit()
    case .entry, .stringDefinition, .preamble, .broken:
      flush(isFollowed: true)
      output += pending.gap + pending.lead + text
      pending = Unit()
      holdsNext = block.isRepaired || !block.isClosed
    case .comment: pending.lead += text
    case .text: takeText(text, isBehindEntry: index > 0 && tree.blocks[index - 1].kind == .entry)
    }
  }

  private mutating func takeText(_ text: [UInt8], isBehindEntry: Bool) {
    var start = 0
    if isBehindEntry, !run.isEmpty, let lineEnd = text.firstIndex(where: \.isLineEnd) {
      run[run.count - 1].tail = Array(text[..<lineEnd])
      start = lineEnd
    }
    if pending.lead.isEmpty {
      let first = text.skippingSpace(from: start)
      pending.gap += text[start..<first]
      start = first
    }
    pending.lead += text[start...]
  }

  /// Leaves in its place what an empty line separates from the first entry of a run.
  private mutating func keepHeader() {
    let text = pending.gap + pending.lead
    var cut: Int?
    var index = 0
    while index < text.count {
      let next = text.skippingSpace(from: index)
      if text[index..<next].count(where: { $0 == 0x0A }) > 1
        || text[index..<next].count(where: { $0 == 0x0D }) > 1
      {
        cut = text.blanksStart(before: next)
      }
      index = max(next, index + 1)
    }
    guard let cut else { return }
    output += text[..<cut]
    pending.gap = []
    pending.lead = Array(text[cut...])
  }

  /// Writes the run in its order; white space stays in its place.
  private mutating func flush(isFollowed: Bool) {
    let order = run.indices.sorted { (left, right) in
      run[left].rank == run[right].rank ? left < right : run[left].rank < run[right].rank
    }
    let isChanged = !order.elementsEqual(run.indices)
    for (place, index) in order.enumerated() {
      if isChanged { endLine(before: run[place].gap) }
      output += run[place].gap + run[index].lead + run[index].entry + run[index].tail
    }
    if isChanged, isFollowed { endLine(before: pending.gap) }
    run = []
  }

  /// Ends the line where the white space that follows does not: a comment may stand on it.
  private mutating func endLine(before gap: [UInt8]) {
    guard let last = output.last, !last.isLineEnd, !gap.contains(where: \.isLineEnd) else { return }
    output += lineEnding
  }
}
