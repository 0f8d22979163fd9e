private import Synchronization

/// The document types with which XML documents are compared: a DTD, or those to which an XML catalog leads.
///
///     let types = try DocumentTypes(bytes, path: "dtd/catalog.xml") { path in contents(of: path) }
///     var options = CheckOptions()
///     options.documentTypes = types
///
/// Each document type is read once, when the first document of it is met. Its files are asked of the caller by their paths;
/// only files beside the DTD and those that the catalog names are asked for, and never an address on a network.
public struct DocumentTypes: Sendable {
  private enum Source: Sendable {
    case dtd
    case catalog(XMLCatalog)
  }

  private let source: Source
  private let file: SourceFile
  private let read: @Sendable (String) -> [UInt8]?
  private let known = KnownDTDs()

  /// Takes a DTD or a catalog, which are told apart by their content; the catalog is read at once.
  ///
  /// - Parameters:
  ///   - raw: The bytes of the file.
  ///   - path: Its path; those of other files are told from it.
  ///   - read: Gives the bytes of the file at a path; nil for one that cannot be read.
  /// - Throws: What is wrong with the catalog, and where.
  public init(
    _ raw: [UInt8], path: String, read: @escaping @Sendable (String) -> [UInt8]?
  ) throws(DocumentTypeError) {
    file = SourceFile(name: path, bytes: DecodedText(raw).bytes)
    self.read = read
    let prolog = XMLProlog(file.bytes)
    if prolog.root == nil {
      source = .dtd
    } else if XMLCatalog.isCatalog(prolog) {
      source = .catalog(try XMLCatalog(file, read: read))
    } else {
      throw DocumentTypeError(
        path: path, position: file.position(at: prolog.root ?? 0),
        reason: "found <\(prolog.rootName.shortened)>, expected a DTD or an XML catalog")
    }
  }

  /// Reads the DTD without waiting for a document; those of a catalog are read when they are asked for.
  ///
  /// - Throws: What is wrong with it, and where.
  public func readNow() throws(DocumentTypeError) {
    if case .dtd = source { _ = try main(for: nil) }
  }

  /// What was wrong with the document types that documents have asked for so far, sorted by place.
  public var errors: [DocumentTypeError] { known.errors }

  /// What a document was compared with, and how it went.
  enum Verdict {
    ///
    /// Beside the violations, the places of those complaints of the parser that the document type settles: entities and
    /// namespaces that it declares.
    case compared([DTDViolation], settled: Set<Int>)
    /// The document has no document type and a catalog is to tell it, or the catalog does not know it.
    case unknown(XMLProlog.DocumentType?)
    /// The document type cannot be used.
    case unusable(DocumentTypeError, at: Range<Int>)
    /// The document is not well-formed, so that not all of its elements are known.
    case malformed(String, at: Int)
  }

  /// Compares a document with its document type.
  func verdict(on document: SourceFile) -> Verdict {
    let prolog = XMLProlog(document.bytes)
    let type = prolog.documentType
    let start = prolog.root ?? 0
    let place = type?.range ?? start..<start
    do throws(DocumentTypeError) {
      guard let main = try main(for: type) else { return .unknown(type) }
      var dtd = main.dtd
      if let part = type?.declarations {
        // What the document declares comes first and can change what its document type says.
        dtd = try DTDParser.read(main.file, main.locator, own: document.bytes[part])
      }
      let tree = MarkupParser.parseXML(document.bytes)
      if let problem = tree.problems.first(where: { $0.isFatal && $0.undeclared == nil }) {
        return .malformed(problem.message, at: problem.source)
      }
      var validator = DTDValidator(tree, document, dtd)
      validator.validate(root: type?.name)
      return .compared(validator.violations, settled: validator.settledProblems)
    } catch {
      return .unusable(error, at: place)
    }
  }

  /// A document type with the file that begins it.
  struct Main {
    var dtd: DTD
    var file: SourceFile
    var locator: DTDLocator
  }

  private func main(
    for type: XMLProlog.DocumentType?
  ) throws(DocumentTypeError) -> Main? {
    switch source {
    case .dtd:
      return try known.main(at: file.name) { () throws(DocumentTypeError) -> Main in
        try Self.read(file, locate: DTDLocator(read: read, catalog: nil, main: file.name))
      }
    case .catalog(let catalog):
      guard let type, let path = catalog.path(publicID: type.publicID, systemID: type.systemID)
      else { return nil }
      return try known.main(at: path) { () throws(DocumentTypeError) -> Main in
        guard let bytes = read(path) else {
          throw DocumentTypeError(path: path, reason: "cannot be read, as \(file.name) names it")
        }
        let main = SourceFile(name: path, bytes: DecodedText(bytes).bytes)
        let locator = DTDLocator(read: read, catalog: catalog, main: path)
        return try Self.read(main, locate: locator)
      }
    }
  }

  private static func read(
    _ file: SourceFile, locate: DTDLocator
  ) throws(DocumentTypeError) -> Main {
    Main(dtd: try DTDParser.read(file, locate), file: file, locator: locate)
  }
}

/// The document types that were read, so that none is read twice; shared by all copies of `DocumentTypes`.
private final class KnownDTDs: Sendable {
  private let known = Mutex<[String: Result<DocumentTypes.Main, DocumentTypeError>]>([:])

  /// The document type of the file at `path`, by `read` when it is asked for first.
  func main(
    at path: String, _ read: () throws(DocumentTypeError) -> DocumentTypes.Main
  ) throws(DocumentTypeError) -> DocumentTypes.Main {
    let result = known.withLock { known in
      if let found = known[path] { return found }
      let new: Result<DocumentTypes.Main, DocumentTypeError>
      do throws(DocumentTypeError) {
        new = .success(try read())
      } catch {
        new = .failure(error)
      }
      known[path] = new
      return new
    }
    return try result.get()
  }

  var errors: [DocumentTypeError] {
    known.withLock { known in
      known.values.compactMap { result in
        if case .failure(let error) = result { error } else { nil }
      }
    }.sorted { $0.description < $1.description }
  }
}
