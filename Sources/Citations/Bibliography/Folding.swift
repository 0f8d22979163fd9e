/// Text made comparable: lower case, no accents, no punctuation.
public enum Folding {
  /// The words of a text, each folded; anything but letters and digits separates them.
  public static func words(_ text: String) -> [String] {
    var result: [String] = []
    var word: [UInt8] = []
    func end() {
      guard !word.isEmpty else { return }
      result.append(word.string)
      word.removeAll(keepingCapacity: true)
    }
    for composed in text.unicodeScalars {
      if composed.isASCII {
        let byte = UInt8(truncatingIfNeeded: composed.value)
        if byte.isASCIIAlphanumeric {
          word.append(byte.asciiLowercased)
        } else if byte != 0x27 {
          end()
        }
        continue
      }
      // The base letter alone counts.
      let scalar = Decomposition.parts(of: composed)?.base ?? composed
      let properties = scalar.properties
      if properties.isAlphabetic || (properties.numericType != nil) {
        word.append(contentsOf: properties.lowercaseMapping.utf8)
      } else if properties.generalCategory == .nonspacingMark || scalar == "\u{2019}" {
        continue
      } else {
        end()
      }
    }
    end()
    return result
  }

  /// All words of a text, folded and joined.
  public static func key(_ text: String) -> String { words(text).joined() }
}
