/// Reads CSL-YAML: a mapping with the items under `references`, a list of items, or either in the head of a Markdown file.
///
/// Source: Pandoc User's Guide, "Specifying bibliographic data"; csl-data.json of CSL 1.0.2.
struct CSLYAMLReader {
  private var result: ReadBibliography

  /// The items of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var reader = CSLYAMLReader(result: ReadBibliography(source))
    reader.readFile()
    return reader.result
  }

  /// How much the beginning of a text looks like CSL-YAML.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    var hasList = false
    var score = 0
    for line in head.prefix(8192).split(separator: 0x0A) {
      if line.starts(with: "references:") { hasList = true }
      if line.starts(with: "cff-version:") { return 0 }
      let words = line.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
      if line.starts(with: "- ") || line.starts(with: "  ") {
        if words.starts(with: "id:") || words.starts(with: "issued:") { score += 20 }
        if words.starts(with: "type:") || words.starts(with: "author:") { score += 10 }
      }
    }
    guard score > 0 else { return hasList ? 40 : 0 }
    return min(score, 40) + (hasList ? 55 : head.trimmedASCIISpace.starts(with: "- ") ? 40 : 0)
  }

  private mutating func readFile() {
    let bytes = result.source.bytes
    var records = YAMLRecordReader(Self.withoutBody(bytes), lists: ["references"])
    var found = false
    records.read { record in
      if record.key == nil, record.list != nil || record.value.pairs != nil {
        found = true
        take(record.value, at: record.range)
      } else if record.key?.text == "references" {
        found = true
        if !record.value.isNull { refuse(record.value, at: record.range) }
      } else if record.key == nil {
        found = true
        refuse(record.value, at: record.range)
      }
      return true
    }
    result.diagnostics += records.diagnostics
    result.diagnostics.sort { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
    if !found, !records.hasList, result.diagnostics.isEmpty {
      result.diagnostics.append(
        Diagnostic(
          .noCSLYAMLItems, "found no items, expected a list of them or one under 'references'",
          at: SourceRange(0, min(bytes.count, 1))))
    }
  }

  /// The head of a Markdown file, or the whole of any other.
  private static func withoutBody(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: "---\n") || bytes.starts(with: "---\r\n") else { return bytes }
    var line = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      let words = bytes[line..<end].trimmedASCIISpace
      if words.elementsEqual("---".utf8) || words.elementsEqual("...".utf8) {
        let rest = bytes[min(end + 1, bytes.count)...]
        // Another document of items goes on as YAML does.
        let isYAML = rest.split(separator: 0x0A).contains {
          $0.starts(with: "references:") || $0.starts(with: "- id:") || $0.starts(with: "- type:")
        }
        return isYAML ? bytes : Array(bytes[..<line])
      }
      line = end + 1
    }
    return bytes
  }

  private mutating func refuse(_ value: YAMLNode, at range: SourceRange) {
    result.diagnostics.append(
      Diagnostic(
        .noCSLYAMLItem, "found a value that is no mapping, expected an item", at: range))
  }

  private mutating func take(_ node: YAMLNode, at range: SourceRange) {
    guard let pairs = node.pairs else { return refuse(node, at: range) }
    guard let item = CSLYAMLItem(pairs) else {
      result.diagnostics.append(
        Diagnostic(
          .noCSLYAMLItem, "the mapping has neither an id nor a type nor any variable of CSL",
          at: range))
      return
    }
    if !item.hasType {
      result.diagnostics.append(
        Diagnostic(
          .cslYAMLItemWithoutType,
          "the item '\(item.reference.id)' has no type and was read as a document",
          at: SourceRange(Int(range.start), Int(range.start) + 1)))
    }
    result.append(
      item.reference, at: range, key: KeyPlace(node["id"], in: result.source.bytes))
  }
}
