/// What the commands of LaTeX and of biblatex mean for text.
enum LaTeXCommands {
  /// An accent.
  struct Accent: Sendable {
    /// The combining mark.
    var mark: Unicode.Scalar
    /// Whether it stands above, where an i loses its dot.
    var isAbove: Bool
    /// What the accent prints where it has no letter.
    var alone: String
  }

  /// The meaning of a command.
  enum Command: Sendable {
    case text(String)
    case accent(Accent)
    /// The argument is in a style.
    case style(TextStyle)
    /// What follows in the group is in a style.
    case switching(TextStyle)
    /// What follows in the group is in no style.
    case upright
    /// The argument stands between two texts.
    case wrap(String, String)
    case quotes
    /// The argument is no text.
    case dropping
    case nothing
    case uppercase, lowercase
    case cite
    /// An address.
    case address
    /// An address and its text.
    case link
    /// A character by its number.
    case symbol
    case math
    case newline
    case paragraph
    /// A space as any other.
    case space
    case swapping
  }

  /// The meaning of a command, by its name without the backslash.
  static func command(_ name: ArraySlice<UInt8>) -> Command? {
    table.names[name].map { table.commands[$0] }
  }

  /// The mark of an accent that a sign stands for.
  @inline(__always)
  static func mark(_ sign: UInt8) -> Unicode.Scalar? {
    switch sign {
    case UInt8(ascii: "`"): "\u{300}"
    case UInt8(ascii: "'"): "\u{301}"
    case UInt8(ascii: "^"): "\u{302}"
    case UInt8(ascii: "~"): "\u{303}"
    case UInt8(ascii: "\""): "\u{308}"
    default: nil
    }
  }

