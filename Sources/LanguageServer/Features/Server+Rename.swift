internal import Citations

extension Server {
  /// The key that can be renamed at a place.
  mutating func prepareRename(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let place = try place(parameters), let found = occurrence(at: place) else {
      return .null
    }
    try checkPlaces(of: found.key)
    return .members([
      "range": place.table.json(found.range), "placeholder": .string(found.key),
    ])
  }

  /// Gives a key another name, in all documents and bibliographies or in none.
  mutating func rename(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let name = parameters["newName"]?.string else {
      throw .invalidParameters("'newName' is missing.")
    }
    guard let place = try place(parameters), let found = occurrence(at: place) else {
      throw .requestFailed("No citation key stands here.")
    }
    guard name != found.key else { return .null }
    guard Self.isKey(name) else {
      throw .requestFailed(
        "'\(name)' cannot be a key in every format: write letters, digits and _, "
          + "with single - _ : . + / between them.")
    }
    if let taken = entries(named: name).first {
      let file = workspace.files[taken.identity]?.name ?? ""
      throw .requestFailed("An entry of \(file) has the key '\(name)' already.")
    }
    try checkPlaces(of: found.key, for: name)
    var edit = WorkspaceEdit()
    for identity in workspace.identities {
      guard let file = workspace.keys(identity) else { continue }
      let ranges = file.ranges(of: found.key, in: identity)
      guard ranges.isEmpty || isRead(file, ranges, found.key, as: name) else {
        throw .requestFailed("'\(name)' would not be read as a key in \(file.source.name).")
      }
      for range in ranges { replace(range, with: name, in: identity, of: &edit) }
    }
    if !workspace.folders.isEmpty, !workspace.isComplete { warnOfOtherFiles(found.key) }
    return edit.json(for: client) ?? .null
  }

  /// Makes sure that the key of each entry that is called `key` can be changed, to `name` if that is known.
  private mutating func checkPlaces(of key: String, for name: String? = nil) throws(ResponseError) {
    for found in entries(named: key) where found.entry.key == key {
      let file = workspace.files[found.identity]?.name ?? ""
      guard let place = found.entry.keyPlace else {
        throw .requestFailed(
          "Where the key '\(key)' stands in \(file) is not known, so it cannot be changed.")
      }
      // A name that serves everywhere finds the obstacles that are there whatever the name.
      if let reason = place.refusal(of: name ?? "a") {
        throw .requestFailed("The key '\(key)' in \(file) cannot be changed: \(reason).")
      }
    }
  }

  /// Whether a file has the same keys after a change, but for the one that is called otherwise then.
  ///
  /// Words such as `null` are no texts in YAML, for example.
  private func isRead(
    _ file: FileInCheck, _ ranges: [SourceRange], _ key: String, as name: String
  ) -> Bool {
    var bytes = file.source.bytes
    for range in ranges.reversed() {
      bytes.replaceSubrange(Int(range.start)..<Int(range.end), with: name.utf8)
    }
    let changed = FileInCheck(
      keysOf: bytes, name: file.source.name, as: file.input, workspace.options)
    return changed.allKeys == file.allKeys.map { $0 == key ? name : $0 }
  }

  private mutating func warnOfOtherFiles(_ key: String) {
    notify(
      "window/showMessage",
      .members([
        "type": .number(2),
        "message": .string(
          "citecli: not all files of the workspace could be read; '\(key)' may stand in others"),
      ]))
  }

  /// Whether a text can be a key in every format that cites: letters, digits and `_`, other signs only between them.
  static func isKey(_ text: String) -> Bool {
    var isBehindSign = true
    for scalar in text.unicodeScalars {
      if scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        isBehindSign = false
      } else if "-:.+/".unicodeScalars.contains(scalar), !isBehindSign {
        isBehindSign = true
      } else {
        return false
      }
    }
    return !isBehindSign
  }
}

extension FileInCheck {
  /// The places of a key in the file, ascending.
  fileprivate func ranges(of key: String, in identity: String) -> [SourceRange] {
    occurrences(in: identity).filter { $0.key == key }.map(\.range).sorted { $0.start < $1.start }
  }
}
