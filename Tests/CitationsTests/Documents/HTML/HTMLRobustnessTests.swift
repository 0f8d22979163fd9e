import Testing

@testable import Citations

@Suite struct HTMLRobustnessTests {
  /// A small generator with a fixed seed.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: HTMLDocumentReaderTests.files) func noBytesCrashTheReader(_ name: String) {
    guard let bytes = Shared.read("notes/markup/\(name).html") else { return }
    var generator = Generator(state: UInt64(bytes.count))
    for _ in 0..<60 {
      _ = readHTML(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))))
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      let document = readHTML(changed)
      for marker in document.markers {
        #expect(marker.note.map { $0 < document.notes.count } ?? true)
      }
      for block in document.blocks {
        #expect(
          block.markers.allSatisfy {
            $0.offset <= block.text.count && $0.marker < document.markers.count
          })
      }
    }
  }

  @Test func emptyAndStrangeInputs() {
    for text in [
      "", " ", "\u{0}\u{0}", "<", "<a href=#", "&#0;", "</p>", "<li>", "<sup>1",
      "<ol><li id=1><a href=#1>1",
    ] {
      _ = readHTML(Array(text.utf8))
    }
    _ = readHTML([UInt8](repeating: 0, count: 2000))
    _ = readHTML((0..<2000).map { UInt8($0 % 256) })
  }

  @Test func deepNestingIsReadInTime() {
    let deep =
      String(repeating: "<div><span>", count: 3000) + "x<sup>1</sup>"
      + String(repeating: "[", count: 3000)
    _ = readHTML(Array(deep.utf8))
    let links = String(repeating: "<a href=#n>1</a><a name=n>", count: 1500)
    _ = readHTML(Array(links.utf8))
  }

  @Test func everyVisibleWordIsKept() {
    for name in HTMLDocumentReaderTests.files {
      guard let bytes = Shared.read("notes/markup/\(name).html") else { return }
      let document = readHTML(bytes)
      let all =
        (document.blocks.map(\.text) + document.notes.map(\.text) + document.trailing.map(\.text))
        .map(\.string).joined(separator: " ")
      for word in ["mill", "decree", "Okri", "Ledgers", "compare", "clerk"] {
        #expect(all.contains(word))
      }
    }
  }
}
