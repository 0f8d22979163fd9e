/// Reads Hayagriva's YAML: a mapping from keys to entries.
///
/// Source: Hayagriva, "The Hayagriva YAML File Format".
enum HayagrivaReader {
  /// The entries of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var result = ReadBibliography(source)
    var reader = YAMLRecordReader(source.bytes)
    var diagnostics: [Diagnostic] = []
    var keys: Set<String> = []
    reader.read { record in
      guard let key = record.key?.text, record.value.pairs != nil else {
        if record.value.isNull, record.key == nil { return true }
        diagnostics.append(
          Diagnostic(
            .noHayagrivaEntry,
            "found a value that is no mapping, expected an entry with its fields",
            at: record.range))
        return true
      }
      if !keys.insert(key).inserted {
        diagnostics.append(
          Diagnostic(
            .duplicateHayagrivaKey, "the key '\(key)' stands in the file twice",
            at: record.key?.range))
      }
      if record.value["type"] == nil {
        diagnostics.append(
          Diagnostic(
            .hayagrivaEntryWithoutType,
            "the entry '\(key)' has no type and was read as a document", at: record.key?.range))
      } else if let type = record.value["type"], let name = type.text,
        !HayagrivaTypes.all.contains(name.lowercased())
      {
        diagnostics.append(
          Diagnostic(
            .unknownReferenceType, "the type '\(name)' is unknown and was read as a document",
            at: type.range))
      }
      result.append(
        HayagrivaEntryReader.reference(id: key, record.value.textJSON), at: record.range,
        key: KeyPlace(record.key, in: source.bytes))
      return true
    }
    if !reader.hasMapping, reader.diagnostics.isEmpty, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .noHayagrivaEntry, "found no entries, expected keys with fields below them",
          at: SourceRange(0, min(1, source.bytes.count))))
    }
    result.diagnostics = (reader.diagnostics + diagnostics).sorted {
      ($0.range?.start ?? 0) < ($1.range?.start ?? 0)
    }
    return result
  }

  private static let types: Set<String> = Set(HayagrivaTypes.rows.map(\.entry))

  /// How much the beginning of a text looks like Hayagriva: keys without indentation, and types of it below them.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    var found = 0
    var isInEntry = false
    for line in head.prefix(16_384).split(separator: 0x0A) {
      let words = line.trimmedASCIISpace
      if line.first != 0x20, line.first != 0x09 {
        isInEntry = words.last == UInt8(ascii: ":")
        if line.starts(with: "references:") || line.starts(with: "cff-version:") { return 0 }
      } else if isInEntry, words.starts(with: "type:") {
        let type = words.dropFirst(5).trimmedASCIISpace.map(\.asciiLowercased).string
        if types.contains(type) { found += 1 }
      }
    }
    return found == 0 ? 0 : min(80 + found, 95)
  }
}

extension YAMLNode {
  /// The value in JSON with every scalar as a text, but nothing and truth values.
  ///
  /// Recursion is bounded by the depth that the reader allows.
  fileprivate var textJSON: JSONValue {
    switch content {
    case .scalar(let text, let isPlain):
      if isNull { return .null }
      if isPlain, text == "true" || text == "false" { return .bool(text == "true") }
      return .string(text)
    case .sequence(let elements): return .array(elements.map(\.textJSON))
    case .mapping(let pairs):
      // What our own writer put there is JSON.
      return .object(
        pairs.map { pair in
          let name = pair.key.text ?? pair.key.compactText
          let isPatch = name == HayagrivaEntryWriter.patchField
          return .init(name, isPatch ? pair.value.json : pair.value.textJSON)
        })
    }
  }
}
