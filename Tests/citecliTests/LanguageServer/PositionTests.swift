import Citations
import Testing

@testable import LanguageServer

@Suite struct PositionTests {
  /// An astral character, a combining mark, and the three line ends.
  private static let text = "a\u{1F4DA}b\r\ne\u{301}\u{E9}x\n\n\rz"

  /// Byte offset, line, column in UTF-8, column in UTF-16.
  private static let places = [
    (0, 0, 0, 0), (1, 0, 1, 1), (5, 0, 5, 3), (6, 0, 6, 4), (8, 1, 0, 0), (9, 1, 1, 1),
    (11, 1, 3, 2), (13, 1, 5, 3), (14, 1, 6, 4), (15, 2, 0, 0), (16, 3, 0, 0), (17, 4, 0, 0),
    (18, 4, 1, 1),
  ]

  @Test(arguments: places)
  func offsetsAndPositionsAreEachOther(offset: Int, line: Int, utf8: Int, utf16: Int) {
    for (encoding, column) in [(PositionEncoding.utf8, utf8), (.utf16, utf16)] {
      let table = PositionTable(Array(Self.text.utf8), encoding)
      let position = Position(line: line, character: column)
      #expect(table.position(of: offset) == position)
      #expect(table.offset(of: position) == offset)
    }
  }

  @Test func aPositionBehindTheLineIsItsEnd() {
    let table = PositionTable(Array(Self.text.utf8), .utf16)
    #expect(table.offset(of: Position(line: 0, character: 99)) == 6)
    #expect(table.offset(of: Position(line: 4, character: 99)) == 18)
    #expect(table.offset(of: Position(line: 99, character: 0)) == 18)
  }

  @Test func aPositionInsideOfACharacterIsItsBeginning() {
    let bytes = Array(Self.text.utf8)
    #expect(PositionTable(bytes, .utf16).offset(of: Position(line: 0, character: 2)) == 1)
    #expect(PositionTable(bytes, .utf8).offset(of: Position(line: 0, character: 3)) == 1)
    #expect(PositionTable(bytes, .utf16).position(of: 3) == Position(line: 0, character: 1))
  }

  @Test(arguments: [
    ("file:///a/b%20c.md", "/a/b c.md"), ("file://host/x", "/x"), ("file:///%C3%A9%2", "/é%2"),
    ("untitled:1", nil), ("file://", nil), ("", nil),
  ])
  func pathsOfURIs(uri: String, path: String?) {
    #expect(FileURI.path(of: uri) == path)
  }
}
