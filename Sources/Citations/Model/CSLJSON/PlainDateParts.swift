/// The usual spelling of a date, `{"date-parts": [[2004, 6, 11]]}`, read without building a value.
///
/// Anything else is nil, and read the long way.
struct PlainDateParts {
  private(set) var date: DateValue
  /// The offset after the closing brace.
  private(set) var end: Int

  /// Reads what follows the name of a date variable, from before its colon's value.
  init?(_ bytes: [UInt8], from start: Int) {
    var scanner = Scanner(bytes: bytes, position: start)
    guard scanner.skip("{"), scanner.skipName(), scanner.skip(":"), scanner.skip("["),
      let first = scanner.point()
    else { return nil }
    var last: DateValue.Point?
    if scanner.skip(",") {
      guard let point = scanner.point() else { return nil }
      last = point
    }
    guard scanner.skip("]"), scanner.skip("}") else { return nil }
    date = last.map { DateValue(from: .point(first), to: .point($0)) } ?? DateValue(first)
    end = scanner.position
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position: Int

    mutating func skipSpace() {
      while position < bytes.count {
        let byte = bytes[position]
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
        position += 1
      }
    }

    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
      position += 1
      return true
    }

    mutating func skipName() -> Bool {
      skipSpace()
      let name: StaticString = "\"date-parts\""
      guard bytes[position...].starts(with: name) else { return false }
      position += name.utf8CodeUnitCount
      return true
    }

    /// A number without sign or leading zeros, of at most eight digits.
    mutating func number() -> Int? {
      skipSpace()
      let start = position
      var value = 0
      while position < bytes.count, bytes[position].isASCIIDigit, position - start < 9 {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      let length = position - start
      return length > 0 && length < 9 && bytes[start] != 0x30 ? value : nil
    }

    mutating func point() -> DateValue.Point? {
      guard skip("["), let year = number() else { return nil }
      var month: Int?
      var day: Int?
      if skip(",") {
        month = number()
        guard month != nil else { return nil }
        if skip(",") {
          day = number()
          guard day != nil else { return nil }
        }
      }
      guard skip("]") else { return nil }
      return CSLJSONDate.point(year: year, month: month, day: day)
    }
  }
}
