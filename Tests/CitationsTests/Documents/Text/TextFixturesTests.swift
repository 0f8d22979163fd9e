import Testing

@testable import Citations

/// Texts of our own in many conventions, each with the outline that is right.
@Suite struct TextFixturesTests {
  static let names = [
    "affiliation", "out-of-order", "rows-of-markers", "roman", "prices-and-ratios", "bullets",
    "comments-numbered", "notes-under-chapters", "notes-without-markers",
    "verse",
    "wrapped-german", "backlinks", "brackets-and-lists", "chapters", "comments-after-block",
    "contents-list", "email",
    "german", "grouped-endnotes", "gutenberg-end", "gutenberg-inline", "labels-alone",
    "list-of-notes",
    "markers-alone", "mismatches", "name-and-date", "no-notes", "numbered-sections",
    "numbers-go-on",
    "page-restarts", "page-symbols", "pages", "parentheses", "rules", "russian", "sub-lists",
    "superscripts", "lost-brackets", "lost-glued", "lost-glued-within", "glued-out-of-order",
    "lost-superscripts", "exponents", "lost-parentheses", "counted-points", "lost-gutenberg",
    "two-series-under", "two-series-ruled", "two-series-before", "two-series-unnumbered",
    "two-series-headed", "page-two-series", "letters-and-numbers", "letters-headed",
    "letters-glued", "lost-in-chapter", "letters-unmarked",
  ]

  @Test(arguments: names)
  func outlineIsRight(_ name: String) throws {
    let input = try #require(Shared.fixture("Text/\(name)/input.txt"))
    let expected = try #require(Shared.fixture("Text/\(name)/expected.txt"))
    #expect(TextOutline.of(input) + "\n" == expected.string)
  }

  /// Every character of the source is in a block, a note, a marker or trailing text, but for headings of notes, rules,
  /// hashes, hyphens at line ends, and what belongs to pages.
  @Test(arguments: names)
  func nothingIsLost(_ name: String) throws {
    let bytes = try #require(Shared.fixture("Text/\(name)/input.txt"))
    let document = DocumentFormat.text.read(SourceFile(name: name, bytes: bytes))
    #expect(document.blocks.reduce(0) { $0 + $1.markers.count } == document.markers.count)
    for line in TextCoverage.uncovered(document) {
      let text = Array(line.utf8)[...]
      let isFurniture =
        name.hasPrefix("page")
        && (PageFurniture.isPageNumber(text) || line.hasSuffix("MILL") || line.hasSuffix("Mills"))
      let isDecoration = text.allSatisfy { "#-=_*]".utf8.contains($0) }
      #expect(NotesHeading.matches(text) || isFurniture || isDecoration, "lost: \(line)")
    }
  }

  /// Every byte of a note's text stands in the source where the text says.
  @Test(arguments: names)
  func placesAreRight(_ name: String) throws {
    let bytes = try #require(Shared.fixture("Text/\(name)/input.txt"))
    let document = DocumentFormat.text.read(SourceFile(name: name, bytes: bytes))
    let texts =
      document.notes.map(\.text) + document.blocks.map(\.text) + document.trailing.map(\.text)
    for text in texts {
      for (offset, byte) in text.utf8.enumerated() where byte != 0x20 {
        #expect(bytes[text.sourceOffset(of: offset)] == byte)
      }
    }
    for marker in document.markers {
      let sign = bytes[Int(marker.range.start)..<Int(marker.range.end)].string
      #expect(sign.contains(marker.label) || sign.unicodeScalars.allSatisfy { $0.value > 0x7F })
    }
  }

  /// Cut short anywhere and with any byte changed, a text is read without a crash, the same way twice.
  @Test(arguments: names)
  func damagedTextsAreRead(_ name: String) throws {
    let bytes = try #require(Shared.fixture("Text/\(name)/input.txt"))
    for end in stride(from: 0, to: bytes.count, by: 7) {
      _ = DocumentFormat.text.read(SourceFile(name: name, bytes: Array(bytes[..<end])))
    }
    var state = UInt64(bytes.count)
    let strange = Array("\u{0}\n\u{C}[]()*1239. \u{FFFD}¹†".utf8) + [0xC3, 0xFF, 0xE2]
    for _ in 0..<150 {
      var changed = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % changed.count
        changed[place] = strange[Int(state >> 17) % strange.count]
      }
      let source = SourceFile(name: name, bytes: changed)
      #expect(
        TextOutline.of(DocumentFormat.text.read(source))
          == TextOutline.of(DocumentFormat.text.read(source)))
    }
  }
}
