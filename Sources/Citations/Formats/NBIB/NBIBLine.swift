/// A line of PubMed's format: a tag of up to four capitals, padded to four, a hyphen and a space, and a value.
struct NBIBLine {
  /// Nil for a line that goes on with the value before it.
  private(set) var tag: String?
  private(set) var value: Range<Int>

  /// Reads the line at `range` of `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let text = bytes[range].trimmedASCIISpace
    value = text.startIndex..<text.endIndex
    guard let first = bytes[range].first, first.isASCIIUpper else { return }
    let name = text.prefix(5).prefix { $0.isASCIIUpper || $0.isASCIIDigit }
    let rest = text.dropFirst(name.count)
    let spaces = rest.prefix(4).prefix { $0 == 0x20 }.count
    guard (2...4).contains(name.count), name.count + spaces <= 5,
      rest.dropFirst(spaces).first == UInt8(ascii: "-")
    else { return }
    let after = rest.dropFirst(spaces + 1)
    guard after.first?.isASCIISpace ?? true, name.count == 4 || spaces > 0 else { return }
    tag = name.string
    let found = after.trimmedASCIISpace
    value = found.startIndex..<found.endIndex
  }
}
