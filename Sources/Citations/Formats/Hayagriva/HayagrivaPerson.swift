/// Names in Hayagriva: "Family, Given", or an object with the parts.
///
/// Source: Hayagriva, "The Hayagriva YAML File Format", "Person".
enum HayagrivaPerson {
  /// The parts of a name as Hayagriva has them.
  struct Parts: Equatable {
    var name = ""
    var given: String?
    var prefix: String?
    var suffix: String?
  }

  /// The name as words where they are read the same, else in parts.
  static func value(_ name: Name) -> JSONValue {
    let parts = parts(of: name)
    var words = [parts.prefix, parts.name].compactMap(\.self).joined(separator: " ")
    if let suffix = parts.suffix { words += ", \(suffix)" }
    if let given = parts.given { words += ", \(given)" }
    let isSimple = parts.suffix == nil || parts.given != nil
    if isSimple, !name.hasCommaSuffix, self.parts(of: words) == parts { return .string(words) }
    var members = [JSONValue.Member("name", .string(parts.name))]
    if let given = parts.given { members.append(.init("given-name", .string(given))) }
    if let prefix = parts.prefix { members.append(.init("prefix", .string(prefix))) }
    if let suffix = parts.suffix { members.append(.init("suffix", .string(suffix))) }
    if name.hasCommaSuffix { members.append(.init("comma-suffix", .bool(true))) }
    return .object(members)
  }

  private static func parts(of name: Name) -> Parts {
    guard name.literal.isEmpty else { return Parts(name: name.literal) }
    let prefix = [name.droppingParticle, name.nonDroppingParticle].filter { !$0.isEmpty }
      .joined(separator: " ")
    // The name itself must not be missing.
    let isMononym = name.family.isEmpty
    return Parts(
      name: isMononym ? name.given : name.family,
      given: isMononym || name.given.isEmpty ? nil : name.given,
      prefix: prefix.isEmpty ? nil : prefix, suffix: name.suffix.isEmpty ? nil : name.suffix)
  }

  /// The parts of a name in words, by the rules of Hayagriva; nil where it has too many.
  static func parts(of text: String) -> Parts? {
    let pieces = Array(text.utf8).split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false
    )
    .map { $0.trimmedASCIISpace.string }
    guard let last = pieces.first, pieces.count <= 3 else { return nil }
    var result = Parts(name: last)
    if pieces.count > 1 { result.given = pieces.last }
    if pieces.count > 2 { result.suffix = pieces[1] }
    let words = last.unicodeScalars.split { $0.properties.isWhitespace }
    let isLower = words.map { $0.first?.properties.isLowercase ?? false }
    // All words up to the last one in lower case; but one word must remain.
    let prefix =
      isLower.contains(false)
      ? (isLower.lastIndex(of: true).map { $0 + 1 } ?? 0) : max(words.count - 1, 0)
    guard prefix > 0 else { return result }
    result.prefix = words[..<prefix].map { String($0) }.joined(separator: " ")
    result.name = words[prefix...].map { String($0) }.joined(separator: " ")
    return result
  }

  /// The name that words or an object say; nil where there is none.
  static func read(_ value: JSONValue) -> Name? {
    if let text = value.scalarText {
      guard !text.isEmpty else { return nil }
      let comma = text.utf8.contains(UInt8(ascii: ","))
      guard comma, let parts = parts(of: text) else {
        // Two words without a comma are an institution; one is a person's only name.
        let isOneWord = !text.utf8.contains(0x20)
        return isOneWord ? Name(family: text) : Name(literal: text)
      }
      return name(parts)
    }
    guard let name = value["name"]?.scalarText else { return nil }
    var parts = Parts(name: name)
    parts.given = value["given-name"]?.scalarText
    parts.prefix = value["prefix"]?.scalarText
    parts.suffix = value["suffix"]?.scalarText
    if parts == Parts(name: name), name.utf8.contains(0x20) { return Name(literal: name) }
    var result = self.name(parts)
    result.hasCommaSuffix = value["comma-suffix"] == .bool(true)
    return result
  }

  private static func name(_ parts: Parts) -> Name {
    Name(
      family: parts.name, given: parts.given ?? "", nonDroppingParticle: parts.prefix ?? "",
      suffix: parts.suffix ?? "")
  }
}
