/// Writes Unicode text as LaTeX.
///
/// The ten characters that TeX reserves are always escaped, in a way that leaves the number of braces balanced whatever the
/// text holds, since BibTeX counts braces without looking at backslashes. For ASCII output, accented letters, ligatures,
/// quotes, dashes and signs become commands in braces ("{\'e}"), the form that BibTeX counts as one letter; a character
/// that has no command stays as it is.
/// Source: The LaTeX Companion, 7.11; btxdoc 1988, "special characters"; fntguide, encodings OT1, T1, TS1.
struct LaTeXEncoder: Sendable {
  /// Whether characters beyond ASCII are written as commands.
  var asciiOnly: Bool
  /// Whether `LaTeXDecoder` must find every character again, however odd it is; what LaTeX would print counts less.
  var isExact = false

  /// Whether the ends of lines are kept, where it need not be exact; other control characters become spaces.
  var keepsLines = false

  /// What is written so far, and what of it bears on what comes next.
  struct Session: Sendable {
    private var bytes: [UInt8] = []
    /// The last character of the text.
    fileprivate var previous: Unicode.Scalar?
    /// How many single quotation marks are open that were written as "`".
    fileprivate var openSingleQuotes = 0
    /// Whether what comes next is the first in its group.
    fileprivate var beginsGroup = false

    init() {}

    /// The LaTeX.
    var output: String { bytes.string }

    /// Writes LaTeX that stands for no character: the beginning or the end of an argument.
    mutating func append(markup: String, opensGroup: Bool = false) {
      if beginsGroup, markup.hasPrefix("\\") { appendEmptyGroup() }
      beginsGroup = opensGroup
      bytes.append(contentsOf: markup.utf8)
    }

    /// Writes LaTeX for characters, kept apart from what it would make a ligature with.
    fileprivate mutating func append(_ text: some Collection<Unicode.Scalar>) {
      guard let first = text.first else { return }
      let last = bytes.last.map { Unicode.Scalar($0) }
      let isLigature =
        first == last && (first == "-" || first == "'" || first == "`")
        || first == "`" && (last == "?" || last == "!")
      // A group that begins with a command would not keep the case of its letters.
      if isLigature || beginsGroup && first == "\\" { appendEmptyGroup() }
      beginsGroup = false
      for scalar in text { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    }

    private mutating func appendEmptyGroup() {
      bytes.append(UInt8(ascii: "{"))
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// The text in LaTeX.
  func encode(_ text: String) -> String {
    if Self.isPlain(text) { return text }
    var session = Session()
    append(text, to: &session, isLast: true)
    return session.output
  }

  /// Whether every character stands for itself.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte.isASCIIAlphanumeric || byte != previous && " .,:;()-/'".utf8.contains(byte) else {
        return false
      }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }

  /// Writes a part of a text; `isLast` says that a group or the text ends behind it.
  func append(_ text: String, to session: inout Session, isLast: Bool) {
    let source = Array(text.unicodeScalars)
    var index = 0
    while index < source.count {
      let scalar = source[index]
      index += 1
      if scalar == " " {
        let isSwallowed =
          session.previous == nil || session.previous == " " || isLast && index == source.count
        if isSwallowed { session.append("\\ ".unicodeScalars) } else { session.append([scalar]) }
      } else if scalar == "$", let end = keptMath(source, from: index) {
        session.append(source[(index - 1)..<end])
        index = end
      } else if scalar.value < 0x20 || scalar.value == 0x7F {
        guard appendControl(scalar, source, &index, to: &session) else { continue }
      } else if scalar.isASCII, !isBase(scalar, before: source, index) {
        appendASCII(scalar, next: index < source.count ? source[index] : nil, to: &session)
      } else if asciiOnly {
        index = append(scalar, followedBy: source, from: index, to: &session)
      } else {
        session.append([scalar])
      }
      session.previous = scalar
    }
  }

  /// Writes a control character; false where it became no character of the text.
  private func appendControl(
    _ scalar: Unicode.Scalar, _ source: [Unicode.Scalar], _ index: inout Int,
    to session: inout Session
  ) -> Bool {
    if isExact || keepsLines && scalar == "\n" {
      if !isExact, isParagraph(source, index, session.previous) {
        index += 1
        session.append("\n\n".unicodeScalars)
      } else {
        let name = scalar == "\n" ? "\\newline{}" : "\\symbol{\(scalar.value)}"
        session.append(name.unicodeScalars)
      }
      return true
    }
    guard let previous = session.previous, previous != " ", index < source.count else {
      return false
    }
    session.append([" "])
    session.previous = " "
    return false
  }

  /// Whether the line end before `index` and one more make a blank line between words.
  private func isParagraph(
    _ source: [Unicode.Scalar], _ index: Int, _ previous: Unicode.Scalar?
  ) -> Bool {
    guard let previous, previous.value > 0x20, index + 1 < source.count else { return false }
    return source[index] == "\n" && source[index + 1].value > 0x20
  }

  /// The end of mathematics that the decoder leaves as it is written, behind its second dollar sign.
  private func keptMath(_ source: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    var depth = 0
    while index < source.count, source[index] != "$" {
      if source[index] == "\\" { index += 1 }
      if index < source.count, source[index] == "{" { depth += 1 }
      if index < source.count, source[index] == "}" { depth -= 1 }
      guard depth >= 0 else { return nil }
      index += 1
    }
    guard index < source.count, index > start, depth == 0 else { return nil }
    let isMoney =
      source[index - 1] == " " && index + 1 < source.count
      && ("0"..."9").contains(source[index + 1])
    let content = Array(String(String.UnicodeScalarView(source[start..<index])).utf8)
    guard !isMoney, !content.contains(where: { $0 < 0x20 }),
      !asciiOnly || content.allSatisfy({ $0 < 0x80 }),
      Self.isBalanced(content), LaTeXMath.isKept(content, 0..<content.count)
    else { return nil }
    return index + 1
  }

