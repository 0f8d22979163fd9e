import Testing

@testable import Citations

/// Notes as they stand in monographs and journals, against what is right for them.
///
/// A shape that is not read right yet is listed in `shapes.known-failures`; one that is listed and comes out right must
/// leave the list, so that no gain is lost again.
@Suite struct NoteShapeTests {
  /// A note of the fixture with what is right for it.
  struct Shape: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: [String]
    var isKnownFailure: Bool

    var testDescription: String { name }

    /// The note; asterisks stand around what is in italics.
    var note: Note {
      let plain = Note(label: "1", text: SourceText(text), range: SourceRange(0, text.utf8.count))
      guard text.utf8.contains(UInt8(ascii: "*")) else { return plain }
      let source = SourceFile(name: name, bytes: Array("Word.[^1]\n\n[^1]: \(text)\n".utf8))
      return DocumentFormat.markdown.read(source).notes.first ?? plain
    }
  }

  static let shapes: [Shape] = {
    var expected: [String: [String]] = [:]
    for (name, line) in pairs("Notes/shapes.expected") { expected[name, default: []].append(line) }
    let failures = Set(lines("Notes/shapes.known-failures").map { String($0) })
    return pairs("Notes/shapes.txt").map { name, text in
      Shape(
        name: name, text: text, expected: (expected[name] ?? []).filter { $0 != "none" },
        isKnownFailure: failures.contains(name))
    }
  }()

  @Test(arguments: shapes) func aNoteIsReadAsItIsMeant(_ shape: Shape) {
    let got = NoteReader().read(shape.note).cites.map { CiteOutline($0) }
    let differences = CiteOutline.differences(
      expected: shape.expected.map { CiteOutline($0) }, got: got)
    if shape.isKnownFailure {
      #expect(
        !differences.isEmpty,
        "\(shape.name) is right now: take it off Fixtures/Notes/shapes.known-failures")
    } else {
      #expect(
        differences.isEmpty, "\(shape.name): \(differences.joined(separator: "; "))\n\(shape.text)")
    }
  }

  @Test func theFixturesAreWhole() {
    let names = Self.shapes.map(\.name)
    #expect(names.count >= 60)
    #expect(Set(names).count == names.count)
    let expected = Self.pairs("Notes/shapes.expected").map(\.name)
    #expect(Set(expected) == Set(names))
    #expect(Set(Self.lines("Notes/shapes.known-failures").map { String($0) }).isSubset(of: names))
  }

  /// The lines of a fixture that are neither empty nor begin with "#".
  private static func lines(_ fixture: String) -> [Substring] {
    (Shared.fixture(fixture) ?? []).text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// The lines of a fixture as name and rest.
  private static func pairs(_ fixture: String) -> [(name: String, rest: String)] {
    lines(fixture).compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (
        String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " })
      )
    }
  }
}
