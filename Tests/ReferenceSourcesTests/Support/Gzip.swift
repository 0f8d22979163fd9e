import CZlib

/// Packs bytes as `gzip` does.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = unsafe z_stream()
  // 31: a window of 32 KiB, and gzip's header and trailer.
  unsafe deflateInit2_(
    &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count + 1024)
  let count = unsafe input.withUnsafeMutableBufferPointer { source in
    unsafe output.withUnsafeMutableBufferPointer { target in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = UInt32(source.count)
      unsafe stream.next_out = target.baseAddress
      unsafe stream.avail_out = UInt32(target.count)
      unsafe deflate(&stream, Z_FINISH)
      return unsafe target.count - Int(stream.avail_out)
    }
  }
  unsafe deflateEnd(&stream)
  return Array(output[..<count])
}
