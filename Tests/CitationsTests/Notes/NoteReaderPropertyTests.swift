import Testing

@testable import Citations

/// What holds for the reading of every note, tried on real notes, on our own and on damaged ones.
@Suite struct NoteReaderPropertyTests {
  /// Breaks the reading of each text, and of `changes` damaged copies of each, and returns what was broken.
  static func broken(_ texts: [String], changes: Int, seed: UInt64) -> [String] {
    var random = SeededRandom(seed: seed)
    var result: [String] = []
    for text in texts {
      var texts = [text]
      for _ in 0..<changes { texts.append(NoteMutation.changed(text, by: &random)) }
      for text in texts {
        let broken = NoteInvariants.broken(text)
        if !broken.isEmpty, result.count < 40 {
          result.append(broken.joined(separator: "; ") + " in: " + text)
        }
      }
    }
    return result
  }

  private static func texts(_ path: String, _ member: String, limit: Int) -> [String]? {
    guard let bytes = Shared.read(path) else { return nil }
    return bytes.split(separator: 0x0A).prefix(limit).compactMap { line in
      (try? JSONValue.parse(Array(line)))?[member]?.string
    }
  }

  @Test func ownNotes() {
    let broken = Self.broken(NoteShapeTests.shapes.map(\.text), changes: 12, seed: 1)
    #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))")
  }

  @Test func everyTruncationOfOwnNotes() {
    var broken: [String] = []
    for shape in NoteShapeTests.shapes.prefix(12) {
      for count in shape.text.unicodeScalars.indices {
        let text = String(shape.text.unicodeScalars[..<count])
        broken += NoteInvariants.broken(text).map { $0 + " in: " + text }
      }
    }
    #expect(broken.isEmpty, "\(broken.prefix(20).joined(separator: "\n"))")
  }

  @Test func realNotes() throws {
    guard let texts = Self.texts("notes/dev/notes.jsonl", "note_text", limit: .max) else { return }
    try #require(texts.count == 140)
    let broken = Self.broken(texts, changes: 4, seed: 2)
    #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))")
  }

  @Test func realReferences() throws {
    guard let texts = Self.texts("notes/dev/strings.jsonl", "text", limit: 1_500) else { return }
    try #require(texts.count == 1_500)
    let broken = Self.broken(texts, changes: 1, seed: 3)
    #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))")
  }

  @Test func notesWithoutWords() {
    for text in ["", " ", ".", "“”", "()", ";", "\u{301}", "1931", "p.", "See", "Ibid", "10."] {
      #expect(NoteInvariants.broken(text).isEmpty, "\(text)")
    }
  }
}
