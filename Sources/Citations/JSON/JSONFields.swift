/// The members of an object that are not read yet: each one that is taken is gone, and what is left is nobody's.
struct JSONFields: Sendable {
  private(set) var members: [JSONValue.Member]

  init(_ members: [JSONValue.Member]) { self.members = members }

  /// The value of the last member with the name, which is left where it is.
  subscript(name: String) -> JSONValue? { members.last { $0.name == name }?.value }

  /// Takes the last member with the name.
  mutating func take(_ name: String) -> JSONValue? {
    guard let index = members.lastIndex(where: { $0.name == name }) else { return nil }
    return members.remove(at: index).value
  }

  /// Puts back what is left of a member.
  mutating func put(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }

  /// Takes the words of a member; one that is no text or number stays.
  mutating func takeText(_ name: String) -> String? {
    guard let text = self[name]?.scalarText else { return nil }
    _ = take(name)
    return text.isEmpty ? nil : text
  }
}

extension JSONValue {
  /// The words of a text, a number or a truth value; nil for others.
  var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }

  /// A text as a number where it is one in plain digits, and short enough for every reader.
  static func digits(_ text: String) -> JSONValue {
    let isNumber =
      !text.isEmpty && text.utf8.count < 10 && text.utf8.allSatisfy(\.isASCIIDigit)
      && (text.utf8.first != 0x30 || text.utf8.count == 1)
    return isNumber ? .number(text) : .string(text)
  }

  /// A text that was kept of a member, as the value that it was: JSON where it is such, else words.
  init(kept text: String) {
    self = (try? JSONValue.parse(Array(text.utf8))) ?? .string(text)
  }

  /// The value as a text from which `init(kept:)` makes it again.
  var keptText: String {
    if let text = string, (try? JSONValue.parse(Array(text.utf8))) == nil { return text }
    return JSONWriter.text(of: self, .compact).trimmedASCIISpace.string
  }
}
