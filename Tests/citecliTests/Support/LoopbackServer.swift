#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// A server on this machine that answers with what a test gives it, one connection after the other.
final class LoopbackServer {
  /// What is answered to a request.
  enum Reply: Sendable {
    case page(Int, String, headers: [String] = [])
    /// Nothing until the client gives up.
    case silence
  }

  private let core: Core
  private var thread: pthread_t

  /// "http://127.0.0.1:PORT".
  var address: String { "http://127.0.0.1:\(core.port)" }

  /// The heads of the requests so far.
  var requests: [String] { core.state.withLock { $0.requests } }

  /// Serves `pages` by path; of several replies to one path each is given once, the last one always.
  init?(_ pages: [String: [Reply]]) {
    guard let core = Core(pages) else { return nil }
    self.core = core
    #if canImport(Darwin)
      var started: pthread_t?
    #else
      var started = pthread_t()
    #endif
    // The thread takes the reference that is handed over here.
    let handed = unsafe Unmanaged.passRetained(core).toOpaque()
    let status = unsafe pthread_create(
      &started, nil,
      { argument in
        #if canImport(Darwin)
          let core = unsafe Unmanaged<Core>.fromOpaque(argument).takeRetainedValue()
        #else
          guard let argument = unsafe argument else { return nil }
          let core = unsafe Unmanaged<Core>.fromOpaque(argument).takeRetainedValue()
        #endif
        core.serve()
        return nil
      }, handed)
    #if canImport(Darwin)
      guard status == 0, let started else { return nil }
      thread = started
    #else
      guard status == 0 else { return nil }
      thread = started
    #endif
  }

  deinit {
    core.stop()
    pthread_join(thread, nil)
  }

  /// An address at which nobody answers: its port was free a moment ago.
  static var deadAddress: String {
    guard let core = Core([:]) else { return "http://127.0.0.1:1" }
    core.stop()
    return "http://127.0.0.1:\(core.port)"
  }

  private final class Core: Sendable {
    struct State {
      var pages: [String: [Reply]]
      var requests: [String] = []
    }

    let state: Mutex<State>
    let port: UInt16
    private let listener: Int32

    init?(_ pages: [String: [Reply]]) {
      state = Mutex(State(pages: pages))
      #if canImport(Glibc)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      #else
        let listener = socket(AF_INET, SOCK_STREAM, 0)
      #endif
      guard listener >= 0 else { return nil }
      self.listener = listener
      _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      // The structure is as long as said, and is only used during the calls.
      let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
          unsafe bind(listener, generic, length) == 0 && listen(listener, 16) == 0
            && getsockname(listener, generic, &length) == 0
        }
      }
      guard status else {
        close(listener)
        return nil
      }
      port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(listener) }

    /// Ends the loop of `serve`.
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    func serve() {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        answer(connection)
        close(connection)
      }
    }

    private func answer(_ connection: Int32) {
      let head = readHead(connection)
      let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
      let reply = state.withLock { state -> Reply in
        state.requests.append(head)
        guard let replies = state.pages[path], let first = replies.first else {
          return .page(404, "{}")
        }
        if replies.count > 1 { state.pages[path]?.removeFirst() }
        return first
      }
      switch reply {
      case .silence:
        var byte: UInt8 = 0
        while unsafe read(connection, &byte, 1) > 0 {}
      case .page(let status, let body, let headers):
        let lines =
          ["HTTP/1.1 \(status) Status", "Content-Length: \(body.utf8.count)", "Connection: close"]
          + headers
        let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
        _ = unsafe write(connection, bytes, bytes.count)
      }
    }

    private func readHead(_ connection: Int32) -> String {
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      while unsafe read(connection, &byte, 1) == 1 {
        bytes.append(byte)
        if bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) { break }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
