/// Keys in other letters, wherever a file names them.
struct BibTeXKeyLetters {
  private let syntax: BibTeXSyntax
  private let letters: BibTeXTidyOptions.Letters
  /// Keys in small letters that stand in the file in more than one way, and so stay as they are.
  private var colliding: Set<[UInt8]> = []

  /// Fields whose values are keys, with commas between them.
  private static let keyFields: Set<[UInt8]> = Set(
    ["crossref", "xref", "xdata", "related", "entryset", "ids"].map { Array($0.utf8) })

  init(_ syntax: BibTeXSyntax, _ letters: BibTeXTidyOptions.Letters) {
    self.syntax = syntax
    self.letters = letters
    guard letters != .keep else { return }
    var keys = BibTeXNameTable(capacity: syntax.blocks.count, foldsCase: true)
    for block in syntax.blocks where block.kind == .entry {
      note(block.key, &keys)
      for field in syntax.fields(of: block) where isOfKeys(field) {
        for key in names(field) { note(key, &keys) }
      }
      // A block that was repaired keeps its key, and so does whatever names it.
      if block.isRepaired || !block.isClosed {
        colliding.insert(syntax[block.key].map(\.asciiLowercased))
      }
    }
  }

  /// What a field says about keys counts only where it is one piece.
  func isOfKeys(_ field: BibTeXSyntax.Field) -> Bool {
    field.pieces.end == field.pieces.start + 1
      && Self.keyFields.contains(syntax[field.name].map(\.asciiLowercased))
  }

  /// The key as it will stand.
  func text(_ key: SourceRange) -> [UInt8] {
    let text = syntax[key]
    guard letters != .keep, !colliding.contains(text.map(\.asciiLowercased)) else {
      return Array(text)
    }
    return text.with(letters)
  }

  /// The keys that a field names, as edits.
  func edits(_ field: BibTeXSyntax.Field) -> [SourceEdit] {
    letters == .keep ? [] : names(field).map { SourceEdit($0, text($0)) }
  }

  private mutating func note(_ key: SourceRange, _ keys: inout BibTeXNameTable) {
    guard let first = keys.insert(key, syntax.bytes), syntax[first] != syntax[key] else { return }
    colliding.insert(syntax[key].map(\.asciiLowercased))
  }

  private func names(_ field: BibTeXSyntax.Field) -> [SourceRange] {
    syntax.pieces(of: field).first.map { syntax.commaSeparated($0.text) } ?? []
  }
}
