/// The entries of a file with the text of their values: strings put in, pieces joined, names of fields made one.
struct BibTeXResolver {
  /// A field of an entry.
  struct Field: Sendable, Hashable {
    /// The number of its name in `BibTeXFieldTable`, or -1 for one that is not known.
    var number: Int32
    /// Where its name stands in the source.
    var name: SourceRange
    /// Where its value stands in `bytes`.
    var value: SourceRange
    /// Where its value stands in the source, delimiters included.
    var source: SourceRange
  }

  /// An entry.
  struct Entry: Sendable {
    /// The index of its block.
    var block: Int32
    /// The index of its type in `types`.
    var type: Int32
    /// Whether it takes fields from other entries.
    var inherits = false
    /// Its fields, as indices.
    var fields: Range<Int32>
  }

  let tree: BibTeXSyntax
  let dialect: BibTeXDialect
  /// The source, and behind it the values that were put together.
  private(set) var bytes: [UInt8]
  private(set) var fields: [Field] = []
  private(set) var entries: [Entry] = []
  private(set) var types: BibTeXTypeTable
  private(set) var diagnostics: [Diagnostic] = []
  private var strings: [[UInt8]: SourceRange] = [:]
  private let names = BibTeXFieldTable.names
  private let canonical = BibTeXFieldTable.canonical

  /// How many bytes of values may be put together in all: strings made of strings can double at each step.
  private static let joinedLimit = 64 << 20

  private static let crossref = Int32(BibTeXFieldTable.number("crossref"))
  private static let xdata = Int32(BibTeXFieldTable.number("xdata"))

  /// Resolves a file; `types` may be those of another file in the same dialect.
  init(_ tree: BibTeXSyntax, _ dialect: BibTeXDialect, types: BibTeXTypeTable? = nil) {
    self.types = types ?? BibTeXTypeTable(dialect)
    self.tree = tree
    self.dialect = dialect
    bytes = tree.bytes
    fields.reserveCapacity(tree.fields.count)
    for (index, block) in tree.blocks.enumerated() {
      switch block.kind {
      case .entry: take(block, index)
      case .stringDefinition: define(block)
      case .preamble, .comment, .text, .broken: continue
      }
    }
  }

  /// The key of an entry, white space at its ends left out.
  func key(of entry: Entry) -> ArraySlice<UInt8> {
    tree[tree.blocks[Int(entry.block)].key].trimmedASCIISpace
  }

  /// The name of a field in small letters, older names replaced.
  func name(of field: Field) -> String {
    if field.number >= 0 { return BibTeXFieldTable.names.words[Int(field.number)].string }
    return tree[field.name].map(\.asciiLowercased).string
  }

  /// The bytes of a field's value.
  func value(of field: Field) -> ArraySlice<UInt8> {
    bytes[Int(field.value.start)..<Int(field.value.end)]
  }

  // MARK: Entries

  private mutating func take(_ block: BibTeXSyntax.Block, _ index: Int) {
    let start = Int32(fields.count)
    var entry = Entry(
      block: Int32(index), type: types.number(of: tree[block.type]), fields: start..<start)
    for field in tree.fields(of: block) {
      guard let value = value(of: field), !isBlank(value) else { continue }
      let number = names[tree[field.name]].map { Int32(canonical[$0]) } ?? -1
      if number == Self.crossref || number == Self.xdata { entry.inherits = true }
      guard !isRepeated(number, field.name, from: Int(start)) else { continue }
      fields.append(Field(number: number, name: field.name, value: value, source: field.value))
    }
    entry.fields = start..<Int32(fields.count)
    entries.append(entry)
  }

  /// Whether the entry at hand has the field under the same name already: the first one counts, as in BibTeX.
  private func isRepeated(_ number: Int32, _ name: SourceRange, from start: Int) -> Bool {
    // Entries have few fields; one with thousands is no bibliography, and is bounded here.
    for field in fields[start...].prefix(256) where field.number == number {
      if tree.bytes.isSameName(field.name, name) { return true }
    }
    return false
  }

  private func isBlank(_ range: SourceRange) -> Bool {
    bytes[Int(range.start)..<Int(range.end)].isBlankOfBibTeX
  }

  // MARK: Values

  private mutating func define(_ block: BibTeXSyntax.Block) {
    for field in tree.fields(of: block) {
      let name = tree[field.name].map(\.asciiLowercased)
      guard let value = value(of: field) else { continue }
      if let old = strings[name], !tree.bytes.isEmpty,
        !bytes[Int(old.start)..<Int(old.end)].elementsEqual(
          bytes[Int(value.start)..<Int(value.end)])
      {
        report(
          .redefinedString, "string \"\(name.string)\" is defined again with another value",
          field.name)
      }
      strings[name] = value
    }
  }

  /// Where the value of a field stands in `bytes`; nil where there is none.
  private mutating func value(of field: BibTeXSyntax.Field) -> SourceRange? {
    let pieces = tree.pieces(of: field)
    guard let first = pieces.first else { return nil }
    if pieces.count == 1 { return first.kind == .symbol ? text(of: first) : first.text }
    var joined: [UInt8] = []
    for piece in pieces {
      guard let range = piece.kind == .symbol ? text(of: piece) : piece.text else { continue }
      let length = Int(range.end - range.start)
      guard bytes.count - tree.bytes.count + joined.count + length <= Self.joinedLimit else {
        report(.oversizedValue, "the pieces of the value are too long to be joined", piece.text)
        break
      }
      joined.append(contentsOf: bytes[Int(range.start)..<Int(range.end)])
    }
    return append(joined)
  }

  private mutating func append(_ text: [UInt8]) -> SourceRange {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return SourceRange(start, bytes.count)
  }

  /// The text that a string stands for; the names of months stand for themselves.
  private mutating func text(of piece: BibTeXSyntax.Piece) -> SourceRange? {
    if strings.isEmpty, BibTeXStrings.isMonth(tree[piece.text]) { return piece.text }
    let name = tree[piece.text].map(\.asciiLowercased)
    if let value = strings[name] { return value }
    if BibTeXStrings.isMonth(name[...]) { return piece.text }
    if let journal = BibTeXStrings.journals[name.string] {
      let range = append(Array(journal.utf8))
      strings[name] = range
      return range
    }
    report(
      .undefinedString,
      "string \"\(tree[piece.text].string)\" is not defined, it stands for nothing",
      piece.text)
    return nil
  }

  private mutating func report(_ rule: Rule, _ message: String, _ range: SourceRange) {
    diagnostics.append(Diagnostic(rule, message, at: range))
  }
}

/// The strings that the standard styles of BibTeX define.
enum BibTeXStrings {
  /// Whether a name is one of those for months.
  static func isMonth(_ name: ArraySlice<UInt8>) -> Bool { name.count == 3 && months[name] != nil }

  /// The names of months, January first.
  static let months = ByteTable(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    foldsCase: true)

  /// Source: plain.bst 0.99b, "MACRO".
  static let journals = [
    "acmcs": "ACM Computing Surveys", "acta": "Acta Informatica",
    "cacm": "Communications of the ACM", "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal", "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters", "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences", "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing", "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems", "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
    "tcs": "Theoretical Computer Science",
  ]
}
