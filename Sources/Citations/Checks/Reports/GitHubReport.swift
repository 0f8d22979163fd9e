/// Findings as workflow commands of GitHub Actions, which shows them beside the lines.
///
/// Source: GitHub Docs, "Workflow commands for GitHub Actions", "Setting an error message"; columns are given only where
/// the finding ends on the line on which it begins.
enum GitHubReport {
  /// A command for each finding.
  static func text(of files: [CheckedFile]) -> [UInt8] {
    files.flatMap { file in
      var places = ReportPlace.Finder(file.source)
      return file.findings.flatMap { finding in
        Array(command(finding, file, finding.range.map { places.place(of: $0) }).utf8)
      }
    }
  }

  private static func command(
    _ finding: Diagnostic, _ file: CheckedFile, _ place: ReportPlace?
  ) -> String {
    var properties = ["file=\(escaped(file.path, isProperty: true))"]
    if let place {
      properties += ["line=\(place.start.line)", "endLine=\(place.end.line)"]
      if place.start.line == place.end.line {
        properties += ["col=\(place.start.column)", "endColumn=\(place.end.column)"]
      }
    }
    let title = escaped("\(finding.rule.id) \(finding.rule.name)", isProperty: true)
    properties.append("title=\(title)")
    return "::\(word(for: finding.severity)) \(properties.joined(separator: ","))::"
      + escaped(finding.fullMessage, isProperty: false) + "\n"
  }

  private static func word(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// Text in which nothing ends the command or the property.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      // The log goes to terminals, which must not take words of a file for orders; a name has to stay what it is.
      case _ where scalar.isControl && !isProperty: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
