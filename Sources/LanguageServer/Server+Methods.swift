internal import Citations

extension Server {
  typealias Request =
    @Sendable (inout Server, JSONValue) throws(ResponseError) -> JSONValue
  typealias Notification = @Sendable (inout Server, JSONValue) -> Void

  /// What answers each request.
  static let requests: [String: Request] = [
    "textDocument/completion": { (server, parameters) throws(ResponseError) in
      try server.completion(parameters)
    },
    "completionItem/resolve": { (server, item) throws(ResponseError) in
      server.resolve(completion: item)
    },
    "textDocument/hover": { (server, parameters) throws(ResponseError) in
      try server.hover(parameters)
    },
    "textDocument/definition": { (server, parameters) throws(ResponseError) in
      try server.definition(parameters)
    },
    "textDocument/references": { (server, parameters) throws(ResponseError) in
      try server.references(parameters)
    },
    "textDocument/documentHighlight": { (server, parameters) throws(ResponseError) in
      try server.highlights(parameters)
    },
    "textDocument/documentSymbol": { (server, parameters) throws(ResponseError) in
      try server.symbols(parameters)
    },
    "workspace/symbol": { (server, parameters) throws(ResponseError) in
      server.workspaceSymbols(parameters)
    },
    "textDocument/prepareRename": { (server, parameters) throws(ResponseError) in
      try server.prepareRename(parameters)
    },
    "textDocument/rename": { (server, parameters) throws(ResponseError) in
      try server.rename(parameters)
    },
    "textDocument/codeAction": { (server, parameters) throws(ResponseError) in
      try server.codeActions(parameters)
    },
  ]

  /// What takes note of each notification.
  static let notifications: [String: Notification] = [
    "initialized": { server, _ in server.initialized() },
    "textDocument/didOpen": { $0.didOpen($1) },
    "textDocument/didChange": { $0.didChange($1) },
    "textDocument/didSave": { $0.didSave($1) },
    "textDocument/didClose": { $0.didClose($1) },
    "workspace/didChangeWatchedFiles": { $0.didChangeWatchedFiles($1) },
    "workspace/didChangeWorkspaceFolders": { $0.didChangeWorkspaceFolders($1) },
    "workspace/didChangeConfiguration": { server, _ in server.readSettings() },
    // Requests are answered in the order in which they come, so there is never one to cancel.
    "$/cancelRequest": { _, _ in },
  ]

  /// The identity of the file that a request is about, which must be open.
  func openFile(_ parameters: JSONValue) throws(ResponseError) -> String {
    guard let uri = parameters.at("textDocument", "uri")?.string else {
      throw .invalidParameters("'textDocument.uri' is missing.")
    }
    let identity = Workspace.identity(uri)
    guard workspace.files[identity]?.buffer != nil else {
      throw .invalidParameters("\(uri) is not open.")
    }
    return identity
  }

  /// A place in an open file: how the file is read, its text, and the byte offset.
  struct Place {
    var identity: String
    var name: String
    var input: CheckInput
    var table: PositionTable
    var offset: Int
  }

  /// The place that a request is about; nil in a file that does not concern the server.
  mutating func place(_ parameters: JSONValue) throws(ResponseError) -> Place? {
    let identity = try openFile(parameters)
    guard let position = Position(parameters["position"]) else {
      throw .invalidParameters("'position' should have a line and a character.")
    }
    guard let file = workspace.files[identity], let input = file.input, let buffer = file.buffer
    else { return nil }
    let table = PositionTable(buffer.bytes, client.encoding)
    return Place(
      identity: identity, name: file.name, input: input, table: table,
      offset: table.offset(of: position))
  }

  /// Forgets the findings, which are due again.
  mutating func filesChanged() {
    revision += 1
    checked = nil
    entryTable = nil
    hasFindingsDue = true
  }
}
