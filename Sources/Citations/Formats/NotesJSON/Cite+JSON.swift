extension Cite {
  /// The citation as members of an object: those of CSL-JSON for what stands there, then what makes it a citation.
  ///
  /// `scalars` is where the citation stands, in Unicode scalars of the note's text.
  func jsonMembers(scalars: Range<Int>) -> [JSONValue.Member] {
    var members = coreMembers
    if !prefix.isEmpty { members.append(.init("prefix", .string(prefix))) }
    if !suffix.isEmpty { members.append(.init("suffix", .string(suffix))) }
    members.append(.init("kind", .string(kind.rawValue)))
    if let refersTo { members.append(.init("refers-to", .string(refersTo))) }
    members.append(.init("start", .number(scalars.lowerBound)))
    members.append(.init("end", .number(scalars.upperBound)))
    members.append(.init("confidence", .number(Self.decimal(confidence))))
    return members
  }

  /// The members for a stream of notes, with the kind of a short form as `xref`.
  func streamMembers(scalars: Range<Int>) -> [JSONValue.Member] {
    var members = jsonMembers(scalars: scalars)
    if let shortForm {
      members.append(.init("xref", .object([.init("kind", .string(shortForm))])))
    }
    return members
  }

  private var coreMembers: [JSONValue.Member] {
    let id = work ?? reference.id
    var reference = reference
    // The citation's own locator is what counts; the variable would name it twice.
    if locator != nil { reference[.locator] = nil }
    var members = reference.cslJSONMembers(id: id.isEmpty ? nil : id)
    if let locator {
      members.append(.init("locator", .string(locator.value)))
      members.append(.init("label", .string(locator.label.rawValue)))
    }
    return members
  }

  private var shortForm: String? {
    switch form {
    case .ibid, .idem, .opCit, .short: form?.rawValue
    // Author and year, and keys, name their work by themselves.
    case .authorDate, .key, nil: nil
    }
  }

  /// A number from 0 to 1 with at most three decimals; never depends on the locale.
  static func decimal(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    guard value < 1 else { return "1" }
    let thousandths = Int((value * 1000).rounded())
    guard thousandths > 0, thousandths < 1000 else { return thousandths == 0 ? "0" : "1" }
    var digits = String(thousandths + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "0." + digits
  }
}

/// Turns ascending byte offsets of a text into offsets in Unicode scalars, in one pass.
struct ScalarCounter {
  private let bytes: [UInt8]
  private var offset = 0
  private var count = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The number of Unicode scalars before the byte at `target`.
  mutating func scalars(before target: Int) -> Int {
    let target = min(max(target, 0), bytes.count)
    if target < offset {
      offset = 0
      count = 0
    }
    while offset < target {
      if !bytes[offset].isUTF8Continuation { count += 1 }
      offset += 1
    }
    return count
  }

  /// The range in Unicode scalars of a range in bytes.
  mutating func range(_ range: Range<Int>) -> Range<Int> {
    let start = scalars(before: range.lowerBound)
    return start..<max(start, scalars(before: range.upperBound))
  }
}
