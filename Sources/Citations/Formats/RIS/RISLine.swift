/// A line of an RIS file: a tag with its value, or text.
///
/// The specification wants two capitals or digits, two spaces, a hyphen and a space. Known tags are also taken with one or
/// three spaces, in small letters, indented, or without the last space.
struct RISLine {
  /// The tag in capitals; nil for text.
  private(set) var tag: String?
  /// The value, or the whole text, without white space around it.
  private(set) var value: Range<Int>
  /// Whether the tag is spelled as the specification wants.
  private(set) var isExact = false

  /// Whether nothing stands on the line.
  var isBlank: Bool { tag == nil && value.isEmpty }

  /// Reads the line at `range` of `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let text = bytes[range].trimmedASCIISpace
    value = text.startIndex..<text.endIndex
    guard text.count >= 4, text[text.startIndex + 1].isASCIIAlphanumeric,
      text[text.startIndex].isASCIILetter
    else { return }
    var index = text.startIndex + 2
    while index < text.endIndex, text[index] == 0x20, index < text.startIndex + 6 { index += 1 }
    let spaces = index - text.startIndex - 2
    guard spaces > 0, index < text.endIndex, text[index] == UInt8(ascii: "-") else { return }
    let isClosed = index + 1 == text.endIndex || text[index + 1].isASCIISpace
    let head = text.prefix(2)
    let isUpper = !head.contains(where: \.isASCIILower)
    let isIndented = text.startIndex > range.lowerBound
    let name = head.string.uppercased()
    let isStrict = isUpper && spaces == 2 && !isIndented
    guard isStrict || RISTag.isKnown(name), isClosed || (isUpper && spaces == 2),
      isUpper || spaces == 2
    else { return }
    tag = name
    isExact = isStrict && isClosed
    let rest = bytes[(index + 1)..<text.endIndex].trimmedASCIISpace
    value = rest.startIndex..<rest.endIndex
  }

  /// The range of the line that begins at `start`, without its end, and where the next one begins.
  static func range(_ bytes: [UInt8], from start: Int) -> (line: Range<Int>, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    var next = min(end + 1, bytes.count)
    if next < bytes.count, end < bytes.count, bytes[end] == 0x0D, bytes[next] == 0x0A { next += 1 }
    return (start..<end, next)
  }
}
