/// K007: a file that belongs to an entry is not where the entry says.
///
/// The library never looks at the disk; the caller tells what is there.
enum MissingFile: EntryCheck {
  static let rule = Rule(
    "K007", "linked-file-missing", .warning, "a file that an entry links to is not there")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let isThere = bibliography.options.fileIsThere else { return }
    for file in entry.reference.attachedFiles {
      let path = path(of: file, beside: bibliography.source.name)
      guard !isThere(path) else { continue }
      findings.append(
        Diagnostic(
          rule, "the file \"\(file.path)\" is not there",
          at: entry.field("file", "pdf")?.range ?? entry.keyRange,
          key: entry.key))
    }
  }

  /// The path of a file, which is told from the folder of the bibliography.
  private static func path(of file: AttachedFile, beside bibliography: String) -> String {
    let isAbsolute =
      file.path.hasPrefix("/") || file.path.hasPrefix("~")
      || file.path.utf8.dropFirst().first == UInt8(ascii: ":")
    guard !isAbsolute, let slash = bibliography.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return file.path
    }
    return String(bibliography[...slash]) + file.path
  }
}
