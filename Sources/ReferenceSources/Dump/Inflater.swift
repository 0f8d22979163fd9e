internal import CZlib

/// Unpacks gzip piece by piece; several files packed one after the other are one.
///
/// Source: RFC 1952, 2.2.
@safe struct Inflater: ~Copyable {
  // The structure must not move while zlib uses it, so it has a place of its own.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether the last packed file has come to its end.
  private(set) var isComplete = false
  /// Whether the data is damaged, so that nothing comes after what was unpacked.
  private(set) var isDamaged = false

  /// Whether bytes begin as gzip does.
  static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B, 0x08]) }

  init() throws(SourceTrouble) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe citations_inflate_init(stream) == Z_OK else {
      throw SourceTrouble("cannot be unpacked: no memory")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// What a piece becomes, which is at most about a thousand times as long; up to the damage where there is some.
  mutating func unpack(_ packed: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var used = 0
    var mayHoldBack = false
    while !isDamaged, used < packed.count || mayHoldBack {
      if isComplete {
        // Zeros may fill up the end; anything else is the next file.
        if packed[used] == 0 {
          used += 1
          continue
        }
        unsafe inflateReset(stream)
        isComplete = false
      }
      let step = step(packed, from: used, into: &buffer)
      used += step.used
      result += buffer[..<step.made]
      mayHoldBack = step.made == buffer.count && step.status == Z_OK
      switch step.status {
      case Z_STREAM_END: isComplete = true
      case Z_OK, Z_BUF_ERROR:
        if step.used == 0, step.made == 0, used < packed.count { isDamaged = true }
      default: isDamaged = true
      }
    }
    return result
  }

  private func step(
    _ packed: [UInt8], from start: Int, into buffer: inout [UInt8]
  ) -> (status: Int32, used: Int, made: Int) {
    // zlib does not write to its input; both arrays are borrowed for the call, and the counts are theirs.
    unsafe packed.withUnsafeBufferPointer { input in
      unsafe buffer.withUnsafeMutableBufferPointer { output in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress.map { unsafe $0 + start })
        unsafe stream.pointee.avail_in = UInt32(input.count - start)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(output.count)
        let status = unsafe inflate(stream, Z_NO_FLUSH)
        return unsafe (
          status, input.count - start - Int(stream.pointee.avail_in),
          output.count - Int(stream.pointee.avail_out)
        )
      }
    }
  }
}
