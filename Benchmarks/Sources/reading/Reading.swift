internal import Citations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures how fast a format is read, without starting a program and without reading the file.
///
///     reading FORMAT FILE [ROUNDS]
@main
struct Reading {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let format = BibliographyFormat.named(arguments[1]),
      format.canRead, let bytes = bytes(of: arguments[2])
    else {
      print("usage: reading FORMAT FILE [ROUNDS]")
      exit(2)
    }
    let rounds = arguments.count > 3 ? max(Int(arguments[3]) ?? 5, 1) : 5
    var times: [Double] = []
    var count = 0
    for _ in 0..<rounds {
      let start = now()
      let read = format.read(SourceFile(name: arguments[2], bytes: bytes))
      times.append(now() - start)
      count = read?.references.count ?? 0
    }
    let time = times.sorted()[times.count / 2]
    let speed = Double(bytes.count) / 1_000_000 / time
    print("\(format.name): \(count) references, \(Int(speed)) MB/s (median of \(rounds), CPU time)")
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      // The buffer is the array's own and lives during the call.
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe fread($0.baseAddress, 1, $0.count, file)
      }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }
}
