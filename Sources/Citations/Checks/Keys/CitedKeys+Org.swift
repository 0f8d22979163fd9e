extension CitedKeys {
  /// Org's own citations, `[cite:@key]`, and the links of org-ref, `cite:key` and `[[cite:&key]]`.
  ///
  /// Source: Org manual, "Citations"; org-ref, "Citations".
  mutating func scanOrg() {
    var offset = 0
    while offset < bytes.count {
      let isLineStart = offset == 0 || bytes[offset - 1] == 0x0A
      if isLineStart, let end = blockEnd(at: offset) {
        offset = end
      } else if let end = verbatimEnd(at: offset) {
        offset = end
      } else if bytes[offset...].starts(with: "[cite" as StaticString),
        offset == 0 || bytes[offset - 1] != UInt8(ascii: "[")
      {
        offset = takeCitation(at: offset)
      } else if let end = takeLink(at: offset) {
        offset = end
      } else {
        offset += 1
      }
    }
  }

  /// Where a comment or a block of code that begins at the beginning of a line ends; nil where none begins.
  private func blockEnd(at offset: Int) -> Int? {
    let line = bytes[offset...].prefix { $0 != 0x0A }
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard text.first == UInt8(ascii: "#") else { return nil }
    if text.count == 1 || text.dropFirst().first == 0x20 { return line.endIndex }
    let words = text.prefix(24).map(\.asciiLowercased).split(separator: 0x20)
    guard let head = words.first?.string,
      ["src", "example", "comment", "export"].contains(where: { head == "#+begin_" + $0 })
    else { return nil }
    var rest = bytes[line.endIndex...]
    while let start = rest.firstIndex(of: 0x0A) {
      let next = rest[(start + 1)...].prefix { $0 != 0x0A }
      let end = next.drop { $0 == 0x20 || $0 == 0x09 }.prefix(6).map(\.asciiLowercased)
      if end.elementsEqual("#+end_".utf8) { return next.endIndex }
      rest = bytes[next.endIndex...]
    }
    return bytes.count
  }

  /// Where `=text=` or `~text~` that begins at `offset` ends; nil where none begins.
  ///
  /// Source: Org syntax, "Text Markup".
  private func verbatimEnd(at offset: Int) -> Int? {
    let mark = bytes[offset]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "~") else { return nil }
    let before = offset > 0 ? bytes[offset - 1] : 0x20
    guard before.isASCIISpace || "-({'\"".utf8.contains(before) else { return nil }
    let line = bytes[(offset + 1)...].prefix { $0 != 0x0A }
    guard let first = line.first, !first.isASCIISpace, first != mark else { return nil }
    let end = line.indices.dropFirst().first { index in
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      return bytes[index] == mark && !bytes[index - 1].isASCIISpace
        && (next.isASCIISpace || "-.,;:!?'\")}[".utf8.contains(next))
    }
    return end.map { $0 + 1 }
  }

  private mutating func takeCitation(at start: Int) -> Int {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
    for sign in start..<end where bytes[sign] == UInt8(ascii: "@") {
      if sign + 1 < end, bytes[sign + 1] == UInt8(ascii: "*") { asksForAll = true }
      let stop = min(keyEnd(from: sign + 1), end)
      if stop > sign + 1 { add(sign + 1..<stop) }
    }
    return end
  }

  /// Takes the keys of a link whose type has "cite" in its name; the offset behind it, or nil where none begins.
  private mutating func takeLink(at start: Int) -> Int? {
    let before = start > 0 ? bytes[start - 1] : 0x20
    guard bytes[start].isASCIILetter, !before.isASCIIAlphanumeric, before < 0x80 else { return nil }
    let name = bytes[start...].prefix { $0.isASCIILetter || $0 == UInt8(ascii: "*") }
    guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ":"),
      Array(name.map(\.asciiLowercased)).firstOffset(of: Array("cite".utf8), from: 0) != nil
    else { return name.endIndex }
    let isBracketed =
      start > 1 && before == UInt8(ascii: "[") && bytes[start - 2] == UInt8(ascii: "[")
    if isBracketed {
      let text = bytes[(name.endIndex + 1)...].prefix { $0 != UInt8(ascii: "]") && $0 != 0x0A }
      if text.contains(UInt8(ascii: "&")) {
        for sign in text.indices where bytes[sign] == UInt8(ascii: "&") { takeKey(at: sign + 1) }
        return text.endIndex
      }
    }
    var offset = name.endIndex + 1
    while let end = takeKey(at: offset), end < bytes.count, ",;".utf8.contains(bytes[end]) {
      offset = end + 1
    }
    return max(offset, name.endIndex + 1)
  }

  /// Takes a key that may have an ampersand before it; the offset behind it, or nil where none stands there.
  @discardableResult
  private mutating func takeKey(at offset: Int) -> Int? {
    let hasSign = offset < bytes.count && bytes[offset] == UInt8(ascii: "&")
    let start = hasSign ? offset + 1 : offset
    let end = keyEnd(from: start)
    guard end > start else { return nil }
    add(start..<end)
    return end
  }
}
