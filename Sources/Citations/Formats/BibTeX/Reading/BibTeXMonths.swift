/// Names of months and seasons in the languages of bibliographies.
enum BibTeXMonths {
  /// The month that a word names, 1...12, or a season as EDTF counts it, 21...24; nil for other words.
  static func number(_ word: String) -> Int? {
    var key = word.lowercased()
    if key.hasSuffix(".") { key.removeLast() }
    return table[key]
  }

  private static let table: [String: Int] = {
    var result: [String: Int] = [:]
    for line in data.description.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let number = words.first.flatMap({ Int($0) }) else { continue }
      for word in words.dropFirst() { result[String(word)] = number }
    }
    return result
  }()

  /// Lines `number name …`; English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic and some Slavic ones.
  ///
  /// Source: Unicode CLDR 45, "months", format and stand-alone, wide and abbreviated.
  private static let data: StaticString = """
    1 jan january januar jänner jän janvier janv enero ene gennaio gen janeiro januari januar tammikuu
    1 styczeń stycznia leden ledna января январь ocak
    2 feb february februar feber février févr fevrier febrero febbraio febb fevereiro fev februari
    2 helmikuu luty lutego únor února февраля февраль şubat
    3 mar march märz mär maerz mars marzo março marco maart mrt mart maaliskuu marzec marca březen
    3 března марта март
    4 apr april avril avr abril abr aprile huhtikuu kwiecień kwietnia duben dubna апреля апрель nisan
    5 may mai mayo maggio mag maio mei maj toukokuu maja květen května мая май mayıs
    6 jun june juni juin junio giugno giu junho kesäkuu czerwiec czerwca červen června июня июнь
    6 haziran
    7 jul july juli juillet juil julio luglio lug julho heinäkuu lipiec lipca červenec července июля
    7 июль temmuz
    8 aug august août aout agosto ago augustus augusti elokuu sierpień sierpnia srpen srpna августа
    8 август ağustos
    9 sep sept september septembre septiembre settembre sett set setembro syyskuu wrzesień września
    9 září сентября сентябрь eylül
    10 oct october oktober okt octobre octubre ottobre ott outubro out lokakuu październik
    10 października říjen října октября октябрь ekim
    11 nov november novembre noviembre novembro marraskuu listopad listopada listopadu ноября ноябрь
    11 kasım
    12 dec december dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des
    12 joulukuu grudzień grudnia prosinec prosince декабря декабрь aralık
    21 spring frühling frühjahr printemps primavera lente
    22 summer sommer été verano estate zomer
    23 autumn fall herbst automne otoño autunno herfst
    24 winter hiver invierno inverno
    """
}
