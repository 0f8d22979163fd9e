extension CitedKeys {
  /// Commands that have "cite" in their names, with their optional arguments.
  mutating func scanLaTeX() {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%"), offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\")
      {
        offset = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
      } else if bytes[offset] == UInt8(ascii: "\\") {
        offset = takeCommand(at: offset)
      } else {
        offset += 1
      }
    }
  }

  /// Takes the keys of a command that begins at `start`; the offset behind it.
  mutating func takeCommand(at start: Int) -> Int {
    let name = bytes[(start + 1)...].prefix { $0.isASCIILetter }
    let lower = Array(name.map(\.asciiLowercased))
    if let end = literalEnd(of: lower.string, at: name.endIndex) { return end }
    if lower.elementsEqual("bibitem".utf8) { takeItem(at: name.endIndex) }
    guard Self.citesWorks(lower) else { return max(name.endIndex, start + 2) }
    var offset = name.endIndex
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "*") { offset += 1 }
    // \cites and its like have notes for the whole in parentheses, and several lists of keys.
    let isMultiple = lower.last == UInt8(ascii: "s")
    if isMultiple { offset = passNotes(from: offset, "(", ")") }
    if lower.starts(with: "foreign".utf8) || lower.starts(with: "hyphen".utf8) {
      // The language of a quotation comes first.
      offset = passNotes(from: offset, "{", "}", most: 1)
    }
    // Those of apacite have the words before in angle brackets.
    offset = passNotes(from: offset, "<", ">")
    while let end = takeArgument(at: passNotes(from: offset, "[", "]")) {
      offset = end
      guard isMultiple else { break }
    }
    return offset
  }

  /// Whether a command has keys of works for its argument.
  ///
  /// Source: biblatex manual, "Citation Commands"; csquotes manual, "Integrated interface"; natbib, apacite, bibentry.
  private static func citesWorks(_ command: [UInt8]) -> Bool {
    if command.elementsEqual("bibentry".utf8) || command.elementsEqual("bibfullentry".utf8) {
      return true
    }
    let others = [
      "citestyle", "citename", "citereset", "citeindex", "citetrackertrue", "citesetup",
    ]
    return !others.contains { command.starts(with: $0.utf8) }
      && (command.firstOffset(of: Array("cite".utf8), from: 0) != nil
        || command.firstOffset(of: Array("cquote".utf8), from: 0) != nil)
  }

  private static let literalBlocks: Set<String> = [
    "verbatim", "verbatim*", "Verbatim", "Verbatim*", "lstlisting", "minted", "comment",
    "filecontents", "filecontents*",
  ]

  /// Where the text ends that a command makes literal, or leaves out; nil for other commands.
  private func literalEnd(of command: String, at offset: Int) -> Int? {
    switch command {
    case "verb", "lstinline":
      guard offset < bytes.count else { return nil }
      let mark = bytes[offset] == UInt8(ascii: "*") ? offset + 1 : offset
      guard mark < bytes.count, !bytes[mark].isASCIISpace, bytes[mark] != UInt8(ascii: "[") else {
        return nil
      }
      let close = bytes[mark] == UInt8(ascii: "{") ? UInt8(ascii: "}") : bytes[mark]
      let text = bytes[(mark + 1)...].prefix { $0 != close && $0 != 0x0A }
      return min(text.endIndex + 1, bytes.count)
    case "begin":
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{"),
        let close = bytes[offset...].prefix(20).firstIndex(of: UInt8(ascii: "}"))
      else { return nil }
      let block = bytes[(offset + 1)..<close].string
      guard Self.literalBlocks.contains(block) else { return nil }
      return bytes.firstOffset(of: Array("\\end{\(block)}".utf8), from: close) ?? bytes.count
    case "iffalse":
      return bytes.firstOffset(of: Array("\\fi".utf8), from: offset).map { $0 + 3 } ?? bytes.count
    default: return nil
    }
  }

  /// Takes the key of an item of a list of references.
  private mutating func takeItem(at offset: Int) {
    let open = passBlanks(from: passNotes(from: offset, "[", "]"))
    guard open < bytes.count, bytes[open] == UInt8(ascii: "{") else { return }
    let key = bytes[(open + 1)...].prefix { $0 != UInt8(ascii: "}") && $0 != 0x0A }
      .trimmedASCIISpace
    guard !key.isEmpty, !key.contains(UInt8(ascii: "#")) else { return }
    items.append(Use(key: key.string, range: SourceRange(key.startIndex, key.endIndex)))
  }

  /// The offset behind the optional arguments that begin at `offset`.
  ///
  /// Blanks, the end of a line and a comment may stand before each of them, as LaTeX passes over these.
  private func passNotes(
    from offset: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar, most: Int = .max
  ) -> Int {
    var offset = offset
    var count = 0
    while count < most {
      let next = passBlanks(from: offset)
      guard next < bytes.count, bytes[next] == UInt8(ascii: open) else { break }
      offset = (bytes[next...].firstIndex(of: UInt8(ascii: close)) ?? bytes.count - 1) + 1
      count += 1
    }
    return offset
  }

  /// The offset behind blanks, comments and at most one end of a line; an empty line ends a command.
  private func passBlanks(from start: Int) -> Int {
    var offset = start
    var lines = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0D: offset += 1
      case 0x0A where lines == 0:
        lines += 1
        offset += 1
      case UInt8(ascii: "%"):
        offset = bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      default: return offset
      }
    }
    return offset
  }

  /// Takes the keys of an argument in braces; the offset behind it, or nil where there is none.
  private mutating func takeArgument(at offset: Int) -> Int? {
    let offset = passBlanks(from: offset)
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{"),
      let end = bytes[offset...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    for piece in bytes[(offset + 1)..<end].split(separator: UInt8(ascii: ",")) {
      let key = piece.trimmedASCIISpace
      if key.elementsEqual("*".utf8) {
        asksForAll = true
      } else if !key.isEmpty, !key.contains(where: { "#\\{".utf8.contains($0) }) {
        uses.append(Use(key: key.string, range: SourceRange(key.startIndex, key.endIndex)))
      }
    }
    return end + 1
  }
}
