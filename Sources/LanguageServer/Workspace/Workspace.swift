internal import Citations

/// The files of a workspace: what is open goes before what is on disk.
///
/// What was made of a file is kept until the file changes, so a change in one costs nothing for the others.
struct Workspace: Sendable {
  /// The most files that are read from disk.
  static let mostFiles = 2_000
  /// The most bytes that are read from disk in all.
  static let mostBytes = 1 << 27

  private(set) var files: [String: WorkspaceFile] = [:]
  /// The folders of the workspace.
  private(set) var folders: [String] = []
  /// Whether all documents of the workspace are known.
  private(set) var isComplete = false
  /// The folders of files that were opened without a workspace.
  private var looseFolders: Set<String> = []
  var options = CheckOptions()
  /// The last number that was given to a content of a file.
  private var lastRevision = 0
  private let host: Host

  init(host: Host) { self.host = host }

  /// The keys of all files, sorted by their names so that results do not depend on anything else.
  var identities: [String] {
    files.keys.sorted { (files[$0]?.name ?? "", $0) < (files[$1]?.name ?? "", $1) }
  }

  /// What a file is known by: its path, or its URI where it has none.
  static func identity(_ uri: String) -> String { FileURI.path(of: uri) ?? uri }

  // MARK: Folders

  /// Takes the folders of the workspace and reads what is in them.
  mutating func open(folders: [String]) {
    self.folders = folders.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    rescan()
  }

  /// Reads the folders again, and forgets what was found in folders that are not there any more.
  mutating func rescan() {
    for identity in files.keys where files[identity]?.buffer == nil { files[identity] = nil }
    isComplete = !folders.isEmpty
    var bytes = 0
    for folder in folders {
      let found = host.files(folder, true)
      isComplete = isComplete && found.areAll
      guard load(found.paths, &bytes) else { break }
    }
    for folder in looseFolders.sorted() { _ = load(host.files(folder, false).paths, &bytes) }
    for identity in Array(files.keys) {
      let name = name(of: identity)
      files[identity]?.name = name
    }
  }

  /// Reads files that may matter; false where that would be too many.
  private mutating func load(_ paths: [String], _ bytes: inout Int) -> Bool {
    for path in paths where KnownFormats.mayMatter(path) && files[path] == nil {
      guard files.count < Self.mostFiles, bytes < Self.mostBytes else {
        isComplete = false
        return false
      }
      bytes += load(path)
    }
    return true
  }

  /// Reads a file from disk; its size.
  @discardableResult
  private mutating func load(_ path: String) -> Int {
    guard let raw = host.read(path) else {
      files[path] = nil
      // Nobody knows what the file cites.
      isComplete = false
      return 0
    }
    let name = name(of: path)
    let input =
      KnownFormats.isShared(path)
      ? KnownFormats.sharedInput(name: name, bytes: raw)
      : CheckInput.guess(name: name, bytes: raw)
    guard let input else { return raw.count }
    var file = WorkspaceFile(uri: FileURI.reference(to: path), name: name, input: input)
    file.keys = FileInCheck(keysOf: raw, name: name, as: input, options)
    file.revision = nextRevision()
    files[path] = file
    return raw.count
  }

  private func name(of identity: String) -> String {
    for folder in folders where identity.hasPrefix(folder + "/") {
      return String(Substring(identity.utf8.dropFirst(folder.utf8.count + 1)))
    }
    return identity
  }

  /// Whether a file stands in a folder of the workspace and in none that is passed over.
  private func isInside(_ path: String) -> Bool {
    if let slash = path.lastIndex(of: "/"), looseFolders.contains(String(path[..<slash])) {
      return true
    }
    return folders.contains { folder in
      guard path.hasPrefix(folder + "/") else { return false }
      let parts = path.utf8.dropFirst(folder.utf8.count).split(separator: UInt8(ascii: "/"))
      return !parts.dropLast().contains { Host.passesOver(folder: String(Substring($0))) }
    }
  }

  /// Takes note of a file that was made, changed or deleted on disk.
  mutating func fileChanged(_ uri: String) {
    let path = Self.identity(uri)
    guard files[path]?.buffer == nil, KnownFormats.mayMatter(path), isInside(path) else { return }
    let wasComplete = isComplete
    files[path] = nil
    load(path)
    // A file that is gone cites nothing.
    isComplete = wasComplete
  }

