import Testing

@testable import Citations

@Suite struct TextDecodingTests {
  /// Where pieces of the text are looked at one after the other.
  private static let piece = 1 << 16

  @Test(arguments: ["é", "漢", "𝔐"], [0, 1, 2, 3, 4])
  func `characters across the ends of pieces are UTF-8`(character: String, shift: Int) {
    let text = String(repeating: "a", count: Self.piece - shift) + character + "b"
    let decoded = DecodedText(Array(text.utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.firstInvalid == nil)
    #expect(decoded.bytes == Array(text.utf8))
  }

  @Test(arguments: [0, 1, 2, 3])
  func `a character that is cut off at the end of a piece is none`(shift: Int) {
    var bytes = [UInt8](repeating: 0x61, count: Self.piece - shift)
    bytes += [0xE6, 0xBC] + [UInt8](repeating: 0x61, count: 8)
    #expect(DecodedText(bytes).encoding == .windows1252)
  }

  @Test func `a long run of continuation bytes is no UTF-8`() {
    let bytes = [UInt8](repeating: 0xA0, count: Self.piece * 2)
    #expect(DecodedText(bytes).encoding == .windows1252)
  }
}
