/// References in texts of XML: `&name;`.
enum XMLReferences {
  /// The name before the semicolon that `text` begins with; nil where there is none.
  static func name(in text: ArraySlice<UInt8>) -> String? {
    guard let first = text.first, first.beginsXMLName else { return nil }
    let name = text.prefix { $0.isInXMLName }
    guard name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    return name.string
  }
}
