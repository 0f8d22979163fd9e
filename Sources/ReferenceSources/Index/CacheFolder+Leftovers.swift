extension CacheFolder {
  /// The name of the index of the dump at `path`.
  static func indexName(of path: String) -> String { "index-\(Digest.of(path)).sqlite" }

  /// Where an index is made before it is put in its place: beside it, with the number of the process behind a full stop.
  static func unfinished(_ index: String) -> String { "\(index).\(Platform.process)" }

  /// Takes away the unfinished indexes of processes that are gone; what another one is making stays.
  func removeLeftovers() {
    for name in Platform.names(in: path) {
      guard let process = Self.maker(of: name), !Platform.isRunning(process) else { continue }
      Platform.remove(path + "/" + name)
    }
  }

  /// The process that makes an index of this name; nil for other files.
  private static func maker(of name: String) -> Int? {
    let parts = name.split(separator: ".")
    guard parts.count == 3, parts[0].hasPrefix("index-"), parts[1] == "sqlite" else { return nil }
    return Int(parts[2])
  }
}
