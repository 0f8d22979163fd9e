internal import Citations

extension Server {
  /// The key that can be renamed at a place.
  mutating func prepareRename(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let place = try place(parameters), let found = occurrence(at: place) else {
      return .null
    }
    return .members([
      "range": place.table.json(found.range), "placeholder": .string(found.key),
    ])
  }

  /// Gives a key another name, in all documents and bibliographies.
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
    for entry in entries(named: found.key)
    where entry.entry.key == found.key && entry.entry.keyRange == nil {
      let file = workspace.files[entry.identity]?.name ?? ""
      throw .requestFailed("Where keys stand in \(file) is not known, so they cannot be changed.")
    }
    var edit = WorkspaceEdit()
    for occurrence in occurrences(of: [found.key]) {
      replace(occurrence.range, with: name, in: occurrence.identity, of: &edit)
    }
    return edit.json(for: client) ?? .null
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
