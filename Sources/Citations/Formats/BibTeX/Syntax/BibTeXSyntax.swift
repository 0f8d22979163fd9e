/// A BibTeX file as it stands: blocks that tile its bytes, the fields of each, and the pieces of each field's value.
///
/// Nothing is decoded and nothing is left out: the ranges of `blocks`, one after the other, give the file back byte for
/// byte, whether it is well formed or not. Fields and pieces lie in one array each, blocks and fields hold slices of them.
public struct BibTeXSyntax: Sendable {
  /// The source.
  public let bytes: [UInt8]
  /// The blocks in the order of the file; the first begins at 0, each begins where the one before it ends.
  public internal(set) var blocks: [Block] = []
  /// The fields of all blocks.
  public internal(set) var fields: [Field] = []
  /// The pieces of all values.
  public internal(set) var pieces: [Piece] = []
  /// What is wrong with the file, in the order of the file.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Reads a file; what is wrong with it is in `diagnostics`.
  ///
  /// - Complexity: O(*n*).
  public init(parsing source: SourceFile) {
    self = BibTeXParser.parse(source.bytes)
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The bytes of a range.
  public subscript(range: SourceRange) -> ArraySlice<UInt8> {
    bytes[Int(range.start)..<Int(range.end)]
  }

  /// The fields of a block: those of an entry, the definitions of a `@string`, the nameless value of a `@preamble`.
  public func fields(of block: Block) -> ArraySlice<Field> {
    fields[Int(block.fields.start)..<Int(block.fields.end)]
  }

  /// The pieces of a field's value, which `#` joins; none where there is no value.
  public func pieces(of field: Field) -> ArraySlice<Piece> {
    pieces[Int(field.pieces.start)..<Int(field.pieces.end)]
  }

  /// The parts of a text between commas, without white space, the empty ones left out.
  func commaSeparated(_ text: SourceRange) -> [SourceRange] {
    var result: [SourceRange] = []
    var start = Int(text.start)
    let end = Int(text.end)
    while start < end {
      let comma = bytes[start..<end].firstIndex(of: UInt8(ascii: ",")) ?? end
      let name = bytes[start..<comma].trimmedASCIISpace
      if !name.isEmpty { result.append(SourceRange(name.startIndex, name.endIndex)) }
      start = comma + 1
    }
    return result
  }

  /// Whether a field's value is one piece with nothing but white space and empty groups in it.
  func isEmpty(_ field: Field) -> Bool {
    guard let piece = pieces(of: field).first, field.pieces.end == field.pieces.start + 1 else {
      return false
    }
    guard piece.kind == .braced || piece.kind == .quoted else { return false }
    return bytes[Int(piece.text.start)..<Int(piece.text.end)].isBlankOfBibTeX
  }
}

extension BibTeXSyntax {
  /// What a file consists of.
  public struct Block: Sendable, Hashable {
    /// What a block is.
    public enum Kind: UInt8, Sendable, Hashable {
      /// `@book{key, …}`.
      case entry
      /// `@string{name = …}`.
      case stringDefinition
      /// `@preamble{…}`.
      case preamble
      /// `@comment{…}`, or `@comment` and the rest of its line.
      case comment
      /// What stands between the others, lines behind `%` included.
      case text
      /// The beginning of something that could not be read.
      case broken
    }

    /// What the block is.
    public var kind: Kind
    /// Whether something in the block had to be repaired or passed over.
    public var isRepaired = false
    /// Whether the place where the block ends was found by repair, so that it may depend on all that follows.
    var hasDoubtfulEnd = false
    /// The delimiter that opens the body, `{` or `(`; 0 where there is none.
    public var opener: UInt8 = 0
    /// Whether the delimiter that closes the body is there.
    public var isClosed = true
    /// The whole block: from `@` to the closing delimiter, both included.
    public var range: SourceRange
    /// The word behind `@`; empty for text.
    public var type: SourceRange
    /// An entry's key; empty, and where it would stand, where an entry has none.
    public var key: SourceRange
    /// What stands between the delimiters; for text all of it.
    public var body: SourceRange
    /// The slice of the tree's `fields`, as indices.
    public var fields = SourceRange(0, 0)
  }

  /// A field of an entry, a definition of a `@string`, or the value of a `@preamble`.
  public struct Field: Sendable, Hashable {
    /// The name; empty for a `@preamble`.
    public var name: SourceRange
    /// The value from its first piece to its last, delimiters included; empty where there is none.
    public var value: SourceRange
    /// The slice of the tree's `pieces`, as indices.
    public var pieces: SourceRange
    /// The offset of the comma that ends the field, or nil where there is none.
    public var comma: UInt32? {
      get { storedComma == .max ? nil : storedComma }
      set { storedComma = newValue ?? .max }
    }
    /// An optional would take four bytes more in each of a million fields.
    private var storedComma: UInt32 = .max

    /// From the name to the end of the value.
    public var range: SourceRange {
      SourceRange(Int(name.start), Int(max(name.end, value.end)))
    }

    init(name: SourceRange, value: SourceRange, pieces: SourceRange) {
      self.name = name
      self.value = value
      self.pieces = pieces
    }
  }

  /// A piece of a value.
  public struct Piece: Sendable, Hashable {
    /// How a piece is written.
    public enum Kind: UInt8, Sendable, Hashable {
      /// `{…}`.
      case braced
      /// `"…"`.
      case quoted
      /// Digits.
      case number
      /// The name of a string.
      case symbol
      /// Text that should have delimiters and has none: `12a`.
      case unquoted
    }

    /// How the piece is written.
    public var kind: Kind
    /// Whether the delimiter that ends it is there; true for pieces that have none.
    public var isClosed = true
    /// The text without its delimiters.
    public var text: SourceRange
  }
}
