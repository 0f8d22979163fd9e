/// Writes CITATION.cff.
///
/// The root of such a file describes one work. A reference that was such a root becomes it again; else the root says only
/// that the file is a list of references.
/// Source: Citation File Format 1.2.0, schema.json.
enum CFFWriter {
  /// The message of a root that describes no work; a reader passes over such a root.
  static let message = "The references of this file are what is to be cited."
  /// What marks the reference that a file prefers to be cited.
  static let preferredMark = Reference.ExtraField(
    format: CFFReferenceWriter.format, name: "preferred-citation", value: "true")

  static func write(_ references: [Reference], _ options: WriterOptions) -> WrittenBibliography {
    var losses: [Loss] = []
    let root = references.firstIndex(where: isRoot)
    let preferred = references.firstIndex { $0.extras.contains(preferredMark) }
    var members = head(root.map { references[$0] }, &losses)
    if let preferred, preferred != root {
      members.append(.init("preferred-citation", object(references[preferred], &losses)))
    }
    var seen: Set<JSONValue> = []
    var list: [JSONValue] = []
    for (index, reference) in references.enumerated() where index != root && index != preferred {
      let value = object(reference, &losses)
      if seen.insert(value).inserted {
        list.append(value)
      } else {
        losses.append(
          Loss(
            .dropped, key: reference.id, field: "id", value: reference.id,
            reason: "the format does not allow the same reference twice"))
      }
    }
    if !list.isEmpty { members.append(.init("references", .array(list))) }
    var writer = YAMLWriter(asciiOnly: options.asciiOnly)
    writer.document(.object(members))
    return WrittenBibliography(writer.bytes, losses: losses)
  }

  /// Whether the reference was the root of a file: only that has a message.
  private static func isRoot(_ reference: Reference) -> Bool {
    let isWork = reference.type == .software || reference.type == .dataset
    return isWork
      && reference.extras.contains {
        $0.format == CFFReferenceWriter.format && $0.name == "message"
      }
  }

  private static func object(_ reference: Reference, _ losses: inout [Loss]) -> JSONValue {
    var reference = reference
    reference.extras.removeAll { $0 == preferredMark }
    let (value, lost) = CFFReferenceWriter.object(reference)
    losses += lost
    return value
  }

  private static func head(_ root: Reference?, _ losses: inout [Loss]) -> [JSONValue.Member] {
    var members = [JSONValue.Member("cff-version", .string("1.2.0"))]
    guard let root else {
      return members + [
        .init("message", .string(message)), .init("title", .string("References")),
        .init("authors", .array([CFFNames.anonymous])),
      ]
    }
    let (fields, lost) = CFFReferenceWriter.root(root)
    losses += lost
    members += fields.filter { $0.name == "message" }
    return members + fields.filter { $0.name != "message" }
  }
}