  private static let table: (names: ByteTable, commands: [Command]) = {
    var names: [Substring] = []
    var commands: [Command] = []
    for line in data.description.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 1, let command = meaning(words[0], words.dropFirst()) else { continue }
      for name in words[0] == "text" ? words[2...] : words[1...] {
        names.append(name)
        commands.append(command)
      }
    }
    for (name, command) in LaTeXEncoder.commands {
      names.append(name)
      commands.append(command)
    }
    return (ByteTable(names), commands)
  }()

  private static func meaning(_ kind: Substring, _ words: ArraySlice<Substring>) -> Command? {
    switch kind {
    case "text": words.first.map { .text(text($0)) }
    case "upright": .upright
    case "pass": .wrap("", "")
    case "parens": .wrap("(", ")")
    case "brackets": .wrap("[", "]")
    case "quotes": .quotes
    case "dropping": .dropping
    case "nothing": .nothing
    case "uppercase": .uppercase
    case "lowercase": .lowercase
    case "cite": .cite
    case "address": .address
    case "link": .link
    case "symbol": .symbol
    case "math": .math
    case "newline": .newline
    case "paragraph": .paragraph
    case "space": .space
    case "swapping": .swapping
    default: style(kind)
    }
  }

  /// `italic` for a command with an argument, `italic:` for one that switches.
  private static func style(_ kind: Substring) -> Command? {
    if kind.last == ":" {
      return TextStyle(rawValue: String(kind.dropLast())).map { .switching($0) }
    }
    return TextStyle(rawValue: String(kind)).map { .style($0) }
  }

  /// The text itself, or the characters whose numbers `+` joins: `U+00A0`, `U+2014`.
  private static func text(_ word: Substring) -> String {
    guard word.hasPrefix("U+") else { return String(word) }
    let scalars = word.dropFirst(2).split(separator: "+").compactMap {
      UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Lines `kind name …`, or `text characters name …`; what the encoder writes is not repeated here.
  ///
  /// Source: The LaTeX Companion, tables 7.33 and 10.1; biblatex 3.18, 3.14 "Formatting commands"; csquotes 5.2; btxdoc 1988, 4.
  private static let data: StaticString = """
    italic emph textit textsl mkbibemph mkbibitalic
    italic: it itshape em sl slshape
    bold textbf mkbibbold
    bold: bf bfseries
    smallCaps textsc
    smallCaps: sc scshape
    superscript textsuperscript mkbibsuperscript sp
    subscript textsubscript mkbibsubscript sb
    underline underline uline
    strikethrough sout st
    code texttt
    code: tt ttfamily
    upright rm rmfamily normalfont upshape mdseries sffamily sf
    pass mbox hbox text textrm textnormal textsf textup textmd textlf textnohyphenation mathrm
    pass fbox makebox nohyphens natexlab bibinfo
    pass singleletter printfirst
    parens mkbibparens
    brackets mkbibbrackets
    quotes enquote mkbibquote textquote
    dropping noop noopsort NOOP Noop SortNoop sortnoop label index nocite bibnote vspace hspace
    dropping color phantom hphantom vphantom begin end fontsize selectlanguage hyphenation
    nothing relax protect noindent indent small tiny footnotesize scriptsize normalsize large Large
    nothing LARGE huge Huge selectfont allowbreak nolinebreak nopagebreak pagebreak newpage break
    nothing sloppy fussy leavevmode unskip null strut boldmath unboldmath bgroup egroup ignorespaces
    nothing xspace / - ! @ bibrangessep textcompwordmark
    uppercase uppercase MakeUppercase
    lowercase lowercase MakeLowercase
    cite cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite footcite
    cite fullcite footfullcite citetitle ref eqref pageref
    address url path nolinkurl
    link href
    symbol symbol char
    math ensuremath
    newline newline
    paragraph par
    space linebreak space \\ quad qquad enspace enskip hfill hskip
    swapping switchargs
    text U+202F , thinspace
    text U+0020 ; : > medspace thickspace
    text U+00A0 nobreakspace nbsp
    text & &
    text % %
    text $ $ textdollar
    text # #
    text _ _ textunderscore
    text { { textbraceleft lbrace
    text } } textbraceright rbrace
    text ~ textasciitilde texttildelow
    text ^ textasciicircum
    text \\ textbackslash
    text ` textasciigrave
    text ' textquotesingle
    text " textquotedbl
    text | textbar
    text < textless
    text > textgreater
    text * textasteriskcentered
    text U+2013 textendash bibrangedash
    text U+2014 textemdash
    text - nobreakdash hyp hyphen bibhyphen
    text / slash fshyp
    text U+2018 textquoteleft lq
    text U+2019 textquoteright rq
    text U+201C textquotedblleft
    text U+201D textquotedblright
    text U+201A quotesinglbase glq
    text U+201E quotedblbase glqq
    text U+201C grqq
    text U+2018 grq
    text U+00AB guillemotleft guillemetleft flqq og
    text U+00BB guillemotright guillemetright frqq fg
    text U+2039 guilsinglleft flq
    text U+203A guilsinglright frq
    text U+2026 ldots dots textellipsis
    text U+00A1 textexclamdown
    text U+00BF textquestiondown
    text U+20AC euro EUR texteuro
    text U+00A3 pounds textsterling
    text U+00A9 copyright textcopyright
    text U+00AE textregistered
    text U+2122 texttrademark
    text U+2120 textservicemark
    text U+00A7 S textsection
    text U+00B6 P textparagraph
    text U+2020 dag textdagger
    text U+2021 ddag textdaggerdbl
    text U+00B0 textdegree degree
    text U+00B7 textperiodcentered textcenterdot cdotp
    text U+2022 textbullet item
    text U+00AA textordfeminine
    text U+00BA textordmasculine
    text U+2116 textnumero
    text U+2030 textperthousand
    text U+00A6 textbrokenbar
    text U+00A4 textcurrency
    text U+0192 textflorin
    text U+2192 textrightarrow
    text U+2190 textleftarrow
    text U+2191 textuparrow
    text U+2193 textdownarrow
    text U+2044 textfractionsolidus
    text U+2117 textcircledP
    text U+266A textmusicalnote
    text U+2423 textvisiblespace
    text U+2212 textminus
    text U+00D7 texttimes
    text U+2126 textohm
    text U+0131 i
    text U+0237 j
    text ß ss
    text ẞ SS
    text æ ae
    text Æ AE
    text œ oe
    text Œ OE
    text ø o
    text Ø O
    text å aa
    text Å AA
    text ł l
    text Ł L
    text đ dj
    text Đ DJ
    text ð dh eth
    text Ð DH
    text þ th thorn
    text Þ TH Thorn
    text ŋ ng
    text Ŋ NG
    text ĳ ij
    text Ĳ IJ
    text ə schwa textschwa
    text ʿ textasyper textayn
    text ʾ textaleph
    text TeX TeX
    text LaTeX LaTeX
    text BibTeX BibTeX
    text BibLaTeX BibLaTeX
    text LuaTeX LuaTeX
    text XeTeX XeTeX
    text AmS AmS
    text α textalpha
    text β textbeta
    text γ textgamma
    text δ textdelta
    """
}

extension LaTeXEncoder {
  /// The commands that the encoder writes, with their meaning for a reader.
  static var commands: [(name: Substring, command: LaTeXCommands.Command)] {
    var result: [(Substring, LaTeXCommands.Command)] = []
    for (mark, text) in accents.pairs {
      let name = text.split(separator: " ")[0]
      let isAbove = text.hasSuffix("above")
      let alone = spacing[mark] ?? "\u{25CC}" + String(mark)
      result.append((name, .accent(.init(mark: mark, isAbove: isAbove, alone: alone))))
    }
    for (scalar, text) in signs.pairs + letters.pairs {
      let name = text.drop { $0 == "{" || $0 == "\\" }.prefix { $0 != "}" && $0 != "{" }
      if text.contains("\\"), name.utf8.allSatisfy(\.isASCIILetter), !name.isEmpty {
        result.append((name, .text(String(scalar))))
      }
    }
    return result
  }

  /// The signs that accents without a letter print.
  private static let spacing = ScalarTable(
    """
    0300 `
    0301 ´
    0302 ^
    0303 ~
    0304 ¯
    0306 ˘
    0307 ˙
    0308 ¨
    030A ˚
    030B ˝
    030C ˇ
    0327 ¸
    0328 ˛
    """)
}
