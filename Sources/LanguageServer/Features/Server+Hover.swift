internal import Citations

extension Server {
  /// What stands at a place: the work that a key leads to, and what is wrong there.
  mutating func hover(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let place = try place(parameters) else { return .null }
    var parts: [String] = []
    var range: SourceRange?
    if let found = occurrence(at: place) {
      range = found.range
      let entries = entries(named: found.key)
      if let first = entries.first { parts.append(documentation(of: first)) }
    } else if let note = preview(at: place.offset, in: place.identity) {
      range = note.range
      parts.append(note.text)
    }
    // Nobody waits for findings here: they are not shown until they are known.
    for finding in checked?[place.identity]?.findings ?? [] {
      guard let marked = finding.range, Int(marked.start) <= place.offset,
        place.offset <= Int(marked.end)
      else { continue }
      range = range ?? marked
      parts.append(Self.explanation(of: finding))
    }
    guard let range, !parts.isEmpty else { return .null }
    return .members([
      "contents": .members([
        "kind": .string("markdown"), "value": .string(parts.joined(separator: "\n\n---\n\n")),
      ]),
      "range": place.table.json(range),
    ])
  }

  /// The formatted reference of an entry, and where it stands.
  func documentation(of found: FoundEntry) -> String {
    let name = workspace.files[found.identity]?.name ?? ""
    let text = settings.formatter.markdown(found.entry.reference)
    return "\(text)\n\n`\(found.entry.key)` in \(Self.escaped(name))"
  }

  private static func explanation(of finding: Diagnostic) -> String {
    let rule = finding.rule
    let why = rule.explanation?.why ?? ""
    return "**\(rule.id)** `\(rule.name)`: \(escaped(rule.title))"
      + (why.isEmpty ? "" : "\n\n" + why)
  }

  /// Text in Markdown that means itself.
  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if "\\`*_[]<>#|".utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
