/// Writes formatted text as HTML.
enum HTMLOutput {
  static func text(_ text: FormattedText) -> String {
    text.written(escape: escape, open: open, close: close)
  }

  private static func open(_ look: FormattedText.Look) -> String {
    switch look {
    case .italic: "<i>"
    case .bold: "<b>"
    case .superscript: "<sup>"
    case .subscript: "<sub>"
    case .light: span("font-weight:lighter;")
    case .smallCaps: span("font-variant:small-caps;")
    case .underline: span("text-decoration:underline;")
    case .uprightStyle: span("font-style:normal;")
    case .normalWeight: span("font-weight:normal;")
    case .normalVariant: span("font-variant:normal;")
    case .noUnderline: span("text-decoration:none;")
    case .baseline: span("baseline")
    case .undecorated(let italic, let bold, let smallCaps):
      span(
        (smallCaps ? "font-variant:normal;" : "") + (bold ? "font-weight:normal;" : "")
          + (italic ? "font-style:normal;" : ""))
    case .block: "\n\n    <div class=\"csl-block\">"
    case .leftMargin: "\n    <div class=\"csl-left-margin\">"
    case .rightInline: "<div class=\"csl-right-inline\">"
    case .indent: "<div class=\"csl-indent\">"
    case .link(let address): "<a href=\"" + attribute(address) + "\">"
    }
  }

  private static func span(_ style: String) -> String { "<span style=\"\(style)\">" }

  private static func close(_ look: FormattedText.Look) -> String {
    switch look {
    case .italic: "</i>"
    case .bold: "</b>"
    case .superscript: "</sup>"
    case .subscript: "</sub>"
    case .block: "</div>\n"
    case .leftMargin: "</div>"
    case .rightInline, .indent: "</div>\n  "
    case .link: "</a>"
    default: "</span>"
    }
  }

  /// Text as the value of an attribute.
  static func attribute(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&#38;".utf8
      case UInt8(ascii: "\""): result += "&#34;".utf8
      case UInt8(ascii: "<"): result += "&#60;".utf8
      default: result.append(byte)
      }
    }
    return result.string
  }

  private static func escape(_ text: String, into result: inout [UInt8]) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"): result += "&#38;".utf8
      case UInt8(ascii: "<"): result += "&#60;".utf8
      case UInt8(ascii: ">"): result += "&#62;".utf8
      case 0x20 where index + 1 < bytes.count && bytes[index + 1] == 0x20:
        result += "\u{A0}".utf8
      case 0xC2...0xE3:
        let (scalar, length) = bytes.scalar(at: index)
        if let plain = superscripts[scalar] {
          result += "<sup>".utf8
          result += plain.utf8
          result += "</sup>".utf8
        } else {
          result += bytes[index..<index + length]
        }
        index += length
        continue
      default: result.append(byte)
      }
      index += 1
    }
  }

  /// Signs that are raised by themselves.
  private static let superscripts = ScalarTable(
    """
    ª a
    ² 2
    ³ 3
    ¹ 1
    º o
    ʰ h
    ʱ ɦ
    ʲ j
    ʳ r
    ʴ ɹ
    ʵ ɻ
    ʶ ʁ
    ʷ w
    ʸ y
    ˠ ɣ
    ˡ l
    ˢ s
    ˣ x
    ˤ ʕ
    ᴬ A
    ᴭ Æ
    ᴮ B
    ᴰ D
    ᴱ E
    ᴲ Ǝ
    ᴳ G
    ᴴ H
    ᴵ I
    ᴶ J
    ᴷ K
    ᴸ L
    ᴹ M
    ᴺ N
    ᴼ O
    ᴽ Ȣ
    ᴾ P
    ᴿ R
    ᵀ T
    ᵁ U
    ᵂ W
    ᵃ a
    ᵄ ɐ
    ᵅ ɑ
    ᵆ ᴂ
    ᵇ b
    ᵈ d
    ᵉ e
    ᵊ ə
    ᵋ ɛ
    ᵌ ɜ
    ᵍ g
    ᵏ k
    ᵐ m
    ᵑ ŋ
    ᵒ o
    ᵓ ɔ
    ᵔ ᴖ
    ᵕ ᴗ
    ᵖ p
    ᵗ t
    ᵘ u
    ᵙ ᴝ
    ᵚ ɯ
    ᵛ v
    ᵜ ᴥ
    ᵝ β
    ᵞ γ
    ᵟ δ
    ᵠ φ
    ᵡ χ
    ⁰ 0
    ⁱ i
    ⁴ 4
    ⁵ 5
    ⁶ 6
    ⁷ 7
    ⁸ 8
    ⁹ 9
    ⁺ +
    ⁻ −
    ⁼ =
    ⁽ (
    ⁾ )
    ⁿ n
    ℠ SM
    ™ TM
    ㆒ 一
    ㆓ 二
    ㆔ 三
    ㆕ 四
    ㆖ 上
    ㆗ 中
    ㆘ 下
    ㆙ 甲
    ㆚ 乙
    ㆛ 丙
    ㆜ 丁
    ㆝ 天
    ㆞ 地
    ㆟ 人
    ˀ ʔ
    ˁ ʕ
    06E5 و
    06E6 ي
    """)
}
