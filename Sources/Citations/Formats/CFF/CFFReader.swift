/// Reads CITATION.cff: the work that the file is about, the citation that it prefers, and its references.
///
/// Source: Citation File Format 1.2.0, schema guide.
enum CFFReader {
  /// The references of a file, in this order.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var result = ReadBibliography(source)
    var reader = YAMLRecordReader(source.bytes, lists: ["references"])
    var diagnostics: [Diagnostic] = []
    var root: [JSONValue.Member] = []
    var rootRange: SourceRange?
    var rootKey: KeyPlace?
    var preferred: (Reference, SourceRange, KeyPlace?)?
    var references: [(Reference, SourceRange, KeyPlace?)] = []
    func refuse(_ range: SourceRange) {
      diagnostics.append(
        Diagnostic(
          .noCFFReference, "found a value that is no mapping, expected a reference", at: range))
    }
    reader.read { record in
      if record.list != nil {
        guard record.value.pairs != nil else {
          refuse(record.range)
          return true
        }
        references.append(
          (
            CFFReferenceReader.reference(record.value.json), record.range,
            keyPlace(record.value["identifiers"], source)
          ))
      } else if let key = record.key?.text {
        if key == "preferred-citation", record.value.pairs != nil {
          var reference = CFFReferenceReader.reference(record.value.json)
          reference.extras.append(CFFWriter.preferredMark)
          preferred = (reference, record.range, keyPlace(record.value["identifiers"], source))
        } else {
          root.append(.init(key, record.value.json))
          rootRange = rootRange ?? record.range
          if key == "identifiers" { rootKey = keyPlace(record.value, source) }
        }
      } else if !record.value.isNull {
        refuse(record.range)
      }
      return true
    }
    let message = root.last { $0.name == "message" }?.value.scalarText
    let title = root.last { $0.name == "title" }?.value.scalarText
    // A file of ours that is about no work has a root all the same, since the format demands one.
    let isAboutNothing =
      message == CFFWriter.message && title == CFFWriter.title
      && root.count == CFFWriter.emptyRoot.count
    if let rootRange, title != nil, !isAboutNothing {
      result.append(CFFReferenceReader.root(.object(root)), at: rootRange, key: rootKey)
    }
    for (reference, range, key) in [preferred].compactMap(\.self) + references {
      result.append(reference, at: range, key: key)
    }
    if !root.contains(where: { $0.name == "cff-version" }), reader.diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .noCFFVersion, "found no 'cff-version', which every CITATION.cff file has",
          at: SourceRange(0, min(1, source.bytes.count))))
    }
    result.diagnostics = (reader.diagnostics + diagnostics).sorted {
      ($0.range?.start ?? 0) < ($1.range?.start ?? 0)
    }
    return result
  }

  /// The place of the key among the identifiers of a reference.
  private static func keyPlace(_ identifiers: YAMLNode?, _ source: SourceFile) -> KeyPlace? {
    let key = identifiers?.elements?.last { identifier in
      identifier["description"]?.text == CFFReferenceWriter.keyDescription
        && identifier["type"]?.text == "other"
    }
    return KeyPlace(key?["value"], in: source.bytes)
  }

  /// How much the beginning of a text looks like CITATION.cff.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    let lines = head.prefix(16_384).split(separator: 0x0A)
    if lines.contains(where: { $0.starts(with: "cff-version:") }) { return 100 }
    // What a file has that only its version is missing from.
    let isLike = ["message:", "title:", "authors:"].allSatisfy { name in
      lines.contains { $0.starts(with: name) }
    }
    return isLike ? 90 : 0
  }
}
