internal import Citations

/// A check of all files as they were at one moment, to be run beside the server, which goes on answering.
///
///     if let check = server.beginCheck() {
///       let findings = server.finish(check.run())
///     }
public struct PendingCheck: Sendable {
  /// The server as it was then.
  private var server: Server
  private let revision: Int

  init(_ server: Server, revision: Int) {
    self.server = server
    self.revision = revision
  }

  /// Reads and checks what has changed; it takes long, and depends on nothing but the files as they were.
  public consuming func run() -> FinishedCheck {
    let findings = server.check()
    return FinishedCheck(
      revision: revision, findings: findings, files: server.workspace.checkedFiles)
  }
}

/// What a check found.
public struct FinishedCheck: Sendable {
  let revision: Int
  let findings: [String: CheckedFile]
  /// The files that were read for it, with their revisions.
  let files: [String: (revision: Int, file: FileInCheck)]
}

extension Server {
  /// The check that is due; nil where none is, and while another one runs.
  ///
  /// It is best begun when no more input is waiting. What it finds is to be given to ``finish(_:)``.
  public mutating func beginCheck() -> PendingCheck? {
    guard hasFindingsDue, !isChecking, exitCode == nil else { return nil }
    hasFindingsDue = false
    isChecking = true
    return PendingCheck(self, revision: revision)
  }

  /// Takes what a check found; the findings, to be sent to the client.
  ///
  /// They are not sent where files have changed since: places would be wrong, and another check is due. What was read of
  /// files that have not changed is kept for it.
  public mutating func finish(_ check: FinishedCheck) -> [UInt8] {
    isChecking = false
    workspace.take(check.files)
    guard check.revision == revision, exitCode == nil else { return [] }
    checked = check.findings
    publishFindings(check.findings)
    return takeOutput()
  }
}
