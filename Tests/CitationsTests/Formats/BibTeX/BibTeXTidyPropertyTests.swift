import Testing

@testable import Citations

/// What tidying never does, whatever the file and the options.
@Suite struct BibTeXTidyPropertyTests {
  static func tidy(_ bytes: [UInt8], _ options: BibTeXTidyOptions) -> [UInt8] {
    BibTeXTidy(options: options).formatted(SourceFile(name: "-", bytes: bytes)).bytes
  }

  static func randomOptions(_ random: inout SeededRandom) -> BibTeXTidyOptions {
    var options = BibTeXTidyOptions()
    let indentations: [BibTeXTidyOptions.Indentation] = [.asInFile, .spaces(3), .tab]
    options.indentation = indentations.randomElement(using: &random) ?? .tab
    let alignments: [BibTeXTidyOptions.Alignment] = [.asInFile, .none, .entry, .column(9)]
    options.alignment = alignments.randomElement(using: &random) ?? .none
    let letters = BibTeXTidyOptions.Letters.allCases
    options.typeLetters = letters.randomElement(using: &random) ?? .keep
    options.fieldLetters = letters.randomElement(using: &random) ?? .keep
    options.keyLetters = letters.randomElement(using: &random) ?? .keep
    if Bool.random(using: &random) { options.fieldOrder = ["c", "title", "b", "a"] }
    options.order = BibTeXTidyOptions.Order.allCases.randomElement(using: &random) ?? .none
    options.bracesForQuotes = Bool.random(using: &random)
    options.monthsAsStrings = Bool.random(using: &random)
    options.bareDOIs = Bool.random(using: &random)
    options.pageDashes = Bool.random(using: &random)
    options.trailingComma = [nil, true, false].randomElement(using: &random) ?? nil
    options.blankLines = [nil, 0, 1, 2].randomElement(using: &random) ?? nil
    options.removesEmptyFields = Bool.random(using: &random)
    options.removesDuplicateFields = Bool.random(using: &random)
    options.wrap = [nil, 8, 40].randomElement(using: &random) ?? nil
    return options
  }

  /// Files put together at random from well-formed and broken pieces, then changed in places.
  static func randomFile(_ random: inout SeededRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    let separators = ["", "\n", "\n\n", "\r\n", " % c\n", "\n% above\n", "\n\nwords\n\n"]
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      bytes +=
        BibTeXSyntaxPropertyTests.seeds.filter { $0.count < 300 }.randomElement(using: &random)
        ?? []
      bytes += Array((separators.randomElement(using: &random) ?? "").utf8)
    }
    let signs = Array("@{}()\",=#%\\ \nab1".utf8)
    for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      if Bool.random(using: &random) {
        bytes.insert(signs.randomElement(using: &random) ?? 0x40, at: place)
      } else {
        bytes.remove(at: place)
      }
    }
    return bytes
  }

  @Test func asInTheFileKeepsEveryBlockFieldAndValue() {
    var random = SeededRandom(seed: 21)
    for _ in 0..<3000 {
      let bytes = Self.randomFile(&random)
      let tidied = Self.tidy(bytes, BibTeXTidyOptions())
      let before = BibTeXSyntax(parsing: SourceFile(name: "-", bytes: bytes)).outline
      let after = BibTeXSyntax(parsing: SourceFile(name: "-", bytes: tidied)).outline
      #expect(
        before == after, "\(bytes.text.debugDescription) became \(tidied.text.debugDescription)")
    }
  }

  @Test func tidyingTwiceIsTidyingOnce() {
    var random = SeededRandom(seed: 22)
    for _ in 0..<4000 {
      let bytes = Self.randomFile(&random)
      let options = Self.randomOptions(&random)
      let once = Self.tidy(bytes, options)
      let twice = Self.tidy(once, options)
      let isSame = once == twice
      #expect(
        isSame,
        "\(bytes.text.debugDescription) became \(once.text.debugDescription), then \(twice.text.debugDescription)"
      )
    }
  }

  /// Files that fuzzing found to change a second time.
  @Test(arguments: [
    "@misc{a,\n  x\t \r = {1},\n  y\t = {2}\n}",
    "@misc{k, pages = {200-\n210}}", "@misc{k, pages = \"1\r--41\"}",
    "\n\n@book{\r, url = \"x\" }", "@misc{k, title={t}}\r\n@misc{a}@misc{b}\n% c",
  ])
  func tidyingTwiceIsTidyingOnceForTheseToo(_ text: String) {
    var options = BibTeXTidyOptions()
    options.wrap = 40
    options.pageDashes = true
    options.order = .authorYear
    options.blankLines = 1
    let once = Self.tidy(Array(text.utf8), options)
    #expect(Self.tidy(once, options).text == once.text)
  }

  @Test func entriesKeepTheirFieldsUnderAllOptionsThatOnlyMoveThings() {
    var random = SeededRandom(seed: 23)
    for _ in 0..<3000 {
      let bytes = Self.randomFile(&random)
      var options = Self.randomOptions(&random)
      options.typeLetters = .keep
      options.fieldLetters = .keep
      options.keyLetters = .keep
      options.bracesForQuotes = false
      options.monthsAsStrings = false
      options.bareDOIs = false
      options.pageDashes = false
      options.removesEmptyFields = false
      options.removesDuplicateFields = false
      options.wrap = nil
      let tidied = Self.tidy(bytes, options)
      let before = Self.inventory(bytes)
      let after = Self.inventory(tidied)
      #expect(
        before == after, "\(bytes.text.debugDescription) became \(tidied.text.debugDescription)")
    }
  }

  /// Every block but free text, its fields sorted, and the words of the free text, all sorted.
  private static func inventory(_ bytes: [UInt8]) -> [String] {
    let tree = BibTeXSyntax(parsing: SourceFile(name: "-", bytes: bytes))
    return tree.outline.split(separator: "\n").flatMap { line -> [String] in
      if line.hasPrefix("text ") {
        return line.split { $0 == "⏎" || $0 == " " || $0 == "\r\n" || $0 == "\r" }.dropFirst().map(
          String.init)
      }
      return [line.split(separator: " | ").sorted().joined(separator: " | ")]
    }.sorted()
  }

  @Test func untidyBytesOfAnyKindDoNoHarm() {
    var random = SeededRandom(seed: 24)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let once = Self.tidy(bytes, BibTeXTidyOptions())
      #expect(Self.tidy(once, BibTeXTidyOptions()) == once)
    }
  }
}
