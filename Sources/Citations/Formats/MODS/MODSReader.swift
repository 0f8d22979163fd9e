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
      result.append(MODSRecordReader.reference(record), at: range)
    }
    report(tree, isDeep: isDeep, in: &result)
    return result
  }

  private static func report(_ tree: MarkupTree, isDeep: Bool, in result: inout ReadBibliography) {
    for problem in tree.problems {
      result.diagnostics.append(
        Diagnostic(
          .malformedMODS, problem.message, at: SourceRange(problem.source, problem.source + 1)))
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
