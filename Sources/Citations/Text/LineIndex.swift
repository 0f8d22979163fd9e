/// Where the lines of a text begin, so that byte offsets can be shown to people as line and column.
public struct LineIndex: Sendable, Hashable {
  /// Byte offset of each line's first byte; the first is 0.
  private let starts: [UInt32]

  /// Indexes `bytes`; a line ends at LF, CR LF or a lone CR.
  ///
  /// - Complexity: O(*n*).
  public init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    // Lines of some forty bytes are usual; growing step by step would copy the whole several times.
    starts.reserveCapacity(bytes.count / 40 + 1)
    var offset: UInt32 = 0
    /// Behind the last carriage return.
    var afterReturn: UInt32 = 0
    for byte in bytes {
      offset += 1
      // One look is enough for most bytes.
      guard byte <= 0x0D else { continue }
      if byte == 0x0D {
        starts.append(offset)
        afterReturn = offset
      } else if byte == 0x0A {
        if afterReturn == offset - 1, afterReturn > 0 { starts.removeLast() }
        starts.append(offset)
      }
    }
    self.starts = starts
  }

  /// The number of lines; a text that ends in a line end has an empty last one.
  public var count: Int { starts.count }

  /// The 1-based line that holds the byte at `offset`.
  ///
  /// - Complexity: O(log *n*).
  public func line(at offset: Int) -> Int {
    Swift.max(starts.partitionPoint { Int($0) <= offset }, 1)
  }

  /// The byte offset at which the 1-based `line` begins.
  public func start(ofLine line: Int) -> Int {
    Int(starts[Swift.min(Swift.max(line, 1), starts.count) - 1])
  }
}
