/// Finds the files of a document type: by the catalog, or beside the file that begins it.
///
/// Never by a connection.
struct DTDLocator: Sendable {
  /// A file that is not there.
  struct Missing: Error {
    /// Why, as the end of a sentence: `is in "x.ent", which cannot be read`.
    var reason: String
  }

  /// The bytes of a file; nil where it cannot be read.
  let read: @Sendable (String) -> [UInt8]?
  let catalog: XMLCatalog?
  /// The path of the file that begins the document type; others are in its folder or below.
  let main: String

  /// The file that an entity names.
  func file(
    publicID: String?, systemID: String, from base: String
  ) throws(Missing) -> SourceFile {
    let path: String
    if let found = catalog?.path(publicID: publicID, systemID: systemID) {
      path = found
    } else {
      guard let own = FilePath.path(ofURI: systemID, from: base) else {
        throw Missing(
          reason: "is at \"\(systemID.shortened)\", which no catalog leads to a file; "
            + "no connection is opened")
      }
      guard FilePath.isBeside(own, main) else {
        throw Missing(reason: "is in \"\(systemID.shortened)\", which is not beside the DTD")
      }
      path = own
    }
    guard let bytes = read(path) else {
      throw Missing(reason: "is in \"\(path)\", which cannot be read")
    }
    return SourceFile(name: path, bytes: DecodedText(bytes).bytes)
  }
}

/// Paths of files as URIs name them; nothing here looks at the disk.
enum FilePath {
  /// The path that a URI stands for in a file at `base`; nil for one that is no file.
  static func path(ofURI uri: String, from base: String) -> String? {
    var rest = Array(uri.utf8)
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > 1,
      rest[..<colon].allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) })
    {
      guard rest[..<colon].map(\.asciiLowercased).string == "file" else { return nil }
      rest.removeSubrange(...colon)
      if rest.starts(with: "//" as StaticString) {
        // The host between the slashes is this machine's or empty.
        rest.removeSubrange(..<(rest[2...].firstIndex(of: UInt8(ascii: "/")) ?? rest.count))
      }
    } else if rest.starts(with: "//" as StaticString) {
      return nil
    }
    let path = decoded(rest).string
    guard !path.isEmpty else { return nil }
    return normal(path.hasPrefix("/") ? path : folder(of: base) + path)
  }

  /// Whether a file is in the folder of another one or below.
  static func isBeside(_ path: String, _ other: String) -> Bool {
    let folder = folder(of: normal(other))
    if folder.isEmpty { return !path.hasPrefix("/") && !path.hasPrefix("../") }
    return path.hasPrefix(folder)
  }

  /// A path up to its last slash.
  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  /// The path without the parts "." and without those that ".." takes back.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count,
        let byte = UInt8(bytes[offset + 1...offset + 2].string, radix: 16)
      {
        result.append(byte)
        offset += 3
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return result
  }
}
