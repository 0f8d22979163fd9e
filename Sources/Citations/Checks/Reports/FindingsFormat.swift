/// The forms in which findings are printed.
public enum FindingsFormat: String, Sendable, Hashable, CaseIterable {
  /// A line for each finding, then the source line with a mark under the words.
  case text
  /// A line for each finding.
  case concise
  /// One JSON object, schema `citations/findings/1`.
  case json
  /// A JSON object on each line.
  case ndjson
  /// SARIF 2.1.0.
  case sarif
  /// Workflow commands of GitHub Actions.
  case github
  /// GitLab's code quality report.
  case gitlab
  /// JUnit's XML.
  case junit
  /// The JSON of reviewdog.
  case rdjson
}

/// Prints the findings of files in one of the forms.
public struct FindingsPrinter: Sendable {
  /// The form.
  public var format: FindingsFormat
  /// Whether text is coloured for a terminal.
  public var isColored = false
  /// The least severity that makes the run fail; nil where none does.
  ///
  /// JUnit knows passed and failed tests only, and agrees with the exit code by this.
  public var failing: Severity? = .error

  /// A printer for the given form.
  public init(_ format: FindingsFormat) {
    self.format = format
  }

  /// The findings of all files as one output.
  ///
  /// - Complexity: O(*n*) in the findings and the sources.
  public func output(of files: [CheckedFile]) -> [UInt8] {
    switch format {
    case .text: lines(of: files, .full)
    case .concise: lines(of: files, .concise)
    case .json: FindingsReport.json(of: files)
    case .ndjson: FindingsReport.ndjson(of: files)
    case .sarif: SARIFReport.text(of: files)
    case .github: GitHubReport.text(of: files)
    case .gitlab: GitLabReport.text(of: files)
    case .junit: JUnitReport.text(of: files, failing: failing)
    case .rdjson: RDJSONReport.text(of: files)
    }
  }

  private func lines(of files: [CheckedFile], _ style: FindingsReport.Style) -> [UInt8] {
    let report = FindingsReport(style, isColored: isColored)
    return files.flatMap { report.text(of: $0.findings, in: $0.source) }
  }
}
