/// The citation key of a reference, where it is no XML name and so not the id of its `ref`.
///
/// It stands in `specific-use`: after `key:` as it is, after `key-json:` as a JSON string where XML cannot hold it.
enum JATSKey {
  private static let plain = "key:"
  private static let json = "key-json:"

  /// The mark for a key.
  static func mark(_ key: String) -> String {
    let isPlain = key.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE }
    guard !isPlain else { return plain + key }
    var layout = JSONWriter.Layout.compact
    layout.asciiOnly = true
    return json + JSONWriter.text(of: .string(key), layout).dropLast().string
  }

  /// The key that a mark names, or nil for other words.
  static func key(from mark: String) -> String? {
    if mark.utf8.starts(with: json.utf8) {
      return (try? JSONValue.parse(Array(mark.utf8.dropFirst(json.utf8.count))))?.string
    }
    guard mark.utf8.starts(with: plain.utf8) else { return nil }
    return String(mark.utf8.dropFirst(plain.utf8.count))
  }
}
