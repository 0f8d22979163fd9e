/// How long a server asks to be left alone.
///
/// Source: RFC 9110, 10.2.3 "Retry-After"; 5.6.7 "Date/Time Formats".
enum RetryAfter {
  /// The seconds from `now`, which counts from 1970; nil where the value is neither a number nor a date.
  static func seconds(_ value: String, now: Double) -> Double? {
    if let seconds = Int(value) { return Double(max(seconds, 0)) }
    return date(value).map { max($0 - now, 0) }
  }

  /// "Sun, 06 Nov 1994 08:49:37 GMT" in seconds since 1970.
  private static func date(_ text: String) -> Double? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ":" })
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard parts.count == 8, let day = Int(parts[1]), let year = Int(parts[3]),
      let month = months.firstIndex(of: String(parts[2])), let hour = Int(parts[4]),
      let minute = Int(parts[5]), let second = Int(parts[6]), (1970...9999).contains(year)
    else { return nil }
    // Days since 1 March of the year 0, in which a leap day is the last day of a year.
    let shifted = month < 2 ? year - 1 : year
    let days =
      shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
      + (((month + 10) % 12) * 153 + 2) / 5 + day - 1
    return Double(days - 719_468) * 86_400 + Double(hour * 3600 + minute * 60 + second)
  }
}
