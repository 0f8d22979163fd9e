/// What a format with a place for remarks of its own needs beyond its own fields to give a reference back exactly.
///
/// The writer of such a format reads what its fields hold and keeps the members of CSL-JSON that are not the same; its
/// reader puts them over what it read. So whatever the fields lack is kept, and nothing is kept twice.
struct CSLJSONPatch: Sendable {
  /// The members that differ, with their values; null for a member that is not there.
  let members: [JSONValue.Member]

  /// A patch as a file holds it.
  init(_ members: [JSONValue.Member]) { self.members = members }

  /// What has to be put over `kept` to have `original`.
  ///
  /// Extra fields of `format` itself are left to the format where it keeps all of them, in whatever order.
  init(from kept: Reference, to original: Reference, format: String) {
    var (kept, original) = (kept, original)
    let hasOwn = original.extras.contains { $0.format == format }
    var isOwnMissing = false
    if Self.sorted(kept.extras(of: format)) == Self.sorted(original.extras(of: format)) {
      kept.extras.removeAll { $0.format == format }
      original.extras.removeAll { $0.format == format }
    } else {
      isOwnMissing = !hasOwn
    }
    let before = original.cslJSONMembers(id: original.id)
    let after = kept.cslJSONMembers(id: kept.id)
    var result: [JSONValue.Member] = []
    for member in before where after.first(where: { $0.name == member.name }) != member {
      result.append(member)
    }
    for member in after where !before.contains(where: { $0.name == member.name }) {
      result.append(.init(member.name, .null))
    }
    members = isOwnMissing ? Self.withoutOwn(result, format) : result
  }

  /// The members with a sign that the reference has no extra fields of `format`: an empty object for them.
  private static func withoutOwn(
    _ members: [JSONValue.Member], _ format: String
  ) -> [JSONValue.Member] {
    var members = members
    let index = members.firstIndex { $0.name == "custom" }
    let custom = index.flatMap { members[$0].value.object } ?? []
    let value = JSONValue.object(custom + [.init(format, .object([]))])
    if let index { members[index].value = value } else { members.append(.init("custom", value)) }
    return members
  }

  /// Whether the patch has the extra fields of `format`, and its members without the sign that there are none.
  private func withoutSign(_ format: String) -> (hasOwn: Bool, members: [JSONValue.Member]) {
    guard let index = members.firstIndex(where: { $0.name == "custom" }),
      let custom = members[index].value.object, let own = custom.first(where: { $0.name == format })
    else { return (false, members) }
    guard own.value == .object([]) else { return (true, members) }
    var result = members
    let rest = custom.filter { $0.name != format }
    result[index].value = rest.isEmpty ? .null : .object(rest)
    return (true, result)
  }

  private static func sorted(_ extras: [Reference.ExtraField]) -> [String] {
    extras.map { $0.name + "\u{0}" + $0.value }.sorted()
  }

  /// Whether nothing differs.
  var isEmpty: Bool { members.isEmpty }

  /// The reference with the patch put over it; what `kept` has of `format` itself stays unless the patch has such fields.
  func applied(to reference: Reference, format: String) -> Reference {
    guard !members.isEmpty else { return reference }
    let (hasOwn, members) = withoutSign(format)
    let own = reference.extras(of: format)
    var kept = reference
    kept.extras.removeAll { $0.format == format }
    var item = kept.cslJSONMembers(id: kept.id)
    for member in members {
      let index = item.firstIndex { $0.name == member.name }
      if member.value == .null {
        if let index { item.remove(at: index) }
      } else if let index {
        item[index] = member
      } else {
        item.append(member)
      }
    }
    let bytes = JSONWriter.text(of: .object(item), .compact)
    guard var result = (try? CSLJSONItemReader(bytes, at: 0))?.reference else {
      return reference
    }
    // Styles that CSL-JSON does not have are kept where the patch says nothing.
    for (variable, text) in kept.texts
    where !members.contains(where: { $0.name == variable.rawValue }) {
      result[variable] = text
    }
    if !hasOwn { result.extras += own }
    return result
  }

  /// The reference with what of the patch still fits the fields put over it.
  ///
  /// Somebody who edits the file changes a field and leaves what stands beside it. A member of the patch is taken only
  /// where the fields, written anew with it, would say what they say now.
  ///
  /// - Parameters:
  ///   - kept: What the fields say.
  ///   - format: The format whose own extra fields stay.
  ///   - rewritten: What the fields would say of a reference.
  func applied(
    to kept: Reference, format: String, rewritten: (Reference) -> Reference
  ) -> Reference {
    let whole = applied(to: kept, format: format)
    guard !members.isEmpty else { return whole }
    let again = rewritten(whole)
    let now = kept.cslJSONMembers(id: kept.id)
    let then = again.cslJSONMembers(id: again.id)
    let fitting = members.filter { member in
      now.first { $0.name == member.name } == then.first { $0.name == member.name }
    }
    if fitting.count == members.count { return whole }
    return CSLJSONPatch(fitting).applied(to: kept, format: format)
  }

  /// What of `original` neither the fields nor the patch can say.
  func losses(of original: Reference) -> [Loss] {
    original.cslJSONLosses.filter { loss in members.contains { $0.name == loss.field } }
  }
}

extension Reference {
  /// The extra fields of one format.
  fileprivate func extras(of format: String) -> [ExtraField] {
    extras.filter { $0.format == format }
  }
}
