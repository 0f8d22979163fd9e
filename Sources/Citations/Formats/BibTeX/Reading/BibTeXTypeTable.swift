/// The types of the entries of a file, numbered as they come.
struct BibTeXTypeTable: Sendable {
  /// A type of entries.
  struct EntryType: Sendable {
    /// The name in small letters.
    var name: String
    /// The name that BibLaTeX prefers.
    var canonical: String
    /// The `type` that the name implies.
    var genre: String?
    var table: BibTeXFieldTable
    /// The CSL type; nil for a type that is not known.
    var meaning: ItemType?
  }

  private let dialect: BibTeXDialect
  private var types: [EntryType] = []
  private var numbers: [[UInt8]: Int32] = [:]

  init(_ dialect: BibTeXDialect) { self.dialect = dialect }

  /// The first type, or nil.
  var first: EntryType? { types.first }

  subscript(number: Int32) -> EntryType { types[Int(number)] }

  /// The number of the type with a name, in whatever case.
  mutating func number(of word: ArraySlice<UInt8>) -> Int32 {
    let key = word.map(\.asciiLowercased)
    if let number = numbers[key] { return number }
    let name = key.string
    let (canonical, genre) = BibTeXTypeAliases.canonical(name)
    let meaning = BibTeXTypes.biblatex.meaning(of: canonical)
    types.append(
      EntryType(
        name: name, canonical: canonical, genre: genre,
        table: BibTeXFieldTable(dialect, entryType: canonical),
        meaning: meaning.map { ItemType(rawValue: $0) }))
    numbers[key] = Int32(types.count - 1)
    return Int32(types.count - 1)
  }
}
