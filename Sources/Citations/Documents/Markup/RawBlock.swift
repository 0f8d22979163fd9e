/// A block of a line-based markup document before its inline markup is read.
struct RawBlock: Sendable {
  /// What the block is.
  enum Kind: Sendable, Hashable {
    /// A block of the body.
    case body(Block.Kind)
    /// The definition of a note, with the label as written.
    case definition(label: String)
    /// The definition of a MultiMarkdown citation, which has a name space of its own.
    case citation(label: String)
  }

  var kind: Kind
  /// The block's lines without their prefixes, joined by line feeds.
  var raw: SourceText
  /// The block in the source, from its first sign to the end of its last line.
  var range: Range<Int>
  /// The number of an ordered list's item.
  var number: Int?
  /// Whether it is a further paragraph of the list item before it.
  var continuesItem = false

  init(_ kind: Kind, raw: SourceText = SourceText(), range: Range<Int>) {
    self.kind = kind
    self.raw = raw
    self.range = range
  }

  /// Adds bytes of the source, and lets the block end at `end` where they count as a part of it.
  mutating func append(_ bytes: ArraySlice<UInt8>, endingAt end: Int?) {
    raw.append(bytes, source: bytes.startIndex)
    if let end { range = range.lowerBound..<max(range.lowerBound, end) }
  }
}

/// The two languages of the Markdown kin, where they differ.
enum MarkdownDialect: Sendable, Hashable {
  /// CommonMark with the extensions of GFM, Pandoc and MultiMarkdown.
  case markdown
  case djot

  /// How far a note's later paragraphs are indented.
  var definitionIndent: Int { self == .djot ? 1 : 4 }
}

/// The address that a reference definition gives to a label.
typealias LinkDefinitions = [String: String]

extension Array where Element == RawBlock {
  /// The blocks without the headings of sections that hold nothing but definitions of notes.
  var withoutNoteHeadings: [RawBlock] {
    var result: [RawBlock] = []
    result.reserveCapacity(count)
    var index = 0
    while index < count {
      let block = self[index]
      index += 1
      guard case .body(.heading) = block.kind, NoteHeading.matches(block.raw.utf8[...]) else {
        result.append(block)
        continue
      }
      var end = index
      while end < count, self[end].isDefinition { end += 1 }
      var isNextHeading = end == count
      if end < count, case .body(.heading) = self[end].kind { isNextHeading = true }
      if end == index || !isNextHeading { result.append(block) }
    }
    return result
  }
}

extension RawBlock {
  /// Whether the block defines a note.
  var isDefinition: Bool {
    if case .body = kind { return false }
    return true
  }

  /// The block in the source.
  var sourceRange: SourceRange { SourceRange(range.lowerBound, range.upperBound) }
}
