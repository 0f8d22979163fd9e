/// A source text as UTF-8, with its name and its lines.
///
/// Offsets everywhere in the library count the bytes of `bytes`: the file after decoding, without a byte-order mark.
public struct SourceFile: Sendable, Hashable {
  /// The name to print: a path, or `-` for standard input.
  public var name: String
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// The lines of `bytes`.
  public let lines: LineIndex

  /// A source with the given name and UTF-8 bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.lines = LineIndex(bytes)
  }

  /// The line and column of a byte offset.
  ///
  /// - Complexity: O(log lines + length of the line).
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(at: offset)
    var column = 1
    for index in lines.start(ofLine: line)..<offset where !bytes[index].isUTF8Continuation {
      column += 1
    }
    return SourcePosition(line: line, column: column)
  }

  /// Whether name and bytes are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.bytes == right.bytes
  }

  /// Feeds name and size to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
  }
}
