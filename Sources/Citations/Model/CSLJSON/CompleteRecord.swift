/// A record of a format that says all of a reference: by the format's own fields, and by member lines where these fall short.
///
/// The record is read back as it is written, so that lines stand only where they are needed, and whatever even they
/// cannot save is known.
struct CompleteRecord {
  /// The record.
  private(set) var bytes: [UInt8]
  /// What does not come back, and what stands in member lines only.
  private(set) var losses: [Loss] = []

  /// Writes a reference.
  ///
  /// - Parameters:
  ///   - reference: What is to be written.
  ///   - format: The format's name, which its own extra fields have.
  ///   - write: Makes a record of a reference and of member lines.
  ///   - read: Reads such a record.
  init(
    _ reference: Reference, format: String, write: (Reference, [String]) -> [UInt8],
    read: ([UInt8]) -> Reference
  ) {
    bytes = write(reference, [])
    var back = read(bytes)
    var differences = MemberComparison.differences(reference, back)
    let withoutLines = differences
    // Fields of the format itself need no line, unless it is their order that counts.
    for isWhole in [false, true] where !differences.isEmpty {
      var source = reference
      if !isWhole { source.extras.removeAll { $0.format == format } }
      let lines = MemberLines.lines(differences, of: source)
      let longer = write(reference, lines)
      let found = read(longer)
      let left = MemberComparison.differences(reference, found)
      guard left.count < differences.count else { continue }
      bytes = longer
      back = found
      if left.isEmpty || isWhole {
        differences = left
      } else if !left.contains("custom") {
        differences = left
        break
      }
    }
    report(reference, differences, back, format)
    reportLines(reference, withoutLines.filter { !differences.contains($0) }, format)
  }

  /// Our own readers take a member line for what it is, other programs for a remark.
  private mutating func reportLines(
    _ reference: Reference, _ names: [String], _ format: String
  ) {
    guard !names.isEmpty else { return }
    let members = reference.cslJSONMembers(id: reference.id)
    // The extra fields of other formats are nothing that another program could have read, and keys mean nothing to it.
    for name in names where name != "custom" && name != "id" {
      let value = members.first { $0.name == name }?.value ?? .null
      losses.append(
        Loss(
          .moved, key: reference.id, field: name, value: Self.text(value),
          reason:
            "\(format) has no field for all of it; it stands in a line of the form \"\(name): …\""))
    }
  }

  private static func text(_ value: JSONValue) -> String {
    value.string ?? JSONWriter.text(of: value, .compact).dropLast().string
  }

  private mutating func report(
    _ reference: Reference, _ differences: [String], _ back: Reference, _ format: String
  ) {
    reportStyles(reference, differences, back, format)
    guard !differences.isEmpty else { return }
    let old = reference.cslJSONMembers(id: reference.id)
    let new = back.cslJSONMembers(id: back.id)
    for name in differences {
      let isGone = !new.contains { $0.name == name }
      let value = old.first { $0.name == name }?.value ?? .null
      losses.append(
        Loss(
          isGone ? .dropped : .narrowed, key: reference.id, field: name,
          value: Self.text(value),
          reason: "\(format) cannot hold the value as it is"))
    }
  }

  /// Styles that CSL-JSON has no markup for are not among the differences.
  private mutating func reportStyles(
    _ reference: Reference, _ differences: [String], _ back: Reference, _ format: String
  ) {
    for loss in reference.cslJSONLosses {
      guard let variable = TextVariable(rawValue: loss.field) else { continue }
      let before = Set(reference[variable]?.spans.map(\.style) ?? [])
      let after = Set(back[variable]?.spans.map(\.style) ?? [])
      let lost = TextStyle.allCases.filter { before.contains($0) && !after.contains($0) }
      guard !lost.isEmpty, !differences.contains(loss.field) else { continue }
      losses.append(
        Loss(
          .narrowed, key: loss.key, field: loss.field, value: loss.value,
          reason: "\(format) has no markup for \(lost.map(\.rawValue).joined(separator: ", "))"))
    }
  }
}
