/// How pages write the way back from a note to its marker.
enum HTMLBackwords {
  private static let words = [
    "back", "return", "jump up", "go back", "jump to", "up", "top", "zurück", "nach oben", "retour",
    "revenir",
    "volver", "regresar", "voltar", "torna", "terug", "tillbaka", "tilbake", "tilbage", "takaisin",
    "назад", "powrót",
  ]

  static func isArrow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x5E, 0x2190...0x21FF, 0x23CE, 0x2934, 0x2935, 0x25B2, 0x25B4, 0x2B05, 0x2B06, 0x2B10,
      0x2B11, 0x2B60...0x2B73,
      0x2BAA...0x2BAF, 0xFE0E, 0xFE0F, 0x1F519, 0x1F51D, 0x2303, 0x2C4:
      true
    default: false
    }
  }

  /// Whether the text of a link is nothing but an arrow, perhaps with a number: "↩", "^", "↩2", "[↑]".
  static func isArrow(_ text: [UInt8]) -> Bool {
    guard text.count <= 40 else { return false }
    var hasArrow = false
    for scalar in text.string.unicodeScalars {
      if isArrow(scalar) {
        hasArrow = true
      } else if scalar.isASCII, !(UInt8(ascii: scalar).isASCIILetter) {
        continue
      } else if HTMLLabel.raisedDigit(scalar) == nil, scalar.value != 0xA0 {
        return false
      }
    }
    return hasArrow
  }

  /// Whether the text of a link begins with a word for the way back: "Return to text".
  static func isWord(_ text: [UInt8]) -> Bool {
    guard text.count <= 60 else { return false }
    var bytes = text.string.lowercased().utf8.trimmingBlanks[...]
    while let first = bytes.first, first == 0x5B || first == 0x28 { bytes = bytes.dropFirst() }
    let low = bytes.string
    return words.contains { word in
      guard low.hasPrefix(word) else { return false }
      let rest = low.utf8.dropFirst(word.utf8.count)
      return rest.first.map { !$0.isASCIIAlphanumeric && $0 < 0x80 } ?? true
    }
  }
}
