internal import CLibXML2

/// Receives the events of libxml2's parser and lays them down as a `MarkupTree`.
///
/// A class because C code holds a pointer to it while a parse runs; it never leaves `MarkupParser`.
@safe final class MarkupBuilder {
  var tree = MarkupTree()
  /// The parser, while it runs; set and freed by `MarkupParser`.
  var context: xmlParserCtxtPtr?
  private let source: [UInt8]
  private let isHTML: Bool
  private var openNodes: [Int] = []
  /// Source offset up to which the events so far have read.
  private var position = 0

  init(source: [UInt8], isHTML: Bool) {
    self.source = source
    self.isHTML = isHTML
  }

  /// The builder behind the pointer that C hands back.
  static func from(_ pointer: UnsafeMutableRawPointer?) -> MarkupBuilder {
    guard let pointer = unsafe pointer else {
      preconditionFailure("a SAX event without its builder")
    }
    // The pointer was made from a builder that `MarkupParser.parse` keeps alive.
    return unsafe Unmanaged<MarkupBuilder>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// Source offset up to which the parser has consumed its input.
  var consumed: Int {
    min(max(unsafe xmlByteConsumed(context), 0), source.count)
  }

  /// The start of an HTML element.
  func startElement(
    _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name = unsafe name else { return }
    let tagName = unsafe String(cString: name)
    var list: [(name: String, value: String)] = []
    if let attributes = unsafe attributes {
      var index = 0
      // The list is pairs of strings and ends in NULL.
      while let key = unsafe attributes[index] {
        let value = unsafe attributes[index + 1].map { unsafe String(cString: $0) } ?? ""
        list.append((unsafe String(cString: key), value))
        index += 2
      }
    }
    open(tagName, list)
  }

  /// The start of an XML element.
  func startElement(
    _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name = unsafe name else { return }
    var list: [(name: String, value: String)] = []
    if let attributes = unsafe attributes {
      // Each attribute is five pointers: name, prefix, namespace, beginning and end of the value.
      for index in 0..<count {
        guard let key = unsafe attributes[index * 5], let low = unsafe attributes[index * 5 + 3],
          let high = unsafe attributes[index * 5 + 4]
        else { continue }
        let value = unsafe UnsafeBufferPointer(start: low, count: high - low)
        list.append(
          (
            unsafe qualified(key, attributes[index * 5 + 1]),
            unsafe String(decoding: value, as: UTF8.self)
          ))
      }
    }
    open(unsafe qualified(name, prefix), list)
  }

  private func qualified(
    _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?
  ) -> String {
    guard let prefix = unsafe prefix else { return unsafe String(cString: name) }
    return unsafe String(cString: prefix) + ":" + String(cString: name)
  }

  private func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    let start = tagStart(before: consumed)
    // The parser calls before it has consumed the end of the tag.
    var end = consumed
    while end < source.count, source[end] != 0x3E { end += 1 }
    position = min(end + 1, source.count)
    openNodes.append(tree.nodes.count)
    tree.nodes.append(
      .init(
        kind: .element, name: name, attributes: attributes, text: 0..<0, source: start,
        sourceEnd: position, parent: openNodes.dropLast().last ?? -1, end: tree.nodes.count + 1))
  }

  func endElement() {
    guard let node = openNodes.popLast() else { return }
    tree.nodes[node].end = tree.nodes.count
    let end = consumed
    position = max(position, end)
    tree.nodes[node].sourceEnd = max(tree.nodes[node].sourceEnd, end)
  }

  func characters(_ pointer: UnsafePointer<xmlChar>?, _ count: Int) {
    guard let pointer = unsafe pointer, count > 0 else { return }
    let bytes = unsafe UnsafeBufferPointer(start: pointer, count: count)
    let end = consumed
    let likely = end - count
    let standsThere = unsafe likely >= 0 && source[likely..<end].elementsEqual(bytes)
    let start = standsThere ? likely : min(position, source.count)
    let range = tree.text.count..<tree.text.count + count
    unsafe tree.text.append(contentsOf: bytes)
    position = max(position, end)
    addText(range, source: start, end: max(end, start))
  }

  /// Puts the text of an entity that the parser does not know into the tree: its character, or its name as written.
  private func addEntity(_ name: String, at place: Int) {
    var bytes = Array("&\(name);".utf8)
    if let found = unsafe htmlEntityLookup(name),
      let scalar = unsafe Unicode.Scalar(found.pointee.value)
    {
      bytes = Array(String(Character(scalar)).utf8)
    }
    let range = tree.text.count..<tree.text.count + bytes.count
    tree.text.append(contentsOf: bytes)
    position = max(position, place)
    addText(range, source: max(place - name.utf8.count - 2, 0), end: place)
  }

  private func addText(_ range: Range<Int>, source start: Int, end: Int) {
    let parent = openNodes.last ?? -1
    if let last = tree.nodes.indices.last, tree.nodes[last].kind == .text,
      tree.nodes[last].parent == parent, tree.nodes[last].text.upperBound == range.lowerBound,
      tree.nodes[last].sourceEnd == start,
      tree.nodes[last].sourceEnd - tree.nodes[last].source == tree.nodes[last].text.count,
      end - start == range.count
    {
      tree.nodes[last].text = tree.nodes[last].text.lowerBound..<range.upperBound
      tree.nodes[last].sourceEnd = end
      return
    }
    tree.nodes.append(
      .init(
        kind: .text, name: "", attributes: [], text: range, source: start, sourceEnd: end,
        parent: parent, end: tree.nodes.count + 1))
  }

  func report(_ error: UnsafePointer<xmlError>?) {
    guard let error = unsafe error?.pointee else { return }
    let code = unsafe UInt32(bitPattern: error.code)
    var undeclared: MarkupTree.Problem.Undeclared?
    if code == XML_ERR_UNDECLARED_ENTITY.rawValue || code == XML_WAR_UNDECLARED_ENTITY.rawValue,
      !isHTML, let name = unsafe error.str1
    {
      let name = unsafe String(cString: name)
      undeclared = .entity(name)
      addEntity(name, at: consumed)
      if unsafe htmlEntityLookup(name) != nil {
        tree.namedEntities.append((name, consumed))
        return
      }
    } else if code == XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue, let prefix = unsafe error.str1 {
      undeclared = .prefix(unsafe String(cString: prefix))
    }
    let isFatal = unsafe error.level == XML_ERR_FATAL
    guard tree.problems.count < 100 || (isFatal && !tree.problems.contains(where: \.isFatal)) else {
      return
    }
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "not well-formed"
    tree.problems.append(
      .init(
        message: String(message.split(separator: "\n").first ?? "not well-formed"),
        source: consumed,
        isFatal: isFatal,
        undeclared: undeclared))
  }

  /// The finished tree; elements that were never closed end with the text.
  func finish() -> MarkupTree {
    while let node = openNodes.popLast() {
      tree.nodes[node].end = tree.nodes.count
      tree.nodes[node].sourceEnd = source.count
    }
    return tree
  }

  /// The `<` of the tag that the parser stands in.
  private func tagStart(before offset: Int) -> Int {
    var start = min(offset, source.count)
    while start > position, start > 0, source[start - 1] != 0x3C { start -= 1 }
    return max(start - 1, 0)
  }
}
