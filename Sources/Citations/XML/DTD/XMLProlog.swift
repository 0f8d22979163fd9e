/// What stands before the root element of an XML document: its document type, and where the root begins.
///
/// Source: XML 1.0 (Fifth Edition), 2.8 "Prolog and Document Type Declaration".
struct XMLProlog {
  /// A `<!DOCTYPE …>`.
  struct DocumentType {
    /// The name that the root should have.
    var name = ""
    var publicID: String?
    var systemID: String?
    /// The declarations between the brackets; nil without brackets.
    var declarations: Range<Int>?
    /// Where it stands.
    var range = 0..<0
  }

  private(set) var documentType: DocumentType?
  /// Where the root element begins; nil where there is none.
  private(set) var root: Int?
  /// The name of the root element, empty where there is none.
  private(set) var rootName = ""
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while skipMisc(), documentType == nil, pass("<!DOCTYPE") {
      readDocumentType(from: offset - 9)
    }
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "<"),
      bytes[offset + 1].beginsXMLName
    else { return }
    root = offset
    rootName = bytes[(offset + 1)...].prefix { $0.isInXMLName }.string
  }

  /// Passes white space, comments and processing instructions; whether something is left.
  private mutating func skipMisc() -> Bool {
    while offset < bytes.count {
      if bytes[offset].isASCIISpace {
        offset += 1
      } else if pass("<!--") {
        skip(past: "-->")
      } else if pass("<?") {
        skip(past: "?>")
      } else {
        return true
      }
    }
    return false
  }

  private mutating func readDocumentType(from start: Int) {
    var type = DocumentType()
    skipSpace()
    type.name = bytes[offset...].prefix { $0.isInXMLName }.string
    offset += type.name.utf8.count
    skipSpace()
    if pass("PUBLIC") {
      type.publicID = literal()
      type.systemID = literal()
    } else if pass("SYSTEM") {
      type.systemID = literal()
    }
    skipSpace()
    if pass("[") { type.declarations = declarations() }
    skipSpace()
    _ = pass(">")
    type.range = start..<offset
    documentType = type
  }

  /// The place of what stands before the closing bracket.
  private mutating func declarations() -> Range<Int> {
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "]") {
      if pass("<!--") {
        skip(past: "-->")
      } else if pass("<?") {
        skip(past: "?>")
      } else if bytes[offset] == 0x22 || bytes[offset] == 0x27 {
        offset = (bytes[(offset + 1)...].firstIndex(of: bytes[offset]) ?? bytes.count - 1) + 1
      } else {
        offset += 1
      }
    }
    let end = offset
    _ = pass("]")
    return start..<end
  }

  private mutating func literal() -> String? {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == 0x22 || bytes[offset] == 0x27,
      let end = bytes[(offset + 1)...].firstIndex(of: bytes[offset])
    else { return nil }
    defer { offset = end + 1 }
    return bytes[offset + 1..<end].string
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset].isASCIISpace { offset += 1 }
  }

  private mutating func pass(_ text: StaticString) -> Bool {
    guard bytes[offset...].starts(with: text) else { return false }
    offset += text.utf8CodeUnitCount
    return true
  }

  private mutating func skip(past text: StaticString) {
    while offset < bytes.count, !pass(text) { offset += 1 }
  }
}
