internal import Citations

/// Makes the index of a dump: a SQLite file with its records, their identifiers and the words of their titles.
struct IndexBuilder {
  /// The form of the index; one of another version is made anew.
  static let version = 1
  /// How many records are written in one go.
  private static let batch = 20_000

  private let database: Database
  private let addRecord: Statement
  private let addKey: Statement
  private let addTitle: Statement
  /// How many records were added.
  private(set) var count = 0

  /// Begins an index in a new database.
  init(_ database: Database) throws(Database.Fault) {
    self.database = database
    // Nobody sees the file before it is whole, so nothing has to be undone when the machine stops.
    try database.run(
      """
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA cache_size = -32768;
      CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE record(id INTEGER PRIMARY KEY, json BLOB NOT NULL);
      CREATE TABLE key(key TEXT NOT NULL, record INTEGER NOT NULL);
      CREATE VIRTUAL TABLE title USING fts5(
        words, families, content = '', detail = column, columnsize = 0,
        tokenize = 'unicode61 remove_diacritics 0');
      INSERT INTO title(title, rank) VALUES('hashsize', 8388608);
      BEGIN;
      """)
    addRecord = try database.statement("INSERT INTO record(id, json) VALUES(?1, ?2)")
    addKey = try database.statement("INSERT INTO key(key, record) VALUES(?1, ?2)")
    addTitle = try database.statement(
      "INSERT INTO title(words, families, rowid) VALUES(?1, ?2, ?3)")
  }

  /// Adds a record.
  ///
  /// - Returns: Why it is none; nil where it was added.
  mutating func add(_ text: [UInt8]) throws(Database.Fault) -> String? {
    let members: [JSONValue.Member]
    do throws(JSONError) {
      members = try JSONValue.members(of: text, named: RecordMembers.kept)
    } catch {
      return error.message
    }
    let value = RecordMembers.pruned(members)
    guard let record = RecordReader.record(value, source: "") else {
      return "has neither a title nor an identifier"
    }
    count += 1
    addRecord.bind(count, at: 1)
    addRecord.bind(JSONWriter.text(of: value, .compact), at: 2)
    try addRecord.run()
    try addKeys(record, RecordReader.updates(value))
    if count % Self.batch == 0 { try database.run("COMMIT; BEGIN") }
    return nil
  }

  private func addKeys(
    _ record: SourceRecord, _ updates: [RecordReader.Update]
  ) throws(Database.Fault) {
    var keys = WorkIdentifier.all(of: record.reference).map(\.description)
    keys += updates.map { "\($0.notice.rawValue):\($0.doi)" }
    keys += record.titles.compactMap(TitleKeys.exact)
    var seen: Set<String> = []
    for key in keys where seen.insert(key).inserted {
      addKey.bind(key)
      addKey.bind(count, at: 2)
      try addKey.run()
    }
    guard !record.titles.isEmpty else { return }
    addTitle.bind(
      TitleKeys.words(record.titles).joined(separator: " "),
      TitleKeys.families(record.reference).joined(separator: " "))
    addTitle.bind(count, at: 3)
    try addTitle.run()
  }

  /// Ends the index with what is known about its source.
  func finish(_ meta: [(String, String)]) throws(Database.Fault) {
    let add = try database.statement("INSERT INTO meta(name, value) VALUES(?1, ?2)")
    for (name, value) in meta {
      add.bind(name, value)
      try add.run()
    }
    try database.run(
      "COMMIT; CREATE INDEX key_key ON key(key)")
  }
}
