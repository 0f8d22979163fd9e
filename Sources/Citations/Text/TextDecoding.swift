/// A character encoding that documents are met in.
public enum TextEncoding: String, Sendable, Hashable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "windows-1252"
}

/// Bytes made UTF-8, and what was done to them.
public struct DecodedText: Sendable {
  /// The text in UTF-8 without a byte-order mark.
  public var bytes: [UInt8]
  /// The encoding that the bytes were read as.
  public var encoding: TextEncoding
  /// Offset in `bytes` of the first sequence that was not valid in `encoding` and became U+FFFD, if any.
  public var firstInvalid: Int?

  /// Decodes a file: by its byte-order mark, else as UTF-8 where it is valid, else as declared, else as windows-1252.
  ///
  /// A file with a UTF-8 mark or declared as UTF-8 stays UTF-8 even if some sequences are not valid; they become U+FFFD.
  /// Declarations are those of HTML `<meta>` and of XML, looked for in the first 1,024 bytes.
  /// Source: WHATWG Encoding Standard, "Determining the character encoding"; ISO-8859-1 is read as windows-1252.
  public init(_ raw: [UInt8]) {
    let count = raw.count
    if count >= 3, raw[0] == 0xEF, raw[1] == 0xBB, raw[2] == 0xBF {
      self.init(utf8: Array(raw[3...]))
    } else if count >= 2, raw[0] == 0xFF, raw[1] == 0xFE {
      self.init(utf16: raw[2...], bigEndian: false)
    } else if count >= 2, raw[0] == 0xFE, raw[1] == 0xFF {
      self.init(utf16: raw[2...], bigEndian: true)
    } else if Self.isValidUTF8(raw) {
      self.init(bytes: raw, encoding: .utf8)
    } else if Self.declaredName(raw) == "utf-8" || Self.isMostlyUTF8(raw) {
      self.init(utf8: raw)
    } else {
      self.init(bytes: Self.windows1252(raw), encoding: .windows1252)
    }
  }

  private init(bytes: [UInt8], encoding: TextEncoding) {
    self.bytes = bytes
    self.encoding = encoding
  }

  private init(utf8 raw: [UInt8]) {
    encoding = .utf8
    guard !Self.isValidUTF8(raw) else {
      bytes = raw
      return
    }
    // The standard decoder replaces each maximal invalid part by U+FFFD.
    bytes = Array(raw.string.utf8)
    firstInvalid =
      zip(raw, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(raw.count, bytes.count)
  }

  private init(utf16 raw: ArraySlice<UInt8>, bigEndian: Bool) {
    encoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    var index = raw.startIndex
    while index + 1 < raw.endIndex {
      let first = UInt16(raw[index])
      let second = UInt16(raw[index + 1])
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    bytes = Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Looks at a piece at a time: the standard library makes a copy of what it validates.
  private static func isValidUTF8(_ raw: [UInt8]) -> Bool {
    var start = 0
    while start < raw.count {
      var end = min(start + 1 << 16, raw.count)
      // A piece ends before a character; a valid one has four bytes at most.
      while end < raw.count, raw[end].isUTF8Continuation, end > start + 1 { end -= 1 }
      guard String(validating: raw[start..<end], as: UTF8.self) != nil else { return false }
      start = end
    }
    return true
  }

  /// Whether at least nine in ten of the bytes above ASCII stand in valid UTF-8 sequences: a UTF-8 file with damage.
  private static func isMostlyUTF8(_ raw: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    while index < raw.count {
      guard raw[index] >= 0x80 else {
        index += 1
        continue
      }
      let found = raw.scalar(at: index)
      if found.length > 1 { good += found.length } else { bad += 1 }
      index += found.length
    }
    return good > bad * 9
  }

  /// The encoding named in an XML declaration or an HTML `<meta>`, lower case.
  private static func declaredName(_ raw: [UInt8]) -> String? {
    let head = raw.prefix(1024).map(\.asciiLowercased)
    for label in ["charset=", "encoding="] {
      guard let place = head.firstOffset(of: Array(label.utf8), from: 0) else { continue }
      let rest = head[(place + label.utf8.count)...].drop { $0 == 0x22 || $0 == 0x27 }
      return rest.prefix { $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F }.string
    }
    return nil
  }

  /// windows-1252 as browsers read it: the five undefined bytes are C1 controls.
  private static func windows1252(_ raw: [UInt8]) -> [UInt8] {
    let high: [UInt16] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    var result: [UInt8] = []
    result.reserveCapacity(raw.count + raw.count / 8)
    for byte in raw {
      let value = byte >= 0x80 && byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
      if value < 0x80 {
        result.append(UInt8(value))
      } else if value < 0x800 {
        result.append(0xC0 | UInt8(value >> 6))
        result.append(0x80 | UInt8(value & 0x3F))
      } else {
        result.append(0xE0 | UInt8(value >> 12))
        result.append(0x80 | UInt8(value >> 6 & 0x3F))
        result.append(0x80 | UInt8(value & 0x3F))
      }
    }
    return result
  }
}
