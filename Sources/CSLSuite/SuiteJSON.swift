import Citations

/// Reads the JSON of citations as the suite writes it.
enum SuiteJSON {
  /// A citation with the note it stands in.
  static func citation(_ value: JSONValue) -> Citation {
    let properties = value["properties"]
    var citation = Citation(
      id: text(value["citationID"]),
      items: (value["citationItems"]?.array ?? []).compactMap(CitationItem.init(json:)),
      noteNumber: number(properties?["noteIndex"]))
    if let mode = properties?["mode"]?.string.flatMap(Citation.Mode.init(rawValue:)) {
      citation.mode = mode
    }
    return citation
  }

  /// Citations that stand around another one: their ids and notes.
  static func places(_ value: JSONValue) -> [(id: String, note: Int)] {
    (value.array ?? []).compactMap { place in
      guard let parts = place.array, parts.count == 2 else { return nil }
      return (text(parts[0]), number(parts[1]))
    }
  }

  private static func number(_ value: JSONValue?) -> Int {
    value?.integer ?? value?.string.flatMap { Int($0) } ?? 0
  }

  /// The text of a string or a number.
  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text): text
    case .number(let text): text
    default: ""
    }
  }
}
