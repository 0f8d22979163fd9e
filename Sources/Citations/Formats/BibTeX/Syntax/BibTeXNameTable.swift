/// A set of names given as ranges of one text.
///
/// Open addressing over a power of two at least twice as large as what is in it; no string is made.
struct BibTeXNameTable {
  /// Whether names that only capitals tell apart are one.
  let foldsCase: Bool
  private var slots: [SourceRange]
  private var count = 0
  /// No name is empty, so an empty range is a free slot.
  private static let free = SourceRange(0, 0)

  /// A set with room for `capacity` names; more are taken too.
  init(capacity: Int, foldsCase: Bool) {
    self.foldsCase = foldsCase
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = [SourceRange](repeating: Self.free, count: size)
  }

  /// Puts a name in and gives nil, or gives the range of the one that is there already.
  mutating func insert(_ name: SourceRange, _ bytes: [UInt8]) -> SourceRange? {
    guard name.start < name.end else { return nil }
    if 2 * (count + 1) > slots.count { grow(bytes) }
    let slot = slot(of: name, bytes)
    guard slots[slot] == Self.free else { return slots[slot] }
    slots[slot] = name
    count += 1
    return nil
  }

  private func slot(of name: SourceRange, _ bytes: [UInt8]) -> Int {
    let mask = slots.count - 1
    var slot = hash(name, bytes) & mask
    while slots[slot] != Self.free, !isSame(slots[slot], name, bytes) { slot = (slot + 1) & mask }
    return slot
  }

  private func isSame(_ left: SourceRange, _ right: SourceRange, _ bytes: [UInt8]) -> Bool {
    if foldsCase { return bytes.isSameName(left, right) }
    return bytes[Int(left.start)..<Int(left.end)].elementsEqual(
      bytes[Int(right.start)..<Int(right.end)])
  }

  /// FNV-1a, 64 bits, its upper half mixed in.
  private func hash(_ name: SourceRange, _ bytes: [UInt8]) -> Int {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in Int(name.start)..<Int(name.end) {
      let byte = foldsCase ? bytes[index].asciiLowercased : bytes[index]
      value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: (value ^ value >> 32) & 0x7FFF_FFFF_FFFF_FFFF)
  }

  private mutating func grow(_ bytes: [UInt8]) {
    let old = slots
    slots = [SourceRange](repeating: Self.free, count: 2 * old.count)
    for name in old where name != Self.free { slots[slot(of: name, bytes)] = name }
  }
}
