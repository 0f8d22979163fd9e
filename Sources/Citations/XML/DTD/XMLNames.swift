extension UInt8 {
  /// Whether a name of XML can begin with the byte; those beyond ASCII are not told apart.
  var beginsXMLName: Bool { isASCIILetter || self == 0x5F || self == 0x3A || self >= 0x80 }
  /// Whether the byte can stand in a name of XML.
  var isInXMLName: Bool { beginsXMLName || isASCIIDigit || self == 0x2D || self == 0x2E }
}

extension String {
  /// The text for a message: its beginning where it is long.
  var shortened: String { shortened(to: 40) }

  /// The text for a message: its beginning where it has more letters than `most`.
  func shortened(to most: Int) -> String {
    let scalars = unicodeScalars
    guard scalars.count > most else { return self }
    return String(String.UnicodeScalarView(scalars.prefix(most - 1))) + "…"
  }
}
