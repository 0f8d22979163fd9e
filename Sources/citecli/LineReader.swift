/// Reads lines from a file descriptor, holding no more than one line and one buffer of them.
struct LineReader {
  /// A line, or the news that it is too long.
  enum Line {
    case bytes(ArraySlice<UInt8>)
    /// A line over the limit; it was skipped to its end.
    case tooLong
  }

  /// No line may be longer than this many bytes: memory stays bounded whatever comes.
  static let limit = 256 << 20

  private let descriptor: Int32
  private let name: String
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// The part of `buffer` that holds bytes not handed out yet.
  private var held = 0..<0
  /// Offset in `buffer` up to which no line end stands.
  private var searched = 0
  private var isAtEnd = false
  private var isSkipping = false

  init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Whether the next line is in the buffer, so that asking for it cannot block.
  mutating func hasBufferedLine() -> Bool {
    if isAtEnd { return !held.isEmpty }
    if let end = buffer[searched..<held.upperBound].firstIndex(of: 0x0A) {
      searched = end
      return true
    }
    searched = held.upperBound
    return false
  }

  /// The next line without its LF or CR LF, or nil at the end; a last line needs no line end.
  mutating func next() throws(FileError) -> Line? {
    while true {
      if let end = buffer[searched..<held.upperBound].firstIndex(of: 0x0A) {
        let line = buffer[held.lowerBound..<end]
        take(upTo: end + 1)
        if isSkipping {
          isSkipping = false
          return .tooLong
        }
        return .bytes(line.last == 0x0D ? line.dropLast() : line)
      }
      searched = held.upperBound
      if isAtEnd {
        guard isSkipping || !held.isEmpty else { return nil }
        let line = buffer[held]
        take(upTo: held.upperBound)
        defer { isSkipping = false }
        return isSkipping ? .tooLong : .bytes(line)
      }
      try fill()
    }
  }

  private mutating func take(upTo end: Int) {
    held = end..<max(end, held.upperBound)
    searched = end
  }

  private mutating func fill() throws(FileError) {
    if isSkipping || held.count > Self.limit {
      isSkipping = true
      held = 0..<0
    }
    if held.lowerBound > 0 {
      buffer.replaceSubrange(0..<held.count, with: Array(buffer[held]))
      held = 0..<held.count
    }
    searched = held.upperBound
    if held.upperBound == buffer.count {
      buffer += [UInt8](repeating: 0, count: buffer.count)
    } else if held.isEmpty, buffer.count > 1 << 20 {
      // A long line made the buffer big; the next ones need not keep it so.
      buffer = [UInt8](repeating: 0, count: 1 << 16)
    }
    let found = try FileIO.readSome(descriptor, name: name, into: &buffer, from: held.upperBound)
    if found == 0 { isAtEnd = true }
    held = held.lowerBound..<held.upperBound + found
  }
}
