import Testing

@testable import Citations

@Suite struct LaTeXDecoderTests {
  private func decode(_ latex: String, paragraphs: Bool = false) -> LaTeXDecoder {
    var decoder = LaTeXDecoder()
    decoder.keepsParagraphs = paragraphs
    let bytes = Array(latex.utf8)
    decoder.decode(bytes, 0..<bytes.count)
    return decoder
  }

  @Test(
    arguments: [
      ("plain words, 12--14", "plain words, 12\u{2013}14"), (" a\n b\t c ", "a b c"),
      ("{\\\"o}\\\"{o}\\\"o{\\\"{o}}\\\" o", "ööööö"), ("\\'{\\i}\\'\\i{\\'\\i}\\'{i}", "íííí"),
      (
        "\\v{c}\\v c\\c{c}\\H{o}\\H o\\k{a}\\r a\\u{g}\\d{h}\\b{b}\\.z\\=a\\^{\\j}", "ččçőőąåğḥḇżāĵ"
      ),
      ("Nguy{\\~{\\^e}}n {\\'{\\^e}} \\'{\\^{e}}", "Nguyễn ế ế"), ("\\~{}\\^{}\\'{}", "~^´"),
      ("S\\o ren \\O{}rsted, Erd{\\H o}s, na\\\"\\i ve", "Søren Ørsted, Erdős, naïve"),
      ("\\.I\\.{\\i}", "İi"), ("e\u{301}a", "éa"), ("\\aa\\AA\\l\\ss", "åÅłß"),
      ("``q'' `s' ?`x !`y O'Brien", "“q” ‘s’ ¿x ¡y O'Brien"), ("a---b -- c - d", "a—b – c - d"),
      ("\\& \\% \\$ \\# \\_ \\{ \\}", "& % $ # _ { }"), ("a~b\\,c\\ \\ d", "a\u{A0}b\u{202F}c  d"),
      ("di\\-vi\\-sion \\\"o\\/st", "division öst"), ("a\\\\ b", "a b"),
      ("x \\LaTeX{} y", "x LaTeX y"),
      ("{\\uppercase{d}}e \\MakeLowercase{ÄB}", "De äb"), ("{\\noopsort{1973b}}1973", "1973"),
      ("\\switchargs{--90}{1968}", "1968--90"), ("\\char233\\char\"E9\\symbol{233}", "ééé"),
      ("\\url{http://a.b/c_d~e\\_f%20}", "http://a.b/c_d~e_f%20"), ("\\href{http://a}{b c}", "b c"),
      ("\\enquote{a \\enquote{b} c}", "“a ‘b’ c”"), ("\\mbox{a} \\foo{b} \\bar", "a b \\bar"),
      ("\\cite[12]{z}", "[z]"), ("C:\\docs", "C:\\docs"), ("\\", "\\"), ("}{", ""), ("a}b", "ab"),
      ("A &amp; B &lt;i&gt; &#233; <i>x</i> a<b", "A & B <i> é x a<b"), ("R&D", "R&D"),
      ("漢字 \u{1F600}", "漢字 \u{1F600}"), ("\\emph", ""), ("\\'", "´"), ("", ""), ("\\ ", " "),
    ] as [(String, String)])
  func commandsBecomeCharacters(latex: String, text: String) {
    let output = decode(latex).output
    #expect(Array(output) == Array(text.utf8), "\(output.string)")
  }

  @Test(
    arguments: [
      ("$\\alpha$-decay of H$_2$O and $^{14}$C", "α-decay of H₂O and ¹⁴C"),
      ("$x \\leq 10^{-3}$, $\\mathbb{R}^n$", "x ≤ 10⁻³, ℝⁿ"), ("3$\\times$4", "3×4"),
      ("$\\frac{a}{b}$ kept", "$\\frac{a}{b}$ kept"), ("for $5_a", "for $5_a"),
      ("{$5} and $6$", "$5 and 6"), ("from $5 to $6", "from $5 to $6"),
      ("\\ensuremath{\\beta}", "β"),
      ("$p<0.05$", "p<0.05"), ("\\(\\pi\\)", "π"), ("$$x$$", "x"), ("$$", "$$"),
    ] as [(String, String)])
  func mathematicsBecomesUnicodeOrStays(latex: String, text: String) {
    #expect(decode(latex).output.string == text)
  }

  @Test(
    arguments: [
      ("\\emph{a} {\\em b} \\textit{c}", "italic:a italic:b italic:c"),
      (
        "\\textbf{e}\\textsc{f}x\\textsuperscript{2}y\\textsubscript{3}\\texttt{g}\\underline{h}",
        "bold:e smallCaps:f superscript:2 subscript:3 code:g underline:h"
      ),
      ("{\\it a {\\bf b} c}d", "italic:a b c bold:b"), ("\\emph a b", "italic:a"),
      (
        "The {DNA} of {{\\it E.}~coli} and {{so} on}",
        "noCase:DNA noCase:E.\u{A0}coli italic:E. noCase:so on"
      ),
      ("{\\'E}a {\\emph{b}}", "italic:b"), ("{{Whole}}", "noCase:Whole"),
      ("a {\\it b} {c}", "italic:b noCase:c"),
      ("<i>x</i> <b>y", "italic:x"), ("\\emph{a }b", "italic:a"), ("\\it a", "italic:a"),
      ("\\emph{e\u{301}}x", "italic:é"),
    ] as [(String, String)])
  func stylesBecomeSpans(latex: String, spans: String) {
    let text = RichText(decode(latex))
    let bytes = Array(text.plain.utf8)
    let found = text.spans.map { "\($0.style.rawValue):\(bytes[$0.range].string)" }
    #expect(found.joined(separator: " ") == spans)
  }

