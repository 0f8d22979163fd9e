import Testing

@testable import Citations

@Suite struct BuiltInStylesTests {
  /// A style and a folder of what it is to print.
  struct Case: CustomTestStringConvertible {
    var folder: String
    var style: String
    var testDescription: String { "\(folder)/\(style)" }
  }

  static let cases = ["Styles", "Types"].flatMap { folder in
    BuiltInStyles.styleNames.map { Case(folder: folder, style: $0) }
  }

  @Test(arguments: cases) func theStylePrintsWhatItsManualAsks(_ example: Case) throws {
    let path = "CSL/\(example.folder)/\(example.style).txt"
    let lines = try GoldenDocument(example.folder, style: example.style).lines
    if Shared.record(lines.map { $0 + "\n" }.joined(), as: path) { return }
    let file = try #require(Shared.fixture(path))
    var expected = String(decoding: file, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if expected.last == "" { expected.removeLast() }
    for (line, wanted) in zip(lines, expected) { #expect(line == wanted) }
    #expect(lines.count == expected.count)
  }

  @Test(arguments: BuiltInStyles.styleNames)
  func everyStyleIsReadWithoutAWarning(_ name: String) throws {
    let source = try #require(BuiltInStyles.style(name))
    let style = try Style(source)
    #expect(style.warnings.isEmpty)
    #expect(!style.isDependent)
    let summary = try #require(StyleSummary(name: name, head: source.bytes))
    #expect(summary.title == style.title && summary.id == style.id)
    #expect(summary.styleClass == style.styleClass && summary.language == style.defaultLocale)
  }

  @Test(arguments: BuiltInStyles.localeTags)
  func everyLocaleIsReadWithoutAWarning(_ tag: String) throws {
    let source = try #require(BuiltInStyles.locale(tag))
    #expect(try Locale(source).language == tag)
    var reader = StyleReader(source)
    let root = try reader.root("locale")
    _ = reader.locale(root)
    #expect(reader.diagnostics.isEmpty)
    #expect(BuiltInStyles.locales.locale(for: tag)?.language == tag)
  }

  @Test func namesAreSortedAndWhatIsNotThereIsNil() {
    for names in [BuiltInStyles.styleNames, BuiltInStyles.localeTags] {
      #expect(names.count > 15)
      #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
    #expect(BuiltInStyles.style("apa7") == nil)
    #expect(BuiltInStyles.locale("de") == nil)
  }
}
