internal import Citations

/// A file that the server knows: one that is open in the editor, or one on disk.
struct WorkspaceFile: Sendable {
  /// A file as the editor has it.
  struct Buffer: Sendable {
    var bytes: [UInt8]
    var version: JSONValue
    var languageID: String
  }

  /// How the client names the file.
  var uri: String
  /// The name in findings and for patterns of paths: the path within the workspace, else the whole path.
  var name: String
  /// What the editor has; nil for a file that is not open.
  var buffer: Buffer?
  /// How it is read; nil for a file that does not concern the server.
  var input: CheckInput?
  /// The keys of the file; nil until they are asked for, and after each change.
  var keys: FileInCheck?
  /// The file, read and checked; nil until it is asked for, and after each change.
  var read: FileInCheck?
  /// The file with all safe fixes made; nil until it is asked for.
  var fixed: [UInt8]?

  /// Tells a content, and the way in which it is checked, from those that the file had before.
  var revision = 0

  /// Forgets what was made of the content, which has changed.
  mutating func invalidate() {
    keys = nil
    read = nil
    fixed = nil
  }
}
