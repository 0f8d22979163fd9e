/// Reads the inline markup of a Markdown or Djot block: notes and markers first of all, then emphasis and links.
///
/// Source: CommonMark 0.31.2, 6 "Inlines"; Pandoc User's Guide, "Footnotes", "Citation syntax"; MultiMarkdown 6 User's
/// Guide, "Citations"; Djot syntax reference, "Inline syntax".
struct MarkdownInline {
  /// What the whole document tells the reader of one block.
  struct Context: Sendable {
    var dialect: MarkdownDialect
    var links: LinkDefinitions = [:]
    /// Normalised labels of the notes that are defined.
    var notes: Set<String> = []
    /// Normalised labels of the MultiMarkdown citations that are defined.
    var citations: Set<String> = []
    /// How markers are written that a list of notes at the end of the document answers; nil without such a list.
    var listedMarkers: ListedMarker?
  }

  /// A bracket that waits for its partner.
  struct Open {
    enum Kind { case text, image, note }
    var kind: Kind
    /// Offset of the first sign, `^` and `!` included.
    var start: Int
    /// Offset of the text inside.
    var content: Int
    /// The number of delimiter runs before it.
    var delimiters: Int
  }

  /// The deepest nesting of notes; brackets of a deeper note are text.
  static let deepestNote = 8

  let context: Context
  let bytes: [UInt8]
  var canvas: InlineCanvas
  var index = 0
  var brackets: [Open] = []
  var delimiters: DelimiterStack
  var openTags: [(name: [UInt8], style: TextStyle?, content: Int)] = []
  var noteDepth = 0
  /// Places that are known to have no end of the construct that was looked for.
  var lacksCommentEnd = false
  var failedTicks: Set<Int> = []

  init(_ raw: SourceText, _ context: Context) {
    self.context = context
    bytes = raw.utf8
    canvas = InlineCanvas(raw)
    switch context.dialect {
    case .markdown:
      delimiters = DelimiterStack(.commonMark) { byte, count in
        switch byte {
        case UInt8(ascii: "~"): count == 2 ? .strikethrough : nil
        default: count == 2 ? .bold : .italic
        }
      }
    case .djot:
      delimiters = DelimiterStack(.equalRuns) { byte, _ in
        switch byte {
        case UInt8(ascii: "_"): .italic
        case UInt8(ascii: "*"): .bold
        case UInt8(ascii: "^"): .superscript
        default: .subscript
        }
      }
    }
  }

  /// Reads `raw` and returns its marks, sealed; markers and notes go into `assembly`.
  static func read(
    _ raw: SourceText, _ context: Context, into assembly: inout DocumentAssembly
  ) -> InlineCanvas {
    var reader = Self(raw, context)
    while reader.index < reader.bytes.count { reader.step(&assembly) }
    reader.delimiters.resolve(from: 0, on: &reader.canvas)
    if let lost = reader.brackets.first(where: { $0.kind == .note }) {
      assembly.reportUnclosed(
        "inline note \"\(reader.bytes[lost.start..<lost.content].string)\"", expected: "]",
        at: reader.canvas.sourceRange(lost.start..<lost.content))
    }
    reader.canvas.seal()
    assembly.fillNotes(of: reader.canvas)
    return reader.canvas
  }

