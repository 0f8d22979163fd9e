#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Threads of the system.
enum Thread {
  /// As much as main threads usually have; where threads get little by themselves, readers need more.
  private static let stackSize = 8 << 20

  /// Runs a closure on a thread of its own; where there can be none, at once.
  static func start(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    // The box is released by whoever takes the closure out: the thread, or this function where there is none.
    let box = unsafe Unmanaged.passRetained(Box(body)).toOpaque()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let status = unsafe pthread_create(
      &thread, &attributes,
      { pointer in
        unsafe Thread.run(pointer)
        return nil
      }, box)
    unsafe pthread_attr_destroy(&attributes)
    if status != 0 { unsafe run(box) }
  }

  private static func run(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer = unsafe pointer else { return }
    // The pointer was made of a box that is still retained for it.
    unsafe Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
  }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
