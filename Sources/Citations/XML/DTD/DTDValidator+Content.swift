extension DTDValidator {
  /// Compares what is inside an element with what may be.
  mutating func validate(_ content: DTD.Content, of index: Int) {
    switch content {
    case .any: return
    case .empty:
      guard let first = tree.children(of: index).first(where: { _ in true }) else { return }
      report(
        .content,
        "\(tag(tree.nodes[index].name)) must be empty; found \(words(for: first))",
        at: range(of: first))
    case .mixed(let names, let order):
      for child in tree.children(of: index) where tree.nodes[child].kind == .element {
        guard let number = declared(child) else {
          reportUndeclared(child, expected: order.lazy.map(dtd.name))
          continue
        }
        if names.contains(number) { continue }
        report(
          .content,
          "\(tag(tree.nodes[child].name)) cannot stand in \(tag(tree.nodes[index].name)); expected "
            + expected(order, near: tree.nodes[child].name, first: ["text"]),
          at: startTag(of: child))
      }
    case .elements(let model): validate(model, of: index)
    }
  }

  // MARK: Children one after the other

  /// How far the children of an element have been followed, and what was wrong with them.
  private struct Walk {
    let name: String
    let model: ContentModel
    var place: ContentModel.Place
    /// The name of the last child.
    var before: String?
    var hasText = false
    /// Whether the last child could not be placed: one that fits behind the next step is right then.
    var isLenient = false
    /// Whether all children could be placed.
    var isSound = true

    init(_ name: String, _ model: ContentModel) {
      self.name = name
      self.model = model
      place = model.beginning
    }
  }

  private mutating func validate(_ model: ContentModel, of index: Int) {
    var walk = Walk(tree.nodes[index].name, model)
    for child in tree.children(of: index) {
      if tree.nodes[child].kind == .element {
        follow(child, &walk)
      } else {
        let text = tree.text[tree.nodes[child].text]
        if text.allSatisfy(\.isASCIISpace) { continue }
        // What stands behind the reference cannot be judged without the elements in the entity.
        if mayHoldElements(text) { return }
        if !walk.hasText {
          report(
            .content,
            "\(words(for: child)) cannot stand in \(tag(walk.name)), which holds elements only",
            at: range(of: child))
        }
        walk.hasText = true
      }
    }
    guard walk.isSound, !walk.place.mayEnd, walk.before != nil || !walk.hasText else { return }
    let missing = expected(model.names(at: walk.place), near: "")
    report(
      .content,
      walk.before.map { "\(tag(walk.name)) ends after \(tag($0)); expected \(missing)" }
        ?? "\(tag(walk.name)) holds no element; expected \(missing)",
      at: startTag(of: index))
  }

  /// Follows one child; behind one that has no place there, goes on as if it or what is missing before it were mended.
  private mutating func follow(_ child: Int, _ walk: inout Walk) {
    let name = tree.nodes[child].name
    defer { walk.before = name }
    guard let number = declared(child) else {
      reportUndeclared(child, expected: walk.model.names(at: walk.place).lazy.map(dtd.name))
      walk.isLenient = true
      walk.isSound = false
      return
    }
    if let next = walk.model.advance(walk.place, over: number) {
      walk.place = next
      walk.isLenient = false
      return
    }
    let behind = walk.model.advance(walk.model.skipOne(walk.place), over: number)
    if !walk.isLenient || behind == nil {
      let cannot = walk.before.map { "cannot follow \(tag($0))" } ?? "cannot be the first"
      let end = walk.place.mayEnd ? ["the end of \(tag(walk.name))"] : []
      report(
        .content,
        "\(tag(name)) \(cannot) in \(tag(walk.name)); expected "
          + expected(walk.model.names(at: walk.place), near: name, last: end),
        at: startTag(of: child))
    }
    walk.isSound = false
    walk.isLenient = behind == nil
    if let behind { walk.place = behind }
  }

  /// The number of an element that is declared; nil for others.
  private func declared(_ index: Int) -> Int32? {
    let name = tree.nodes[index].name
    guard dtd.elements[name]?.content != nil else { return nil }
    // One that no content names has no number and fits nowhere.
    return dtd.knownNumber(of: name) ?? -1
  }

  mutating func reportUndeclared(_ index: Int, expected names: some Collection<String>) {
    reported.insert(index)
    let name = tree.nodes[index].name
    report(
      .content,
      "the document type has no element \(tag(name))"
        + (names.isEmpty
          ? ""
          : "; expected "
            + ExpectedNames.list(
              names.lazy.map(tag), near: tag(name),
              isGuessed: violations.count < ExpectedNames.mostGuessed)),
      at: startTag(of: index))
  }

  /// Whether a text has a reference to an entity in which elements may be.
  private func mayHoldElements(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(sign + 1)...]
      if let name = XMLReferences.name(in: rest),
        dtd.entities[name]?.mayHoldElements ?? false
      {
        return true
      }
    }
    return false
  }

  // MARK: Places and words

  /// The place of an element's start tag.
  func startTag(of index: Int) -> Range<Int> {
    let start = tree.nodes[index].source
    var tags = MarkupTags(source.bytes, from: start)
    guard let tag = tags.next(), tag.range.lowerBound == start else { return start..<start + 1 }
    return tag.range
  }

  private func range(of child: Int) -> Range<Int> {
    let node = tree.nodes[child]
    guard node.kind == .text else { return startTag(of: child) }
    // Without the white space around the words, where the text stands as it is.
    let text = tree.text[node.text]
    let words = text.trimmedASCIISpace
    guard !words.isEmpty, source.bytes[node.source...].starts(with: text) else {
      return node.source..<max(node.sourceEnd, node.source)
    }
    let start = node.source + words.startIndex - text.startIndex
    return start..<start + words.count
  }

  private func words(for child: Int) -> String {
    let node = tree.nodes[child]
    guard node.kind == .text else { return tag(node.name) }
    let words = tree.text[node.text].trimmedASCIISpace
    return words.isEmpty ? "white space" : "the text \"\(words.string.shortened)\""
  }

  func tag(_ name: String) -> String { "<\(name.shortened)>" }

  private func expected(
    _ numbers: [Int32], near name: String, first: [String] = [], last: [String] = []
  ) -> String {
    ExpectedNames.list(
      numbers.lazy.map { tag(dtd.name($0)) }, near: name.isEmpty ? "" : tag(name), first: first,
      last: last, isGuessed: violations.count < ExpectedNames.mostGuessed)
  }
}
