internal import Citations

extension Server {
  /// Answers `initialize` with what the server can do.
  mutating func initialize(_ parameters: JSONValue) -> JSONValue {
    client = ClientCapabilities(parameters["capabilities"] ?? .null)
    let folders = (parameters["workspaceFolders"]?.array ?? []).compactMap { $0["uri"]?.string }
    let root = parameters["rootUri"]?.string
    let uris = folders.isEmpty ? [root].compactMap { $0 } : folders
    let paths = uris.compactMap(FileURI.path)
    workspace = Workspace(host: host)
    // Older clients name a path.
    startFolders = paths.isEmpty ? [parameters["rootPath"]?.string].compactMap { $0 } : paths
    return .members([
      "capabilities": capabilities,
      "serverInfo": .members([
        "name": .string("citecli"), "version": .string(Release.version),
      ]),
    ])
  }

  private var capabilities: JSONValue {
    .members([
      "positionEncoding": .string(client.encoding.rawValue),
      "textDocumentSync": .members([
        "openClose": .bool(true), "change": .number(2),
        "save": .members(["includeText": .bool(false)]),
      ]),
      "completionProvider": .members([
        "triggerCharacters": .strings(["@", "{", ",", "[", "<", ":", "=", "`"]),
        "resolveProvider": .bool(true),
        "completionItem": .members(["labelDetailsSupport": .bool(true)]),
      ]),
      "hoverProvider": .bool(true),
      "definitionProvider": .bool(true),
      "referencesProvider": .bool(true),
      "documentHighlightProvider": .bool(true),
      "documentSymbolProvider": .bool(true),
      "workspaceSymbolProvider": .bool(true),
      "renameProvider": .members(["prepareProvider": .bool(true)]),
      "codeActionProvider": .members([
        "codeActionKinds": .strings([
          CodeActionKind.quickFix, CodeActionKind.rewrite, CodeActionKind.fixAll,
        ])
      ]),
      "workspace": .members([
        "workspaceFolders": .members([
          "supported": .bool(true), "changeNotifications": .bool(true),
        ])
      ]),
    ])
  }

  /// Reads the workspace, and has its files watched.
  mutating func initialized() {
    workspace.open(folders: startFolders)
    readSettings()
    guard client.canWatchFiles else { return }
    let pattern = "**/*.{\(KnownFormats.endings.joined(separator: ","))}"
    ask(
      "client/registerCapability",
      .members([
        "registrations": .array([
          .members([
            "id": .string("citecli-files"),
            "method": .string("workspace/didChangeWatchedFiles"),
            "registerOptions": .members([
              "watchers": .array([.members(["globPattern": .string(pattern)])])
            ]),
          ])
        ])
      ]))
  }

  /// Reads the settings again; what is wrong with them is told to the user.
  mutating func readSettings() {
    let known = settings.problem
    settings = host.settings(workspace.folders.first)
    workspace.options = settings.checks
    workspace.invalidate()
    // Editors tell of one change in several ways.
    if let problem = settings.problem, problem != known {
      notify(
        "window/showMessage",
        .members(["type": .number(1), "message": .string("citecli: " + problem)]))
    }
    filesChanged()
  }
}
