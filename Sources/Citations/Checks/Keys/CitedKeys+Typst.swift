extension CitedKeys {
  /// References `@key`, and calls of `cite`.
  ///
  /// Source: Typst reference, "cite" and "bibliography".
  mutating func scanTypst() {
    var offset = 0
    while offset < bytes.count {
      if let end = rawEnd(at: offset) ?? codeEnd(at: offset) {
        offset = end
      } else if bytes[offset] == UInt8(ascii: "@"), isPandocStart(offset) {
        offset = takeKey(after: offset)
      } else if let open = callStart(at: offset, "cite") {
        offset = takeLabel(at: open)
      } else if let open = callStart(at: offset, "bibliography") {
        offset = takeBibliography(from: open)
      } else {
        offset += 1
      }
    }
    // An at sign also refers to a label of the document itself.
    let labels = labels()
    uses.removeAll { labels.contains($0.key) }
  }

  /// Where raw text or a comment that begins at `offset` ends; nil where none begins.
  private func rawEnd(at offset: Int) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: "`"):
      let run = bytes[offset...].prefix { $0 == UInt8(ascii: "`") }
      let end = bytes.firstOffset(of: Array(run), from: run.endIndex)
      return end.map { $0 + run.count } ?? (run.count > 2 ? bytes.count : run.endIndex)
    case UInt8(ascii: "/"):
      if bytes[offset...].starts(with: "/*" as StaticString) {
        return (bytes.firstOffset(of: Array("*/".utf8), from: offset) ?? bytes.count - 2) + 2
      }
      // The two of an address are no comment.
      guard bytes[offset...].starts(with: "//" as StaticString),
        bytes[..<offset].last != UInt8(ascii: ":")
      else { return nil }
      return bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    default: return nil
    }
  }

  /// Where an import, or a string that is an argument, ends; nil where none begins.
  private func codeEnd(at offset: Int) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: "#"):
      let rest = bytes[offset...]
      guard
        rest.starts(with: "#import " as StaticString)
          || rest.starts(with: "#include " as StaticString)
      else { return nil }
      return rest.firstIndex(of: 0x0A) ?? bytes.count
    case UInt8(ascii: "\""):
      // Between words a quotation mark is one; an argument stands behind a parenthesis, a comma or a colon.
      let before = bytes[..<offset].last { $0 != 0x20 }
      let isArgument =
        before == UInt8(ascii: "(")
        || offset > 0 && bytes[offset - 1] == 0x20
          && (before == UInt8(ascii: ",") || before == UInt8(ascii: ":")) && isInCall(offset)
      guard isArgument else { return nil }
      let end = bytes[(offset + 1)...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == 0x0A }
      return (end ?? bytes.count - 1) + 1
    default: return nil
    }
  }

  /// Whether a parenthesis is open before `offset` on its line.
  private func isInCall(_ offset: Int) -> Bool {
    for byte in bytes[..<offset].suffix(200).reversed() {
      switch byte {
      case 0x0A, UInt8(ascii: ")"): return false
      case UInt8(ascii: "("): return true
      default: continue
      }
    }
    return false
  }

  /// The offset behind the parenthesis of a call of a function that begins at `offset`.
  private func callStart(at offset: Int, _ name: StaticString) -> Int? {
    guard bytes[offset...].starts(with: name) else { return nil }
    let before = bytes[..<offset].last
    let isWord = before.map { $0.isASCIIAlphanumeric || "-_.".utf8.contains($0) } ?? false
    let open = offset + name.utf8CodeUnitCount
    return !isWord && open < bytes.count && bytes[open] == UInt8(ascii: "(") ? open + 1 : nil
  }

  /// Takes the key of `<key>` or `label("key")`; the offset behind it.
  private mutating func takeLabel(at open: Int) -> Int {
    var rest = bytes[open...].drop { $0.isASCIISpace }
    if rest.starts(with: "label(" as StaticString) {
      rest = rest.dropFirst(6).drop { $0.isASCIISpace }
    }
    guard let first = rest.first, first == UInt8(ascii: "<") || first == UInt8(ascii: "\"")
    else { return open }
    let close = first == UInt8(ascii: "<") ? UInt8(ascii: ">") : first
    let key = rest.dropFirst().prefix { $0 != close && $0 != 0x0A }
    if !key.isEmpty { add(key.startIndex..<key.endIndex) }
    return key.endIndex
  }

  /// `full: true` prints all entries.
  private mutating func takeBibliography(from open: Int) -> Int {
    let arguments = bytes[open...].prefix { $0 != UInt8(ascii: ")") }
    let text = arguments.filter { !$0.isASCIISpace }
    if text.firstOffset(of: Array("full:true".utf8), from: 0) != nil { asksForAll = true }
    return arguments.endIndex
  }

  /// The labels `<name>` that the document gives, on one line each.
  private func labels() -> Set<String> {
    var result: Set<String> = []
    var start: Int?
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<") {
        // The labels in cite(<…>) are uses and no definitions.
        let isUse = offset > 0 && bytes[offset - 1] == UInt8(ascii: "(")
        start = isUse ? nil : offset + 1
      } else if byte == UInt8(ascii: ">"), let from = start {
        result.insert(bytes[from..<offset].string)
        start = nil
      } else if byte == 0x0A {
        start = nil
      }
    }
    return result
  }
}
