/// Makes sure that what is written can be read back: writes a citation, reads it, and compares.
///
/// What does not come back as it was is put into a `JATSRecord`; what does not come back even so is a loss.
struct JATSProof {
  /// What must be said beside the elements.
  private(set) var record = JATSRecord()
  /// What is not in the output as it was.
  private(set) var losses: [Loss] = []
  private let position: Int

  /// The proof for the reference that is at `position` of its list, from 1.
  init(_ reference: Reference, position: Int) {
    self.position = position
    record.reference.extras = reference.extras.filter { $0.format != JATSExtra.format }
    let read = throughJATS(reference, record)
    guard let first = Difference(reference, read) else { return }
    first.add(to: &record, from: reference)
    let again = throughJATS(reference, record)
    if let rest = Difference(reference, again) { losses = rest.losses(of: reference) }
  }

  private func throughJATS(_ reference: Reference, _ record: JATSRecord) -> Reference {
    var writer = XMLWriter()
    JATSReferenceWriter(reference, record: record, declaresPrefix: true).write(to: &writer)
    let tree = MarkupParser.parseXML(writer.finish())
    guard !tree.nodes.isEmpty else { return Reference(type: reference.type) }
    var read = JATSCitationReader(tree, 0).reference
    if let label = JATSExtra.label(of: reference) {
      JATSExtra.addLabel(JATSNames.collapsed(label), position: position, to: &read)
    }
    return read
  }

  /// What two references do not share, but for their ids.
  private struct Difference {
    private var hasType: Bool
    private var hasExtras: Bool
    private var variables: [AnyVariable] = []

    /// Nil where there is none.
    init?(_ before: Reference, _ after: Reference) {
      hasType = before.type != after.type
      hasExtras = before.extras != after.extras
      for variable in Self.keys(before.texts, after.texts)
      where before[variable]?.plain != after[variable]?.plain
        || before[variable]?.pieces != after[variable]?.pieces
      {
        variables.append(.text(variable))
      }
      for variable in Self.keys(before.numbers, after.numbers)
      where before[variable] != after[variable] { variables.append(.number(variable)) }
      for variable in Self.keys(before.dates, after.dates)
      where before[variable] != after[variable] { variables.append(.date(variable)) }
      for variable in Self.keys(before.names, after.names)
      where before[variable] != after[variable] { variables.append(.name(variable)) }
      if !hasType, !hasExtras, variables.isEmpty { return nil }
    }

    private static func keys<Key, Value>(
      _ before: VariableMap<Key, Value>, _ after: VariableMap<Key, Value>
    ) -> [Key] {
      before.map(\.key) + after.map(\.key).filter { before[$0] == nil }
    }

    func add(to record: inout JATSRecord, from reference: Reference) {
      if hasType {
        record.hasType = true
        record.reference.type = reference.type
      }
      if hasExtras {
        record.reference.extras = reference.extras
      }
      for variable in variables {
        switch variable {
        case .text(let key): record.reference[key] = reference[key]
        case .number(let key): record.reference[key] = reference[key]
        case .date(let key): record.reference[key] = reference[key]
        case .name(let key): record.reference[key] = reference[key]
        }
        if !reference.hasValue(variable) { record.removed.append(variable.name) }
      }
    }

    func losses(of reference: Reference) -> [Loss] {
      var losses: [Loss] = []
      func add(_ field: String, _ value: String) {
        losses.append(
          Loss(
            .narrowed, key: reference.id, field: field, value: value,
            reason: "neither JATS nor the CSL-JSON in it can say it exactly"))
      }
      if hasType { add("type", reference.type.rawValue) }
      for variable in variables { add(variable.name, reference.display(of: variable)) }
      if hasExtras { for extra in reference.extras { add(extra.qualifiedName, extra.value) } }
      return losses
    }
  }
}

extension Reference {
  /// Whether the variable is set, be it to an empty text.
  fileprivate func hasValue(_ variable: AnyVariable) -> Bool {
    switch variable {
    case .text(let key): self[key] != nil
    case .number(let key): self[key] != nil
    case .date(let key): self[key] != nil
    case .name(let key): !self[key].isEmpty
    }
  }

  /// The value of a variable as plain text.
  fileprivate func display(of variable: AnyVariable) -> String {
    switch variable {
    case .text(let key): self[key]?.plain ?? ""
    case .number(let key): self[key] ?? ""
    case .date(let key): self[key]?.writtenOut ?? ""
    case .name(let key): self[key].map(\.display).joined(separator: "; ")
    }
  }
}
