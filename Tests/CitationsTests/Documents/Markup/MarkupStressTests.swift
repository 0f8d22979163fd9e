import Testing

@testable import Citations

/// Inputs made to be slow or deep.
@Suite struct MarkupStressTests {
  static let formats: [DocumentFormat] = [
    .markdown, .djot, .asciidoc, .rst, .org, .wikitext, .typst,
  ]

  @Test(arguments: formats) func repeatedSignsTakeLinearTime(_ format: DocumentFormat) {
    let signs = [
      "[", "^[", "[^", "[^a b ", "**a ", "*_", "`", "``a`", "{{", "[[", "<ref>", "<", "<!--",
      "footnote:[", "[fn::", "#footnote[", "#f(", "#f([", "(", "&", "> ", "{{cite book|", "\\",
      "@a",
      "''", "http://a", "$", "/*", "![", "<sup>1", "[a](", "|", "{|\n|", ":a:`", "[#]_ ", "\"`",
    ]
    for sign in signs {
      let outline = DocumentOutline(String(repeating: sign, count: 5_000), format)
      #expect(outline.broken.isEmpty, "\(sign)")
    }
  }

  @Test(arguments: formats) func closedNestingIsKept(_ format: DocumentFormat) {
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(DocumentOutline(deep, format).broken.isEmpty)
  }

  @Test(arguments: formats) func emptyAndOddInputs(_ format: DocumentFormat) {
    for text in [
      "", "\n", "\r", "\u{0}\u{0}", "[", "#", "-", "---", "=", "..", "{{", "*", ":", "|",
    ] {
      #expect(DocumentOutline(text, format).broken.isEmpty)
    }
    let bytes: [UInt8] = [0x5B, 0x5E, 0xFF, 0xC3, 0x5D, 0x2A, 0xE2, 0x80]
    #expect(DocumentOutline(bytes, format).broken.isEmpty)
  }
}
