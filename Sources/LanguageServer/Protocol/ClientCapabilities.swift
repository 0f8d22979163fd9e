internal import Citations

/// What the client can do, as far as it matters here.
struct ClientCapabilities: Sendable {
  var encoding = PositionEncoding.utf16
  /// Whether edits can be given for versions of documents.
  var hasDocumentChanges = false
  /// Whether edits can make files.
  var canCreateFiles = false
  /// Whether definitions can say from where they lead.
  var hasLocationLinks = false
  /// Whether the outline can be nested and have details.
  var hasNestedSymbols = false
  /// Whether the client can be asked to watch files.
  var canWatchFiles = false
  /// Whether completion items can have details beside their labels.
  var hasLabelDetails = false
  /// Whether texts of completion items can have places to fill in.
  var hasSnippets = false
  /// Whether actions can be more than commands.
  var hasCodeActionLiterals = false

  init() {}

  init(_ capabilities: JSONValue) {
    let encodings = capabilities.at("general", "positionEncodings")?.array ?? []
    encoding = encodings.contains(.string("utf-8")) ? .utf8 : .utf16
    let edits = capabilities.at("workspace", "workspaceEdit")
    hasDocumentChanges = edits?["documentChanges"]?.isTrue ?? false
    canCreateFiles =
      edits?["resourceOperations"]?.array?.contains(.string("create")) ?? false
    let documents = capabilities["textDocument"]
    hasLocationLinks = documents?.at("definition", "linkSupport")?.isTrue ?? false
    hasNestedSymbols =
      documents?.at("documentSymbol", "hierarchicalDocumentSymbolSupport")?.isTrue ?? false
    hasLabelDetails =
      documents?.at("completion", "completionItem", "labelDetailsSupport")?.isTrue ?? false
    hasSnippets =
      documents?.at("completion", "completionItem", "snippetSupport")?.isTrue ?? false
    hasCodeActionLiterals = documents?.at("codeAction", "codeActionLiteralSupport") != nil
    canWatchFiles =
      capabilities.at("workspace", "didChangeWatchedFiles", "dynamicRegistration")?.isTrue ?? false
  }
}
