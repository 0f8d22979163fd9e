/// Finds the references in the bytes of a JATS document, before anything is parsed.
///
/// Each `ref` is then parsed by itself, so that a fault costs no more than the reference it stands in, and a document of
/// any size needs no more memory than its bytes. Where there is no `ref`, the citations are taken: those in notes and
/// in paragraphs. Comments and CDATA sections are passed over.
struct JATSSegments {
  /// A reference, or a citation that stands by itself.
  struct Segment {
    var range: Range<Int>
    /// Whether its end tag was found.
    var isClosed: Bool
  }

  /// The references; the citations where there are none.
  private(set) var segments: [Segment] = []
  /// Whether the segments are `ref` elements.
  private(set) var areReferences = false
  /// Citations outside of the references, which are not read where there are references.
  private(set) var others: [Segment] = []
  /// Where the document type declares its first entity.
  private(set) var entity: Range<Int>?

  private static let citations: Set<String> = [
    "citation-alternatives", "mixed-citation", "element-citation", "nlm-citation", "citation",
  ]

  private struct OpenSegment {
    var name: String
    var start: Int
  }

  private struct Scan {
    var references: [Segment] = []
    var citations: [Segment] = []
    var reference: OpenSegment?
    var citation: OpenSegment?
  }

  private let bytes: [UInt8]
  private var scan = Scan()
  /// Whether the rest has no end of a comment, so that none is looked for again and again.
  private var hasNoMore: [Bool] = [false, false, false]

  /// Scans a document.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) { index = take(next) }
    finish(at: bytes.count)
    areReferences = !scan.references.isEmpty
    segments = areReferences ? scan.references : scan.citations
    others = areReferences ? scan.citations : []
  }

  /// Takes what begins at a `<`; returns where to go on.
  private mutating func take(_ start: Int) -> Int {
    guard start + 1 < bytes.count else { return bytes.count }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      if bytes[start...].starts(with: "<!--") { return skip(to: "-->", from: start + 4, 0) }
      if bytes[start...].starts(with: "<![CDATA[") { return skip(to: "]]>", from: start + 9, 1) }
      if entity == nil, bytes[start...].starts(with: "<!ENTITY") {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        entity = start..<end
      }
      return start + 2
    case UInt8(ascii: "?"): return skip(to: "?>", from: start + 2, 2)
    case UInt8(ascii: "/"):
      let name = name(at: start + 2)
      guard let local = name.local else { return start + 2 }
      return close(local, tagEnd(name.end))
    default:
      let name = name(at: start + 1)
      guard let local = name.local else { return start + 1 }
      return open(local, at: start, nameEnd: name.end)
    }
  }

  /// Where the text after `sign` begins; where there is none the opening is taken for text.
  private mutating func skip(to sign: String, from start: Int, _ kind: Int) -> Int {
    guard !hasNoMore[kind] else { return start }
    guard let end = bytes.firstOffset(of: Array(sign.utf8), from: start) else {
      hasNoMore[kind] = true
      return start
    }
    return end + sign.utf8.count
  }

  /// The end of the name at `start`, and the name without its prefix where it is one that matters.
  private func name(at start: Int) -> (local: String?, end: Int) {
    var end = start
    var local = start
    while end < bytes.count, end - start < 64 {
      let byte = bytes[end]
      guard byte.isASCIIAlphanumeric || "-_:.".utf8.contains(byte) || byte >= 0x80 else { break }
      end += 1
      if byte == UInt8(ascii: ":") { local = end }
    }
    let length = end - local
    guard length == 3 || length >= 8 else { return (nil, end) }
    let text = bytes[local..<end].string
    return (text == "ref" || text == "ref-list" || Self.citations.contains(text) ? text : nil, end)
  }

  /// The offset after the `>` that ends the tag, quotes passed over; the next `<` where there is none.
  private func tagEnd(_ start: Int) -> Int {
    var index = start
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { return index }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
      index += 1
    }
    return index
  }

  private mutating func open(_ name: String, at start: Int, nameEnd: Int) -> Int {
    let end = tagEnd(nameEnd)
    let isEmpty = end - 2 >= nameEnd && bytes[end - 2] == UInt8(ascii: "/")
    if name == "ref" || name == "ref-list" {
      finish(at: start)
      if name == "ref" {
        if isEmpty {
          scan.references.append(Segment(range: start..<end, isClosed: true))
        } else {
          scan.reference = OpenSegment(name: name, start: start)
        }
      }
    } else if scan.reference == nil {
      if let open = scan.citation {
        // What stands inside of alternatives belongs to them.
        if open.name == "citation-alternatives" { return end }
        finishCitation(at: start, isClosed: false)
      }
      if isEmpty {
        scan.citations.append(Segment(range: start..<end, isClosed: true))
      } else {
        scan.citation = OpenSegment(name: name, start: start)
      }
    }
    return end
  }

  private mutating func close(_ name: String, _ end: Int) -> Int {
    if name == "ref", let open = scan.reference {
      scan.references.append(Segment(range: open.start..<end, isClosed: true))
      scan.reference = nil
    } else if name == "ref-list" {
      finish(at: end)
    } else if scan.reference == nil, scan.citation?.name == name {
      finishCitation(at: end, isClosed: true)
    }
    return end
  }

  private mutating func finishCitation(at end: Int, isClosed: Bool) {
    guard let open = scan.citation else { return }
    scan.citations.append(Segment(range: open.start..<end, isClosed: isClosed))
    scan.citation = nil
  }

  /// Ends what is open where it can go on no longer.
  private mutating func finish(at end: Int) {
    if let open = scan.reference {
      scan.references.append(Segment(range: open.start..<end, isClosed: false))
      scan.reference = nil
    }
    finishCitation(at: end, isClosed: false)
  }
}
