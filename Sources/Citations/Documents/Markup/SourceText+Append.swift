extension SourceText {
  /// Appends another text with its places; its styles and links are left behind.
  mutating func append(_ other: SourceText) {
    for (index, piece) in other.pieces.enumerated() {
      let end =
        index + 1 < other.pieces.count ? Int(other.pieces[index + 1].offset) : other.count
      append(other.utf8[Int(piece.offset)..<end], source: Int(piece.source))
    }
  }
}
