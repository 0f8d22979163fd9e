internal import Citations

/// The index of a dump, to look records up in.
final class RecordIndex {
  private let database: Database
  private let findKey: Statement
  private let findWords: Statement
  private let readRecord: Statement

  /// How many records of one key, or of like titles, are looked at.
  private static let most = 40

  init(_ database: Database) throws(Database.Fault) {
    self.database = database
    findKey = try database.statement("SELECT record FROM key WHERE key = ?1 LIMIT \(Self.most)")
    findWords = try database.statement(
      "SELECT rowid FROM title WHERE title MATCH ?1 LIMIT \(Self.most)")
    readRecord = try database.statement("SELECT json FROM record WHERE id = ?1")
  }

  /// What the index says about its source.
  func meta() throws(Database.Fault) -> [String: String] {
    let rows = try database.statement("SELECT name, value FROM meta")
    var result: [String: String] = [:]
    while try rows.step() { result[rows.text(0)] = rows.text(1) }
    return result
  }

  /// The numbers of the records with a key, in the order of the dump.
  func records(withKey key: String) throws(Database.Fault) -> [Int] {
    findKey.bind(key)
    return try Self.numbers(findKey)
  }

  /// The numbers of records whose titles have all the words given, or any of them beside one of the family names.
  func records(words: [String], families: [String]) throws(Database.Fault) -> [Int] {
    let longest = words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    guard !longest.isEmpty else { return [] }
    findWords.bind("words : (\(Self.quoted(longest.prefix(8), "AND")))")
    var found = try Self.numbers(findWords)
    if !families.isEmpty {
      findWords.bind(
        "words : (\(Self.quoted(longest.prefix(4), "OR"))) AND families : (\(Self.quoted(families.prefix(3), "OR")))"
      )
      found += try Self.numbers(findWords).filter { !found.contains($0) }
    }
    return found
  }

  /// The record of a number.
  func record(_ number: Int) throws(Database.Fault) -> JSONValue? {
    readRecord.bind(number, at: 1)
    defer { readRecord.reset() }
    guard try readRecord.step() else { return nil }
    return try? JSONValue.parse(readRecord.bytes(0))
  }

  private static func numbers(_ statement: Statement) throws(Database.Fault) -> [Int] {
    defer { statement.reset() }
    var result: [Int] = []
    while try statement.step() { result.append(statement.int(0)) }
    return result
  }

  /// Words as the query language takes them: it knows no sign inside quotes but the quote itself, which no word has.
  private static func quoted(_ words: some Collection<String>, _ operation: String) -> String {
    words.map { "\"\($0)\"" }.joined(separator: " \(operation) ")
  }
}
