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
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A {
        starts.append(UInt32(offset))
      } else if byte == 0x0D, offset == bytes.count || bytes[offset] != 0x0A {
        starts.append(UInt32(offset))
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
