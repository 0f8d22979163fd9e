import Testing

@testable import Citations

@Suite struct LocaleTests {
  private func locale(_ language: String, _ terms: String) throws -> Locale {
    let text = "<locale xml:lang=\"\(language)\" version=\"1.0\"><terms>\(terms)</terms></locale>"
    return try Locale(SourceFile(name: language, bytes: Array(text.utf8)))
  }

  private func words(_ locale: Locale, _ name: String, _ form: TermForm = .long) -> String? {
    let linked = LinkedLocale(locale, names: .standard)
    return TermNames.standard.id(name).map { linked.words($0, form).string }
  }

  @Test func aLanguageWithoutARegionTakesItsMainOne() throws {
    let set = LocaleSet([try locale("de-DE", "<term name=\"and\">und</term>")])
    #expect(words(set.merged(for: "de", style: Style()), "and") == "und")
    #expect(words(set.merged(for: "de-AT", style: Style()), "and") == "und")
  }

  @Test func englishStandsInForWhatALocaleDoesNotSay() throws {
    let set = LocaleSet([
      try locale("en-US", "<term name=\"and\">and</term><term name=\"ibid\">ibid.</term>"),
      try locale("fr-FR", "<term name=\"and\">et</term>"),
    ])
    let merged = set.merged(for: "fr-FR", style: Style())
    #expect(words(merged, "and") == "et")
    #expect(words(merged, "ibid") == "ibid.")
  }

  @Test func theStyleOverridesTheLocaleAndTheSpecialTheGeneral() throws {
    let set = LocaleSet([try locale("en-GB", "<term name=\"and\">and</term>")])
    let text = """
      <style class="note" version="1.0">
      <locale xml:lang="en-GB"><terms><term name="and">British</term></terms></locale>
      <locale><terms><term name="and">any</term><term name="in">any</term></terms></locale>
      <locale xml:lang="en"><terms><term name="and">English</term></terms></locale>
      <citation><layout><text value="x"/></layout></citation></style>
      """
    let style = try Style(SourceFile(name: "s", bytes: Array(text.utf8)))
    #expect(words(set.merged(for: "en-GB", style: style), "and") == "British")
    #expect(words(set.merged(for: "en-US", style: style), "and") == "English")
    #expect(words(set.merged(for: "de-DE", style: style), "and") == "any")
  }

  @Test func aFormThatIsMissingFallsBack() throws {
    let found = try locale("en-US", "<term name=\"editor\">editor</term>")
    #expect(words(found, "editor", .verbShort) == "editor")
    #expect(words(found, "editor", .symbol) == "editor")
  }

  @Test func anyOrdinalReplacesAllOrdinals() throws {
    var first = try locale(
      "en-US", "<term name=\"ordinal\">th</term><term name=\"ordinal-01\">st</term>")
    first.overlay(try locale("en-US", "<term name=\"ordinal\">.</term>"))
    #expect(words(first, "ordinal-01") == "")
    #expect(words(first, "ordinal") == ".")
  }
}
