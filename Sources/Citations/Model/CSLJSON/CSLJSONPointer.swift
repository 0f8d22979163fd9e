/// Names of extra fields for what a CSL-JSON item has beyond the variables of CSL, so that it can go back to its place.
///
/// The name is a JSON Pointer into the item ("/categories", "/custom/short_id", "/issued/season", "/author/0/parse-names"),
/// the value is the JSON text that stood there.
/// Source: RFC 6901, "JavaScript Object Notation (JSON) Pointer".
enum CSLJSONPointer {
  /// The `format` of such extra fields.
  static let format = "csl-json"

  /// The pointer with the given steps.
  static func name(_ steps: [String]) -> String {
    steps.map { "/" + escaped($0) }.joined()
  }

  /// The steps of a pointer.
  static func steps(_ name: String) -> [String] {
    name.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(unescaped)
  }

  /// An extra field for a value that stands at a place in an item.
  static func field(_ steps: [String], _ value: JSONValue) -> Reference.ExtraField {
    var text = JSONWriter.text(of: value, .compact)
    text.removeLast()
    return .init(format: format, name: name(steps), value: text.string)
  }

  private static func escaped(_ step: String) -> String {
    guard step.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return step
    }
    var result = ""
    for scalar in step.unicodeScalars {
      switch scalar {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ step: Substring) -> String {
    guard step.utf8.contains(UInt8(ascii: "~")) else { return String(step) }
    var result = ""
    var isEscape = false
    for scalar in step.unicodeScalars {
      if isEscape {
        result.unicodeScalars.append(scalar == "1" ? "/" : "~")
        isEscape = false
      } else if scalar == "~" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Reference.ExtraField {
  /// The name that reports use: `biblatex.file`; of a CSL-JSON item the member that holds it.
  public var qualifiedName: String {
    guard format == CSLJSONPointer.format, let first = CSLJSONPointer.steps(name).first else {
      return format + "." + name
    }
    return first
  }
}
