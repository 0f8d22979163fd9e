/// Writes CITATION.cff.
///
/// The root of such a file describes one work. A reference that was such a root becomes it again; else the root says only
/// that the file is a list of references.
/// Source: Citation File Format 1.2.0, schema.json.
enum CFFWriter {
  /// The message of a root that describes no work; a reader passes over such a root.
  static let message = "The references of this file are what is to be cited."
  /// The title of such a file.
  static let title = "References"
  /// What such a root has beside the references.
  static let emptyRoot: [JSONValue.Member] = [
    .init("cff-version", .string("1.2.0")), .init("message", .string(message)),
    .init("title", .string(title)), .init("authors", .array([CFFNames.anonymous])),
  ]
  /// What marks the reference that a file prefers to be cited.
  static let preferredMark = Reference.ExtraField(
    format: CFFReferenceWriter.format, name: "preferred-citation", value: "true")

  static func write(_ references: [Reference], _ options: WriterOptions) -> WrittenBibliography {
    var losses: [Loss] = []
    let root = references.firstIndex(where: isRoot)
    let preferred = references.firstIndex { $0.extras.contains(preferredMark) }
    var members = head(root.map { references[$0] }, &losses)
    if let preferred, preferred != root {
      var reference = references[preferred]
      reference.extras.removeAll { $0 == preferredMark }
      members.append(.init("preferred-citation", object(reference, &losses)))
    }
    var seen: Set<JSONValue> = []
    var list: [JSONValue] = []
    for (index, reference) in references.enumerated() where index != root && index != preferred {
      let before = losses.count
      var value = object(reference, &losses)
      var number = 2
      // The schema does not allow the same reference twice.
      while !seen.insert(value).inserted {
        losses.removeSubrange(before...)
        var other = reference
        other.id = (reference.id.isEmpty ? "ref" : reference.id) + "-\(number)"
        value = object(other, &losses)
        number += 1
      }
      if number > 2 {
        losses.append(
          Loss(
            .narrowed, key: reference.id, field: "id", value: reference.id,
            reason: "the format does not allow the same reference twice; this one has another key"))
      }
      list.append(value)
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
    let (value, lost) = CFFReferenceWriter.object(reference)
    losses += lost
    return value
  }

  private static func head(_ root: Reference?, _ losses: inout [Loss]) -> [JSONValue.Member] {
    guard let root else { return emptyRoot }
    var members = [JSONValue.Member("cff-version", .string("1.2.0"))]
    let (fields, lost) = CFFReferenceWriter.root(root)
    losses += lost
    members += fields.filter { $0.name == "message" }
    return members + fields.filter { $0.name != "message" }
  }
}
