/// Arranges the parts of one name.
///
/// Source: CSL 1.0.2, "Name", "Name-part Order", "Name Particles".
struct NameLayout {
  var form: NameOptions.Form
  /// nil where given names are not shortened.
  var initials: Initials?
  var isInverted: Bool
  var isSortKey: Bool
  var demotion: StyleOptions.Demotion
  var sortSeparator: [UInt8]
  var family: Appearance?
  var given: Appearance?
  var mapping: CaseMapping

  /// The nodes of a name.
  func nodes(_ name: PersonName) -> [Node] {
    if !name.literal.isEmpty {
      return [styled(name.literal, family, withAffixes: true)].compactMap { $0 }
    }
    if name.family.isEmpty, !name.given.isEmpty, form == .short {
      return [styled(name.given, family, withAffixes: true)].compactMap { $0 }
    }
    if name.isFamilyFirst { return familyFirst(name) }
    let shortens = !name.family.isEmpty
    if form == .short {
      return [
        affixed(
          joined([part(name.nonDroppingParticle, family), part(name.family, family)]), family)
      ]
      .compactMap { $0 }
    }
    let givenName = part(name.given, given, shortens: shortens)
    return isInverted || isSortKey ? inverted(name, givenName) : natural(name, givenName)
  }

  private func familyFirst(_ name: PersonName) -> [Node] {
    let familyNode = styled(name.family, family, withAffixes: true)
    guard form == .long else { return [familyNode].compactMap { $0 } }
    return [familyNode, styled(name.given, given, withAffixes: true)].compactMap { $0 }
  }

  private func natural(_ name: PersonName, _ givenName: Node?) -> [Node] {
    var familyNodes = joined([
      part(name.droppingParticle, given), part(name.nonDroppingParticle, family),
      part(name.family, family),
    ])
    if !name.suffix.isEmpty, !familyNodes.isEmpty {
      familyNodes.append(Node(name.hasCommaSuffix ? ", " : " "))
      familyNodes.append(Node(name.suffix))
    }
    let familyNode = affixed(familyNodes, family)
    let givenNode = affixed([givenName].compactMap { $0 }, given)
    return joined([givenNode, familyNode])
  }

  private func inverted(_ name: PersonName, _ givenName: Node?) -> [Node] {
    let isDemoted =
      demotion == .displayAndSort || demotion == .sortOnly && isSortKey
    let particle = part(name.nonDroppingParticle, family)
    let familyNodes = joined([isDemoted ? nil : particle, part(name.family, family)])
    let givenNodes = joined([
      givenName, part(name.droppingParticle, given), isDemoted ? particle : nil,
    ])
    let pieces = [
      affixed(familyNodes, family), affixed(givenNodes, given),
      name.suffix.isEmpty ? nil : Node(name.suffix),
    ].compactMap { $0 }
    var result: [Node] = []
    for piece in pieces {
      if !result.isEmpty { result.append(Node(sortSeparator)) }
      result.append(piece)
    }
    return result
  }

  /// The text of a part in the look of `cs:name-part`, without its affixes.
  private func part(_ text: [UInt8], _ appearance: Appearance?, shortens: Bool = false) -> Node? {
    styled(text, appearance, withAffixes: false, shortens: shortens)
  }

  private func styled(
    _ text: [UInt8], _ appearance: Appearance?, withAffixes: Bool, shortens: Bool = false
  ) -> Node? {
    guard !text.isEmpty else { return nil }
    var nodes = text.contains(UInt8(ascii: "<")) ? InlineParser.nodes(text) : [Node(text)]
    if shortens, let initials { Self.shorten(&nodes, initials) }
    guard var appearance else { return nodes.count == 1 ? nodes[0] : Node(nodes) }
    if let textCase = appearance.textCase {
      TextCaseTransform.apply(textCase, to: &nodes, mapping: mapping)
    }
    if !withAffixes {
      appearance.prefix = []
      appearance.suffix = []
    }
    appearance.textCase = nil
    return Node.wrapped(nodes, appearance)
  }

  /// Makes initials of the text of nodes; each node keeps its formatting.
  private static func shorten(_ nodes: inout [Node], _ initials: Initials) {
    for index in nodes.indices {
      nodes[index].transform { node in
        guard case .text(let text) = node.content else { return true }
        let short = initials.text(text)
        node.content = .text(text.first == 0x20 && index > 0 ? [0x20] + short : short)
        return true
      }
    }
  }

  private func affixed(_ nodes: [Node], _ appearance: Appearance?) -> Node? {
    guard !nodes.isEmpty else { return nil }
    guard let appearance, !(appearance.prefix.isEmpty && appearance.suffix.isEmpty) else {
      return nodes.count == 1 ? nodes[0] : Node(nodes)
    }
    var node = Node(nodes)
    node.prefix = appearance.prefix
    node.suffix = appearance.suffix
    return node
  }

  /// Parts with spaces between them, but none after an apostrophe or a hyphen.
  private func joined(_ parts: [Node?]) -> [Node] {
    var result: [Node] = []
    for part in parts {
      guard let part else { continue }
      if let last = result.last, !Self.sticks(last.plain) { result.append(Node(" ")) }
      result.append(part)
    }
    return result
  }

  private static func sticks(_ text: [UInt8]) -> Bool {
    switch text.scalar(before: text.count)?.scalar {
    case "’", "'", "-", "–", "\u{A0}", " ": true
    default: false
    }
  }
}
