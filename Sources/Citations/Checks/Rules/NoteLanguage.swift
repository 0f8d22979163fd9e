/// The language that notes are written in, as far as its customs of citing differ.
enum NoteLanguage: CaseIterable {
  case english, german, french, italian, spanish

  /// The language with most of its small words and abbreviations in `text`; nil where none leads.
  ///
  /// - Complexity: O(bytes of `text`).
  static func of(_ text: some Sequence<UInt8>) -> NoteLanguage? {
    var counts: [NoteLanguage: Int] = [:]
    var word: [UInt8] = []
    func end() {
      for language in words[word.string] ?? [] { counts[language, default: 0] += 1 }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text {
      if byte.isASCIILetter || byte >= 0x80 {
        word.append(byte.asciiLowercased)
      } else {
        end()
      }
    }
    end()
    let ranked = allCases.map { ($0, counts[$0] ?? 0) }.sorted { $0.1 > $1.1 }
    guard ranked[0].1 > ranked[1].1 else { return nil }
    return ranked[0].0
  }

  /// The language of a BCP 47 tag; nil for one whose customs are not known.
  init?(tag: String) {
    switch tag.lowercased().split(separator: "-").first {
    case "en": self = .english
    case "de": self = .german
    case "fr": self = .french
    case "it": self = .italian
    case "es": self = .spanish
    default: return nil
    }
  }

  private static let words: [String: [NoteLanguage]] = {
    let lists: [(NoteLanguage, StaticString)] = [
      (.english, "the of and edited edn eds trans press see also university with by from on"),
      (
        .german,
        """
        der die das und des dem den im vom zur zum für über bis als nach aus ein eine einer s hg hgg hrsg hrsgg \
        bd bde aufl jg vgl siehe ebd ebenda ders dies hier diss heft nr anm wie dazu auch abt verlag
        """
      ),
      (
        .french,
        "le la les et du dans une sur au aux éd éds éditions coll trad voir dir tome cit sous chez"
      ),
      (.italian, "il lo gli dei degli della delle nel nella cura cfr pp editore vol trad per"),
      (.spanish, "el los las y véase cap ed núm editorial pp trad por"),
    ]
    var result: [String: [NoteLanguage]] = [:]
    for (language, list) in lists {
      for word in list.description.split(separator: " ") {
        result[String(word), default: []].append(language)
      }
    }
    return result
  }()
}
