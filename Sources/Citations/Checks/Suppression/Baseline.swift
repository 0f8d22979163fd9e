/// Findings that are known and not reported again.
///
/// A finding is known by its rule, its file, its entry or note and the words that it marks, not by its line; of equal ones
/// as many are known as the baseline counts.
public struct Baseline: Sendable {
  /// Begins the file, so that readers know what they have.
  private static let schema = "citations/baseline/1"
  /// How many words of a finding are written, for people who read the file.
  private static let shownWords = 12

  private var counts: [String: Int] = [:]

  /// What is wrong with a baseline file.
  public struct Malformed: Error, Sendable, Hashable {
    /// What was found or expected; lower case, no final full stop.
    public var reason: String
  }

  /// Reads a baseline file.
  ///
  /// - Throws: ``Malformed`` where it is none.
  public init(_ bytes: [UInt8]) throws(Malformed) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(bytes)
    } catch {
      throw Malformed(reason: "is no JSON: \(error.message)")
    }
    guard value["schema"]?.string == Self.schema, let findings = value["findings"]?.array else {
      throw Malformed(reason: "is no baseline: its schema should be \"\(Self.schema)\"")
    }
    for finding in findings {
      guard let fingerprint = finding["fingerprint"]?.string else {
        throw Malformed(reason: "has a finding without a fingerprint")
      }
      counts[fingerprint, default: 0] += finding["count"]?.integer ?? 1
    }
  }

  /// The findings of `files` that the baseline does not know.
  public func unknown(in files: [CheckedFile]) -> [CheckedFile] {
    files.map { file in
      let identities = FindingIdentity.of(file)
      var file = file
      file.findings = zip(file.findings, identities).filter { _, identity in
        identity.ordinal >= counts[identity.content, default: 0]
      }.map(\.0)
      return file
    }
  }

  /// A baseline that knows all findings of `files`, sorted, so that it changes little between runs.
  public static func file(for files: [CheckedFile]) -> [UInt8] {
    struct Row {
      var finding: Diagnostic
      var path: String
      var content: String
      var words: String
      var count: Int
    }
    var rows: [Row] = []
    var places: [String: Int] = [:]
    for file in files {
      for (finding, identity) in zip(file.findings, FindingIdentity.of(file)) {
        if let place = places[identity.content] {
          rows[place].count += 1
          continue
        }
        places[identity.content] = rows.count
        rows.append(
          Row(
            finding: finding, path: file.path, content: identity.content,
            words: excerpt(FindingIdentity.words(of: finding, in: file.source)), count: 1))
      }
    }
    rows.sort {
      ($0.path, $0.finding.rule.id, $0.content) < ($1.path, $1.finding.rule.id, $1.content)
    }
    let values = rows.map { row -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("file", .string(row.path)), .init("rule", .string(row.finding.rule.id)),
      ]
      if let key = row.finding.key { members.append(.init("key", .string(key))) }
      if let note = row.finding.note { members.append(.init("note", .string(note))) }
      members.append(.init("words", .string(row.words)))
      if row.count > 1 { members.append(.init("count", .number(row.count))) }
      members.append(.init("fingerprint", .string(row.content)))
      return .object(members)
    }
    return JSONWriter.text(
      of: .object([.init("schema", .string(schema)), .init("findings", .array(values))]))
  }

  private static func excerpt(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: shownWords)
    return words.prefix(shownWords).joined(separator: " ") + (words.count > shownWords ? " …" : "")
  }
}
