/// Makes citation keys that BibTeX and biber accept, each only once.
struct BibTeXKeys {
  private var names = UniqueNames(ignoresCase: true)

  /// The key for a reference: its id, without what ends a key in BibTeX; a number is added to one that was given before.
  ///
  /// Keys that differ only in case are one key to BibTeX.
  /// Source: btxdoc 1988, 3; bibtex.web, "scan_identifier" and "legal_id_char".
  mutating func key(for id: String, asciiOnly: Bool) -> String {
    var base = ""
    for scalar in id.unicodeScalars {
      if scalar.isASCII {
        if Self.isLegal(UInt8(truncatingIfNeeded: scalar.value)) {
          base.unicodeScalars.append(scalar)
        }
      } else if !asciiOnly, scalar.properties.isAlphabetic {
        base.unicodeScalars.append(scalar)
      } else {
        base += transliterated(String(scalar))
      }
    }
    return names.make(base.isEmpty ? "ref" : base)
  }

  private static func isLegal(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || "-_:./+*!?".utf8.contains(byte)
  }
}
