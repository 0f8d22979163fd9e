/// Puts YAML events together to values, with aliases resolved.
///
/// Aliases share what they name, but whoever walks a value meets it again each time; so the size of what aliases add is
/// counted, and a value that is beyond the limits is refused.
struct YAMLComposer: ~Copyable {
  /// How deep sequences and mappings may nest.
  static let depthLimit = 640

  private struct Anchored {
    var node: YAMLNode
    var size: Int
  }

  var events: YAMLEventReader
  /// What is wrong, beyond errors of syntax.
  var diagnostics: [Diagnostic] = []
  /// Why the value that was composed last must not be used; nil where it may.
  private(set) var refusal: (message: String, range: SourceRange)?
  private var anchors: [String: Anchored] = [:]
  /// How many bytes aliases may still add.
  private var budget: Int
  /// The size of what was composed last: about its bytes, aliases resolved.
  private var size = 0

  init(_ bytes: [UInt8]) {
    events = YAMLEventReader(bytes)
    budget = 1 << 20 + 16 * bytes.count
    for offset in events.replaced.prefix(100) {
      diagnostics.append(
        Diagnostic(
          .forbiddenYAMLCharacter,
          "the file has a character that YAML allows only as an escape; it is read as U+FFFD",
          at: SourceRange(offset, offset + bytes.scalar(at: offset).length)))
    }
  }

  /// The value that begins with `event`, the last one that `events` gave.
  mutating func node(from event: YAMLEvent) throws(YAMLError) -> YAMLNode {
    refusal = nil
    size = 0
    return try node(from: event, depth: 0)
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(YAMLError) -> YAMLNode {
    let before = size
    var range = SourceRange(event.start, event.end)
    let content: YAMLNode.Content
    switch event.kind {
    case .scalar(let text, let isPlain):
      size += 16 + text.utf8.count
      content = .scalar(text, isPlain: isPlain)
    case .alias(let name): return alias(name, at: range)
    case .sequenceStart, .mappingStart:
      size += 16
      guard depth < Self.depthLimit else {
        // What nests much deeper would cost libyaml quadratic time, so nothing more of it is read.
        throw YAMLError(
          message: "the value nests deeper than \(Self.depthLimit) levels", offset: event.start)
      }
      let end: Int
      (content, end) =
        event.kind == .sequenceStart ? try sequence(depth) : try mapping(depth, at: range)
      range.end = UInt32(clamping: end)
    default:
      throw YAMLError(message: "found no value", offset: event.start)
    }
    let node = YAMLNode(content: content, tag: event.tag, range: range)
    if let anchor = event.anchor { anchors[anchor] = Anchored(node: node, size: size - before) }
    return node
  }

  private mutating func alias(_ name: String, at range: SourceRange) -> YAMLNode {
    guard let anchored = anchors[name] else {
      diagnostics.append(
        Diagnostic(
          .unknownYAMLAlias, "the alias '\(name)' names an anchor that does not come before it",
          at: range))
      return YAMLNode(content: .scalar("", isPlain: true), range: range)
    }
    size += anchored.size
    budget -= anchored.size
    guard budget >= 0 else {
      refusal = ("the aliases of the file add more than is read", range)
      return YAMLNode(content: .scalar("", isPlain: true), range: range)
    }
    var node = anchored.node
    node.range = range
    return node
  }

  private mutating func sequence(_ depth: Int) throws(YAMLError) -> (YAMLNode.Content, Int) {
    var elements: [YAMLNode] = []
    while true {
      let event = try events.next()
      if event.kind == .sequenceEnd { return (.sequence(elements), event.end) }
      elements.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func mapping(
    _ depth: Int, at range: SourceRange
  ) throws(YAMLError) -> (YAMLNode.Content, Int) {
    var pairs: [YAMLNode.Pair] = []
    var keys: Set<String> = []
    var hasMerge = false
    while true {
      let event = try events.next()
      if event.kind == .mappingEnd {
        if hasMerge { merge(&pairs) }
        return (.mapping(pairs), event.end)
      }
      let key = try node(from: event, depth: depth + 1)
      if let text = key.text {
        if !keys.insert(text).inserted {
          diagnostics.append(
            Diagnostic(.duplicateYAMLKey, "the key '\(text)' stands here twice", at: key.range))
        }
        if case .scalar("<<", isPlain: true) = key.content { hasMerge = true }
      }
      let value = try node(from: events.next(), depth: depth + 1)
      pairs.append(.init(key: key, value: value))
    }
  }

  /// Puts the pairs of mappings under the key "<<" where the mapping has none of their keys.
  ///
  /// Source: "Merge Key Language-Independent Type for YAML", 2005.
  private func merge(_ pairs: inout [YAMLNode.Pair]) {
    var result: [YAMLNode.Pair] = []
    var merged: [YAMLNode.Pair] = []
    for pair in pairs {
      guard case .scalar("<<", isPlain: true) = pair.key.content else {
        result.append(pair)
        continue
      }
      let sources = pair.value.elements ?? [pair.value]
      guard sources.allSatisfy({ $0.pairs != nil }) else {
        result.append(pair)
        continue
      }
      merged += sources.flatMap { $0.pairs ?? [] }
    }
    var keys = Set(result.compactMap(\.key.text))
    for pair in merged {
      guard let key = pair.key.text, keys.insert(key).inserted else { continue }
      result.append(pair)
    }
    pairs = result
  }
}
