@testable import Citations

/// A citation in one line, for people to write and tests to compare.
///
///     full book | author=Mercer, Ada | title=The Mill | issued=1931 | locator=page 44 | prefix=See
///     short op-cit | author=Vogel | note=3
///     ibid | locator=page 12
///
/// Names are "(particle) Family, Given, Suffix", joined by "; ", bodies in braces; dates are EDTF, else their words.
/// A full stop at the end of a value is not compared: whether it belongs to the value differs from style to style.
struct CiteOutline: Equatable {
  /// The kind, and the type of a full reference or the form of a short one.
  var head: String
  /// The values as "variable=value", sorted.
  var values: [String]

  init(_ cite: Cite) {
    let reference = cite.reference
    switch cite.kind {
    case .full: head = "full " + reference.type.rawValue
    case .short: head = "short" + (cite.form.map { " " + $0.rawValue } ?? "")
    case .ibid, .mention: head = cite.kind.rawValue
    }
    var values: [(String, String)] = []
    values += reference.names.map { ($0.key.rawValue, Self.text($0.value)) }
    values += reference.texts.map { ($0.key.rawValue, $0.value.plain) }
    values += reference.numbers.map { ($0.key.rawValue, $0.value) }
    values += reference.dates.map { ($0.key.rawValue, $0.value.writtenOut) }
    if let locator = cite.locator {
      values.append(("locator", locator.label.rawValue + " " + locator.value))
    }
    if !cite.prefix.isEmpty { values.append(("prefix", cite.prefix)) }
    if !cite.suffix.isEmpty { values.append(("suffix", cite.suffix)) }
    if let note = cite.refersTo { values.append(("note", note)) }
    if cite.kind == .full, let form = cite.form { values.append(("form", form.rawValue)) }
    self.values = values.map { $0 + "=" + Self.withoutStop($1) }.sorted()
  }

  /// The outline that a line states.
  init(_ line: String) {
    let parts = line.split(separator: " | ").map(String.init)
    head = parts.first ?? ""
    values = parts.dropFirst().map(Self.withoutStop).sorted()
  }

  /// The outline as a line.
  var line: String { ([head] + values).joined(separator: " | ") }

  /// What the two differ in, in words; empty where they are the same.
  static func differences(expected: [CiteOutline], got: [CiteOutline]) -> [String] {
    var result: [String] = []
    for index in 0..<max(expected.count, got.count) {
      guard index < got.count else {
        result.append("missing: " + expected[index].line)
        continue
      }
      guard index < expected.count else {
        result.append("too many: " + got[index].line)
        continue
      }
      let (right, read) = (expected[index], got[index])
      if right.head != read.head { result.append("is \(read.head), not \(right.head)") }
      result += right.values.filter { !read.values.contains($0) }.map { "lacks " + $0 }
      result += read.values.filter { !right.values.contains($0) }.map { "has " + $0 }
    }
    return result
  }

  private static func text(_ names: [Name]) -> String {
    names.map { name in
      guard name.literal.isEmpty else { return "{" + name.literal + "}" }
      let particles = [name.droppingParticle, name.nonDroppingParticle].filter { !$0.isEmpty }
      let particle = particles.isEmpty ? "" : "(" + particles.joined(separator: " ") + ") "
      return [particle + name.family, name.given, name.suffix]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
