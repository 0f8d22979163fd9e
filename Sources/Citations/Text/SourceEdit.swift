/// A piece of a source to be replaced.
public struct SourceEdit: Sendable, Hashable {
  /// What is replaced; empty where something is only put in.
  public var range: SourceRange
  /// What stands there instead.
  public var replacement: [UInt8]

  /// The replacement of `range` by `replacement`.
  public init(_ range: SourceRange, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// The bytes with the edits made; of two edits that overlap, the one that begins first is made.
  ///
  /// Edits that put something in at the same place do so in the order given.
  ///
  /// - Complexity: O(*n* + *e* log *e*).
  public static func apply(_ edits: [Self], to bytes: [UInt8]) -> [UInt8] {
    let order = edits.indices.sorted {
      (edits[$0].range.start, $0) < (edits[$1].range.start, $1)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for index in order where Int(edits[index].range.start) >= position {
      let range = edits[index].range
      result.append(contentsOf: bytes[position..<Int(range.start)])
      result.append(contentsOf: edits[index].replacement)
      position = Int(range.end)
    }
    result.append(contentsOf: bytes[position...])
    return result
  }
}
