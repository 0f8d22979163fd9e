internal import Citations
internal import Programs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What changed since a revision in the repository of the working folder, as `git` tells.
struct GitChanges {
  /// How many bytes of paths one command is given, as systems have limits.
  private static let mostBytes = 1 << 16
  /// What makes the difference the same whatever a person has configured.
  private static let plain = [
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--find-renames",
    "--src-prefix=a/", "--dst-prefix=b/", "--unified=0", "--inter-hunk-context=0",
  ]

  private let revision: String
  /// The top folder of the repository, symbolic links followed.
  private var top = ""
  /// The commit that the working tree is compared with.
  private var base = ""
  /// What happened to each changed file, by its path from the top folder.
  private var statuses: [String: Status] = [:]

  private struct Status {
    /// The letter of `--name-status`.
    var letter: UInt8
    /// The name that the file had.
    var oldPath: String
  }

  /// The changes since the last commit that `revision` and the current commit have in common.
  ///
  /// - Throws: `FileError` with advice where `git` is missing, the folder is in no repository, or there is no such commit.
  init(since revision: String) throws(FileError) {
    self.revision = revision
    top = try line(
      of: ["rev-parse", "--show-toplevel"], otherwise: "the current folder is no work tree of git")
    let commit = try line(
      of: ["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"],
      otherwise: "there is no such commit; fetch it or give another one")
    base = try line(
      of: ["merge-base", "HEAD", commit],
      otherwise: "no commit is known that it shares with the current one; "
        + "a shallow clone needs more of its history (git fetch --unshallow)")
    let list = try output(of: Self.plain + ["--name-status", "-z", base, "--"])
    var words = list.split(separator: 0, omittingEmptySubsequences: true)[...]
    while let letter = words.popFirst()?.first, let path = words.popFirst() {
      let isMoved = [UInt8(ascii: "R"), UInt8(ascii: "C")].contains(letter)
      let newPath = isMoved ? words.popFirst() ?? path : path
      statuses[Self.text(newPath)] = Status(letter: letter, oldPath: Self.text(path))
    }
  }

  /// What happened to files, by their names.
  ///
  /// A file that `git` does not know, or outside the repository, counts as new.
  func changes(of names: [String]) throws(FileError) -> ChangedFiles {
    var changes = ChangedFiles()
    var known: [String: [String]] = [:]
    for name in names {
      changes[name] = .whole
      if let path = path(of: name) { known[path, default: []].append(name) }
    }
    let paths = known.keys.sorted()
    let unlisted = paths.filter { statuses[$0] == nil }
    for chunk in Self.chunks(unlisted.map { [$0] }) {
      let tracked = try output(of: ["ls-files", "-z", "--full-name", "--"] + chunk)
      for path in tracked.split(separator: 0) {
        for name in known[Self.text(path)] ?? [] { changes[name] = .none }
      }
    }
    let pairs = paths.compactMap { path in
      statuses[path].flatMap { isCompared($0) ? [path, $0.oldPath] : nil }
    }
    for chunk in Self.chunks(pairs) {
      for file in GitDiff(try output(of: Self.plain + [base, "--"] + chunk)).files {
        for name in known[file.path] ?? [] { changes[name] = file.change }
      }
    }
    return changes
  }

  /// What happened to a file whose content is given, because it is not in the folder.
  func change(of name: String, to content: [UInt8]) throws(FileError) -> FileChange {
    guard let path = path(of: name) else { return .whole }
    let oldPath = statuses[path]?.oldPath ?? path
    let old = try Self.git(["cat-file", "blob", "\(base):\(oldPath)"])
    return old.status == 0 ? FileChange(from: old.output, to: content) : .whole
  }

  /// Whether a name stands for something in the repository.
  func contains(_ name: String) -> Bool { path(of: name) != nil }

  /// Whether lines of the file as it was and as it is are compared; else all of it is new.
  private func isCompared(_ status: Status) -> Bool {
    [UInt8(ascii: "M"), UInt8(ascii: "R"), UInt8(ascii: "C")].contains(status.letter)
  }

  /// The path from the top folder, symbolic links followed; nil outside of it.
  private func path(of name: String) -> String? {
    guard let full = FileIO.resolved(name) else { return nil }
    let folder = top.hasSuffix("/") ? top : top + "/"
    return full.hasPrefix(folder) ? String(full.dropFirst(folder.count)) : nil
  }

  /// The paths as arguments, those of a group together, in pieces that a system can pass on.
  private static func chunks(_ groups: [[String]]) -> [[String]] {
    var chunks: [[String]] = []
    var bytes = mostBytes
    for group in groups {
      let arguments = group.map { ":(top,literal)" + $0 }
      let size = arguments.reduce(0) { $0 + $1.utf8.count + 1 }
      if bytes + size > mostBytes {
        chunks.append([])
        bytes = 0
      }
      chunks[chunks.count - 1] += arguments
      bytes += size
    }
    return chunks
  }

  private func line(
    of arguments: [String], otherwise advice: String
  ) throws(FileError) -> String {
    let text = try output(of: arguments, otherwise: advice)
    return Self.text(text.last == 0x0A ? text.dropLast() : text[...])
  }

  private func output(
    of arguments: [String], otherwise advice: String? = nil
  ) throws(FileError) -> [UInt8] {
    let result = try Self.git(arguments)
    guard result.status != 0 else { return result.output }
    let words = result.errors.split(separator: 0x0A).last.map { " (git: \(Self.text($0)))" } ?? ""
    throw FileError(
      path: "--diff-base \(revision)",
      reason: (advice ?? "git \(arguments[0]) failed with \(result.status)") + words)
  }

  private static func git(_ arguments: [String]) throws(FileError) -> Program.Result {
    do throws(Program.Failure) {
      return try Program.run("git", arguments)
    } catch {
      throw FileError(path: "git", reason: error.reason)
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
