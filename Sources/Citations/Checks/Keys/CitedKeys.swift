/// The citation keys that a document names in its text.
///
/// Read from the source by the syntax of its format, code and comments left out; only formats that name keys are looked at.
/// `CitedKeys.format(of:named:)` tells the name of the format.
public struct CitedKeys: Sendable {
  /// A key with its place.
  public struct Use: Sendable, Hashable {
    /// The key as it stands there.
    public var key: String
    /// Where the key stands, without the signs around it.
    public var range: SourceRange
  }

  /// The keys in the order of the text.
  public internal(set) var uses: [Use] = []
  /// Whether the document asks for every entry (`nocite`), or for more than it names.
  public internal(set) var asksForAll = false
  /// The identifiers that a document with a list of references of its own gives to anything in it.
  var identifiers: Set<String> = []

  let bytes: [UInt8]

  /// The keys of a document in the format called `format`.
  ///
  /// - Complexity: O(*n*).
  public init(in source: SourceFile, format: String) {
    bytes = source.bytes
    switch format {
    case "markdown", "djot": scan(skipping: .markdown, atSign: isPandocStart)
    case "typst": scanTypst()
    case "org": scanOrg()
    case "latex": scanLaTeX()
    case "asciidoc": scanAsciiDoc()
    case "jats": scanJATS()
    case "html": scanHTML()
    default: return
    }
  }

  // MARK: Keys behind an at sign

  /// What is no text in a format.
  private enum Verbatim {
    case markdown, typst, none
  }

  private mutating func scan(skipping verbatim: Verbatim, atSign isStart: (Int) -> Bool) {
    var offset = 0
    while offset < bytes.count {
      if let end = verbatimEnd(at: offset, verbatim) {
        offset = end
      } else if bytes[offset] == UInt8(ascii: "@"), isStart(offset) {
        offset = takeKey(after: offset)
      } else {
        offset += 1
      }
    }
  }

  /// Where code or a comment that begins at `offset` ends; nil where none begins.
  private func verbatimEnd(at offset: Int, _ verbatim: Verbatim) -> Int? {
    switch (verbatim, bytes[offset]) {
    case (.markdown, UInt8(ascii: "`")), (.markdown, UInt8(ascii: "~")),
      (.typst, UInt8(ascii: "`")):
      let mark = bytes[offset]
      let run = bytes[offset...].prefix { $0 == mark }
      guard mark == UInt8(ascii: "`") || run.count > 2 else { return run.endIndex }
      let end = bytes.firstOffset(of: Array(run), from: run.endIndex)
      // A run that never ends is text, a block of code that never ends is code.
      return end.map { $0 + run.count } ?? (run.count > 2 ? bytes.count : run.endIndex)
    case (.markdown, UInt8(ascii: "<")):
      guard bytes[offset...].starts(with: "<!--" as StaticString) else { return nil }
      return (bytes.firstOffset(of: Array("-->".utf8), from: offset) ?? bytes.count - 3) + 3
    case (.typst, UInt8(ascii: "/")):
      guard bytes[offset...].starts(with: "//" as StaticString),
        bytes[..<offset].last != UInt8(ascii: ":")
      else { return nil }
      return bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    default: return nil
    }
  }

  /// Whether an at sign may begin a key: not inside of a word or an address.
  private func isPandocStart(_ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    return
      !(before.isASCIIAlphanumeric || before >= 0x80 || before == UInt8(ascii: "\\")
      || before == UInt8(ascii: ".") || before == UInt8(ascii: "/") || before == UInt8(ascii: "@"))
  }

  /// Takes the key behind an at sign; the offset behind it.
  ///
  /// Source: Pandoc's manual, "Citation syntax": letters, digits and `_`, with single `:.#$%&-+?<>~/` between them.
  private mutating func takeKey(after sign: Int) -> Int {
    var start = sign + 1
    var end = start
    if start < bytes.count, bytes[start] == UInt8(ascii: "{") {
      start += 1
      end = bytes[start...].firstIndex(of: UInt8(ascii: "}")) ?? start
    } else if start < bytes.count, bytes[start] == UInt8(ascii: "*") {
      asksForAll = true
      return start + 1
    } else {
      end = keyEnd(from: start)
    }
    if end > start { add(start..<end) }
    return max(end, sign + 1)
  }