  // MARK: Open files

  mutating func open(_ uri: String, _ buffer: WorkspaceFile.Buffer) {
    let identity = Self.identity(uri)
    var file = WorkspaceFile(uri: uri, name: name(of: identity))
    file.buffer = buffer
    file.input = KnownFormats.input(
      name: file.name, languageID: buffer.languageID, bytes: buffer.bytes)
    file.revision = nextRevision()
    files[identity] = file
    guard folders.isEmpty, let slash = identity.lastIndex(of: "/"), identity.hasPrefix("/") else {
      return
    }
    // Bibliographies stand beside the documents that use them.
    let folder = slash == identity.startIndex ? "/" : String(identity[..<slash])
    guard looseFolders.insert(folder).inserted else { return }
    var bytes = 0
    _ = load(host.files(folder, false).paths, &bytes)
  }

  mutating func close(_ uri: String) {
    let identity = Self.identity(uri)
    files[identity] = nil
    guard isInside(identity), KnownFormats.mayMatter(identity) else { return }
    let wasComplete = isComplete
    load(identity)
    isComplete = wasComplete
  }

  /// Gives an open file other content.
  mutating func change(_ uri: String, to bytes: [UInt8], version: JSONValue) {
    let identity = Self.identity(uri)
    guard var file = files[identity], let language = file.buffer?.languageID else { return }
    file.buffer = .init(bytes: bytes, version: version, languageID: language)
    file.input = KnownFormats.input(name: file.name, languageID: language, bytes: bytes)
    file.invalidate()
    file.revision = nextRevision()
    files[identity] = file
  }

  /// Forgets what was made of the files, since they are checked otherwise now.
  mutating func invalidate() {
    for identity in files.keys where files[identity]?.buffer != nil {
      files[identity]?.invalidate()
      let revision = nextRevision()
      files[identity]?.revision = revision
    }
  }

  private mutating func nextRevision() -> Int {
    lastRevision += 1
    return lastRevision
  }

  /// The open files that are read and checked, with their revisions.
  var checkedFiles: [String: (revision: Int, file: FileInCheck)] {
    files.compactMapValues { file in
      guard file.buffer != nil, let read = file.read else { return nil }
      return (file.revision, read)
    }
  }

  /// Keeps what another copy of the workspace has read, as far as the files are still the same.
  mutating func take(_ checked: [String: (revision: Int, file: FileInCheck)]) {
    for (identity, read) in checked where files[identity]?.revision == read.revision {
      files[identity]?.read = read.file
    }
  }

  /// The keys of a file; nil for one that is not known or does not concern the server.
  ///
  /// They are there long before all of the file is checked, so that nobody waits for that who is typing.
  mutating func keys(_ identity: String) -> FileInCheck? {
    guard let file = files[identity], let input = file.input else { return nil }
    if let keys = file.read ?? file.keys { return keys }
    guard let buffer = file.buffer else { return nil }
    let keys = FileInCheck(keysOf: buffer.bytes, name: file.name, as: input, options)
    files[identity]?.keys = keys
    return keys
  }

  /// A file, read, and checked where it is open; nil for one that is not known or does not concern the server.
  mutating func read(_ identity: String) -> FileInCheck? {
    guard let file = files[identity], let input = file.input else { return nil }
    guard let buffer = file.buffer else { return file.keys }
    if let read = file.read { return read }
    var options = options
    options.keepsNotes = true
    let read = FileInCheck(buffer.bytes, name: file.name, as: input, options)
    files[identity]?.read = read
    return read
  }

  /// An open file with all safe fixes made; nil where there is none to make.
  mutating func fixed(_ identity: String) -> [UInt8]? {
    guard let file = files[identity], let buffer = file.buffer, let input = file.input else {
      return nil
    }
    let fixed =
      file.fixed
      ?? CheckRun(options: options).fix(
        buffer.bytes, name: file.name, as: input, includingSuggested: false)?
      .bytes ?? buffer.bytes
    files[identity]?.fixed = fixed
    return fixed == buffer.bytes ? nil : fixed
  }
}
