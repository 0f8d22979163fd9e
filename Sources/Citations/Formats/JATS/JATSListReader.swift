/// Reads the references of a JATS document of any tag set: an article, a book, a reference list, a single reference.
///
/// Of citations outside of the list only the number is told where there is a list; where there is none they are read.
/// No document type and no entity is loaded or expanded.
/// Source: JATS 1.4 Tag Library, "Citation Details"; NLM Journal Archiving 1.0 to 3.0.
struct JATSListReader {
  private var result: ReadBibliography
  private let bytes: [UInt8]
  private let segments: JATSSegments
  /// The number of the `ref` that is read, from 1.
  private var position = 0
  private var ids = UniqueNames()

  /// As many bytes are parsed at once; references that are not well-formed are parsed again, each by itself.
  private static let batchSize = 1 << 17
  /// Text between references is blanked up to this length; longer gaps end a batch.
  private static let longestGap = 1 << 10

  /// The references of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var reader = JATSListReader(source)
    reader.readFile()
    return reader.result
  }

  private init(_ source: SourceFile) {
    result = ReadBibliography(source)
    bytes = source.bytes
    segments = JATSSegments(source.bytes)
  }

  private mutating func readFile() {
    if let entity = segments.entity {
      report(.entitiesInJATS, "the document type declares entities; they are not expanded", entity)
    }
    guard !segments.segments.isEmpty else {
      return report(
        .noReferencesInJATS, "found no 'ref' and no citation, expected a JATS document", 0..<0)
    }
    if let first = segments.others.first {
      let count = segments.others.count
      let what = count == 1 ? "a citation" : "\(count) citations"
      report(
        .citationsOutsideOfList,
        "\(what) outside of the reference list \(count == 1 ? "is" : "are") not read, from here on",
        first.range)
    }
    var index = 0
    while index < segments.segments.count { index = readBatch(from: index) }
  }

  /// Reads references until enough bytes are together; returns the index of the next.
  private mutating func readBatch(from first: Int) -> Int {
    let all = segments.segments
    let start = all[first].range.lowerBound
    var end = first + 1
    while end < all.count, all[end - 1].isClosed,
      all[end].range.upperBound - start <= Self.batchSize,
      all[end].range.lowerBound - all[end - 1].range.upperBound <= Self.longestGap
    { end += 1 }
    let batch = Array(all[first..<end])
    if batch.count > 1 {
      let tree = parse(batch)
      if !tree.problems.contains(where: \.isFatal), roots(of: tree).count == batch.count {
        for (segment, root) in zip(batch, roots(of: tree)) { read(segment, tree, root) }
        return end
      }
    }
    for segment in batch { readAlone(segment) }
    return end
  }

  private func roots(of tree: MarkupTree) -> [Int] {
    guard !tree.nodes.isEmpty else { return [] }
    return tree.children(of: 0).filter { tree.nodes[$0].kind == .element }
  }

  private static let wrapper = Array("<ref-list>".utf8)
  private static let wrapperEnd = Array("</ref-list>".utf8)

  /// The tree of some references inside one element, so that there is one root; what stands between them is blank.
  private func parse(_ batch: [JATSSegments.Segment]) -> MarkupTree {
    guard let first = batch.first, let last = batch.last else { return MarkupTree() }
    var text = Self.wrapper
    text.reserveCapacity(last.range.upperBound - first.range.lowerBound + 32)
    var position = first.range.lowerBound
    for segment in batch {
      text.append(contentsOf: repeatElement(0x20, count: segment.range.lowerBound - position))
      text.append(contentsOf: bytes[segment.range])
      position = segment.range.upperBound
    }
    text.append(contentsOf: Self.wrapperEnd)
    return MarkupParser.parseXML(text).withoutJATSPrefixes()
  }

  /// Reads a reference whose neighbours it cannot spoil, and says what is wrong with it.
  private mutating func readAlone(_ segment: JATSSegments.Segment) {
    let tree = parse([segment])
    let offset = segment.range.lowerBound - Self.wrapper.count
    let problem = segment.isClosed ? tree.problems.first(where: \.isFatal) : nil
    if let problem {
      var message = Array(problem.message.utf8)
      if let first = message.first { message[0] = first.asciiLowercased }
      let place = min(
        max(problem.source + offset, segment.range.lowerBound), segment.range.upperBound)
      report(
        .malformedJATS,
        "the reference is not well-formed, and read as far as may be: " + message.string,
        place..<place)
    } else if !segment.isClosed {
      report(
        .malformedJATS, "the reference that begins here has no end, and is read as far as may be",
        segment.range.lowerBound..<segment.range.lowerBound + 1)
    }
    guard let root = roots(of: tree).first else {
      report(.malformedJATS, "nothing of the reference could be read", segment.range)
      return
    }
    read(segment, tree, root)
  }

  private mutating func read(_ segment: JATSSegments.Segment, _ tree: MarkupTree, _ root: Int) {
    position += 1
    let offset = segment.range.lowerBound - tree.nodes[root].source
    let reference = JATSRefReader(tree, root)
    if reference.entries.isEmpty {
      report(.emptyReferenceInJATS, "the reference holds no citation", segment.range)
    }
    for (number, entry) in reference.entries.enumerated() {
      var read = entry.reference
      read.id = id(entry, of: reference, number: number)
      if number == 0 { JATSExtra.addLabel(reference.label, position: position, to: &read) }
      let node = tree.nodes[entry.node]
      // A citation without an end tag seems to go on to the end of what was parsed.
      let place = (node.source + offset..<max(node.source, node.sourceEnd) + offset)
        .clamped(to: segment.range)
      let range = reference.entries.count == 1 ? segment.range : place
      result.append(read, at: SourceRange(range.lowerBound, range.upperBound))
      if entry.isUntagged {
        report(
          .untaggedCitation,
          "the citation has no elements for its title or source; its words were made a note",
          place)
      }
    }
  }

  /// The key of a reference: its own, or that of the `ref` with a number for all but the first.
  private mutating func id(_ entry: JATSRefReader.Entry, of ref: JATSRefReader, number: Int)
    -> String
  {
    if number == 0 || ref.id.isEmpty {
      let id = number == 0 && !ref.id.isEmpty ? ref.id : entry.id
      ids.reserve(id)
      return id
    }
    return ids.make(entry.id.isEmpty ? "\(ref.id)-\(number + 1)" : entry.id)
  }

  private mutating func report(_ rule: Rule, _ message: String, _ range: Range<Int>) {
    result.diagnostics.append(
      Diagnostic(rule, message, at: SourceRange(range.lowerBound, range.upperBound)))
  }
}
