/// A template call cut into its parameters: `{{cite book |last=Mercer |page=44}}`.
struct WikiTemplate: Sendable {
  /// A parameter; one without a name is named by its place, from "1".
  struct Parameter: Sendable {
    var name: String
    /// The bytes of the value, white space at the ends left out.
    var value: Range<Int>
  }

  /// The name in lower case, white space and underscores made one space.
  var name: String
  var parameters: [Parameter]
  /// The whole call with its braces.
  var range: Range<Int>

  /// The value of the parameter `name`, or nil.
  func value(_ name: String) -> Range<Int>? {
    parameters.last { $0.name == name }?.value
  }

  /// Cuts the call that begins at `start` into parameters; nil where its braces do not close within `limit` bytes.
  init?(_ bytes: [UInt8], at start: Int, limit: Int = 50_000) {
    guard bytes.has("{{", at: start) else { return nil }
    var open: [UInt8] = []
    var bars: [Int] = []
    var equals: [Int] = []
    var index = start + 2
    let end = min(bytes.count, start + limit)
    while index < end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{") where bytes.has("{{", at: index),
        UInt8(ascii: "[") where bytes.has("[[", at: index):
        open.append(byte)
        index += 1
      case UInt8(ascii: "]") where open.last == UInt8(ascii: "[") && bytes.has("]]", at: index):
        open.removeLast()
        index += 1
      case UInt8(ascii: "}") where bytes.has("}}", at: index):
        while open.last == UInt8(ascii: "[") { open.removeLast() }
        if open.popLast() == nil {
          self.init(bytes, start..<index + 2, bars, equals)
          return
        }
        index += 1
      case UInt8(ascii: "<") where bytes.has("<!--", at: index):
        index = (bytes.firstOffset(of: Array("-->".utf8), from: index, to: end) ?? end - 3) + 2
      case UInt8(ascii: "|") where open.isEmpty: bars.append(index)
      case UInt8(ascii: "=") where open.isEmpty && !bars.isEmpty:
        // Only the first one after a bar parts name and value.
        if equals.count < bars.count {
          while equals.count < bars.count - 1 { equals.append(-1) }
          equals.append(index)
        }
      default: break
      }
      index += 1
    }
    return nil
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ bars: [Int], _ equals: [Int]) {
    self.range = range
    let inner = range.upperBound - 2
    name = Self.normalised(bytes[range.lowerBound + 2..<(bars.first ?? inner)])
    parameters = []
    var place = 0
    for (index, bar) in bars.enumerated() {
      let end = index + 1 < bars.count ? bars[index + 1] : inner
      if index < equals.count, equals[index] > bar {
        let value = bytes[equals[index] + 1..<end].trimmedASCIISpace
        parameters.append(
          Parameter(
            name: Self.normalised(bytes[bar + 1..<equals[index]]),
            value: value.startIndex..<value.endIndex))
      } else {
        place += 1
        let value = bytes[bar + 1..<end].trimmedASCIISpace
        parameters.append(
          Parameter(name: String(place), value: value.startIndex..<value.endIndex))
      }
    }
  }

  private static func normalised(_ bytes: ArraySlice<UInt8>) -> String {
    let comment = Array("<!--".utf8)
    var bytes = bytes
    if let place = Array(bytes).firstOffset(of: comment, from: 0) {
      bytes = bytes.prefix(place)
    }
    return bytes.split { $0.isASCIISpace || $0 == 0x5F }.map(\.string).joined(separator: " ")
      .lowercased()
  }
}
