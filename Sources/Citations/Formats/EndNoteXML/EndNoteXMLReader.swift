/// Reads EndNote's XML: `record` elements, wherever they stand.
///
/// Source: EndNote, RSXML.dtd; what Zotero and Mendeley write.
struct EndNoteXMLReader {
  private let tree: MarkupTree
  private var result: ReadBibliography

  /// The records of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var reader = EndNoteXMLReader(source)
    reader.readRecords()
    return reader.result
  }

  /// The first reference of a text that our writer made.
  static func reference(_ bytes: [UInt8]) -> Reference {
    read(SourceFile(name: "", bytes: bytes)).references.first ?? Reference(type: .document)
  }

  /// How much the beginning of a text looks like EndNote's XML.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    let bytes = Array(head.prefix(4096))
    guard bytes[...].trimmedASCIISpace.first == UInt8(ascii: "<") else { return 0 }
    func has(_ text: String) -> Bool { bytes.firstOffset(of: Array(text.utf8), from: 0) != nil }
    guard has("<records") else { return 0 }
    return has("<record") && has("<ref-type") ? 100 : has("<xml") ? 80 : 30
  }

  private init(_ source: SourceFile) {
    tree = MarkupParser.parseXML(source.bytes)
    result = ReadBibliography(source)
  }

  private mutating func readRecords() {
    for problem in tree.problems {
      let place = SourceRange(
        problem.source, min(problem.source + 1, result.source.bytes.count))
      result.diagnostics.append(Diagnostic(.malformedEndNoteXML, problem.message, at: place))
    }
    if tree.declaresEntities {
      result.diagnostics.append(
        Diagnostic(
          .endNoteXMLEntities, "the document declares entities of its own, which are not expanded",
          at: SourceRange(0, 1)))
    }
    var index = 0
    while index < tree.nodes.count {
      guard tree.nodes[index].name == "record" else {
        index += 1
        continue
      }
      readRecord(index)
      index = tree.nodes[index].end
    }
    if result.references.isEmpty {
      result.diagnostics.append(
        Diagnostic(
          .endNoteXMLWithoutRecords, "found no element 'record' of EndNote",
          at: SourceRange(0, min(result.source.bytes.count, 1))))
    }
  }

  private mutating func readRecord(_ node: Int) {
    var record = EndNoteRecord()
    var places: [Int] = []
    var key: Int?
    var index = node + 1
    while index < tree.nodes[node].end {
      guard tree.nodes[index].kind == .element, isLeaf(index) else {
        index += 1
        continue
      }
      if let path = path(of: index, in: node) { take(index, path, &record, &places) }
      if key == nil, !record.id.isEmpty { key = index }
      index = max(tree.nodes[index].end, index + 1)
    }
    if record.type == nil { reportType(record, node) }
    let reader = EndNoteRecordReader(record, .xml)
    for problem in reader.problems {
      let place = places.indices.contains(problem.value) ? places[problem.value] : node
      result.diagnostics.append(Diagnostic(problem.rule, problem.message, at: range(place)))
    }
    let place = key.flatMap { tree.textPlace(of: $0, in: result.source.bytes) }
    result.append(reader.reference, at: range(node), key: place.map { KeyPlace($0) })
  }

  private func range(_ node: Int) -> SourceRange {
    SourceRange(tree.nodes[node].source, tree.nodes[node].sourceEnd)
  }

  /// Whether an element holds text or runs of styled text and nothing else.
  private func isLeaf(_ node: Int) -> Bool {
    let inside = node + 1..<max(tree.nodes[node].end, node + 1)
    guard let first = inside.first(where: { tree.nodes[$0].kind == .element }) else { return true }
    return tree.nodes[first].name == "style"
  }

  /// The names of the elements from the record to a node; nil for what is deeper than any element of EndNote.
  private func path(of node: Int, in record: Int) -> String? {
    var names: [String] = []
    var node = node
    while node != record {
      guard node >= 0, names.count < 4 else { return nil }
      names.append(tree.nodes[node].name)
      node = tree.nodes[node].parent
    }
    return names.reversed().joined(separator: "/")
  }

  private func take(
    _ node: Int, _ path: String, _ record: inout EndNoteRecord, _ places: inout [Int]
  ) {
    let text = EndNoteXMLText(tree, node, keepsLines: EndNoteElement.keepsLines(path)).text
    guard !text.isEmpty || path == "ref-type" else { return }
    switch path {
    case "ref-type": takeType(node, text.plain, &record)
    case EndNoteElement.key where record.id.isEmpty: record.id = text.plain
    case EndNoteElement.lines:
      record.lines += text.plain.utf8.split(separator: 0x0A).map { String(Substring($0)) }
    case _ where EndNoteElement.administration.contains(path): return
    default:
      record.values.append(
        .init(slot: EndNoteElement.slot(of: path, in: .other), name: path, text: text))
      places.append(node)
    }
  }

  /// The type by its name, which programs agree on more than on the number.
  private func takeType(_ node: Int, _ number: String, _ record: inout EndNoteRecord) {
    let name = tree.attribute("name", of: node) ?? ""
    record.type = EndNoteType.read(name: name) ?? Int(number).flatMap(EndNoteType.read(number:))
    record.typeName = name.isEmpty ? record.type?.name ?? number : name
  }

  private mutating func reportType(_ record: EndNoteRecord, _ node: Int) {
    let place = tree.first("ref-type", in: node) ?? node
    let message =
      record.typeName.isEmpty
      ? "the record has no type and was read as a document"
      : "the type '\(record.typeName)' is unknown and was read as a document"
    result.diagnostics.append(Diagnostic(.unknownReferenceType, message, at: range(place)))
  }
}
