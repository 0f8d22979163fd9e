/// A file and what was found in it: what every report is made of.
public struct CheckedFile: Sendable {
  /// The file, decoded.
  public var source: SourceFile
  /// The findings, in order of place.
  public var findings: [Diagnostic]
  /// Where its entries or notes stand, ascending; empty where nobody told.
  var units: [SourceRange] = []

  /// A file with its findings.
  public init(_ source: SourceFile, _ findings: [Diagnostic]) {
    self.source = source
    self.findings = findings
  }

  /// The path with slashes between its parts and without `./` before it, as reports and baselines name the file.
  public var path: String { Self.path(ofFileNamed: source.name) }

  /// The path of a file of this name.
  static func path(ofFileNamed name: String) -> String {
    var path = name[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }

  /// The same file with `folder` before its name, unless that is absolute or standard input.
  public func named(in folder: String) -> CheckedFile {
    guard !folder.isEmpty, !path.hasPrefix("/"), path != "-" else { return self }
    var file = self
    file.source.name = folder + (folder.hasSuffix("/") ? "" : "/") + path
    return file
  }
}
