import Testing

@testable import Citations

@Suite struct BoundingBoxReaderTests {
  /// A page as pdftotext describes it: each block a list of lines, each line its type size and its words; a word that
  /// begins with `^` is small, raised and glued to the word before.
  private func page(_ blocks: [[(size: Double, words: String)]]) -> String {
    var y = 10.0
    var result = "<page width=\"300\" height=\"400\">\n<flow>\n"
    for block in blocks {
      result += "<block xMin=\"10\" yMin=\"\(y)\" xMax=\"290\" yMax=\"\(y + 20)\">\n"
      for line in block {
        result += "<line xMin=\"10\" yMin=\"\(y)\" xMax=\"290\" yMax=\"\(y + line.size)\">\n"
        var x = 10.0
        for word in line.words.split(separator: " ") {
          let isRaised = word.hasPrefix("^")
          let text = isRaised ? word.dropFirst() : word
          let height = isRaised ? line.size * 0.7 : line.size
          let top = isRaised ? y - 1 : y
          if isRaised { x -= 3 }
          let width = Double(text.utf8.count) * 4
          result +=
            "<word xMin=\"\(x)\" yMin=\"\(top)\" xMax=\"\(x + width)\" yMax=\"\(top + height)\">\(text)</word>\n"
          x += width + 3
        }
        result += "</line>\n"
        y += line.size + 2
      }
      result += "</block>\n"
    }
    return result + "</flow>\n</page>\n"
  }

  private func document(_ pages: [String]) -> String {
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>The &amp; Mill</title></head><body><doc>\n"
      + pages.joined() + "</doc></body></html>"
  }

  private var twoPages: String {
    document([
      page([
        [
          (10, "The mill closed in 1801.5 or so. ^1 It stood on 12 acres"),
          (10, "of land.7 That was all. ^2 And then"),
        ],
        [(8, "^1 Mercer, Mill &amp; Press, 44."), (8, "^2 A note that goes on and")],
        [(10, "17")],
      ]),
      page([
        [(10, "more text of the body follows. ^3 The"), (10, "end.")], [(8, "On over the page.")],
        [(8, "^3 Okri, Ledgers.")], [(10, "18")],
      ]),
    ])
  }

  @Test func sizeAndRaiseTellMarkersAndNotes() {
    let expected = """
      ¶ The mill closed in 1801.5 or so.{1→1} It stood on 12 acres of land.7 That was all.{2→2} And then more text of the \
      body follows.{3→3} The end.
      1: Mercer, Mill & Press, 44.
      2: A note that goes on and On over the page.
      3: Okri, Ledgers.
      """
    #expect(TextOutline.of(twoPages, .bbox) == expected)
  }

  @Test func placesPointIntoTheSource() {
    let bytes = Array(twoPages.utf8)
    let document = DocumentFormat.bbox.read(SourceFile(name: "a.bbox", bytes: bytes))
    #expect(document.title?.string == "The & Mill")
    for text in document.notes.map(\.text) + document.blocks.map(\.text) {
      for (offset, byte) in text.utf8.enumerated() where byte != 0x20 && byte != 0x26 {
        #expect(bytes[text.sourceOffset(of: offset)] == byte)
      }
    }
    #expect(document.markers.map { bytes[Int($0.range.start)] } == Array("123".utf8))
  }

  @Test func damagedLayoutsAreRead() {
    let bytes = Array(twoPages.utf8)
    for end in stride(from: 0, to: bytes.count, by: 101) {
      _ = DocumentFormat.bbox.read(SourceFile(name: "a", bytes: Array(bytes[..<end])))
    }
    var state: UInt64 = 7
    for _ in 0..<100 {
      var changed = bytes
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      changed[Int(state >> 33) % changed.count] = UInt8(truncatingIfNeeded: state >> 20)
      _ = DocumentFormat.bbox.read(SourceFile(name: "a", bytes: changed))
    }
    let broken = DocumentFormat.bbox.read(
      SourceFile(name: "a", bytes: Array("<doc><page><word>a".utf8)))
    #expect(broken.diagnostics.map(\.rule) == [.brokenLayout])
  }
}
