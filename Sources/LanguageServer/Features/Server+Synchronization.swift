internal import Citations

extension Server {
  mutating func didOpen(_ parameters: JSONValue) {
    guard let document = parameters["textDocument"], let uri = document["uri"]?.string,
      let text = document["text"]?.string
    else { return }
    workspace.open(
      uri,
      .init(
        bytes: Array(text.utf8), version: document["version"] ?? .null,
        languageID: document["languageId"]?.string ?? ""))
    filesChanged()
  }

  /// Makes changes of ranges one after the other; a change without a range replaces the whole text.
  mutating func didChange(_ parameters: JSONValue) {
    guard let uri = parameters.at("textDocument", "uri")?.string,
      let file = workspace.files[Workspace.identity(uri)], var bytes = file.buffer?.bytes
    else { return }
    for change in parameters["contentChanges"]?.array ?? [] {
      guard let text = change["text"]?.string else { continue }
      guard let range = change["range"] else {
        bytes = Array(text.utf8)
        continue
      }
      let table = PositionTable(bytes, client.encoding)
      guard let place = table.range(range) else { continue }
      bytes.replaceSubrange(place, with: text.utf8)
    }
    workspace.change(
      uri, to: bytes, version: parameters.at("textDocument", "version") ?? .null)
    filesChanged()
  }

  mutating func didSave(_ parameters: JSONValue) {
    guard let uri = parameters.at("textDocument", "uri")?.string else { return }
    if Self.isConfiguration(uri) { readSettings() }
  }

  mutating func didClose(_ parameters: JSONValue) {
    guard let uri = parameters.at("textDocument", "uri")?.string else { return }
    workspace.close(uri)
    filesChanged()
  }

  mutating func didChangeWatchedFiles(_ parameters: JSONValue) {
    let changes = (parameters["changes"]?.array ?? []).compactMap { $0["uri"]?.string }
    for uri in changes { workspace.fileChanged(uri) }
    if changes.contains(where: Self.isConfiguration) { readSettings() }
    filesChanged()
  }

  mutating func didChangeWorkspaceFolders(_ parameters: JSONValue) {
    func paths(_ name: String) -> [String] {
      (parameters.at("event", name)?.array ?? []).compactMap { $0["uri"]?.string }
        .compactMap(FileURI.path)
    }
    let removed = Set(paths("removed"))
    workspace.open(
      folders: workspace.folders.filter { !removed.contains($0) }
        + paths("added").filter { !workspace.folders.contains($0) })
    readSettings()
  }

  private static func isConfiguration(_ uri: String) -> Bool { uri.hasSuffix("citecli.yaml") }
}
