/// The declarations of a document type, as far as documents are checked against them.
///
/// Source: XML 1.0 (Fifth Edition), 3.2 "Element Type Declarations", 3.3 "Attribute-List Declarations".
struct DTD: Sendable {
  /// What an element may hold.
  enum Content: Sendable {
    case empty
    case any
    /// Text and these elements in any order; the list is as declared.
    case mixed(Set<Int32>, order: [Int32])
    case elements(ContentModel)
  }

  /// An element with its attributes.
  struct Element: Sendable {
    /// What it may hold; nil where only its attributes are declared.
    var content: Content?
    var attributes: [String: Attribute] = [:]
    /// The names of its attributes as declared.
    var order: [String] = []
  }

  /// What the values of an attribute may be.
  enum Kind: Sendable, Hashable {
    case text
    case id
    case idReference(isList: Bool)
    case entity(isList: Bool)
    case token(isList: Bool)
    /// One of these, as declared.
    case choice([String])

    /// Whether white space around and between the tokens of a value means nothing.
    var isTokenized: Bool { self != .text }
  }

  /// An attribute of an element.
  struct Attribute: Sendable {
    var kind: Kind
    var isRequired = false
    /// The only value that it may have, if there is one.
    var fixed: String?
  }

  /// A general entity.
  struct Entity: Sendable {
    /// What stands for it; nil where that is another file.
    var text: [UInt8]?
    var isUnparsed = false

    /// Whether elements may be in it, so that what holds a reference to it cannot be judged.
    var mayHoldElements: Bool { text?.contains(UInt8(ascii: "<")) ?? true }
  }

  /// The most names in one content model of elements; following children takes time for each of them.
  static let mostNames = 4000

  /// Whether a content model has more than `mostNames` names.
  var isTooWide = false
  /// The elements by their names, prefixes included.
  var elements: [String: Element] = [:]
  /// The prefixes of namespaces that some element has without saying so.
  var prefixes: Set<String> = []
  /// The general entities by their names.
  var entities: [String: Entity] = [:]
  private var numbers: [String: Int32] = [:]
  private var spellings: [String] = []

  /// The number that stands for a name in content models.
  mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(clamping: spellings.count)
    numbers[name] = number
    spellings.append(name)
    return number
  }

  /// The number of a name; nil for one that the declarations do not mention.
  func knownNumber(of name: String) -> Int32? { numbers[name] }

  /// The name that a number stands for.
  func name(_ number: Int32) -> String { spellings[Int(number)] }
}
