/// Finds where the key of an entry stands in formats that are written line by line.
enum KeyPlace {
  /// The place of `key` in an entry that stands at `extent`; nil where the format has none that can be told.
  ///
  /// - Complexity: O(length of the entry).
  static func find(
    _ key: String, in extent: SourceRange, of source: SourceFile, format: String
  ) -> SourceRange? {
    let name: String
    switch format {
    case "hayagriva": name = ""
    case "csl-yaml": name = "id:"
    case "ris": name = "ID"
    default: return nil
    }
    let end = min(Int(extent.end), source.bytes.count)
    var start = source.lines.start(ofLine: source.lines.line(at: Int(extent.start)))
    while start < end, !key.isEmpty {
      let lineEnd = source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
      let line = source.bytes[start..<lineEnd]
      if let found = place(of: Array(key.utf8), in: line, behind: name) { return found }
      start = lineEnd + 1
    }
    return nil
  }

  /// The key in a line that begins with `name` and has nothing else; with an empty name the key is what a colon follows.
  private static func place(
    of key: [UInt8], in line: ArraySlice<UInt8>, behind name: String
  ) -> SourceRange? {
    var rest = line.trimmedASCIISpace
    if rest.starts(with: "- " as StaticString) { rest = rest.dropFirst(2).trimmedASCIISpace }
    guard rest.starts(with: name) else { return nil }
    rest = rest.dropFirst(name.utf8.count).trimmedASCIISpace
    if name == "ID" {
      guard rest.first == UInt8(ascii: "-") else { return nil }
      rest = rest.dropFirst().trimmedASCIISpace
    }
    let quote = rest.first.flatMap { $0 == 0x22 || $0 == 0x27 ? $0 : nil }
    if quote != nil { rest = rest.dropFirst() }
    guard rest.starts(with: key) else { return nil }
    let place = SourceRange(rest.startIndex, rest.startIndex + key.count)
    rest = rest.dropFirst(key.count)
    if let quote {
      guard rest.first == quote else { return nil }
      rest = rest.dropFirst()
    }
    guard name.isEmpty else { return rest.isEmpty ? place : nil }
    return rest.first == UInt8(ascii: ":") ? place : nil
  }
}
