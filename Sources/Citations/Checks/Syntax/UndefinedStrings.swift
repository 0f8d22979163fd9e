/// What is said of strings that a BibTeX file uses and does not define.
enum UndefinedStrings {
  /// So many different ones in a file that defines none show that another file defines them.
  private static let fewest = 3

  /// The names of the strings that a file defines, in small letters.
  static func defined(in tree: BibTeXSyntax) -> Set<[UInt8]> {
    Set(
      tree.blocks.lazy.filter { $0.kind == .stringDefinition }.flatMap { tree.fields(of: $0) }
        .map { tree[$0.name].map(\.asciiLowercased) })
  }

  /// Leaves out the strings that another file of the run defines.
  static func leaveOut(
    _ names: Set<[UInt8]>, from findings: inout [Diagnostic], in source: SourceFile
  ) {
    guard findings.contains(where: { isUndefined($0) && names.contains(name(of: $0, in: source)) })
    else { return }
    // A string that the file itself defines is defined too late.
    let own = defined(in: BibTeXSyntax(parsing: source))
    findings.removeAll { finding in
      guard isUndefined(finding) else { return false }
      let name = name(of: finding, in: source)
      return names.contains(name) && !own.contains(name)
    }
    for index in findings.indices where isUndefined(findings[index]) {
      let name = name(of: findings[index], in: source)
      guard own.contains(name) else { continue }
      findings[index].message =
        "string \"\(name.string)\" is defined only after this place, where it stands for nothing"
    }
  }

  /// Leaves one finding for each string, and a single one for a file that leaves all definitions to another file.
  static func gather(
    _ findings: inout [Diagnostic], in source: SourceFile, definesStrings: Bool
  ) {
    guard findings.count(where: { isUndefined($0) }) > 1 else { return }
    var seen: Set<[UInt8]> = []
    findings.removeAll { isUndefined($0) && !seen.insert(name(of: $0, in: source)).inserted }
    guard !definesStrings, seen.count >= fewest,
      let first = findings.firstIndex(where: { isUndefined($0) })
    else { return }
    let word = name(of: findings[first], in: source).string
    findings[first] = Diagnostic(
      .undefinedString,
      "\"\(word)\" and \(seen.count - 1) other strings are not defined in this file; check it together with the file that defines them",
      at: findings[first].range, key: findings[first].key ?? "")
    findings[first].severity = .warning
    findings.removeAll { isUndefined($0) && $0.severity == .error }
  }

  private static func isUndefined(_ finding: Diagnostic) -> Bool {
    finding.rule == .undefinedString
  }

  private static func name(of finding: Diagnostic, in source: SourceFile) -> [UInt8] {
    guard let range = finding.range else { return [] }
    return source.bytes[Int(range.start)..<Int(range.end)].map(\.asciiLowercased)
  }
}
