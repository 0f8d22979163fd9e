extension Array where Element == UInt8 {
  /// How most lines end; a line feed where none does.
  var lineEnding: [UInt8] {
    var feeds = 0
    var returns = 0
    var pairs = 0
    for index in indices {
      if self[index] == 0x0A {
        if index > 0, self[index - 1] == 0x0D { pairs += 1 } else { feeds += 1 }
      } else if self[index] == 0x0D {
        returns += 1
      }
    }
    if pairs > feeds, 2 * pairs >= returns { return [0x0D, 0x0A] }
    return returns - pairs > feeds ? [0x0D] : [0x0A]
  }

  /// Whether lines end in more than one way.
  var mixesLineEnds: Bool {
    var hasFeed = false
    var hasPair = false
    var hasReturn = false
    for index in indices where self[index].isLineEnd {
      if self[index] == 0x0A {
        if index > 0, self[index - 1] == 0x0D { hasPair = true } else { hasFeed = true }
      } else if index + 1 == count || self[index + 1] != 0x0A {
        hasReturn = true
      }
    }
    return hasFeed && hasPair || hasFeed && hasReturn || hasPair && hasReturn
  }
}
