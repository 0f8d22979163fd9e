/// What registries answered, kept for a while so that they are not asked again.
struct ReplyCache {
  /// How many days a record is kept.
  private static let daysOfRecords = 30.0
  /// How many days it is kept that there is none.
  private static let daysOfNothing = 3.0
  /// The form of the file; one of another version is made anew.
  private static let version = 1

  private let database: Database
  private let find: Statement
  private let put: Statement

  /// Opens the cache in a folder; nil where it cannot be used, which costs nothing but time.
  init?(_ folder: CacheFolder?) {
    guard let file = folder?.file("replies.sqlite") else { return nil }
    do throws(Database.Fault) {
      try self.init(file)
    } catch {
      Platform.remove(file)
      do throws(Database.Fault) { try self.init(file) } catch { return nil }
    }
  }

  private init(_ file: String) throws(Database.Fault) {
    database = try Database(file, .writing)
    let version = try database.statement("PRAGMA user_version")
    let found = try version.step() ? version.int(0) : 0
    version.reset()
    if found != Self.version {
      try database.run(
        """
        DROP TABLE IF EXISTS reply;
        CREATE TABLE reply(
          address TEXT PRIMARY KEY, status INTEGER NOT NULL, body BLOB NOT NULL, time INTEGER NOT NULL)
          WITHOUT ROWID;
        PRAGMA user_version = \(Self.version);
        """)
    }
    find = try database.statement("SELECT status, body, time FROM reply WHERE address = ?1")
    put = try database.statement(
      "INSERT OR REPLACE INTO reply(address, status, body, time) VALUES(?1, ?2, ?3, ?4)")
  }

  /// The reply to an address that is young enough at `now`.
  func reply(to address: String, now: Double) -> HTTPReply? {
    find.bind(address)
    defer { find.reset() }
    guard (try? find.step()) == true else { return nil }
    let status = find.int(0)
    let days = (now - Double(find.int(2))) / 86_400
    guard days >= 0, days < (status == 200 ? Self.daysOfRecords : Self.daysOfNothing) else {
      return nil
    }
    return HTTPReply(status: status, body: find.bytes(1))
  }

  /// Keeps a reply; where that fails, the registry is asked again some day.
  func keep(_ reply: HTTPReply, to address: String, now: Double) {
    put.bind(address)
    put.bind(reply.status, at: 2)
    put.bind(reply.body, at: 3)
    put.bind(Int(now), at: 4)
    try? put.run()
  }
}
