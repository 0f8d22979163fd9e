/// What the format has no key for, in the last lines of the notes of a reference: `variable: value`, as in Zotero's "extra".
enum CFFNotes {
  /// Notes with the lines of a patch of `reference` after them.
  static func text(_ note: String?, _ patch: CSLJSONPatch, of reference: Reference) -> String? {
    guard !patch.isEmpty else { return note }
    var lines = MemberLines.lines(
      patch.members.map(\.name).filter { $0 != "custom" }, of: reference)
    if let custom = patch.members.first(where: { $0.name == "custom" }) {
      lines.removeAll { $0.hasPrefix("custom: ") }
      lines.append(
        "custom: " + JSONWriter.text(of: custom.value, .compact).trimmedASCIISpace.string)
    }
    guard !lines.isEmpty else { return note }
    return (note.map { $0 + "\n\n" } ?? "") + lines.joined(separator: "\n")
  }

  /// The notes without such lines at their end, and what the lines say.
  static func read(_ text: String) -> (note: String?, patch: CSLJSONPatch?) {
    let bytes = Array(text.utf8)
    var start = bytes.count
    while start > 0, !(start > 1 && bytes[start - 1] == 0x0A && bytes[start - 2] == 0x0A) {
      start -= 1
    }
    let lines = bytes[start...].split(separator: 0x0A).map(\.string)
    guard !lines.isEmpty, lines.allSatisfy(isOwn) else { return (text, nil) }
    let found = MemberLines(lines)
    guard found.rest.isEmpty else { return (text, nil) }
    let values = found.reference.cslJSONMembers(id: found.reference.id)
    let members = (found.names + found.cancelled.map(\.name)).map { name in
      JSONValue.Member(name, values.first { $0.name == name }?.value ?? .null)
    }
    let note = bytes[..<max(start - 2, 0)].string
    return (note.isEmpty ? nil : note, CSLJSONPatch(members))
  }

  /// Whether a line begins with a name exactly as CSL spells it, so that remarks of people are not taken for values.
  private static func isOwn(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    guard let end = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[end...].starts(with: ": ") else {
      return false
    }
    let name = bytes[..<end].string
    if AnyVariable(name) != nil || ["id", "type", "custom"].contains(name) { return true }
    // Other members of CSL-JSON have values in JSON.
    let value = bytes[(end + 1)...].trimmedASCIISpace
    return !name.utf8.contains(0x20)
      && (value.first.map { "\"[{".utf8.contains($0) } ?? false)
  }
}
