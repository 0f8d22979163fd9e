extension Engine {
  /// Expands given names so that different people read differently wherever they are named.
  ///
  /// One index over all names: family name, initials, given name; linear in the number of names.
  /// Source: CSL 1.0.2, "Disambiguation", `givenname-disambiguation-rule`.
  mutating func expandNames(_ blocks: [[NameBlock]]) {
    let rule = style.citation.givenNameRule
    let isPrimary = rule == .primaryName || rule == .primaryNameWithInitials
    let endsAtInitials = rule == .allNamesWithInitials || rule == .primaryNameWithInitials
    var index = NameIndex(keepsHyphens: style.options.initializeWithHyphen)
    for itemBlocks in blocks {
      for block in itemBlocks {
        for name in isPrimary ? block.names.prefix(1) : block.names[...] { index.insert(name) }
      }
    }
    for item in items.indices {
      var levels: [[GivenLevel]] = []
      var isNeeded = false
      for block in blocks[item] {
        let names = isPrimary ? block.names.prefix(1) : block.names[...]
        let found = names.map { index.level($0, endsAtInitials: endsAtInitials) }
        if found.contains(where: { $0 > .none }) { isNeeded = true }
        levels.append(found)
      }
      if isNeeded { states[item].givenLevels = levels }
    }
  }
}

/// Which given names go with each family name.
private struct NameIndex {
  private struct Family {
    var initials: [[UInt8]: Set<[UInt8]>] = [:]
  }

  private var families: [[UInt8]: Family] = [:]
  private let shortener: Initials

  init(keepsHyphens: Bool) { shortener = Initials(with: [], keepsHyphens: keepsHyphens) }

  private func keys(_ name: PersonName) -> (family: [UInt8], initials: [UInt8], given: [UInt8])? {
    guard name.literal.isEmpty, !name.family.isEmpty else { return nil }
    let family = name.nonDroppingParticle + [0] + name.family
    return (
      family, shortener.text(name.given),
      name.given.filter { $0 != UInt8(ascii: ".") && $0 != 0x20 }
    )
  }

  mutating func insert(_ name: PersonName) {
    guard let keys = keys(name) else { return }
    families[keys.family, default: Family()].initials[keys.initials, default: []].insert(keys.given)
  }

  /// How far the given name must be printed.
  func level(_ name: PersonName, endsAtInitials: Bool) -> GivenLevel {
    guard let keys = keys(name), let family = families[keys.family] else { return .none }
    let sharing = family.initials[keys.initials]?.count ?? 0
    guard family.initials.count > 1 || sharing > 1 else { return .none }
    if endsAtInitials { return family.initials.count > 1 ? .initials : .none }
    return sharing > 1 ? .full : .initials
  }
}
