/// Text made comparable: lower case, no accents, no punctuation.
public enum Folding {
  /// The words of a text, each folded; anything but letters and digits separates them.
  public static func words(_ text: String) -> [String] {
    var result: [String] = []
    var word = ""
    for composed in text.unicodeScalars {
      if composed.isASCII {
        let byte = UInt8(truncatingIfNeeded: composed.value)
        if byte.isASCIIAlphanumeric {
          word.unicodeScalars.append(Unicode.Scalar(byte.asciiLowercased))
        } else if byte != 0x27, !word.isEmpty {
          result.append(word)
          word = ""
        }
        continue
      }
      // The base letter alone counts.
      let scalar = Decomposition.parts(of: composed)?.base ?? composed
      let properties = scalar.properties
      if properties.isAlphabetic || (properties.numericType != nil) {
        word += properties.lowercaseMapping
      } else if properties.generalCategory == .nonspacingMark || scalar == "\u{2019}" {
        continue
      } else if !word.isEmpty {
        result.append(word)
        word = ""
      }
    }
    if !word.isEmpty { result.append(word) }
    return result
  }

  /// All words of a text, folded and joined.
  public static func key(_ text: String) -> String { words(text).joined() }
}
