/// A value of a YAML document, with its place.
///
/// Aliases are resolved. The text of every scalar is kept as it stands, so that a caller decides what "no" or "012" mean.
struct YAMLNode: Sendable, Hashable {
  /// A key and its value.
  struct Pair: Sendable, Hashable {
    var key: YAMLNode
    var value: YAMLNode
  }

  enum Content: Sendable, Hashable {
    /// A text, and whether it stands without quotes and without a tag.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// The pairs in order; a key may stand more than once.
    case mapping([Pair])
  }

  var content: Content
  /// The tag that the value is marked with.
  var tag: String?
  /// Where it stands; an alias stands where it is used.
  var range: SourceRange

  /// The text of a scalar; nil for others.
  var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// The elements of a sequence; nil for others.
  var elements: [YAMLNode]? {
    if case .sequence(let elements) = content { return elements }
    return nil
  }

  /// The pairs of a mapping; nil for others.
  var pairs: [Pair]? {
    if case .mapping(let pairs) = content { return pairs }
    return nil
  }

  /// The value of the last pair with the key, or nil.
  subscript(key: String) -> YAMLNode? { pairs?.last { $0.key.text == key }?.value }

  /// Whether the value says that there is none: nothing, "~" or "null" without quotes.
  var isNull: Bool {
    guard case .scalar(let text, let isPlain) = content else { return false }
    return isPlain && (text.isEmpty || text == "~" || text == "null") || tag == Self.nullTag
  }

  private static let nullTag = "tag:yaml.org,2002:null"
}

extension YAMLNode {
  /// The value in JSON by the core schema of YAML 1.2: words without quotes may be null, truth values or numbers.
  ///
  /// "no", "on" and times of day are texts. A number that JSON cannot spell, such as "0x1F", "012" or "+1", stays a text
  /// too, since its spelling is all that bibliographies want of it. Recursion is bounded by the reader's limit of depth.
  /// Source: YAML 1.2.2, 10.3 "Core Schema".
  var json: JSONValue {
    switch content {
    case .sequence(let elements): .array(elements.map(\.json))
    case .mapping(let pairs):
      .object(pairs.map { JSONValue.Member($0.key.text ?? $0.key.compactText, $0.value.json) })
    case .scalar(let text, isPlain: false): .string(text)
    case .scalar(let text, isPlain: true):
      switch text {
      case "", "~", "null", "Null", "NULL": .null
      case "true", "True", "TRUE": .bool(true)
      case "false", "False", "FALSE": .bool(false)
      default: Self.isJSONNumber(text) ? .number(text) : .string(text)
      }
    }
  }

  /// The value as compact JSON, for a key that is no scalar.
  var compactText: String {
    JSONWriter.text(of: json, .compact).trimmedASCIISpace.string
  }

  /// Whether the text is a number by the grammar of JSON.
  static func isJSONNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isASCIIDigit || first == UInt8(ascii: "-") else {
      return false
    }
    var reader = JSONReader(Array(text.utf8))
    do throws(JSONError) {
      guard case .number = try reader.next(), case .end = try reader.next() else { return false }
      return true
    } catch {
      return false
    }
  }
}
