/// The names that babel gives to languages, for `langid`.
enum BibTeXLanguages {
  /// The name for a BCP 47 tag that means just that language; nil for other tags, which must be kept as they are.
  static func name(for tag: String) -> String? { table[tag.lowercased()] }

  /// The BCP 47 tag for a name of babel or an English name of a language; nil for other words.
  static func tag(for name: String) -> String? { tags[name.lowercased()] }

  private static let tags: [String: String] = {
    var result: [String: String] = [:]
    for line in (data.description + "\n" + others.description).split(separator: "\n") {
      let words = line.split(separator: " ")
      for name in words.dropFirst() where result[String(name)] == nil {
        let parts = words[0].split(separator: "-")
        let region = parts.count > 1 ? "-" + parts[1].uppercased() : ""
        result[String(name)] = String(parts[0]) + region
      }
    }
    return result
  }()

  private static let table: [String: String] = {
    var result: [String: String] = [:]
    for line in data.description.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2 { result[String(words[0])] = String(words[1]) }
    }
    return result
  }()

  /// Source: babel manual, "Languages supported by babel with ldf files"; biblatex 3.18, table 2.
  private static let data: StaticString = """
    en english
    en-us american
    en-gb british
    en-au australian
    en-ca canadian
    en-nz newzealand
    de ngerman
    de-at naustrian
    de-ch nswissgerman
    fr french
    fr-ca canadien
    it italian
    es spanish
    ca catalan
    gl galician
    eu basque
    pt portuguese
    pt-br brazilian
    nl dutch
    da danish
    sv swedish
    nb norsk
    nn nynorsk
    fi finnish
    is icelandic
    et estonian
    lv latvian
    lt lithuanian
    pl polish
    cs czech
    sk slovak
    sl slovene
    hr croatian
    sr serbian
    bg bulgarian
    ru russian
    uk ukrainian
    hu hungarian
    ro romanian
    tr turkish
    el greek
    grc ancientgreek
    la latin
    he hebrew
    ar arabic
    """

  /// Names that are read and not written.
  private static let others: StaticString = """
    de german germanb deutsch
    de-at austrian
    de-ch swissgerman
    en-us usenglish
    en-gb ukenglish
    fr francais frenchb acadian français
    es español castilian
    it italiano
    pt portuges português
    pt-br brazil
    nl nederlands
    nb norwegian
    sl slovenian
    el polutonikogreek
    hu magyar
    is islandic
    fa persian farsi
    zh chinese
    ja japanese
    ko korean
    hi hindi
    sa sanskrit
    vi vietnamese
    th thai
    id indonesian
    ga irish
    gd scottish
    cy welsh
    eo esperanto
    yi yiddish
    mk macedonian
    bs bosnian
    sq albanian
    """
}
