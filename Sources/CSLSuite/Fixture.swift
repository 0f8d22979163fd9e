/// A test of the conformance suite: a file with named sections.
public struct Fixture: Sendable {
  /// The sections by their names, without the line break before their end.
  public let sections: [String: String]

  /// Reads a file; a section with a broken head is none.
  public init(_ bytes: [UInt8]) {
    var sections: [String: String] = [:]
    var name: String?
    var lines: [Substring] = []
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if let open = name {
        if Self.mark(line, "<<") == open {
          sections[open] = lines.joined(separator: "\n")
          name = nil
        } else {
          lines.append(line)
        }
      } else if let found = Self.mark(line, ">>") {
        name = found
        lines = []
      }
    }
    self.sections = sections
  }

  /// The name in a line such as `>>===== MODE =====>>`.
  private static func mark(_ line: Substring, _ arrows: String) -> String? {
    var line = line
    while line.last == " " { line.removeLast() }
    guard line.hasPrefix(arrows + "="), line.hasSuffix("=" + arrows), line.count > 6 else {
      return nil
    }
    let inner = line.dropFirst(2).dropLast(2).drop { $0 == "=" }
    return String(inner.reversed().drop { $0 == "=" }.reversed()).split(separator: " ").first
      .map(String.init)
  }

  /// The text of a section, or nil.
  public subscript(section: String) -> String? { sections[section] }
}
