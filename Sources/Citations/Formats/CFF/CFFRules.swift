/// What the schema of the Citation File Format allows in values.
///
/// Source: Citation File Format 1.2.0, schema.json.
enum CFFRules {
  /// The value for a text by what the schema demands; nil where it does not allow the text.
  static func value(_ text: String, _ kind: CFFTable.Kind) -> JSONValue? {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return nil }
    switch kind {
    case .text: return .string(text)
    case .number: return .digits(text)
    case .doi: return isDOI(bytes) ? .string(text) : nil
    case .isbn: return isISBN(bytes) ? .string(text) : nil
    case .issn: return isISSN(bytes) ? .string(text) : nil
    case .pmcid:
      let isID = bytes.starts(with: "PMC") && bytes.count == 10
      return isID && bytes.dropFirst(3).allSatisfy(\.isASCIIDigit) ? .string(text) : nil
    case .url: return isURL(bytes) ? .string(text) : nil
    case .words:
      let words = bytes.split(separator: UInt8(ascii: ",")).map { $0.trimmedASCIISpace.string }
      return list(words.filter { !$0.isEmpty }.map { .string($0) })
    case .languages:
      let codes = bytes.split(separator: UInt8(ascii: ",")).map { $0.trimmedASCIISpace }
      let isList = codes.allSatisfy { (2...3).contains($0.count) && $0.allSatisfy(\.isASCIILower) }
      return isList ? list(codes.map { .string($0.string) }) : nil
    case .names: return nil
    }
  }

  /// A list without repetition; nil for an empty one.
  static func list(_ values: [JSONValue]) -> JSONValue? {
    var seen: Set<JSONValue> = []
    let unique = values.filter { seen.insert($0).inserted }
    return unique.isEmpty ? nil : .array(unique)
  }

  private static func isDOI(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "10."), let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      return false
    }
    let parts = bytes[3..<slash].split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let prefix = parts.first, (4...9).contains(prefix.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) })
    else { return false }
    let suffix = bytes[(slash + 1)...]
    return !suffix.isEmpty
      && suffix.allSatisfy { $0.isASCIIAlphanumeric || ":/_;-.()[]\\".utf8.contains($0) }
  }

  private static func isISBN(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.last == UInt8(ascii: "X") ? bytes.dropLast() : bytes[...]
    return (10...17).contains(digits.count)
      && digits.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == 0x20 }
  }

  private static func isISSN(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 9, bytes[4] == UInt8(ascii: "-") else { return false }
    let isLast = bytes[8].isASCIIDigit || bytes[8].asciiLowercased == UInt8(ascii: "x")
    return isLast && (bytes[..<4] + bytes[5..<8]).allSatisfy(\.isASCIIDigit)
  }

  /// Whether the text is an address with a scheme that the schema names, and without signs that an address escapes.
  static func isURL(_ bytes: [UInt8]) -> Bool {
    let schemes: [StaticString] = ["https://", "http://", "ftp://", "sftp://"]
    guard let scheme = schemes.first(where: { bytes.starts(with: $0) }),
      bytes.count > scheme.utf8CodeUnitCount
    else { return false }
    return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
  }

  /// A full date; nil for one that is not known to the day.
  static func day(_ date: DateValue?) -> JSONValue? {
    guard let date, date.end == nil, date.literal == nil, case .point(let point) = date.start,
      point.day != nil, (0...9999).contains(point.year), !point.isUncertain, !point.isApproximate
    else { return nil }
    return date.edtf.map { .string($0) }
  }
}
