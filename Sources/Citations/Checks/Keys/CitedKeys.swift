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
  /// The items of a list of references in the document itself, which has keys and no entries: `\bibitem{key}`.
  public internal(set) var items: [Use] = []
  /// The identifiers that a document with a list of references of its own gives to anything in it.
  var identifiers: Set<String> = []

  let bytes: [UInt8]

  /// The keys of a document in the format called `format`.
  ///
  /// - Complexity: O(*n*).
  public init(in source: SourceFile, format: String) {
    bytes = source.bytes
    switch format {
    case "markdown", "djot": scanMarkdown()
    case "typst": scanTypst()
    case "org": scanOrg()
    case "rst": scanRST()
    case "latex": scanLaTeX()
    case "asciidoc": scanAsciiDoc()
    case "jats": scanJATS()
    case "html": scanHTML()
    default: return
    }
  }

  // MARK: Keys behind an at sign

  /// Pandoc's citations, the roles of MyST, and LaTeX's commands, which stand in Markdown as they are.
  private mutating func scanMarkdown() {
    var blocks = IndentedCode()
    var offset = 0
    while offset < bytes.count {
      let isLineStart = offset == 0 || bytes[offset - 1] == 0x0A
      if isLineStart, blocks.isCode(bytes[offset...].prefix { $0 != 0x0A }) {
        offset = bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      } else if let end = codeEnd(at: offset) ?? tagEnd(at: offset) {
        takeRole(before: offset, end)
        offset = end
      } else if bytes[offset] == UInt8(ascii: "@"), isPandocStart(offset) {
        offset = takeKey(after: offset)
      } else if bytes[offset] == UInt8(ascii: "\\") {
        offset = takeCommand(at: offset)
      } else {
        offset += 1
      }
    }
  }

  /// Where code or a comment of Markdown that begins at `offset` ends; nil where none begins.
  private func codeEnd(at offset: Int) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let mark = bytes[offset]
      let run = bytes[offset...].prefix { $0 == mark }
      guard mark == UInt8(ascii: "`") || run.count > 2 else { return run.endIndex }
      let end = bytes.firstOffset(of: Array(run), from: run.endIndex)
      // A run that never ends is text, a block of code that never ends is code.
      return end.map { $0 + run.count } ?? (run.count > 2 ? bytes.count : run.endIndex)
    case UInt8(ascii: "<"):
      guard bytes[offset...].starts(with: "<!--" as StaticString) else { return nil }
      return (bytes.firstOffset(of: Array("-->".utf8), from: offset) ?? bytes.count - 3) + 3
    default: return nil
    }
  }

  /// Where an HTML tag or an address in angle brackets that begins at `offset` ends; nil where none begins.
  private func tagEnd(at offset: Int) -> Int? {
    guard bytes[offset] == UInt8(ascii: "<"), offset + 1 < bytes.count else { return nil }
    let next = bytes[offset + 1]
    guard next.isASCIILetter || next == UInt8(ascii: "/") else { return nil }
    let line = bytes[offset...].prefix { $0 != 0x0A }
    return line.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  /// Whether an at sign may begin a key: not inside of a word or an address.
  func isPandocStart(_ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    return
      !(before.isASCIIAlphanumeric || before >= 0x80 || before == UInt8(ascii: "\\")
      || before == UInt8(ascii: ".") || before == UInt8(ascii: "/") || before == UInt8(ascii: "@"))
  }

  /// Takes the key behind an at sign; the offset behind it.
  ///
  /// Source: Pandoc's manual, "Citation syntax": letters, digits and `_`, with single `:.#$%&-+?<>~/` between them.
  mutating func takeKey(after sign: Int) -> Int {
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

  func keyEnd(from start: Int) -> Int {
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

  mutating func add(_ range: Range<Int>) {
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
}
