/// Signs that mean the same in several markup languages; each method returns the offset after what it marked.
extension InlineCanvas {
  /// Links the address that stands at `offset` without markup; nil where none does.
  mutating func linkAddress(in bytes: [UInt8], at offset: Int) -> Int? {
    guard let end = BareAddress.end(bytes, at: offset) else { return nil }
    add(.link(bytes[offset..<end].string), offset..<end)
    return end
  }

  /// Links the address of the `<https://…>` at `offset` and drops its brackets; nil where none stands there.
  mutating func linkAngleAddress(in bytes: [UInt8], at offset: Int) -> Int? {
    guard let end = BareAddress.end(bytes, at: offset + 1), bytes.has(">", at: end) else {
      return nil
    }
    skip(offset..<offset + 1)
    skip(end..<end + 1)
    add(.link(bytes[offset + 1..<end].string), offset + 1..<end)
    return end + 1
  }

  /// Puts its character for the character reference at `offset`; nil where none stands there.
  mutating func replaceReference(in bytes: [UInt8], at offset: Int) -> Int? {
    guard let found = CharacterReference.read(bytes, at: offset) else { return nil }
    replace(offset..<offset + found.length, with: found.utf8)
    return offset + found.length
  }
}
