internal import CSQLite

/// A SQLite database that is open.
@safe final class Database {
  /// What SQLite says is wrong.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  /// How a database is opened.
  enum Mode {
    /// To look things up in a file that is there.
    case reading
    /// To write, into a new file where there is none.
    case writing
  }

  /// Valid from `init` to `deinit`.
  private let handle: OpaquePointer

  /// Opens the file at `path`; an empty path is a database that vanishes when it is closed.
  init(_ path: String, _ mode: Mode) throws(Fault) {
    let flags =
      mode == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    var opened: OpaquePointer?
    let status = unsafe sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard status == SQLITE_OK, let handle = unsafe opened else {
      let reason = unsafe Self.reason(opened)
      unsafe sqlite3_close_v2(opened)
      throw Fault(description: reason)
    }
    unsafe self.handle = unsafe handle
    unsafe sqlite3_busy_timeout(handle, 2000)
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(Fault) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault }
  }

  /// A statement to be run often.
  func statement(_ sql: String) throws(Fault) -> Statement {
    var made: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &made, nil) == SQLITE_OK,
      let made = unsafe made
    else { throw fault }
    return unsafe Statement(made, of: self)
  }

  /// What went wrong last.
  fileprivate var fault: Fault { unsafe Fault(description: Self.reason(handle)) }

  private static func reason(_ handle: OpaquePointer?) -> String {
    // The text lives until the next call on the database; it is copied at once.
    guard let handle = unsafe handle, let text = unsafe sqlite3_errmsg(handle) else {
      return "no memory"
    }
    return unsafe String(cString: text)
  }
}

/// A statement of a database, compiled once.
@safe final class Statement {
  private let handle: OpaquePointer
  /// Kept, since a statement must not outlive its database.
  private let database: Database

  @unsafe fileprivate init(_ handle: OpaquePointer, of database: Database) {
    unsafe self.handle = unsafe handle
    self.database = database
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Gives the parameters, from the first, these texts.
  func bind(_ texts: String...) {
    for (index, text) in texts.enumerated() {
      // SQLite copies the text during the call.
      unsafe citations_bind_text(handle, Int32(index + 1), text, Int32(text.utf8.count))
    }
  }

  /// Gives a parameter, counted from 1, a number.
  func bind(_ number: Int, at index: Int) {
    unsafe sqlite3_bind_int64(handle, Int32(index), Int64(number))
  }

  /// Gives a parameter bytes.
  func bind(_ bytes: [UInt8], at index: Int) {
    // SQLite copies the bytes during the call.
    unsafe bytes.withUnsafeBytes {
      _ = unsafe citations_bind_blob(handle, Int32(index), $0.baseAddress, Int32($0.count))
    }
  }

  /// Goes to the next row; false where there is none.
  func step() throws(Database.Fault) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.fault
    }
  }

  /// Runs a statement without rows, and makes it ready to be run again.
  func run() throws(Database.Fault) {
    defer { reset() }
    _ = try step()
  }

  /// Makes the statement ready to be run again.
  func reset() { unsafe sqlite3_reset(handle) }

  /// A number of the row.
  func int(_ column: Int) -> Int { unsafe Int(sqlite3_column_int64(handle, Int32(column))) }

  /// A text of the row.
  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of a text or blob of the row.
  func bytes(_ column: Int) -> [UInt8] {
    // The pointer is valid until the next step; the bytes are copied at once.
    guard let start = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
