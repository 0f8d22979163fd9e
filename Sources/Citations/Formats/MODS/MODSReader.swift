/// Reads MODS: a collection of records or a single one, also inside of another document such as an OAI answer.
///
/// Source: MODS 3.7, https://www.loc.gov/standards/mods/.
enum MODSReader {
  /// The records of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var result = ReadBibliography(source)
    let tree = MarkupParser.parseXML(source.bytes)
    var isDeep = false
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      guard MODSTree.localName(tree.nodes[index].name) == "mods" else { continue }
      // A record inside a record is part of that one.
      if let last = result.ranges.last, tree.nodes[index].source < Int(last.end) {
        isDeep = true
        continue
      }
      let record = MODSTree(tree, at: index)
      let range = SourceRange(tree.nodes[index].source, tree.nodes[index].sourceEnd)
      guard record.nodes.count > 1 else {
        result.diagnostics.append(
          Diagnostic(.emptyMODSRecord, "the record has nothing inside", at: range))
        continue
      }
      let reader = MODSRecordReader(record)
      result.append(
        reader.reference, at: range, key: keyPlace(reader, tree, index, source.bytes))
    }
    report(tree, isDeep: isDeep, in: &result)
    return result
  }

  /// The places of a record's key: an identifier, the ID of the record, or both where they are the same.
  private static func keyPlace(
    _ reader: MODSRecordReader, _ tree: MarkupTree, _ record: Int, _ bytes: [UInt8]
  ) -> KeyPlace? {
    let text = reader.keyElement.flatMap { tree.textPlace(of: $0, in: bytes) }
    if reader.hasCatalogueKey {
      return text.map { KeyPlace($0, fixed: "it is the number of the record in its catalogue") }
    }
    guard tree.attribute("ID", of: record) == reader.reference.id,
      let id = tree.attributePlace("ID", of: record, in: bytes)
    else { return text.map { KeyPlace($0) } }
    return KeyPlace(xmlID: id, andText: text)
  }

  private static func report(_ tree: MarkupTree, isDeep: Bool, in result: inout ReadBibliography) {
    for problem in tree.problems {
      result.diagnostics.append(
        Diagnostic(
          .malformedMODS, problem.message,
          at: SourceRange(problem.source, min(problem.source + 1, result.source.bytes.count))))
    }
    if tree.declaresEntities {
      result.diagnostics.append(
        Diagnostic(
          .entitiesInMODS, "the file declares entities of its own, which are not expanded",
          at: SourceRange(0, 1)))
    }
    guard result.references.isEmpty, result.diagnostics.isEmpty else { return }
    let root = tree.nodes.first { $0.kind == .element }
    guard root.map({ MODSTree.localName($0.name) }) != "modsCollection" else { return }
    result.diagnostics.append(
      Diagnostic(
        .noMODS, "found no element 'mods'" + (root.map { ", the root is '\($0.name)'" } ?? ""),
        at: SourceRange(0, min(1, result.source.bytes.count))))
  }

  /// How much the beginning of a text looks like MODS.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    let bytes = Array(head.prefix(8192))
    guard bytes[...].trimmedASCIISpace.first == UInt8(ascii: "<") else { return 0 }
    for (text, score) in [
      ("www.loc.gov/mods/", 97), ("<modsCollection", 97), (":modsCollection", 97), ("<mods>", 90),
      ("<mods ", 90),
    ] where bytes.firstOffset(of: Array(text.utf8), from: 0) != nil {
      return score
    }
    return 0
  }
}
