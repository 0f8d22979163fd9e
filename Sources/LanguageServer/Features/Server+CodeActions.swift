internal import Citations

/// The kinds of actions that are offered.
enum CodeActionKind {
  static let quickFix = "quickfix"
  static let rewrite = "refactor.rewrite"
  static let fixAll = "source.fixAll.citecli"
}

extension Server {
  /// What can be done about a range.
  mutating func codeActions(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    let identity = try openFile(parameters)
    // Who only moves the cursor does not wait for a check; editors ask again when they are told the findings.
    let isAutomatic = parameters.at("context", "triggerKind")?.integer == 2
    if isAutomatic, checked == nil { return .array([]) }
    guard client.hasCodeActionLiterals, let file = workspace.read(identity) else {
      return .array([])
    }
    let table = PositionTable(file.source, client.encoding)
    guard let range = table.range(parameters["range"]) else {
      throw .invalidParameters("'range' should have a start and an end.")
    }
    let only = parameters.at("context", "only")?.array?.compactMap(\.string)
    /// Whether actions of a kind are asked for; a kind stands for those that begin with it.
    func wants(_ kind: String) -> Bool {
      only?.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty } ?? true
    }
    var actions: [JSONValue] = []
    let findings = (check()[identity]?.findings ?? []).filter { finding in
      guard let marked = finding.range else { return false }
      return Int(marked.start) <= range.upperBound && range.lowerBound <= Int(marked.end)
    }
    if wants(CodeActionKind.quickFix) {
      for finding in findings { actions += fixes(of: finding, identity, table) }
      for finding in findings { actions += suppression(of: finding, file, identity, table) }
    }
    if wants(CodeActionKind.rewrite) { actions += citations(at: range.lowerBound, in: identity) }
    // Making all fixes takes a check of the whole file; without a wish for it, only where there is something to fix.
    let hasSafe = !findings.allSatisfy { $0.fixes.allSatisfy { $0.safety != .safe } }
    if only != nil || hasSafe, wants(CodeActionKind.fixAll),
      let action = fixAll(identity, table)
    {
      actions.append(action)
    }
    return .array(actions)
  }

  private mutating func fixes(
    of finding: Diagnostic, _ identity: String, _ table: PositionTable
  ) -> [JSONValue] {
    guard !finding.fixes.isEmpty else { return [] }
    let diagnostic = diagnostic(finding, identity, table)
    return finding.fixes.compactMap { fix in
      var edit = WorkspaceEdit()
      for change in fix.edits {
        replace(
          change.range, with: String(decoding: change.replacement, as: UTF8.self), in: identity,
          of: &edit)
      }
      guard !edit.isEmpty, let changes = edit.json(for: client) else { return nil }
      return .members([
        "title": .string(Self.sentence(fix.title)), "kind": .string(CodeActionKind.quickFix),
        "diagnostics": .array([diagnostic]),
        "isPreferred": fix.safety == .safe ? .bool(true) : nil, "edit": changes,
      ])
    }
  }

  private mutating func suppression(
    of finding: Diagnostic, _ file: FileInCheck, _ identity: String, _ table: PositionTable
  ) -> [JSONValue] {
    guard let comment = file.suppression(of: finding) else { return [] }
    let diagnostic = diagnostic(finding, identity, table)
    var edit = WorkspaceEdit()
    replace(
      comment.range, with: String(decoding: comment.replacement, as: UTF8.self), in: identity,
      of: &edit)
    guard let changes = edit.json(for: client) else { return [] }
    return [
      .members([
        "title": .string("Ignore \(finding.rule.id) here"),
        "kind": .string(CodeActionKind.quickFix), "diagnostics": .array([diagnostic]),
        "edit": changes,
      ])
    ]
  }

  /// All safe fixes of a file as one edit of what they change.
  private mutating func fixAll(_ identity: String, _ table: PositionTable) -> JSONValue? {
    guard let fixed = workspace.fixed(identity) else { return nil }
    let bytes = table.bytes
    let most = min(bytes.count, fixed.count)
    var start = 0
    while start < most, bytes[start] == fixed[start] { start += 1 }
    var tail = 0
    while tail < most - start, bytes[bytes.count - 1 - tail] == fixed[fixed.count - 1 - tail] {
      tail += 1
    }
    // The edit must not begin or end inside of a character.
    while start > 0,
      start < bytes.count && bytes[start] & 0xC0 == 0x80
        || start < fixed.count && fixed[start] & 0xC0 == 0x80
    {
      start -= 1
    }
    while tail > 0, bytes[bytes.count - tail] & 0xC0 == 0x80 { tail -= 1 }
    var edit = WorkspaceEdit()
    replace(
      SourceRange(start, bytes.count - tail),
      with: String(decoding: fixed[start..<(fixed.count - tail)], as: UTF8.self), in: identity,
      of: &edit)
    guard let changes = edit.json(for: client) else { return nil }
    return .members([
      "title": .string("Make all safe fixes"), "kind": .string(CodeActionKind.fixAll),
      "edit": changes,
    ])
  }

  /// A title as a sentence: a capital first.
  private static func sentence(_ title: String) -> String {
    title.prefix(1).uppercased() + title.dropFirst()
  }
}