  private func keyEnd(from start: Int) -> Int {
    var end = start
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "_") {
        offset += 1
        end = offset
      } else if ":.#$%&-+?<>~/".utf8.contains(byte), offset > start, offset == end {
        offset += 1
      } else {
        break
      }
    }
    return end
  }

  private mutating func add(_ range: Range<Int>) {
    let key = bytes[range].string
    // Quarto's and others' references to figures, tables and sections look like citations.
    let dash =
      key.utf8.firstIndex(of: UInt8(ascii: "-")) ?? key.utf8.firstIndex(of: UInt8(ascii: ":"))
    if let dash, Self.internalPrefixes.contains(String(key[..<dash])) { return }
    uses.append(Use(key: key, range: SourceRange(range.lowerBound, range.upperBound)))
  }

  private static let internalPrefixes: Set<String> = [
    "fig", "tbl", "tab", "sec", "eq", "lst", "thm", "lem", "cor", "prp", "cnj", "def", "exm", "exr",
    "nte",
    "tip", "wrn", "imp", "cau", "suppfig", "vid",
  ]

  // MARK: Formats

  private mutating func scanTypst() {
    scan(skipping: .typst, atSign: isPandocStart)
    let labels = Set(texts(between: "<", and: ">").map { bytes[$0].string })
    // An at sign also refers to a label of the document itself.
    uses.removeAll { labels.contains($0.key) }
    for call in ["#cite(<", "#cite(label(\""] {
      var offset = 0
      while let found = bytes.firstOffset(of: Array(call.utf8), from: offset) {
        offset = found + call.utf8.count
        let end = bytes[offset...].firstIndex { $0 == UInt8(ascii: ">") || $0 == 0x22 } ?? offset
        if end > offset { add(offset..<end) }
      }
    }
  }

  /// Texts between two signs on one line.
  private func texts(between open: Character, and close: Character) -> [Range<Int>] {
    guard let low = open.asciiValue, let high = close.asciiValue else { return [] }
    var result: [Range<Int>] = []
    var start: Int?
    for (offset, byte) in bytes.enumerated() {
      if byte == low {
        // The labels in #cite(<…>) are uses and no definitions.
        let isUse = offset > 0 && bytes[offset - 1] == UInt8(ascii: "(")
        start = isUse ? nil : offset + 1
      } else if byte == high, let from = start {
        result.append(from..<offset)
        start = nil
      } else if byte == 0x0A {
        start = nil
      }
    }
    return result
  }

  private mutating func scanOrg() {
    var offset = 0
    while let found = bytes.firstOffset(of: Array("[cite".utf8), from: offset) {
      let end = bytes[found...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
      offset = end
      for sign in found..<end where bytes[sign] == UInt8(ascii: "@") {
        let stop = min(keyEnd(from: sign + 1), end)
        if stop > sign + 1 { add(sign + 1..<stop) }
      }
    }
  }

  /// The macros `cite:[key, other(12)]` and `citenp:[key]`.
  ///
  /// Source: asciidoctor-bibtex, "Citation": a locator in parentheses may follow each key.
  private mutating func scanAsciiDoc() {
    for macro in ["cite:[", "citenp:["] {
      var offset = 0
      while let found = bytes.firstOffset(of: Array(macro.utf8), from: offset) {
        offset = found + macro.utf8.count
        let isWord = found > 0 && bytes[found - 1].isASCIIAlphanumeric
        let line = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
        guard !isWord, !isComment(found),
          let end = bytes[offset..<line].firstIndex(of: UInt8(ascii: "]"))
        else { continue }
        for piece in bytes[offset..<end].split(separator: UInt8(ascii: ",")) {
          let key = piece.prefix { $0 != UInt8(ascii: "(") }.trimmedASCIISpace
          // A locator with commas has pieces that begin inside of its parentheses.
          if !key.isEmpty, !key.contains(where: { $0.isASCIISpace || $0 == UInt8(ascii: ")") }) {
            add(key.startIndex..<key.endIndex)
          }
        }
        offset = end
      }
    }
    uses.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// Whether the line that holds `offset` begins with `//`.
  private func isComment(_ offset: Int) -> Bool {
    let start = (bytes[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
    return bytes[start...].starts(with: "//" as StaticString)
  }

  /// Commands that have "cite" in their names, with their optional arguments.
  private mutating func scanLaTeX() {
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

  private mutating func takeCommand(at start: Int) -> Int {
    let name = bytes[(start + 1)...].prefix { $0.isASCIILetter }
    let lower = Array(name.map(\.asciiLowercased))
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
