@testable import Citations

/// What a run over files finds, in short lines: `file:line:column severity rule message`.
func findings(
  in files: (name: String, text: String)..., options: CheckOptions = CheckOptions()
) -> [String] {
  var run = CheckRun(options: options)
  for file in files { run.add(Array(file.text.utf8), name: file.name) }
  return run.finish().flatMap(lines)
}

/// The findings of a file in short lines, without the name of the file.
func lines(of file: CheckedFile) -> [String] {
  file.findings.map { finding in
    let place = finding.range.map { file.source.position(at: Int($0.start)) }
    let position = place.map { "\($0.line):\($0.column)" } ?? "-"
    return "\(position) \(finding.severity.rawValue) \(finding.rule.id) \(finding.message)"
  }
}

/// What is found in one file.
func check(
  _ text: String, name: String, options: CheckOptions = CheckOptions(),
  against sources: [any RecordSource] = []
) -> CheckedFile {
  var run = CheckRun(options: options)
  run.add(Array(text.utf8), name: name, against: sources)
  return run.finish()[0]
}
