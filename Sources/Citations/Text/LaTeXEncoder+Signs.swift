extension LaTeXEncoder {
  /// Punctuation and signs, and letters whose own command is shorter than their parts.
  static let signs = ScalarTable(
    """
    å {\\aa}
    Å {\\AA}
    ơ {\\ohorn}
    Ơ {\\OHORN}
    ư {\\uhorn}
    Ư {\\UHORN}
    00A0 ~
    00AD \\-
    2009 \\,
    202F \\,
    2010 -
    2011 -
    2013 --
    2014 ---
    2018 `
    2019 '
    201C ``
    201D ''
    201A \\quotesinglbase{}
    201E \\quotedblbase{}
    « \\guillemotleft{}
    » \\guillemotright{}
    ‹ \\guilsinglleft{}
    › \\guilsinglright{}
    … {\\dots}
    ¡ {\\textexclamdown}
    ¿ {\\textquestiondown}
    € {\\texteuro}
    £ {\\textsterling}
    ¥ {\\textyen}
    ¢ {\\textcent}
    © {\\textcopyright}
    ® {\\textregistered}
    ™ {\\texttrademark}
    § {\\S}
    ¶ {\\P}
    † {\\dag}
    ‡ {\\ddag}
    ° {\\textdegree}
    · {\\textperiodcentered}
    • {\\textbullet}
    ª {\\textordfeminine}
    º {\\textordmasculine}
    ¹ {\\textonesuperior}
    ² {\\texttwosuperior}
    ³ {\\textthreesuperior}
    ½ {\\textonehalf}
    ¼ {\\textonequarter}
    ¾ {\\textthreequarters}
    × {\\texttimes}
    ÷ {\\textdiv}
    ± {\\textpm}
    ¬ {\\textlnot}
    µ {\\textmu}
    ‰ {\\textperthousand}
    № {\\textnumero}
    ʼ '
    ﬀ ff
    ﬁ fi
    ﬂ fl
    ﬃ ffi
    ﬄ ffl
    """)
}
