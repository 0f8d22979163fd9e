/// The list of what a conversion did not keep, for programs and for people.
public enum LossReport {
  /// Begins the JSON form, so that readers know what they have.
  private static let schema = "citations/losses/1"

  /// `{"schema": "citations/losses/1", "losses": [{"key", "field", "kind", "value", "reason"}, …]}`, in the order given.
  public static func json(of losses: [Loss]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("schema")
    writer.write(.string(schema))
    writer.name("losses")
    writer.beginArray()
    for loss in losses {
      writer.separate()
      writer.write(
        .object([
          .init("key", .string(loss.key)), .init("field", .string(loss.field)),
          .init("kind", .string(loss.kind.rawValue)), .init("value", .string(loss.value)),
          .init("reason", .string(loss.reason)),
        ]))
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  /// A few lines for people: how many values of which kind, then the fields with most of them; empty without losses.
  public static func summary(of losses: [Loss]) -> String {
    guard !losses.isEmpty else { return "" }
    // What belongs to a file as a whole has no key.
    let keys = Set(losses.map(\.key)).subtracting([""]).count
    let kinds = Loss.Kind.allCases.compactMap { kind -> String? in
      let count = losses.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    let values =
      losses.count == 1
      ? "1 value was not kept as it is" : "\(losses.count) values were not kept as they are"
    let references = keys == 0 ? "" : keys == 1 ? ", in 1 reference" : ", in \(keys) references"
    return "\(values)\(references): \(kinds.joined(separator: ", "))\n" + fields(losses)
  }

  /// The fields with most losses, each with a reason.
  private static func fields(_ losses: [Loss]) -> String {
    var counts: [String: Int] = [:]
    var first: [String: Loss] = [:]
    for loss in losses {
      counts[loss.field, default: 0] += 1
      if first[loss.field] == nil { first[loss.field] = loss }
    }
    let sorted = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    let lines = sorted.prefix(6).map { field, count in
      "  \(field) (\(count)): \(first[field]?.reason ?? "")\n"
    }
    return lines.joined() + (sorted.count > 6 ? "  and \(sorted.count - 6) more fields\n" : "")
  }
}
