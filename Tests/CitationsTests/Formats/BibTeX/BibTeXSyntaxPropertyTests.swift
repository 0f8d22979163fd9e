import Testing

@testable import Citations

/// Properties that hold for any bytes.
@Suite struct BibTeXSyntaxPropertyTests {
  /// Inputs of our own that have every construct in them, and those of the shared cases where they are there.
  static let seeds: [[UInt8]] =
    (BibTeXSyntaxTests.cases.map(\.input) + BibTeXRecoveryTests.cases.map(\.input)).map {
      Array($0.utf8)
    } + BibTeXCase.all.map { $0.bytes }

  static func expectSound(_ bytes: [UInt8]) {
    let tree = BibTeXSyntax(parsing: SourceFile(name: "-", bytes: bytes))
    let isTiled = tree.tilingFault == nil
    #expect(isTiled, "\(bytes.text)")
    let silent = tree.silentBytes
    #expect(silent.isEmpty, "\(silent) in \(bytes.text.debugDescription)")
    let places = tree.diagnostics.map { $0.range?.start ?? 0 }
    #expect(places == places.sorted())
    let ends = tree.fields.map(\.range)
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0.end <= $1.start })
  }

  @Test func blocksTileEveryInputAndNoByteIsPassedOverInSilence() {
    for seed in Self.seeds { Self.expectSound(seed) }
  }

  @Test func soTheyDoWhenTheInputIsCutAnywhere() {
    for seed in Self.seeds where seed.count < 400 {
      for end in seed.indices { Self.expectSound(Array(seed[..<end])) }
    }
  }

  @Test func soTheyDoWhenBytesChange() {
    var random = SeededRandom(seed: 11)
    let signs = Array("@{}()\",=#%\\ \nab1".utf8)
    for _ in 0..<6000 {
      var bytes = Self.seeds.randomElement(using: &random) ?? []
      guard !bytes.isEmpty, bytes.count < 400 else { continue }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(signs.randomElement(using: &random) ?? 0x40, at: place)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      Self.expectSound(bytes)
    }
  }

  @Test func soTheyDoOverRandomBytes() {
    var random = SeededRandom(seed: 12)
    let signs = Array("@{}()\",=#%\\ \n\rab1\u{FC}".utf8)
    for _ in 0..<4000 {
      let count = Int.random(in: 0...60, using: &random)
      Self.expectSound((0..<count).map { _ in signs.randomElement(using: &random) ?? 0 })
    }
  }

  /// The areas of the shared cases that are a matter of syntax alone.
  @Test(arguments: BibTeXCase.all.filter { BibTeXCase.syntaxAreas.contains($0.area) })
  func entriesOfTheSharedCasesSurvive(_ test: BibTeXCase) {
    let tree = BibTeXSyntax(parsing: SourceFile(name: "-", bytes: test.bytes))
    let entries = tree.blocks.filter { $0.kind == .entry }
    let found = entries.map { "\(tree[$0.type].string.lowercased()) \(tree[$0.key].string)" }
    #expect(found == test.entries)
    let rules = Set(tree.diagnostics.map(\.rule.name))
    for name in test.diagnostics where BibTeXCase.syntaxRules.contains(name) {
      #expect(rules.contains(name), "\(name)")
    }
  }
}

/// A case of the shared folder.
struct BibTeXCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var area: String
  var bytes: [UInt8]
  /// Type and key of each entry that is expected.
  var entries: [String]
  /// The names of the rules that are expected.
  var diagnostics: [String]

  static let syntaxAreas: Set<String> = [
    "lexical", "strings", "blocks", "comments", "recovery", "duplicates", "encoding", "keys",
    "write",
  ]

  /// The rules that reading alone can find; the rest needs values.
  static let syntaxRules: Set<String> = [
    "missing-comma", "missing-key", "unbalanced-brace", "unterminated-string", "unexpected-eof",
    "stray-brace", "escaped-brace", "bad-key", "missing-equals", "duplicate-key",
    "duplicate-key-case", "duplicate-field", "key-non-ascii", "extra-comma", "empty-field",
    "unquoted-value", "percent-comment-in-entry",
  ]

  static let all: [Self] = {
    guard let bytes = Shared.read("bibtex/cases.json"), let json = try? JSONValue.parse(bytes)
    else {
      return []
    }
    return (json["cases"]?.array ?? []).compactMap(Self.init)
  }()

  private init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let area = json["area"]?.string,
      let input = json["input"]?.string
    else { return nil }
    testDescription = id
    self.area = area
    bytes = Array(input.utf8)
    entries = (json["expect"]?["entries"]?.array ?? []).map {
      "\($0["type"]?.string ?? "") \($0["key"]?.string ?? "")"
    }
    diagnostics = (json["expect"]?["diagnostics"]?.array ?? []).compactMap {
      $0.string.map { String($0.prefix { $0 != ":" }) }
    }
  }
}
