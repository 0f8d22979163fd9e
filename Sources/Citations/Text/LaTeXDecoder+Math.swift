extension LaTeXDecoder {
  /// Reads the mathematics that a dollar sign opens; a dollar sign without a second one is text.
  mutating func dollar() {
    let start = index
    let sign = index + 1 < end && bytes[index + 1] == UInt8(ascii: "$") ? 2 : 1
    guard let close = closingDollar(from: start + sign), close > start + sign,
      close + sign <= end, sign == 1 || bytes[close + 1] == UInt8(ascii: "$"),
      !isMoney(close)
    else {
      problem(.math, start..<start + sign)
      index += 1
      return append("$")
    }
    math((start + sign)..<close, whole: start..<close + sign)
  }

  /// The next dollar sign in the same group.
  private func closingDollar(from start: Int) -> Int? {
    var depth = 0
    var place = start
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return nil }
      case UInt8(ascii: "$"): return depth == 0 ? place : nil
      default: break
      }
      place += 1
    }
    return nil
  }

  /// Whether a dollar sign stands between a space and a digit: the second of two prices.
  private func isMoney(_ place: Int) -> Bool {
    bytes[place - 1].isASCIISpace && place + 1 < end && bytes[place + 1].isASCIIDigit
  }

  /// Writes mathematics as Unicode where that says all of it, else as it stands.
  mutating func math(_ content: Range<Int>, whole: Range<Int>) {
    flushSpace()
    let start = output.count
    var reader = LaTeXMath(bytes, content)
    if let text = reader.text() {
      append(text)
    } else {
      output.append(contentsOf: bytes[whole])
      if bytes[whole].contains(where: { Self.kind(of: $0) == .mark }) {
        needsComposition = true
      }
    }
    if output.count > start { hardEndsHere() }
    waiting.removeAll(keepingCapacity: true)
    waitingStyle = nil
    index = whole.upperBound
  }
}
