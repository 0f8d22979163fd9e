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
