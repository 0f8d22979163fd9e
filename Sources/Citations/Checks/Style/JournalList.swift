/// The journals that bibliographies may name, with their abbreviations.
///
/// It is read from lines, `Full Name;Abbr. Name`, with semicolons, tabs or ` = ` between, in CSV also commas, or from the
/// JSON of abbreviations that citation processors share, `{"default": {"container-title": {"Full Name": "Abbr. Name"}}}`.
public struct JournalList: Sendable {
  /// A journal of the list.
  struct Journal: Sendable, Hashable {
    /// Its full name.
    var name: String
    /// Its short names, the usual one first; often none.
    var abbreviations: [String]
  }

  private(set) var journals: [Journal] = []
  /// The places of names and abbreviations as they are written.
  private var places: [String: Int] = [:]
  /// The same without capitals, accents and signs, with the way in which the list writes them.
  private var folded: [String: String] = [:]
  /// The keys of `folded` by their lengths.
  private var byLength: [Int: [String]] = [:]

  /// An empty list.
  public init() {}

  /// Whether it names no journal.
  public var isEmpty: Bool { journals.isEmpty }

  /// Adds the journals of a file; lines of text that begin with `#` or `%` are comments.
  ///
  /// - Throws: `JSONError` for a file that begins as JSON and is none.
  /// - Complexity: O(length).
  public mutating func add(_ source: SourceFile) throws(JSONError) {
    if source.bytes.first(where: { !$0.isASCIISpace }) == UInt8(ascii: "{") {
      try addJSON(source.bytes)
    } else {
      let isCSV = FileName.fileExtension(of: source.name) == "csv"
      for line in source.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let line = Array(line.trimmedASCIISpace)
        guard let first = line.first, !"#%".utf8.contains(first) else { continue }
        let parts = Self.parts(of: line, isCSV).map(\.string)
        // JabRef's lists have a shorter form and how often the journal comes out behind the abbreviation.
        if let name = parts.first { add(name, Array(parts.dropFirst().prefix(2))) }
      }
    }
  }

  private mutating func addJSON(_ bytes: [UInt8]) throws(JSONError) {
    for jurisdiction in try JSONValue.parse(bytes).object ?? [] {
      for member in jurisdiction.value["container-title"]?.object ?? [] {
        add(member.name, [member.value.string ?? ""])
      }
    }
  }

  private mutating func add(_ name: String, _ abbreviations: [String]) {
    let name = Self.spaced(name)
    guard !name.isEmpty else { return }
    let short = abbreviations.map(Self.spaced).filter { !$0.isEmpty && $0 != name }
    let place = places[name] ?? journals.count
    if place == journals.count {
      journals.append(Journal(name: name, abbreviations: short))
    } else {
      journals[place].abbreviations += short.filter { !journals[place].abbreviations.contains($0) }
    }
    for form in [name] + short {
      if places[form] == nil { places[form] = place }
      let key = Folding.key(form)
      guard !key.isEmpty, folded[key] == nil else { continue }
      folded[key] = form
      byLength[key.utf8.count, default: []].append(key)
    }
  }

  /// The parts of a line: names may stand in quotation marks.
  private static func parts(of line: [UInt8], _ isCSV: Bool) -> [ArraySlice<UInt8>] {
    if !isCSV, let sign = line.firstOffset(of: Array(" = ".utf8), from: 0) {
      return [line[..<sign].trimmedASCIISpace, line[(sign + 3)...].trimmedASCIISpace]
    }
    let hasSemicolons = line.contains(UInt8(ascii: ";")) || line.contains(0x09)
    let separators = hasSemicolons ? ";\t" : isCSV ? "," : ""
    var parts: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var isQuoted = false
    for index in line.indices {
      if line[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, separators.utf8.contains(line[index]) else { continue }
      parts.append(line[start..<index])
      start = index + 1
    }
    parts.append(line[start...])
    return parts.map { part in
      let part = part.trimmedASCIISpace
      let isQuoted = part.count > 1 && part.first == UInt8(ascii: "\"") && part.last == part.first
      return isQuoted ? part.dropFirst().dropLast() : part
    }
  }

  /// A name with one space between its words.
  static func spaced(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Looking up

  /// The journal with a name or an abbreviation; nil where the list has none.
  func journal(_ name: String) -> Journal? { places[name].map { journals[$0] } }

  /// How the list writes a name that differs from it in capitals, accents and signs only.
  func spelling(of name: String) -> String? { folded[Folding.key(name)] }

  /// The name of the list that differs from another one in a letter or two; nil where there is none.
  ///
  /// - Complexity: O(names of about the same length).
  func nearest(to name: String) -> String? {
    let key = Folding.key(name)
    let length = key.utf8.count
    // So many letters are needed for two of them to be slips.
    guard length >= 10 else { return nil }
    for limit in 1...2 {
      for other in max(1, length - limit)...(length + limit) {
        if let near = byLength[other]?.first(where: { EditDistance.isWithin(limit, key, $0) }) {
          return folded[near]
        }
      }
    }
    return nil
  }
}
