extension Reference {
  /// Takes what member lines say, except where another program has changed the field that a line stands beside.
  ///
  /// - Parameters:
  ///   - lines: The lines of the record.
  ///   - again: What a reader makes of the fields that a writer makes of a reference, lines left out.
  /// - Returns: A message for each line that does not fit the fields.
  mutating func take(_ lines: MemberLines, again: (Reference) -> Reference) -> [String] {
    let native = self
    let said = lines.reference
    let variables = said.variables
    for variable in variables { take(variable, from: said) }
    for variable in lines.cancelled { take(variable, from: Reference(type: .document)) }
    takeExtras(said.extras)
    if lines.names.contains("id") { id = said.id }
    let doubtful = variables.filter(native.has)
    guard !doubtful.isEmpty else { return [] }
    let second = again(self)
    var messages: [String] = []
    for variable in doubtful where !MemberComparison.isAlike(variable, native, second) {
      take(variable, from: native)
      messages.append(
        "the line '\(variable.name)' does not fit the field that it stands beside, which is taken")
    }
    return messages
  }

  /// Puts the extra fields of the lines before the others; those that both have stand once.
  private mutating func takeExtras(_ said: [ExtraField]) {
    var own = extras
    for extra in said {
      if let index = own.firstIndex(of: extra) { own.remove(at: index) }
    }
    extras = said + own
  }
}

extension Rule {
  /// A member line that another field contradicts.
  static let outdatedMemberLine = Rule(
    "F025", "outdated-member-line", .warning,
    "a field was changed after the line that said more of it was written")
}
