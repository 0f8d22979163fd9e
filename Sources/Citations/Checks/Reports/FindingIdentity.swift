/// What makes a finding the same one after the lines around it have moved.
///
/// Two runs agree on a finding where rule, file, entry or note, and the marked words agree; lines and columns have no part
/// in it. Findings that are equal in all this are told apart by their order.
struct FindingIdentity: Sendable, Hashable {
  /// A number of 128 bits over rule, file, entry or note, and words, in 32 hexadecimal digits.
  private(set) var content: String
  /// How many findings of the same content stand before it in the file.
  private(set) var ordinal: Int

  /// The same, with the order among equals.
  var fingerprint: String {
    ordinal == 0 ? content : Self.digits(Self.hash("\(content) \(ordinal)"))
  }

  /// The identities of a file's findings, in their order.
  static func of(_ file: CheckedFile) -> [FindingIdentity] {
    var seen: [String: Int] = [:]
    return file.findings.map { finding in
      let parts = [
        finding.rule.id, file.path, finding.key ?? "", finding.note ?? "",
        words(of: finding, in: file.source),
      ]
      let content = digits(hash(parts.joined(separator: "\u{0}")))
      let ordinal = seen[content, default: 0]
      seen[content] = ordinal + 1
      return FindingIdentity(content: content, ordinal: ordinal)
    }
  }

  /// The words that a finding marks, white space collapsed; its message where it marks nothing.
  static func words(of finding: Diagnostic, in source: SourceFile) -> String {
    guard let range = finding.range, range.end > range.start, range.end <= source.bytes.count else {
      return finding.message
    }
    var text = SourceText()
    text.appendCollapsed(source.bytes[Int(range.start)..<Int(range.end)], source: 0)
    return text.trimmed.string
  }

  /// FNV-1a over 128 bits.
  ///
  /// Source: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm", 2.
  private static func hash(_ text: String) -> UInt128 {
    let prime = UInt128(1) << 88 + 0x13B
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    return hash
  }

  private static func digits(_ number: UInt128) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 32 - text.utf8.count) + text
  }
}
