/// The fields of records that give each its tag at the beginning of a line: RIS and the format of PubMed.
enum TaggedEntryFields {
  /// The lines of the record in `range` as fields, whose names are the tags in small letters.
  ///
  /// - Complexity: O(length of the record).
  static func fields(in source: SourceFile, _ range: SourceRange) -> [CheckedEntry.Field] {
    var result: [CheckedEntry.Field] = []
    let record = source.bytes[Int(range.start)..<Int(range.end)]
    for line in record.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let tag = line.prefix { $0.isASCIIUpper || $0.isASCIIDigit }
      let rest = line[tag.endIndex...].drop { $0 == 0x20 }
      guard (2...4).contains(tag.count), rest.first == UInt8(ascii: "-") else { continue }
      let value = rest.dropFirst().trimmedASCIISpace
      guard !value.isEmpty else { continue }
      result.append(
        CheckedEntry.Field(
          name: tag.map(\.asciiLowercased).string,
          nameRange: SourceRange(tag.startIndex, tag.endIndex),
          range: SourceRange(value.startIndex, value.endIndex), isWhole: true))
    }
    return result
  }
}
