internal import Citations

extension Server {
  /// The findings in the open files, by their identities.
  mutating func check() -> [String: CheckedFile] {
    if let checked { return checked }
    var run = CheckRun(options: settings.checks)
    var open: [String: String] = [:]
    for identity in workspace.identities {
      guard let file = workspace.read(identity) else { continue }
      if workspace.files[identity]?.buffer != nil { open[file.source.name] = identity }
      run.add(file)
    }
    var result: [String: CheckedFile] = [:]
    for var file in run.finish(reporting: { open[$0.name] != nil }) {
      guard let identity = open[file.source.name] else { continue }
      file.findings.removeAll { finding in
        // Whether an entry is cited is known where all documents are; and a text that is being written needs no notes.
        finding.rule.name == "unused-entry" && !workspace.isComplete
          || finding.rule.name == "no-notes"
      }
      result[identity] = file
    }
    checked = result
    return result
  }

  /// Sends the findings of all open files, and none for files that are not open any more.
  mutating func publishFindings() {
    let checked = check()
    var uris: Set<String> = []
    for identity in workspace.identities {
      guard let file = workspace.files[identity], let buffer = file.buffer else { continue }
      guard let found = checked[identity] else {
        // A file may have become one that does not concern the server.
        if published.contains(file.uri) { publish(.array([]), file.uri, nil) }
        continue
      }
      uris.insert(file.uri)
      publish(.array(diagnostics(of: found, identity)), file.uri, buffer.version)
    }
    for uri in published.subtracting(uris).sorted()
    where workspace.files[Workspace.identity(uri)]?.buffer == nil {
      publish(.array([]), uri, nil)
    }
    published = uris
  }

  private mutating func publish(_ diagnostics: JSONValue, _ uri: String, _ version: JSONValue?) {
    notify(
      "textDocument/publishDiagnostics",
      .members([
        "uri": .string(uri), "version": version == .null ? nil : version,
        "diagnostics": diagnostics,
      ]))
  }

  private mutating func diagnostics(of file: CheckedFile, _ identity: String) -> [JSONValue] {
    let table = PositionTable(file.source, client.encoding)
    return file.findings.map { diagnostic($0, identity, table) }
  }

  /// A finding as the client has it.
  mutating func diagnostic(
    _ finding: Diagnostic, _ identity: String, _ table: PositionTable
  ) -> JSONValue {
    let rule = finding.rule
    let page = settings.rulesAddress.map { address in
      JSONValue.members([
        "href": .string(address + (address.hasSuffix("/") ? "" : "/") + rule.id + ".md")
      ])
    }
    let isFaded = ["unused-entry", "empty-field"].contains(rule.name)
    let related = related(to: finding, identity)
    return .members([
      "range": table.json(finding.range ?? SourceRange(0, 0)),
      "severity": .number(Self.severity(finding.severity)),
      "code": .string(rule.id), "codeDescription": page,
      "source": .string("citecli"), "message": .string(finding.message),
      "tags": isFaded ? .array([.number(1)]) : nil,
      "relatedInformation": related.isEmpty ? nil : .array(related),
    ])
  }

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }

  /// The first other entry that has the key which a finding about two entries with one key is about.
  private mutating func related(to finding: Diagnostic, _ identity: String) -> [JSONValue] {
    let isAboutKey = ["duplicate-key", "duplicate-id", "key-in-two-files"]
    guard isAboutKey.contains(finding.rule.name), let key = finding.key else { return [] }
    for entry in entries(named: key)
    where entry.identity != identity || entry.entry.range != finding.range {
      return [
        .members([
          "location": location(entry.identity, entry.entry.range),
          "message": .string("an entry with the key \"\(key)\""),
        ])
      ]
    }
    return []
  }
}
