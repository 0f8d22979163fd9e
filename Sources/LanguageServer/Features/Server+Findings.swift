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
  ///
  /// Of a file that is as it was, with the findings that it had, nothing is sent.
  mutating func publishFindings(_ checked: [String: CheckedFile]) {
    var sent: [String: PublishedFindings] = [:]
    for identity in workspace.identities {
      guard let file = workspace.files[identity], let buffer = file.buffer else { continue }
      guard let found = checked[identity] else {
        // A file may have become one that does not concern the server.
        if published[file.uri] != nil { publish(.array([]), file.uri, nil) }
        continue
      }
      let findings = PublishedFindings(revision: file.revision, findings: found.findings)
      sent[file.uri] = findings
      guard published[file.uri] != findings || found.findings.contains(where: isRelated) else {
        continue
      }
      publish(.array(diagnostics(of: found, identity)), file.uri, buffer.version)
    }
    for uri in published.keys.sorted()
    where sent[uri] == nil && workspace.files[Workspace.identity(uri)]?.buffer == nil {
      publish(.array([]), uri, nil)
    }
    published = sent
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

  /// Whether a finding leads to a place in another file, which can change while the finding stays.
  private func isRelated(_ finding: Diagnostic) -> Bool {
    ["duplicate-key", "duplicate-id", "key-in-two-files"].contains(finding.rule.name)
  }

  /// The first other entry that has the key which a finding about two entries with one key is about.
  private mutating func related(to finding: Diagnostic, _ identity: String) -> [JSONValue] {
    guard isRelated(finding), let key = finding.key else { return [] }
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

/// What the client was told about a file.
struct PublishedFindings: Sendable, Equatable {
  /// The content of the file that it is about.
  var revision: Int
  var findings: [Diagnostic]
}
