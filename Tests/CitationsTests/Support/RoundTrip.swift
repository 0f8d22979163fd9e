@testable import Citations

/// A way from references through a format and back, and what it changed.
struct RoundTrip {
  /// The file that was written.
  let bytes: [UInt8]
  /// What was read from it.
  let read: ReadBibliography
  /// What the writer and the reader say that is lost.
  let losses: [Loss]
  /// What is not the same in CSL-JSON before and after: key, member, and both values.
  private(set) var differences: [Difference] = []

  struct Difference: CustomStringConvertible {
    var key: String
    var field: String
    var before: String
    var after: String

    var description: String { "\(key) \(field): \(before) -> \(after)" }
  }

  /// Writes and reads; nil where the format does not do both.
  init?(_ references: [Reference], through format: BibliographyFormat) {
    guard let written = format.write(references),
      let read = format.read(SourceFile(name: "test", bytes: written.bytes))
    else { return nil }
    bytes = written.bytes
    self.read = read
    // What was moved to a line of its own comes back from there.
    losses = written.losses.filter { $0.kind != .moved } + read.losses
    for (index, before) in references.enumerated() {
      guard read.references.indices.contains(index) else {
        differences.append(.init(key: before.id, field: "", before: "a reference", after: "none"))
        continue
      }
      compare(before, read.references[index])
    }
    for extra in read.references.dropFirst(references.count) {
      differences.append(.init(key: extra.id, field: "", before: "none", after: "a reference"))
    }
  }

  private mutating func compare(_ before: Reference, _ after: Reference) {
    let old = before.cslJSONMembers(id: before.id)
    let new = after.cslJSONMembers(id: after.id)
    var names = old.map(\.name)
    names += new.map(\.name).filter { !names.contains($0) }
    for name in names {
      let left = text(old, name)
      let right = text(new, name)
      if left != right {
        differences.append(.init(key: before.id, field: name, before: left, after: right))
      }
    }
  }

  private func text(_ members: [JSONValue.Member], _ name: String) -> String {
    guard let member = members.first(where: { $0.name == name }) else { return "nothing" }
    return JSONWriter.text(of: member.value, .compact).string
  }

  /// Differences that no loss tells of.
  ///
  /// A loss names the reference and the variable; what stands under `custom` may also be named `format.field`.
  var unreported: [Difference] {
    var told: Set<String> = []
    for loss in losses {
      told.insert(loss.key + "\u{0}" + loss.field)
      if loss.field.utf8.contains(UInt8(ascii: ".")) { told.insert(loss.key + "\u{0}custom") }
    }
    return differences.filter { !told.contains($0.key + "\u{0}" + $0.field) }
  }

  /// Losses of fields that came back the same.
  var needless: [Loss] {
    let changed = Set(differences.map { $0.key + "\u{0}" + $0.field })
    let isCustom = Set(differences.filter { $0.field == "custom" }.map(\.key))
    return losses.filter { loss in
      !changed.contains(loss.key + "\u{0}" + loss.field)
        && !(loss.field.utf8.contains(UInt8(ascii: ".")) && isCustom.contains(loss.key))
    }
  }
}