  private mutating func step(_ assembly: inout DocumentAssembly) {
    if let form = context.listedMarkers, readListedMarker(form, &assembly) { return }
    switch bytes[index] {
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "`"): readCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"): readDelimiters()
    case UInt8(ascii: "~"), UInt8(ascii: "^"): readRaised()
    case UInt8(ascii: "["): openBracket(&assembly)
    case UInt8(ascii: "]"): closeBracket(&assembly)
    case UInt8(ascii: "!"): readImageSign()
    case UInt8(ascii: "<"): readAngle(&assembly)
    case UInt8(ascii: "&"): readReference()
    case UInt8(ascii: "@"): readKey()
    case UInt8(ascii: "h"): index = canvas.linkAddress(in: bytes, at: index) ?? index + 1
    case UInt8(ascii: "{"): readBrace()
    case 0x0A: readLineEnd()
    default: index += 1
    }
  }

  private mutating func readEscape() {
    let next = index + 1
    guard next < bytes.count else {
      index = next
      return
    }
    if Unicode.Scalar(bytes[next]).isPunctuationScalar, bytes[next] < 0x80 {
      canvas.skip(index..<next)
      index = next + 1
    } else if bytes[next] == 0x0A || bytes[next] == 0x0D {
      canvas.skip(index..<next)
      index = next
    } else if bytes[next] == 0x20 {
      // An escaped space does not break.
      canvas.replace(index..<next + 1, with: [0xC2, 0xA0])
      index = next + 1
    } else {
      index = next
    }
  }

  private mutating func readLineEnd() {
    index += 1
    let next = bytes.skippingSpace(from: index, lines: false)
    // Emphasis ends with its paragraph.
    if next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D {
      delimiters.resolve(from: brackets.last?.delimiters ?? 0, on: &canvas)
    }
  }

  private mutating func readImageSign() {
    if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") {
      brackets.append(
        Open(kind: .image, start: index, content: index + 2, delimiters: delimiters.count))
      index += 2
    } else {
      index += 1
    }
  }

  /// Pushes a run of emphasis signs with what it can do.
  private mutating func readDelimiters() {
    let byte = bytes[index]
    if context.dialect == .djot {
      pushDjotDelimiter(byte)
      return
    }
    let end = bytes.runEnd(of: byte, from: index)
    defer { index = end }
    let before = bytes.scalar(before: index)?.scalar ?? " "
    let after = end < bytes.count ? bytes.scalar(at: end).scalar : " "
    let opens =
      !after.isSpaceScalar
      && (!after.isPunctuationScalar || before.isSpaceScalar || before.isPunctuationScalar)
    let closes =
      !before.isSpaceScalar
      && (!before.isPunctuationScalar || after.isSpaceScalar || after.isPunctuationScalar)
    let isWordSign = byte == UInt8(ascii: "_")
    delimiters.push(
      byte, index..<end,
      canOpen: opens && (!isWordSign || !closes || before.isPunctuationScalar),
      canClose: closes && (!isWordSign || !opens || after.isPunctuationScalar))
  }

  /// Pushes one Djot sign; `{_` only opens and `_}` only closes.
  mutating func pushDjotDelimiter(_ byte: UInt8) {
    let range = index..<index + 1
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let last = index > 0 ? bytes[index - 1] : 0x20
    if last == UInt8(ascii: "{") {
      canvas.skip(index - 1..<index)
      delimiters.push(byte, range, canOpen: true, canClose: false)
    } else if next == UInt8(ascii: "}") {
      canvas.skip(index + 1..<index + 2)
      delimiters.push(byte, range, canOpen: false, canClose: true)
      index += 1
    } else {
      delimiters.push(
        byte, range, canOpen: !next.isASCIISpace, canClose: !last.isASCIISpace)
    }
    index += 1
  }

  /// Reads `^[` as a note, `^x^` and `~x~` as raised and lowered text, `~~` as struck out.
  private mutating func readRaised() {
    let byte = bytes[index]
    let isCaret = byte == UInt8(ascii: "^")
    if context.dialect == .djot {
      pushDjotDelimiter(byte)
      return
    }
    let end = bytes.runEnd(of: byte, from: index)
    if isCaret, end == index + 1, end < bytes.count, bytes[end] == UInt8(ascii: "["),
      noteDepth < Self.deepestNote
    {
      noteDepth += 1
      brackets.append(
        Open(kind: .note, start: index, content: end + 1, delimiters: delimiters.count))
      index = end + 1
      return
    }
    if !isCaret, end == index + 2 {
      delimiters.push(byte, index..<end, canOpen: true, canClose: true)
    } else if end == index + 1,
      let close = bytes.firstByte(byte, from: end, to: min(end + 40, bytes.count)), close > end,
      !bytes[end..<close].contains(where: { $0.isASCIISpace || $0 == 0x5B || $0 == 0x5D })
    {
      canvas.skip(index..<end)
      canvas.skip(close..<close + 1)
      canvas.style(isCaret ? .superscript : .subscript, end..<close)
      index = close + 1
      return
    }
    index = end
  }
}
