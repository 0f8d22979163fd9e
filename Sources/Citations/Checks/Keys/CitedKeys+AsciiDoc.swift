extension CitedKeys {
  /// The macros `cite:[key, other(12)]` and `citenp:[key]`, outside of code, literal text and comments.
  ///
  /// Source: asciidoctor-bibtex, "Citation": a locator in parentheses may follow each key. AsciiDoc Language Documentation,
  /// "Delimited Blocks".
  mutating func scanAsciiDoc() {
    var block: [UInt8]?
    var start = 0
    while start < bytes.count {
      let line = bytes[start...].prefix { $0 != 0x0A }
      defer { start = line.endIndex + 1 }
      let fence = Array(line.trimmedASCIISpace)
      if let open = block {
        if fence == open { block = nil }
      } else if Self.isFence(fence) {
        block = fence
      } else if !line.starts(with: "//" as StaticString) {
        takeMacros(in: line)
      }
    }
  }

  /// Whether a line begins a block whose text is not read: code, literal or passed text, or a comment.
  private static func isFence(_ line: [UInt8]) -> Bool {
    guard let first = line.first, line.count >= 4 else { return false }
    return "-.+/".utf8.contains(first) && line.allSatisfy { $0 == first }
  }

  private mutating func takeMacros(in line: ArraySlice<UInt8>) {
    var offset = line.startIndex
    while offset < line.endIndex {
      let macro = ["cite:[", "citenp:["].first { line[offset...].starts(with: $0.utf8) }
      let isWord = offset > line.startIndex && bytes[offset - 1].isASCIIAlphanumeric
      guard let macro, !isWord,
        let end = line[offset...].firstIndex(of: UInt8(ascii: "]"))
      else {
        offset += 1
        continue
      }
      takeKeys(in: line[(offset + macro.utf8.count)..<end])
      offset = end
    }
  }

  private mutating func takeKeys(in text: ArraySlice<UInt8>) {
    for piece in text.split(separator: UInt8(ascii: ",")) {
      let key = piece.prefix { $0 != UInt8(ascii: "(") }.trimmedASCIISpace
      // A locator with commas has pieces that begin inside of its parentheses.
      if !key.isEmpty, !key.contains(where: { $0.isASCIISpace || $0 == UInt8(ascii: ")") }) {
        add(key.startIndex..<key.endIndex)
      }
    }
  }
}
