/// Recognises the heading of a block of notes.
enum NotesHeading {
  /// Whether the text of a line is such a heading.
  ///
  /// For example "Notes", "## Endnotes", "4. Anmerkungen:", "Notes to Chapter 2".
  static func matches(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 4, line.count <= 100, let text = HeadingText.normalized(line) else {
      return false
    }
    if words.contains(text) { return true }
    // Endnotes of a book are grouped under "Notes to Chapter 2" or "Notes to Pages 12–15".
    for word in [
      "notes to ", "notes for ", "notes on ", "anmerkungen zu ", "notes du ", "notes de la ",
    ]
    where text.starts(with: word) {
      let rest = text.utf8.dropFirst(word.utf8.count)
      return chapterWords.contains { rest.starts(with: $0.utf8) }
    }
    return false
  }

  private static let chapterWords = [
    "chapter", "pages", "page", "part", "book", "introduction", "the introduction", "preface",
    "kapitel",
    "seite", "chapitre", "partie",
  ]

  private static let words: Set<String> = [
    // English
    "note", "notes", "endnote", "endnotes", "end notes", "end-notes", "footnote", "footnotes",
    "foot notes",
    "foot-notes", "notes and references", "references and notes", "notes & references",
    "references & notes", "notes and citations", "notes and sources", "sources and notes",
    "author's notes",
    "author’s notes", "chapter notes", "notes:",
    // German
    "anmerkung", "anmerkungen", "fußnote", "fußnoten", "fussnote", "fussnoten", "endnote",
    "endnoten",
    "anmerkungen und nachweise", "nachweise", "einzelnachweise", "anmerkungen und literatur",
    "noten",
    // French
    "notes de bas de page", "notes de fin", "notes et références", "références et notes",
    "notes de fin de document", "notes infrapaginales", "notes finales",
    // Spanish, Portuguese, Galician, Catalan
    "nota", "notas", "notas al pie", "notas a pie de página", "notas al pie de página",
    "notas finales",
    "notas finais", "notas de rodapé", "notas de rodape", "notas de fim", "notas y referencias",
    "notas e referências", "notes a peu de pàgina", "notes al peu",
    // Italian, Romanian, Latin
    "note a piè di pagina", "note a pie' di pagina", "note al testo", "note finali",
    "note e riferimenti",
    "note de subsol", "notae", "annotationes",
    // Dutch, Danish, Norwegian, Swedish, Icelandic
    "voetnoten", "eindnoten", "noter", "noten en verwijzingen", "fotnoter", "sluttnoter",
    "slutnoter",
    "slutnoter och referenser", "fodnoter", "neðanmálsgreinar", "anmärkningar",
    // Slavic and Baltic
    "примечание", "примечания", "сноски", "комментарии и примечания", "примітки", "бележки",
    "напомене",
    "przypis", "przypisy", "przypisy końcowe", "poznámka", "poznámky", "poznámky pod čarou",
    "opombe",
    "bilješke", "napomene", "išnašos", "piezīmes", "atsauces",
    // Finnish, Estonian, Hungarian, Greek, Turkish
    "viitteet", "alaviitteet", "loppuviitteet", "huomautukset", "märkused", "jegyzet", "jegyzetek",
    "lábjegyzetek", "végjegyzetek", "σημειώσεις", "υποσημειώσεις", "notlar", "dipnotlar",
    "son notlar",
    // Chinese, Japanese, Korean
    "注释", "註釋", "脚注", "注", "註", "注解", "尾注", "각주", "주석",
  ]
}

/// Makes headings comparable.
enum HeadingText {
  /// The words of a heading in lower case, without hashes, numbering, underlining and colons; nil when none are left.
  static func normalized(_ line: ArraySlice<UInt8>) -> String? {
    var low = line.startIndex
    var high = line.endIndex
    func isDecoration(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "*")
        || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "~") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "[")
        || byte == UInt8(ascii: "]")
    }
    while low < high, isDecoration(line[low]) { low += 1 }
    while high > low, isDecoration(line[high - 1]) || line[high - 1] == UInt8(ascii: ".") {
      high -= 1
    }
    // "4. Notes" and "IV. Notes"
    var place = low
    while place < high, line[place].isASCIIDigit || line[place].isRomanDigit { place += 1 }
    if place > low, place < high, line[place] == UInt8(ascii: ".") || line[place] == 0x20 {
      low = place + 1
      while low < high, line[low] == 0x20 { low += 1 }
    }
    guard low < high else { return nil }
    var bytes = Array(line[low..<high])
    // Spaced letters: "N O T E S".
    if bytes.count >= 7,
      bytes.indices.allSatisfy({ ($0 % 2 == 1) == (bytes[$0] == 0x20) && bytes[$0] < 0x80 })
    {
      bytes.removeAll { $0 == 0x20 }
    }
    return bytes.string.lowercased()
  }
}

extension UInt8 {
  /// A capital letter that is used as a Roman digit in headings.
  fileprivate var isRomanDigit: Bool {
    self == UInt8(ascii: "I") || self == UInt8(ascii: "V") || self == UInt8(ascii: "X")
      || self == UInt8(ascii: "L")
  }
}
