/// What the format has no key for, in the last lines of the notes of a reference: `variable: value`, as in Zotero's "extra".
///
/// A value that is one line of words stands as it is, any other as JSON.
enum CFFNotes {
  /// Notes with the lines of a patch after them.
  static func text(_ note: String?, _ patch: CSLJSONPatch) -> String? {
    guard !patch.isEmpty else { return note }
    let lines = patch.members.map { name($0.name) + ": " + line($0.value) }.joined(separator: "\n")
    guard let note else { return lines }
    return note + "\n\n" + lines
  }

  private static let otherNames: Set<String> = ["id", "type", "custom"]

  /// The name of a member; one that is no variable is quoted, so that remarks of people are not taken for it.
  private static func name(_ name: String) -> String {
    let isKnown = AnyVariable(name) != nil || otherNames.contains(name)
    return isKnown
      ? name : JSONWriter.text(of: .string(name), .compact).trimmedASCIISpace.string
  }

  private static func line(_ value: JSONValue) -> String {
    if let text = value.string, isWords(text) { return text }
    return JSONWriter.text(of: value, .compact).trimmedASCIISpace.string
  }

  /// Whether a text stands in a line as it is and is not taken for JSON there.
  private static func isWords(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, !first.isASCIISpace, !last.isASCIISpace,
      !bytes.contains(where: { $0 < 0x20 }), !text.unicodeScalars.contains("\u{85}"),
      !text.unicodeScalars.contains("\u{2028}"), !text.unicodeScalars.contains("\u{2029}")
    else { return false }
    return (try? JSONValue.parse(bytes)) == nil
  }

  /// The notes without such lines at their end, and what the lines say.
  static func read(_ text: String) -> (note: String?, patch: CSLJSONPatch?) {
    let bytes = Array(text.utf8)
    var start = bytes.count
    while start > 0, !(start > 1 && bytes[start - 1] == 0x0A && bytes[start - 2] == 0x0A) { start -= 1 }
    var members: [JSONValue.Member] = []
    for line in bytes[start...].split(separator: 0x0A) {
      guard let member = member(line) else { return (text, nil) }
      members.append(member)
    }
    guard !members.isEmpty else { return (text, nil) }
    let note = bytes[..<max(start - 2, 0)].string
    return (note.isEmpty ? nil : note, CSLJSONPatch(members))
  }

  /// The member that a line says; nil where it is no such line.
  private static func member(_ line: ArraySlice<UInt8>) -> JSONValue.Member? {
    var end = line.startIndex
    var name = ""
    if line.first == UInt8(ascii: "\"") {
      var reader = JSONReader(Array(line))
      guard case .string(let text)? = try? reader.next() else { return nil }
      name = reader.text(text)
      end += text.range.upperBound + 1
    } else {
      end = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
      name = line[..<end].string
      guard AnyVariable(name) != nil || otherNames.contains(name) else { return nil }
    }
    guard line[end...].starts(with: ": ") else { return nil }
    return .init(name, JSONValue(kept: line[(end + 2)...].string))
  }
}
