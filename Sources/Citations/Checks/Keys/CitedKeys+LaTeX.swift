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
    // What a list of references in the document itself has needs no bibliography.
    uses.removeAll { identifiers.contains($0.key) }
    identifiers = []
  }

  /// Takes the keys of a command that begins at `start`; the offset behind it.
  mutating func takeCommand(at start: Int) -> Int {
    let name = bytes[(start + 1)...].prefix { $0.isASCIILetter }
    let lower = Array(name.map(\.asciiLowercased))
    if let end = literalEnd(of: lower.string, at: name.endIndex) { return end }
    if lower.elementsEqual("bibitem".utf8) { takeItem(at: name.endIndex) }
    guard lower.firstOffset(of: Array("cite".utf8), from: 0) != nil,
      !lower.starts(with: "citestyle".utf8), !lower.starts(with: "citename".utf8)
    else { return max(name.endIndex, start + 2) }
    var offset = name.endIndex
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "*") { offset += 1 }
    // \cites and its like have notes for the whole in parentheses, and several lists of keys.
    let isMultiple = lower.last == UInt8(ascii: "s")
    if isMultiple { offset = passNotes(from: offset, "(", ")") }
    while let end = takeArgument(at: passNotes(from: offset, "[", "]")) {
      offset = end
      guard isMultiple else { break }
    }
    return offset
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
    let open = passNotes(from: offset, "[", "]")
    guard open < bytes.count, bytes[open] == UInt8(ascii: "{") else { return }
    let key = bytes[(open + 1)...].prefix { $0 != UInt8(ascii: "}") && $0 != 0x0A }
    identifiers.insert(key.trimmedASCIISpace.string)
  }

  /// The offset behind the optional arguments that begin at `offset`.
  private func passNotes(from offset: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] == UInt8(ascii: open) {
      offset = (bytes[offset...].firstIndex(of: UInt8(ascii: close)) ?? bytes.count - 1) + 1
    }
    return offset
  }

  /// Takes the keys of an argument in braces; the offset behind it, or nil where there is none.
  private mutating func takeArgument(at offset: Int) -> Int? {
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
