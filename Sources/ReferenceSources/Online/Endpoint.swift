/// The base address of a registry.
public struct Endpoint: Sendable, Hashable {
  /// Scheme, host, port and path without a slash at the end.
  public let address: String
  /// Whether it is this machine, where nothing has to be encrypted.
  let isLoopback: Bool

  /// Crossref's API.
  public static let crossref = Endpoint(known: "https://api.crossref.org")
  /// DataCite's API.
  public static let dataCite = Endpoint(known: "https://api.datacite.org")
  /// Open Library.
  public static let openLibrary = Endpoint(known: "https://openlibrary.org")

  private init(known address: String) {
    self.address = address
    isLoopback = false
  }

  /// The endpoint at an address.
  ///
  /// - Throws: ``SourceTrouble`` for anything but `https`, or `http` on this machine.
  public init(_ address: String) throws(SourceTrouble) {
    var address = address[...]
    while address.hasSuffix("/") { address = address.dropLast() }
    let bytes = Array(address.utf8)
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else {
      throw SourceTrouble("\"\(address)\" is no address")
    }
    self.address = String(address)
    guard !address.hasPrefix("https://") else {
      isLoopback = false
      return
    }
    let rest = address.hasPrefix("http://") ? address.dropFirst(7) : ""
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host =
      authority.hasPrefix("[")
      ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    guard ["localhost", "127.0.0.1", "[::1]"].contains(String(host)) else {
      throw SourceTrouble("\"\(address)\" should begin with https://")
    }
    isLoopback = true
  }

  /// A text as a part of an address.
  ///
  /// Source: RFC 3986, 2.3 "Unreserved Characters".
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += ("%" + (digits.utf8.count < 2 ? "0" : "") + digits).utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