  /// Whether the braces are balanced as BibTeX counts them, which does not look at backslashes.
  private static func isBalanced(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    for byte in bytes {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// Whether a combining mark follows an ASCII letter, so that both together are one letter.
  private func isBase(
    _ scalar: Unicode.Scalar, before source: [Unicode.Scalar], _ index: Int
  ) -> Bool {
    asciiOnly && index < source.count && Self.accents[source[index]] != nil
      && UInt8(truncatingIfNeeded: scalar.value).isASCIILetter
  }

  private func appendASCII(
    _ scalar: Unicode.Scalar, next: Unicode.Scalar?, to session: inout Session
  ) {
    switch scalar {
    case "&", "%", "$", "#", "_": session.append(["\\", scalar])
    case "{": session.append("\\textbraceleft{}".unicodeScalars)
    case "}": session.append("\\textbraceright{}".unicodeScalars)
    case "~": session.append("\\textasciitilde{}".unicodeScalars)
    case "^": session.append("\\textasciicircum{}".unicodeScalars)
    case "\\": session.append("\\textbackslash{}".unicodeScalars)
    case "`": session.append("\\textasciigrave{}".unicodeScalars)
    case "'" where session.openSingleQuotes > 0:
      session.append("\\textquotesingle{}".unicodeScalars)
    case "<" where next.map(Self.mayBeginTag) ?? true:
      // It would be read as a tag of HTML.
      session.append("\\textless{}".unicodeScalars)
    default: session.append([scalar])
    }
  }

  private static func mayBeginTag(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "/" || scalar.isASCII && UInt8(truncatingIfNeeded: scalar.value).isASCIILetter
  }

  /// Writes one letter or sign with the combining marks that follow it; returns the index after them.
  private func append(
    _ scalar: Unicode.Scalar, followedBy source: [Unicode.Scalar], from start: Int,
    to session: inout Session
  ) -> Int {
    var index = start
    if let quote = singleQuote(scalar, &session) {
      session.append(quote.unicodeScalars)
      return index
    }
    if let sign = Self.signs[scalar], !isExact || !Self.isLossy(scalar) {
      session.append(sign.unicodeScalars)
      return index
    }
    var parts = Decomposition.parts(of: scalar) ?? .init(base: scalar, marks: [])
    while index < source.count, Self.accents[source[index]] != nil {
      parts.marks.append(source[index])
      index += 1
    }
    if let command = Self.command(for: parts) {
      session.append(command.unicodeScalars)
    } else if isExact {
      for scalar in source[start - 1..<index] {
        session.append(
          (scalar.isASCII ? String(scalar) : "\\symbol{\(scalar.value)}").unicodeScalars)
      }
    } else {
      session.append(source[start - 1..<index])
    }
    return index
  }

  /// "`" and "'" for quotation marks, where they make a pair; nil for every other character.
  private func singleQuote(_ scalar: Unicode.Scalar, _ session: inout Session) -> String? {
    if scalar == "\u{2018}" {
      session.openSingleQuotes += 1
      return "`"
    }
    guard scalar == "\u{2019}" else { return nil }
    guard session.openSingleQuotes > 0 else { return "{\\textquoteright}" }
    session.openSingleQuotes -= 1
    return "'"
  }

  /// Whether what is written for a sign prints like it, and is read as another one.
  private static func isLossy(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x2BC, 0x2009...0x2011, 0xFB00...0xFB06: true
    default: false
    }
  }

  /// `{\'{\v{c}}}` and the like; nil where the letter or a mark has no command.
  private static func command(for parts: Decomposition.Parts) -> String? {
    let isLetter =
      parts.base.isASCII && UInt8(truncatingIfNeeded: parts.base.value).isASCIILetter
    guard var text = isLetter ? String(parts.base) : letters[parts.base] else { return nil }
    guard !parts.marks.isEmpty else { return "{" + text + "}" }
    for (place, mark) in parts.marks.enumerated() {
      guard let accent = accents[mark] else { return nil }
      if place == 0, accent.hasSuffix("above") {
        // An accent above takes the place of the dot.
        if text == "i", accent != ". above" { text = "\\i" }
        if text == "j", accent != ". above" { text = "\\j" }
      }
      let name = accent.split(separator: " ")[0]
      let isSymbol = name.utf8.last.map { !$0.isASCIILetter } ?? false
      text = "\\" + name + (isSymbol && text.utf8.count == 1 ? text : "{\(text)}")
    }
    return "{" + text + "}"
  }

  /// Combining marks: the accent's command, and whether it stands above.
  static let accents = ScalarTable(
    """
    0300 ` above
    0301 ' above
    0302 ^ above
    0303 ~ above
    0304 = above
    0306 u above
    0307 . above
    0308 " above
    0309 h above
    030A r above
    030B H above
    030C v above
    030F G above
    0323 d below
    0326 textcommabelow below
    0327 c below
    0328 k below
    032E textsubbreve below
    0331 b below
    """)

  /// Letters that are no ASCII letter with marks.
  static let letters = ScalarTable(
    """
    ß \\ss
    æ \\ae
    Æ \\AE
    œ \\oe
    Œ \\OE
    ø \\o
    Ø \\O
    ł \\l
    Ł \\L
    đ \\dj
    Đ \\DJ
    ð \\dh
    Ð \\DH
    þ \\th
    Þ \\TH
    ŋ \\ng
    Ŋ \\NG
    ı \\i
    ȷ \\j
    ẞ \\SS
    """)
}
