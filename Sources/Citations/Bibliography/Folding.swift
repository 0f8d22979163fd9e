/// Text made comparable: lower case, no accents, no punctuation.
enum Folding {
  /// The words of a text, each folded; anything but letters and digits separates them.
  static func words(_ text: String) -> [String] {
    var result: [String] = []
    var word = ""
    for composed in text.unicodeScalars {
      // The base letter alone counts; ASCII, which most text is, is its own base.
      let scalar = composed.isASCII ? composed : Decomposition.parts(of: composed)?.base ?? composed
      let properties = scalar.properties
      if properties.isAlphabetic || (properties.numericType != nil) {
        word += properties.lowercaseMapping
      } else if properties.generalCategory == .nonspacingMark || scalar == "'" || scalar == "\u{2019}" {
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
  static func key(_ text: String) -> String { words(text).joined() }
}
