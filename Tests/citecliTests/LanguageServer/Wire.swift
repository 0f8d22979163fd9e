import Citations

@testable import LanguageServer

/// The way between an editor and a server.
protocol Wire {
  /// Sends bytes to the server.
  mutating func send(_ bytes: [UInt8])
  /// The next bytes from the server; empty when none come any more.
  mutating func receive() -> [UInt8]
}

/// A server in the same program, with files in memory.
struct MemoryWire: Wire {
  var server: Server
  private var output: [UInt8] = []

  /// A server whose disk holds `files`, by their paths.
  init(_ files: [String: String] = [:], areAll: Bool = true, settings: Settings = Settings()) {
    let paths = files.keys.sorted()
    server = Server(
      host: Host(
        files: { folder, isDeep in
          let inside = paths.filter { $0.hasPrefix(folder + "/") }
          let isNear = { (path: String) in !path.dropFirst(folder.count + 1).contains("/") }
          return (inside.filter { isDeep || isNear($0) }, areAll)
        },
        read: { path in files[path].map { Array($0.utf8) } },
        settings: { _ in settings }))
  }

  init(_ server: Server) { self.server = server }

  mutating func send(_ bytes: [UInt8]) {
    output += server.receive(bytes)
    while let check = server.beginCheck() { output += server.finish(check.run()) }
  }

  mutating func receive() -> [UInt8] {
    let bytes = output
    output = []
    return bytes
  }
}

/// A server that is a program of its own, over pipes; what it is sent is cut at odd places.
struct PipeWire: Wire {
  let process: Process
  private var size = 1

  init(_ process: Process) { self.process = process }

  mutating func send(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      _ = process.send(Array(bytes[start..<end]))
      start = end
      size = size % 97 + 13
    }
  }

  mutating func receive() -> [UInt8] { process.readSome() }
}
