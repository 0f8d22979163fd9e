internal import CLibXML2
private import Synchronization

/// Gives libxml2 the files of document types that `DTDParser` reads, and leaves all others to the loader that was there before.
///
/// libxml2 has one loader for a whole process. Ours knows its own parsers, so whoever else uses libxml2 notices nothing of it.
struct EntityLoader: Sendable {
  static let shared = EntityLoader()

  /// A pointer of C that is only compared, or handed back.
  private struct State {
    /// The addresses of the parsers that are running.
    var contexts: Set<UInt> = []
    /// The loader before ours; nil before ours was set.
    var other: UInt?
  }

  private static let state = Mutex(State())

  /// Runs `body`, in which the files that `context` asks for are those of its `DTDLoad`.
  func whileLoading<Result>(_ context: xmlParserCtxtPtr, _ body: () -> Result) -> Result {
    let address = UInt(bitPattern: context)
    Self.state.withLock { state in
      state.contexts.insert(address)
      // Somebody may have set another one since, through which ours would not be asked.
      let current = unsafe unsafeBitCast(xmlGetExternalEntityLoader(), to: UInt.self)
      let own = unsafe unsafeBitCast(Self.load, to: UInt.self)
      if current != own {
        state.other = current
        unsafe xmlSetExternalEntityLoader(Self.load)
      }
    }
    defer { Self.state.withLock { _ = $0.contexts.remove(address) } }
    return body()
  }

  private static let load: xmlExternalEntityLoader = { address, publicID, context in
    unsafe EntityLoader.input(address, publicID, context)
  }

  private static func input(
    _ address: UnsafePointer<CChar>?, _ publicID: UnsafePointer<CChar>?,
    _ context: xmlParserCtxtPtr?
  ) -> xmlParserInputPtr? {
    let key = UInt(bitPattern: context)
    let (isOurs, other) = state.withLock { ($0.contexts.contains(key), $0.other) }
    guard isOurs, let context = unsafe context, let load = unsafe DTDLoad.of(context) else {
      guard let other, other != 0 else { return nil }
      // The number was made from a loader, which is a function and so is never freed.
      let loader = unsafe unsafeBitCast(other, to: xmlExternalEntityLoader.self)
      return unsafe loader(address, publicID, context)
    }
    let name = unsafe address.map { unsafe String(cString: $0) } ?? ""
    let file = unsafe load.file(
      name, publicID: publicID.map { unsafe String(cString: $0) }, context)
    guard let file else { return nil }
    let buffer = unsafe file.bytes.withUnsafeBytes { bytes in
      // libxml2 copies the bytes.
      unsafe xmlParserInputBufferCreateMem(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count),
        XML_CHAR_ENCODING_UTF8)
    }
    guard let buffer = unsafe buffer else { return nil }
    let input = unsafe xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
    // By this name it resolves what the file names, and says where an error is. It frees the copy.
    unsafe input?.pointee.filename = unsafe xmlStrdup(DTDLoad.address(of: file.name)).map {
      unsafe UnsafePointer(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
    }
    return unsafe input
  }
}