  @Test func aBlankLineIsAParagraphWhereTheFieldHasThem() {
    #expect(decode("one\n two\n\nthree", paragraphs: true).output.string == "one two\n\nthree")
    #expect(decode("one\n two\n\nthree").output.string == "one two three")
  }

  @Test(
    arguments: [
      ("R&D in C# for $5_a 100%", [.ampersand, .hash, .math, .percent]),
      ("\\foo{x}", [.unknownCommand]),
      ("&amp; <i>x</i>", [.entity, .tag]), ("fine \\& {\\'e}", []),
    ] as [(String, [LaTeXDecoder.Problem.Kind])])
  func whatTeXStumblesOverIsAProblem(latex: String, kinds: [LaTeXDecoder.Problem.Kind]) {
    #expect(decode(latex).problems.map(\.kind) == kinds)
  }

  /// Reading what was written gives the text back, whatever the characters and styles.
  @Test(arguments: [false, true], [false, true])
  func writingAndReadingGivesTheTextBack(asciiOnly: Bool, isTitle: Bool) {
    var random = SeededText(seed: 7)
    var encoder = LaTeXEncoder(asciiOnly: asciiOnly)
    encoder.isExact = true
    let markup = BibTeXMarkup(encoder: encoder)
    var decoder = LaTeXDecoder()
    decoder.isExact = true
    for _ in 0..<4000 {
      let text = random.richText().normalized
      let latex = isTitle ? markup.title(text, isEnglish: true) : markup.text(text)
      let bytes = Array(latex.utf8)
      decoder.decode(bytes, 0..<bytes.count)
      var found = RichText(decoder)
      if isTitle {
        let automatic = TitleCapitals.protectedRanges(Array(found.plain.utf8))
        found.spans.removeAll {
          $0.style == .noCase && automatic.contains($0.range) && !decoder.doubled.contains($0.range)
        }
      }
      found = found.normalized
      #expect(found == text, "\(latex)")
      #expect(BibTeXText.isBalanced(latex))
      if asciiOnly { #expect(bytes.allSatisfy { $0 < 0x80 }) }
      if found != text { return }
    }
  }

  @Test func nothingCrashesOrTakesLong() {
    var random = SeededText(seed: 3)
    let parts = [
      "\\'", "{", "}", "$", "\\emph{", "\\", "``", "'", "^", "_", "&#x41;", "<i>", "</i>", "é", " ",
      "\n\n",
      "\\noop{", "\\(", "\\uppercase{", "\\url{", "\\enquote{", "\\it ", "\u{301}", "a", "\\char",
      "\\symbol{9",
    ]
    for _ in 0..<3000 {
      let latex = (0..<random.next(24)).map { _ in parts[random.next(parts.count)] }.joined()
      _ = decode(latex, paragraphs: true)
    }
    for part in parts {
      let bytes = Array(String(repeating: part, count: 50_000).utf8)
      var decoder = LaTeXDecoder()
      decoder.decode(bytes, 0..<bytes.count)
    }
  }
}

/// Text that is hard to write in LaTeX, the same for every run.
struct SeededText {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 6_364_136_223_846_793_005 &+ 1 }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private static let pieces: [String] = [
    "a", "B", "word", "DNA", "McX", " ", "  ", "-", "--", "–", "—", "'", "''", "‘", "’", "“", "”",
    "`", "?", "!",
    "¿", "{", "}", "\\", "~", "^", "_", "&", "&amp;", "%", "#", "$", "$5", "$x$", "$\\frac{a}{b}$",
    "<", "<i>", "</i>",
    "é", "ế", "ß", "ł", "Å", "\u{A0}", "\u{202F}", "\u{2009}", "\u{AD}", "²", "漢", "а", "\n", "\t",
    "\u{1}", "€", "§",
    "i\u{307}", "ı", "í", "1", "…", "@", ",", ";", "and", "\"", "[", "]", "=", "ﬁ", "ʼ", "№",
    "x\u{35F}", ">", ":", "ij",
  ]

  mutating func string() -> String {
    (0..<next(9)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
  }

  mutating func richText() -> RichText {
    var text = RichText(Composition.composed(string()))
    let count = text.plain.utf8.count
    guard count > 0 else { return text }
    for _ in 0..<next(4) {
      let start = next(count)
      text.spans.append(
        .init(
          start..<(start + 1 + next(count - start)),
          TextStyle.allCases[next(TextStyle.allCases.count)]))
    }
    return text
  }
}
