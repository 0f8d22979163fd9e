internal import Citations

/// Changes of files that are made together.
struct WorkspaceEdit {
  private struct FileEdit {
    var uri: String
    var version: JSONValue
    var edits: [JSONValue] = []
  }

  /// The files to be made, before anything is written into them.
  private var created: [String] = []
  private var files: [FileEdit] = []

  /// Makes a file, unless it is there already.
  mutating func create(_ uri: String) { created.append(uri) }

  /// Puts `text` in the place of a range of a file.
  mutating func replace(_ range: JSONValue, with text: String, in uri: String, _ version: JSONValue)
  {
    let edit = JSONValue.members(["range": range, "newText": .string(text)])
    if let index = files.firstIndex(where: { $0.uri == uri }) {
      files[index].edits.append(edit)
    } else {
      files.append(FileEdit(uri: uri, version: version, edits: [edit]))
    }
  }

  var isEmpty: Bool { files.isEmpty }

  /// The edit as a client with these capabilities reads it; nil where it cannot make the files.
  func json(for client: ClientCapabilities) -> JSONValue? {
    guard client.hasDocumentChanges else {
      guard created.isEmpty else { return nil }
      return .members([
        "changes": .object(files.map { .init($0.uri, .array($0.edits)) })
      ])
    }
    guard created.isEmpty || client.canCreateFiles else { return nil }
    let makings = created.map { uri in
      JSONValue.members([
        "kind": .string("create"), "uri": .string(uri),
        "options": .members(["ignoreIfExists": .bool(true)]),
      ])
    }
    let changes = files.map { file in
      JSONValue.members([
        "textDocument": .members(["uri": .string(file.uri), "version": file.version]),
        "edits": .array(file.edits),
      ])
    }
    return .members(["documentChanges": .array(makings + changes)])
  }
}

extension Server {
  /// Adds a change of a known file to an edit.
  mutating func replace(
    _ range: SourceRange, with text: String, in identity: String, of edit: inout WorkspaceEdit
  ) {
    guard let file = workspace.files[identity] else { return }
    edit.replace(
      json(range, in: identity), with: text, in: file.uri, file.buffer?.version ?? .null)
  }
}
