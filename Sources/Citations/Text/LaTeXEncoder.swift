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

  /// The text in LaTeX.
  func encode(_ text: String) -> String {
    let source = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < source.count {
      let scalar = source[index]
      index += 1
      if scalar.isASCII, !isBase(scalar, before: source, index) {
        Self.appendASCII(scalar, to: &result)
      } else if asciiOnly {
        index = append(scalar, followedBy: source, from: index, to: &result)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a combining mark follows an ASCII letter, so that both together are one letter.
  private func isBase(
    _ scalar: Unicode.Scalar, before source: [Unicode.Scalar], _ index: Int
  ) -> Bool {
    asciiOnly && index < source.count && Self.accents[source[index]] != nil
      && UInt8(truncatingIfNeeded: scalar.value).isASCIILetter
  }

  private static func appendASCII(
    _ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView
  ) {
    switch scalar {
    case "&", "%", "$", "#", "_":
      result.append("\\")
      result.append(scalar)
    case "{": result.append(contentsOf: "\\textbraceleft{}".unicodeScalars)
    case "}": result.append(contentsOf: "\\textbraceright{}".unicodeScalars)
    case "~": result.append(contentsOf: "\\textasciitilde{}".unicodeScalars)
    case "^": result.append(contentsOf: "\\textasciicircum{}".unicodeScalars)
    case "\\": result.append(contentsOf: "\\textbackslash{}".unicodeScalars)
    case "`": result.append(contentsOf: "\\textasciigrave{}".unicodeScalars)
    default: result.append(scalar)
    }
  }

  /// Writes one letter or sign with the combining marks that follow it; returns the index after them.
  private func append(
    _ scalar: Unicode.Scalar, followedBy source: [Unicode.Scalar], from start: Int,
    to result: inout String.UnicodeScalarView
  ) -> Int {
    var index = start
    if let sign = Self.signs[scalar] {
      result.append(contentsOf: sign.unicodeScalars)
      return index
    }
    var parts = Decomposition.parts(of: scalar) ?? .init(base: scalar, marks: [])
    while index < source.count, Self.accents[source[index]] != nil {
      parts.marks.append(source[index])
      index += 1
    }
    if let command = Self.command(for: parts) {
      result.append(contentsOf: command.unicodeScalars)
    } else {
      result.append(contentsOf: source[start - 1..<index])
    }
    return index
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
        if text == "i" { text = "\\i" }
        if text == "j" { text = "\\j" }
      }
      let name = accent.split(separator: " ")[0]
      let isSymbol = name.utf8.last.map { !$0.isASCIILetter } ?? false
      text = "\\" + name + (isSymbol && text.utf8.count == 1 ? text : "{\(text)}")
    }
    return "{" + text + "}"
  }

  /// Combining marks: the accent's command, and whether it stands above.
  private static let accents = ScalarTable(
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
  private static let letters = ScalarTable(
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
