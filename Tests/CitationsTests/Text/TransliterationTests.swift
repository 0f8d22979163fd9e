import Testing

@testable import Citations

@Suite struct TransliterationTests {
  @Test(arguments: [
    ("Müller", "mueller"), ("Mu\u{308}ller", "mueller"), ("ÄÖÜß", "aeoeuess"), ("Ørsted", "orsted"),
    ("Ångström", "angstroem"), ("Łódź", "lodz"), ("Žižek", "zizek"), ("Nguyễn Đức", "nguyenduc"),
    ("İstanbul ışık", "istanbulisik"), ("Țiriac", "tiriac"), ("Þórður", "thordur"),
    ("Œuvre", "oeuvre"),
    ("Ælfric", "aelfric"), ("Достоевский", "dostoevskiy"), ("Щукин", "shchukin"),
    ("Καβάφης", "kavafis"),
    ("Naïve Noël", "naivenoel"), ("O’Brien-Smith 2", "obriensmith2"), ("漢字", ""), ("ﬁn", "fin"),
    ("ẞ", "ss"),
  ])
  func namesBecomeASCII(text: String, key: String) {
    #expect(transliterated(text) == key)
  }
}
