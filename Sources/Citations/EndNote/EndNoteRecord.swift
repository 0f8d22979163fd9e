/// The spelling that a record has.
enum EndNoteDialect: String, Sendable, Hashable {
  case ris = "ris"
  case tagged = "endnote-tagged"
  case xml = "endnote-xml"

  /// The name of the field that says the type.
  var typeField: String {
    switch self {
    case .ris: "TY"
    case .tagged: "%0"
    case .xml: "ref-type"
    }
  }

  /// How a type is called.
  func name(of type: EndNoteType) -> String { self == .ris ? type.code : type.name }

  /// Whether styles stand as tags in the values, which are plain text else.
  var hasTags: Bool { self != .xml }
}

/// A record in one of EndNote's spellings: its fields in order, by their generic names.
struct EndNoteRecord: Sendable {
  /// A field and its value.
  struct Value: Sendable, Hashable {
    /// Nil for a field that the generic type does not have.
    var slot: EndNoteSlot?
    /// The name that the spelling has for it.
    var name: String
    var text: RichText
  }

  var id = ""
  /// The type, as it is called in the record; empty where none is said.
  var typeName = ""
  /// The row of the type; nil where none is said or nobody knows it.
  var type: EndNoteType?
  var values: [Value] = []
  /// Lines with members of a CSL-JSON item.
  var lines: [String] = []

  /// A record without fields.
  init() {}

  /// Adds a field with plain text.
  mutating func append(_ slot: EndNoteSlot?, _ name: String, _ text: String) {
    values.append(Value(slot: slot, name: name, text: RichText(text)))
  }
}

extension Rule {
  /// A type that is in no list.
  static let unknownReferenceType = Rule(
    "F023", "unknown-reference-type", .warning, "a record has a type that no specification lists")
  /// Several names in a field that takes one.
  static let severalNamesInField = Rule(
    "F024", "several-names-in-field", .warning, "a field that takes one name holds several")
}
