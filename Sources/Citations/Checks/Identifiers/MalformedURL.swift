/// I020, I021, I022: addresses without a scheme, with white space, or of no known form.
///
/// Source: RFC 3986, 3 "Syntax Components".
enum MalformedURL: EntryCheck {
  static let noScheme = Rule(
    "I020", "url-without-scheme", .warning, "an address has no https:// before it")
  static let space = Rule("I021", "url-with-space", .warning, "an address has white space inside")
  static let malformed = Rule("I022", "malformed-url", .warning, "an address is of no known form")
  static let rules = [noScheme, space, malformed]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(.url, of: entry) else { return }
    let bytes = Array(value.text.utf8)
    if let found = bytes.firstIndex(where: \.isASCIISpace) {
      findings.append(finding(ofSpaceAt: found, bytes, value, entry))
    } else if let problem = problem(bytes) {
      findings.append(
        Diagnostic(
          problem.rule, "\"\(value.text)\" \(problem.message)", at: value.range, key: entry.key,
          fixes: problem.better.map {
            value.fixes("write \"\($0)\"", .suggested, with: $0)
          } ?? []))
    }
  }

  private static func finding(
    ofSpaceAt offset: Int, _ bytes: [UInt8], _ value: PlacedValue, _ entry: CheckedEntry
  ) -> Diagnostic {
    let words = bytes.split(whereSeparator: \.isASCIISpace)
    let isSeveral = words.count { hasScheme($0) } > 1
    let joined = words.joined()
    // Two addresses, or an address and words about it, are not one address with a gap.
    let isOne = !isSeveral && words.count == 2 && hasScheme(words[0])
    return Diagnostic(
      space,
      isSeveral
        ? "\"\(value.text)\" is more than one address" : "\"\(value.text)\" has white space inside",
      at: value.place(of: offset..<offset + 1), key: entry.key,
      fixes: isOne
        ? value.fixes("leave the white space out", .suggested, with: Array(joined).string) : [])
  }

  private static func hasScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lower = bytes.prefix(8).map(\.asciiLowercased)
    return ["https://", "http://", "ftp://"].contains { lower.starts(with: $0.utf8) }
  }

  private struct Problem {
    var rule: Rule
    var message: String
    var better: String?
  }

  private static func problem(_ bytes: [UInt8]) -> Problem? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]) else {
      return withoutScheme(bytes)
    }
    let scheme = bytes[..<colon].map(\.asciiLowercased).string
    let rest = bytes[(colon + 1)...]
    if scheme == "file" {
      return Problem(rule: malformed, message: "leads to a file on one computer")
    }
    guard ["http", "https", "ftp"].contains(scheme) else {
      if let right = [
        "htp": "http", "htpp": "http", "hhttp": "http", "htps": "https", "htttps": "https",
        "ttps": "https", "ttp": "http", "httpss": "https",
      ][scheme] {
        return Problem(
          rule: malformed, message: "begins with \"\(scheme)\"; expected \"\(right)\"",
          better: right + bytes[colon...].string)
      }
      return nil
    }
    guard rest.starts(with: "//" as StaticString) else {
      let path = rest.drop { $0 == UInt8(ascii: "/") }
      return Problem(
        rule: malformed, message: "has no two slashes after \"\(scheme):\"",
        better: scheme + "://" + path.string)
    }
    let host = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
    if host.isEmpty || host.starts(with: "http" as StaticString) && host.last == UInt8(ascii: ":") {
      let inner = rest.dropFirst(2)
      return Problem(
        rule: malformed, message: host.isEmpty ? "has no host" : "has its beginning twice",
        better: host.isEmpty ? nil : inner.string)
    }
    if hasBrokenEscape(bytes) {
      return Problem(
        rule: malformed, message: "has a percent sign without two hexadecimal digits")
    }
    return ofCopying(bytes, host)
  }

  /// What came into an address when it was copied.
  private static func ofCopying(_ bytes: [UInt8], _ host: ArraySlice<UInt8>) -> Problem? {
    if let place = bytes.firstOffset(of: Array("&amp;".utf8), from: 0) {
      let better = bytes[..<(place + 1)] + bytes[(place + 5)...]
      return Problem(
        rule: malformed, message: "has \"&amp;\", which is HTML; expected \"&\"",
        better: Array(better).string)
    }
    let name = host.map(\.asciiLowercased)
    if let place = name.firstOffset(of: Array("..".utf8), from: 0) {
      let offset = host.startIndex + place
      return Problem(
        rule: malformed, message: "has two full stops in a row in the name of the host",
        better: Array(bytes[..<offset] + bytes[(offset + 1)...]).string)
    }
    if proxies.contains(where: { name.firstOffset(of: Array($0.utf8), from: 0) != nil }) {
      return Problem(
        rule: malformed, message: "leads through the proxy of a library, which lets in its members")
    }
    // The titles of an encyclopedia may end in a full stop.
    if let last = bytes.last, ".,;".utf8.contains(last),
      name.firstOffset(of: Array("wiki".utf8), from: 0) == nil
    {
      return Problem(
        rule: malformed, message: "ends in \"\(Unicode.Scalar(last))\"",
        better: bytes.dropLast().string)
    }
    return nil
  }

  private static let proxies = ["ezproxy", "libproxy", "proxy.lib", ".proxy.", "eproxy.", "ezp."]

  /// What is wrong with a text that does not begin with a scheme.
  private static func withoutScheme(_ bytes: [UInt8]) -> Problem? {
    let text = bytes.string
    if bytes.starts(with: "//" as StaticString) {
      return Problem(rule: noScheme, message: "has no scheme", better: "https:" + text)
    }
    let host = bytes.prefix { !"/?#:".utf8.contains($0) }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isHost =
      labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 >= 0x80 }
      } && labels[labels.count - 1].count > 1
      && labels[labels.count - 1].allSatisfy { !$0.isASCIIDigit }
    return isHost
      ? Problem(
        rule: noScheme, message: "has no scheme; expected \"https://\"", better: "https://" + text)
      : Problem(rule: malformed, message: "is no address", better: nil)
  }

  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first.isASCIILetter else { return false }
    return bytes.allSatisfy { $0.isASCIIAlphanumeric || "+-".utf8.contains($0) }
  }

  private static func hasBrokenEscape(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      guard bytes[index] == UInt8(ascii: "%") else { return false }
      let digits = bytes[(index + 1)...].prefix(2)
      return digits.count < 2 || !digits.allSatisfy { isHexadecimal($0) }
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || (0x61...0x66).contains(byte.asciiLowercased)
  }
}
