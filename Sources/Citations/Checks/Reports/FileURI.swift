/// Paths as references of URIs.
public enum FileURI {
  /// The path with every byte escaped that a path of a URI cannot hold; `file://` before an absolute one.
  ///
  /// Source: RFC 3986, 3.3 and 4.2: a first segment with a colon would be read as a scheme, so it is escaped too.
  public static func reference(to path: String) -> String {
    var result: [UInt8] = path.hasPrefix("/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
      if byte.isASCIIAlphanumeric || "-._~/!$&'()*+,;=@".utf8.contains(byte) {
        result.append(byte)
      } else {
        result.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 0xF] {
          result.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
      }
    }
    return result.string
  }
}
