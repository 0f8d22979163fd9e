/// The tags of a markup text with their places, in order; comments, declarations and CDATA are passed over.
///
/// Nothing is checked: what is no tag is text. The readers of documents give trees; this gives offsets.
struct MarkupTags: Sequence, IteratorProtocol {
  /// A start tag.
  struct Tag {
    /// Its name as it is written.
    var name: ArraySlice<UInt8>
    /// Its attributes, each with the place of its value inside the quotes.
    var attributes: [(name: ArraySlice<UInt8>, value: Range<Int>)]
    /// Where it stands.
    var range: Range<Int>

    /// The place of an attribute's value.
    func value(_ name: StaticString) -> Range<Int>? {
      attributes.first {
        $0.name.count == name.utf8CodeUnitCount && $0.name.starts(with: name)
      }?.value
    }
  }

  private let bytes: [UInt8]
  private var offset: Int

  /// The tags of `bytes` that begin at `offset` or after it.
  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next start tag.
  ///
  /// - Complexity: O(*n*) for all tags together.
  mutating func next() -> Tag? {
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = open + 1
      guard let first = bytes[offset...].first else { return nil }
      if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
        passOver(from: open)
      } else if first.isASCIILetter {
        return tag(from: open)
      }
    }
    offset = bytes.count
    return nil
  }

  private mutating func passOver(from open: Int) {
    let end: StaticString
    if bytes[open...].starts(with: "<!--" as StaticString) {
      end = "-->"
    } else if bytes[open...].starts(with: "<![CDATA[" as StaticString) {
      end = "]]>"
    } else {
      end = ">"
    }
    let mark = end.withUTF8Buffer { unsafe Array($0) }
    offset = bytes.firstOffset(of: mark, from: offset).map { $0 + mark.count } ?? bytes.count
  }

  private mutating func tag(from open: Int) -> Tag {
    let name = bytes[offset...].prefix { !$0.isASCIISpace && $0 != 0x3E && $0 != 0x2F }
    var tag = Tag(name: name, attributes: [], range: open..<name.endIndex)
    offset = name.endIndex
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
      if let attribute = attribute() { tag.attributes.append(attribute) }
    }
    offset = Swift.min(offset + 1, bytes.count)
    tag.range = open..<offset
    return tag
  }

  /// An attribute with its value; nil for signs between attributes and for those without a value.
  private mutating func attribute() -> (name: ArraySlice<UInt8>, value: Range<Int>)? {
    passSpace()
    let name = bytes[offset...].prefix { byte in
      !byte.isASCIISpace && byte != 0x3D && byte != 0x3E && byte != 0x2F
    }
    offset = name.endIndex
    passSpace()
    guard !name.isEmpty else {
      // A stray sign is passed over.
      if offset < bytes.count, bytes[offset] != 0x3E { offset += 1 }
      return nil
    }
    guard offset < bytes.count, bytes[offset] == 0x3D else { return nil }
    offset += 1
    passSpace()
    guard let quote = bytes[offset...].first else { return nil }
    if quote == 0x22 || quote == 0x27 {
      let start = offset + 1
      let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      offset = Swift.min(end + 1, bytes.count)
      return (name, start..<end)
    }
    let value = bytes[offset...].prefix { !$0.isASCIISpace && $0 != 0x3E }
    offset = value.endIndex
    return (name, value.startIndex..<value.endIndex)
  }

  private mutating func passSpace() {
    while offset < bytes.count, bytes[offset].isASCIISpace { offset += 1 }
  }
}
