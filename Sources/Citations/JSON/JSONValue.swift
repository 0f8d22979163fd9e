/// A JSON value as it stands in its text: members in order, duplicates and the spelling of numbers kept.
///
/// Source: RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format".
public enum JSONValue: Sendable, Hashable {
  /// A name and its value in an object.
  public struct Member: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// The member `name` with `value`.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// A number in the words of its text: "1e3" stays "1e3".
  case number(String)
  case string(String)
  case array([JSONValue])
  /// The members in order; a name may stand more than once.
  case object([Member])

  /// A number written in decimal digits.
  public static func number(_ value: Int) -> Self { .number(String(value)) }

  /// The value of the last member called `name`, as most readers of JSON take it; nil where there is none.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string; nil for other values.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The elements of an array; nil for other values.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// The members of an object; nil for other values.
  public var object: [Member]? {
    if case .object(let members) = self { return members }
    return nil
  }

  /// The value of a number that is a whole one in plain digits; nil for other values.
  public var integer: Int? {
    if case .number(let text) = self { return Int(text) }
    return nil
  }
}

extension JSONValue {
  /// Reads one JSON text; white space and a byte-order mark around the value are allowed, nothing else.
  ///
  /// - Throws: ``JSONError`` with the byte offset of the first thing that is wrong.
  /// - Complexity: O(*n*).
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try JSONValue(from: reader.next(), &reader)
    _ = try reader.next()
    return value
  }

  /// Reads an object's members that have one of the names given; the others are checked and passed over.
  ///
  /// - Throws: ``JSONError`` where the text is no JSON, or no object.
  /// - Complexity: O(*n*).
  public static func members(
    of bytes: [UInt8], named names: Set<String>
  ) throws(JSONError) -> [Member] {
    var reader = JSONReader(bytes)
    guard case .beginObject = try reader.next() else {
      throw JSONError("found a value that is no object", at: 0)
    }
    var members: [Member] = []
    while case .name(let name) = try reader.next() {
      let key = reader.text(name)
      let token = try reader.next()
      if names.contains(key) {
        members.append(Member(key, try JSONValue(from: token, &reader)))
      } else {
        try reader.skip(token)
      }
    }
    _ = try reader.next()
    return members
  }

  /// Reads the value that begins with `token`, the last one that `reader` gave.
  ///
  /// Recursion is bounded by the reader's limit of depth.
  init(from token: JSONReader.Token, _ reader: inout JSONReader) throws(JSONError) {
    switch token {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let range): self = .number(reader.text(range))
    case .string(let text), .name(let text): self = .string(reader.text(text))
    case .beginArray:
      var elements: [JSONValue] = []
      while true {
        let next = try reader.next()
        if case .endArray = next { break }
        elements.append(try JSONValue(from: next, &reader))
      }
      self = .array(elements)
    case .beginObject:
      var members: [Member] = []
      while case .name(let name) = try reader.next() {
        let key = reader.text(name)
        members.append(Member(key, try JSONValue(from: reader.next(), &reader)))
      }
      self = .object(members)
    case .endArray, .endObject, .end:
      // The reader checks the grammar, so a value always begins here.
      self = .null
    }
  }
}
