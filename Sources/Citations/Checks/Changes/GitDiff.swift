/// The difference that `git diff` prints: which files it names and what happened to each.
///
/// Source: git-diff(1), "Generating patch text with -p" and "Combined diff format".
public struct GitDiff: Sendable {
  /// A file after the change.
  public struct File: Sendable, Hashable {
    /// The path from the top folder of the repository, without `b/`.
    public var path: String
    /// What happened to it.
    public var change: FileChange
  }

  /// The files in the order of the difference; files that were removed are not among them.
  public private(set) var files: [File] = []
  private var isRemoved = false
  /// Whether the file at hand has been named by a line that cannot be misread.
  private var isNamed = false

  /// Reads what `git diff` printed with `a/` and `b/` before the names, with any number of context lines.
  ///
  /// A file whose difference is not shown by lines counts as new as a whole: a binary one, or one with several parents.
  ///
  /// - Complexity: O(*n*).
  public init(_ text: [UInt8]) {
    var lines = Lines(text)
    while let line = lines.next() {
      if line.starts(with: "diff --git ") {
        begin(path: Self.path(inHeader: line.dropFirst(11)), .none)
      } else if line.starts(with: "diff --cc ") {
        begin(path: Self.unquoted(line.dropFirst(10)), .whole)
      } else if line.starts(with: "diff --combined ") {
        begin(path: Self.unquoted(line.dropFirst(16)), .whole)
      } else if !files.isEmpty {
        readHeader(line)
        if let hunk = Hunk(line) { Self.read(hunk, &lines, to: &files[files.count - 1].change) }
      }
    }
    dropRemoved()
  }

  private mutating func begin(path: String?, _ change: FileChange) {
    dropRemoved()
    isNamed = false
    files.append(File(path: path ?? "", change: change))
  }

  private mutating func dropRemoved() {
    if isRemoved || files.last?.path.isEmpty ?? false { files.removeLast() }
    isRemoved = false
  }

  /// Reads a line between the name of a file and its changes.
  private mutating func readHeader(_ line: ArraySlice<UInt8>) {
    let last = files.count - 1
    if line.starts(with: "deleted file mode ") {
      isRemoved = true
    } else if line.starts(with: "new file mode ") || line.starts(with: "Binary files ")
      || line.starts(with: "GIT binary patch")
    {
      files[last].change = .whole
    } else if line.starts(with: "rename to ") {
      name(Self.unquoted(line.dropFirst(10)))
    } else if line.starts(with: "copy to ") {
      name(Self.unquoted(line.dropFirst(8)))
    } else if line.starts(with: "+++ "), let path = Self.inFolder(Self.unquoted(line.dropFirst(4)))
    {
      name(path)
    }
  }

  private mutating func name(_ path: String) {
    guard !isNamed else { return }
    isNamed = true
    files[files.count - 1].path = path
  }

  private static func read(_ hunk: Hunk, _ lines: inout Lines, to change: inout FileChange) {
    var old = hunk.oldCount
    var new = hunk.new.count
    var line = hunk.new.lowerBound
    var added = line
    var hasRemoved = false
    /// Ends a row of removed and added lines.
    func flush() {
      if added < line {
        change.add(lines: added..<line)
      } else if hasRemoved {
        change.addRemoval(before: line)
      }
      hasRemoved = false
    }
    while old > 0 || new > 0, let text = lines.next() {
      switch text.first {
      case UInt8(ascii: "+"):
        line += 1
        new -= 1
      case UInt8(ascii: "-"):
        hasRemoved = true
        old -= 1
      case UInt8(ascii: "\\"): break
      default:
        flush()
        line += 1
        added = line
        old -= 1
        new -= 1
      }
    }
    flush()
  }

  /// The lines of a text, each without its line feed.
  private struct Lines {
    private let text: [UInt8]
    private var offset = 0

    init(_ text: [UInt8]) { self.text = text }

    mutating func next() -> ArraySlice<UInt8>? {
      guard offset < text.count else { return nil }
      let end = text[offset...].firstIndex(of: 0x0A) ?? text.count
      defer { offset = end + 1 }
      return text[offset..<end]
    }
  }
}
