/// Makes sure that what is written can be read back: writes citations, reads them, and compares.
///
/// What does not come back as it was is put into a `JATSRecord`; what does not come back even so is a loss.
struct JATSProof {
  /// What must be said beside the elements.
  private(set) var record = JATSRecord()
  /// What is not in the output as it was.
  private(set) var losses: [Loss] = []

  /// As many citations are written and read at once.
  static let batchSize = 64

  /// The proofs for references, the first of which is at `position` of its list, from 1.
  static func all(_ references: ArraySlice<Reference>, from position: Int) -> [JATSProof] {
    let first = references.map { reference in
      var proof = JATSProof()
      proof.record.reference.extras = reference.extras.filter { $0.format != JATSExtra.format }
      return proof
    }
    let read = throughJATS(references, first, from: position)
    return zip(first, zip(references, read)).enumerated().map { index, pair in
      var (proof, (reference, after)) = pair
      if let difference = Difference(reference, after) {
        proof.settle(difference, of: reference, at: position + index)
      }
      return proof
    }
  }

  /// Puts what does not come back into the record, and looks again.
  private mutating func settle(_ difference: Difference, of reference: Reference, at position: Int)
  {
    difference.add(to: &record, from: reference)
    let again = Self.throughJATS([reference], [self], from: position)
    if let rest = again.first.flatMap({ Difference(reference, $0) }) {
      losses = rest.losses(of: reference)
    }
  }

  private static func throughJATS(
    _ references: ArraySlice<Reference>, _ proofs: [JATSProof], from position: Int
  ) -> [Reference] {
    var writer = XMLWriter()
    writer.start("ref-list", [("xmlns:xlink", JATSWriter.xlink)])
    for (reference, proof) in zip(references, proofs) {
      JATSReferenceWriter(reference, record: proof.record).write(to: &writer)
    }
    let tree = MarkupParser.parseXML(writer.finish())
    let citations = tree.children(of: 0).filter { tree.nodes[$0].kind == .element }
    return zip(references, citations).enumerated().map { index, pair in
      var read = JATSCitationReader(tree, pair.1).reference
      if let label = JATSExtra.label(of: pair.0) {
        JATSExtra.addLabel(JATSNames.collapsed(label), position: position + index, to: &read)
      }
      return read
    }
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
