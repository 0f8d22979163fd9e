/// A file that a reference manager keeps with a reference.
public struct AttachedFile: Sendable, Hashable {
  /// What the file is called for people; nil where that is not said.
  public var label: String?
  /// The path as it was given.
  public var path: String
  /// The kind of file: "PDF", "application/pdf"; nil where that is not said.
  public var mediaType: String?
}

extension Reference {
  /// The files that the `file` field of a BibTeX entry names.
  ///
  /// JabRef, Zotero and Mendeley write `label:path:type`, parted by semicolons, a backslash before signs that are part of the
  /// text; others write a path alone.
  /// Source: JabRef documentation, "File links in BibTeX files".
  public var attachedFiles: [AttachedFile] {
    extras.filter { $0.format == "biblatex" && $0.name == "file" }.flatMap { field in
      Self.parts(field.value).map { parts in
        guard parts.count >= 3 else { return AttachedFile(path: parts.joined(separator: ":")) }
        return AttachedFile(
          label: parts[0].isEmpty ? nil : parts[0],
          path: parts[1..<parts.count - 1].joined(separator: ":"), mediaType: parts[parts.count - 1]
        )
      }
    }
  }

  /// The parts that colons make, of each file that semicolons make.
  private static func parts(_ text: String) -> [[String]] {
    var files: [[String]] = []
    var parts: [String] = []
    var current: [UInt8] = []
    var isEscaped = false
    for byte in Array(text.utf8) + [UInt8(ascii: ";")] {
      if isEscaped {
        // Only signs that mean something are escaped; a path of Windows may have plain backslashes.
        if !":;\\".utf8.contains(byte) { current.append(UInt8(ascii: "\\")) }
        current.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: ":") {
        parts.append(current.string)
        current = []
      } else if byte == UInt8(ascii: ";") {
        parts.append(current.string)
        if parts.contains(where: { !$0.isEmpty }) { files.append(parts) }
        parts = []
        current = []
      } else {
        current.append(byte)
      }
    }
    return files
  }
}
