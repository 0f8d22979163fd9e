/// A set of ASCII words, numbered in order, that is asked with bytes, so that no string has to be made for the question.
struct ByteTable: Sendable {
  /// The words in the order in which they were given.
  private(set) var words: [[UInt8]] = []
  private let foldsCase: Bool
  /// One more than the index of a word; 0 where there is none.
  private var slots: [UInt16]

  /// The words given; of words that are equal the first one counts.
  ///
  /// - Parameters:
  ///   - words: Up to 30,000 words.
  ///   - foldsCase: Whether ASCII capitals count as their small letters.
  init(_ words: some Collection<some StringProtocol>, foldsCase: Bool = false) {
    self.foldsCase = foldsCase
    var size = 16
    while size < words.count * 3 { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    for word in words {
      let bytes = word.utf8.map { foldsCase ? $0.asciiLowercased : $0 }
      if slots[slot(of: bytes[...])] == 0 {
        slots[slot(of: bytes[...])] = UInt16(self.words.count + 1)
      }
      self.words.append(bytes)
    }
  }

  /// The index of a word, or nil.
  subscript(word: ArraySlice<UInt8>) -> Int? {
    let found = slots[slot(of: word)]
    return found == 0 ? nil : Int(found) - 1
  }

  private func slot(of word: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word {
      hash = (hash ^ UInt32(foldsCase ? byte.asciiLowercased : byte)) &* 16_777_619
    }
    var slot = Int(hash ^ hash >> 15) & (slots.count - 1)
    while slots[slot] != 0, !isEqual(words[Int(slots[slot]) - 1], word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isEqual(_ word: [UInt8], _ other: ArraySlice<UInt8>) -> Bool {
    guard word.count == other.count else { return false }
    var index = 0
    for byte in other {
      guard word[index] == (foldsCase ? byte.asciiLowercased : byte) else { return false }
      index += 1
    }
    return true
  }
}
