internal import CLibXML2

/// Reads the declarations of a document type with libxml2.
///
/// libxml2 resolves the entities and sections of which document types are made; what it declares is copied to a `DTD`, so that
/// nothing of libxml2 outlives the call.
enum DTDParser {
  /// Reads a document type.
  ///
  /// - Parameters:
  ///   - main: The file that begins it.
  ///   - locator: Finds the other files.
  ///   - own: What a document declares for itself, which comes first; empty for nothing.
  /// - Returns: The declarations.
  /// - Throws: What is wrong with the declarations, and where.
  static func read(
    _ main: SourceFile, _ locator: DTDLocator, own: ArraySlice<UInt8> = []
  ) throws(DocumentTypeError) -> DTD {
    let load = DTDLoad(main, locator)
    let carrier =
      Array("<!DOCTYPE a SYSTEM \"\(DTDLoad.address(of: main.name))\" [".utf8) + own
      + Array("]><a/>".utf8)
    var dtd = DTD()
    guard let context = unsafe xmlNewParserCtxt() else {
      throw DocumentTypeError(path: main.name, reason: "cannot be read: no memory is left")
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    unsafe context.pointee.sax.pointee.serror = { user, error in
      unsafe DTDLoad.of(user?.assumingMemoryBound(to: xmlParserCtxt.self))?.report(error)
    }
    // The load is held by this frame, and the context is freed before the frame ends.
    unsafe context.pointee._private = Unmanaged.passUnretained(load).toOpaque()
    let document = unsafe EntityLoader.shared.whileLoading(context) {
      unsafe carrier.withUnsafeBytes { bytes in
        unsafe xmlCtxtReadMemory(
          context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count), nil,
          "UTF-8", Int32(XML_PARSE_DTDLOAD.rawValue | XML_PARSE_NONET.rawValue))
      }
    }
    defer { unsafe xmlFreeDoc(document) }
    if let error = load.error { throw error }
    guard let document = unsafe document, unsafe context.pointee.wellFormed != 0 else {
      throw DocumentTypeError(path: main.name, reason: "cannot be read")
    }
    if let own = unsafe document.pointee.intSubset { unsafe dtd.add(own) }
    if let declared = unsafe document.pointee.extSubset { unsafe dtd.add(declared) }
    guard !dtd.isTooWide else {
      throw DocumentTypeError(
        path: main.name, reason: "the content of an element has more than \(DTD.mostNames) names")
    }
    guard dtd.elements.values.contains(where: { $0.content != nil }) else {
      throw DocumentTypeError(path: main.name, reason: "declares no element")
    }
    return dtd
  }
}

/// What goes on while a document type is read: which files were given to libxml2, and what was wrong.
///
/// A class because C code holds a pointer to it; it never leaves `DTDParser`.
@safe final class DTDLoad {
  /// The most bytes that files may have: some ten times those of the largest document types.
  private static let mostBytes = 1 << 26
  /// The most files, which may name each other again and again.
  private static let mostFiles = 2_000

  /// The first thing that was wrong.
  private(set) var error: DocumentTypeError?
  private let main: SourceFile
  private let locator: DTDLocator
  private var files = 0
  private var bytes = 0

  init(_ main: SourceFile, _ locator: DTDLocator) {
    self.main = main
    self.locator = locator
  }

  /// The load of a context that `DTDParser` made.
  static func of(_ context: xmlParserCtxtPtr?) -> DTDLoad? {
    // Only contexts of `DTDParser` get here, and it keeps the load alive as long as them.
    unsafe (context?.pointee._private).map {
      unsafe Unmanaged<DTDLoad>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// A path as the URI by which libxml2 knows the file, so that it can resolve relative ones.
  static func address(of path: String) -> String {
    var result: [UInt8] = []
    for byte in path.utf8 {
      if byte.isASCIIAlphanumeric || "/._-~".utf8.contains(byte) {
        result.append(byte)
      } else {
        result += "%".utf8 + [hexadecimal(byte >> 4), hexadecimal(byte & 15)]
      }
    }
    return result.string
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }

  /// The file at an address; nil, with the error noted, where there is none.
  func file(_ address: String, publicID: String?, _ context: xmlParserCtxtPtr) -> SourceFile? {
    files += 1
    if FilePath.path(ofURI: address, from: "") == FilePath.normal(main.name) {
      return unsafe counted(main, context)
    }
    do throws(DTDLocator.Missing) {
      return unsafe counted(
        try locator.file(publicID: publicID, systemID: address, from: ""), context)
    } catch {
      unsafe note("an entity \(error.reason)", context)
      return nil
    }
  }

  private func counted(_ file: SourceFile, _ context: xmlParserCtxtPtr) -> SourceFile? {
    bytes += file.bytes.count
    guard bytes <= Self.mostBytes, files <= Self.mostFiles else {
      unsafe note(
        "the files have more than \(Self.mostBytes >> 20) MiB or are more than \(Self.mostFiles), "
          + "which is the most", context)
      return nil
    }
    return file
  }

  /// Notes what is wrong where libxml2 stands.
  private func note(_ reason: String, _ context: xmlParserCtxtPtr) {
    guard error == nil else { return }
    let input = unsafe context.pointee.input
    let name = unsafe (input?.pointee.filename).map { unsafe String(cString: $0) }
    error = DocumentTypeError(
      path: path(name),
      position: SourcePosition(
        line: max(Int(unsafe input?.pointee.line ?? 1), 1),
        column: max(Int(unsafe input?.pointee.col ?? 1), 1)),
      reason: reason)
  }

  func report(_ found: UnsafePointer<xmlError>?) {
    guard error == nil, let found = unsafe found?.pointee else { return }
    let code = unsafe UInt32(bitPattern: found.code)
    // An entity that is not declared is a warning to libxml2, which then knows nothing of what comes behind it.
    let isUndeclared = code == XML_WAR_UNDECLARED_ENTITY.rawValue
    guard unsafe found.level.rawValue >= XML_ERR_ERROR.rawValue || isUndeclared,
      unsafe found.domain != Int32(XML_FROM_VALID.rawValue),
      unsafe found.domain != Int32(XML_FROM_IO.rawValue)
    else { return }
    let message = unsafe found.message.map { unsafe String(cString: $0) } ?? "is not well-formed"
    error = DocumentTypeError(
      path: path(unsafe found.file.map { unsafe String(cString: $0) }),
      position: SourcePosition(
        line: max(Int(unsafe found.line), 1), column: max(Int(unsafe found.int2), 1)),
      reason: Self.reason(message))
  }

  private func path(_ address: String?) -> String {
    address.flatMap { FilePath.path(ofURI: $0, from: "") } ?? main.name
  }

  /// The message without the name of the function that it comes from.
  private static func reason(_ message: String) -> String {
    var words = message.split(whereSeparator: \.isWhitespace)
    if words.count > 2, words[1] == ":" { words[0...1] = [words[0] + ":"] }
    let isName =
      words.count > 1 && words[0].hasSuffix(":")
      && words[0].utf8.dropLast().allSatisfy(\.isASCIILetter)
    if isName { words.removeFirst() }
    let text = words.joined(separator: " ").shortened(to: 140)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
