extension CitedKeys {
  /// Roles whose names have "cite" in them, `:cite:p:`key,other``, outside of literal text and comments.
  ///
  /// Source: sphinxcontrib-bibtex, "Roles and Directives".
  mutating func scanRST() {
    var offset = 0
    while offset < bytes.count {
      let isLineStart = offset == 0 || bytes[offset - 1] == 0x0A
      if isLineStart, let end = explicitEnd(at: offset) {
        offset = end
      } else if bytes[offset] == UInt8(ascii: "`") {
        let run = bytes[offset...].prefix { $0 == UInt8(ascii: "`") }
        let end = bytes.firstOffset(of: Array(run), from: run.endIndex)
        if run.count == 1, let end { takeRole(before: offset, end + 1) }
        offset = end.map { $0 + run.count } ?? run.endIndex
      } else {
        offset += 1
      }
    }
  }

  /// Where the line of a comment ends; nil for other lines.
  ///
  /// A directive that prints all entries is noted.
  private mutating func explicitEnd(at offset: Int) -> Int? {
    guard bytes[offset...].starts(with: ".. " as StaticString) else { return nil }
    let line = bytes[offset...].prefix { $0 != 0x0A }
    if Array(line).firstOffset(of: Array("bibliography::".utf8), from: 0) != nil {
      noteOptions(of: line)
      return line.endIndex
    }
    // Footnotes, targets and directives have text or code; what is none of them is a comment.
    let head = line.dropFirst(3).first ?? 0
    let isOther =
      "[_|".utf8.contains(head) || Array(line).firstOffset(of: Array("::".utf8), from: 0) != nil
    return isOther ? nil : line.endIndex
  }

  private mutating func noteOptions(of directive: ArraySlice<UInt8>) {
    var start = directive.endIndex
    while start < bytes.count {
      let line = bytes[(start + 1)...].prefix { $0 != 0x0A }
      let option = line.trimmedASCIISpace
      guard option.first == UInt8(ascii: ":") else { return }
      if option.starts(with: ":all:" as StaticString) { asksForAll = true }
      start = line.endIndex
    }
  }

  /// Takes the keys of the text in backticks from `open` to `end` if a role for citations stands before it.
  ///
  /// In reStructuredText it is `:cite:p:`, in MyST's Markdown `{cite:p}`.
  mutating func takeRole(before open: Int, _ end: Int) {
    guard open > 0, end > open + 2 else { return }
    let isMyST = bytes[open - 1] == UInt8(ascii: "}")
    guard isMyST || bytes[open - 1] == UInt8(ascii: ":") else { return }
    var start = open - 1
    while start > 0,
      bytes[start - 1].isASCIIAlphanumeric || ":.+-_*".utf8.contains(bytes[start - 1])
    {
      start -= 1
    }
    let name = bytes[start..<(open - 1)]
    guard Array(name).firstOffset(of: Array("cite".utf8), from: 0) != nil,
      isMyST
        ? start > 0 && bytes[start - 1] == UInt8(ascii: "{") : name.first == UInt8(ascii: ":")
    else { return }
    var depth = 0
    var piece = open + 1
    for offset in (open + 1)..<end {
      let byte = bytes[offset]
      // The words around a key stand in braces.
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      guard offset == end - 1 || byte == UInt8(ascii: ",") && depth <= 0 else { continue }
      takePiece(bytes[piece..<offset])
      piece = offset + 1
    }
  }

  /// The key of a piece, `{see}key{p. 12}`.
  private mutating func takePiece(_ piece: ArraySlice<UInt8>) {
    var key = piece.trimmedASCIISpace
    if key.first == UInt8(ascii: "{"), let close = key.firstIndex(of: UInt8(ascii: "}")) {
      key = key[(close + 1)...]
    }
    key = key.prefix { $0 != UInt8(ascii: "{") }.trimmedASCIISpace
    guard !key.isEmpty, !key.contains(where: \.isASCIISpace) else { return }
    uses.append(Use(key: key.string, range: SourceRange(key.startIndex, key.endIndex)))
  }
}
