import Testing

@testable import Citations

@Suite struct LaTeXEncoderTests {
  @Test(arguments: [
    ("a & b_c 5% $x #1", "a \\& b\\_c 5\\% \\$x \\#1"), ("{", "\\textbraceleft{}"),
    ("~^\\", "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}"), ("Bôo – “x”", "Bôo – “x”"),
  ])
  func unicodeOutputEscapesOnlyWhatTeXReserves(text: String, latex: String) {
    #expect(LaTeXEncoder(asciiOnly: false).encode(text) == latex)
  }

  @Test(arguments: [
    ("é", "{\\'e}"), ("É", "{\\'E}"), ("č", "{\\v{c}}"), ("î", "{\\^{\\i}}"), ("ế", "{\\'{\\^e}}"),
    ("ş", "{\\c{s}}"), ("ț", "{\\textcommabelow{t}}"), ("ł", "{\\l}"), ("ß", "{\\ss}"),
    ("Æ", "{\\AE}"),
    ("ǿ", "{\\'{\\o}}"), ("å", "{\\aa}"), ("e\u{301}", "{\\'e}"), ("–—", "--{}---"),
    ("“a” ‘b’", "``a'' `b'"),
    ("1\u{A0}2", "1~2"), ("漢", "漢"), ("a\u{30D}", "a\u{30D}"), ("įį", "{\\k{i}}{\\k{i}}"),
    ("…", "{\\dots}"),
  ])
  func asciiOutputUsesCommands(text: String, latex: String) {
    #expect(LaTeXEncoder(asciiOnly: true).encode(text) == latex)
  }
}
