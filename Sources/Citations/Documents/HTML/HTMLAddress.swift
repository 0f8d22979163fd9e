/// Addresses in `href`: fragments, and those that a redirect of Google Docs hides.
enum HTMLAddress {
  /// The part after the last `#`, percent-decoded; nil without one.
  ///
  /// The rest of the address does not matter: absolute addresses of the page itself and Word's `//GUID#_ftnref1` name
  /// a place of this page as well as `#_ftnref1` does.
  static func fragment(_ href: String) -> String? {
    let bytes = Array(href.utf8)
    guard let hash = bytes.lastIndex(of: 0x23), hash + 1 < bytes.count else { return nil }
    return percentDecoded(bytes[(hash + 1)...]).string
  }

  /// The address to keep for a link that leaves the page; nil for one that stays or is a script.
  static func external(_ href: String) -> String? {
    let bytes = Array(href.utf8.trimmingBlanks)
    let low = bytes.prefix(40).map(\.asciiLowercased)
    guard let first = bytes.first, first != 0x23, !low.starts(with: "javascript:") else {
      return nil
    }
    for prefix in ["https://www.google.com/url?", "http://www.google.com/url?"]
    where low.starts(with: prefix.utf8) {
      for pair in bytes[prefix.utf8.count...].split(separator: 0x26) where pair.starts(with: "q=") {
        return percentDecoded(pair.dropFirst(2)).string
      }
    }
    return bytes.string
  }

  /// Bytes with `%41` decoded, and `+` made a space where `plusIsSpace`; what is no such escape stays.
  static func percentDecoded(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x25, index + 2 < bytes.endIndex, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(plusIsSpace && bytes[index] == 0x2B ? 0x20 : bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
