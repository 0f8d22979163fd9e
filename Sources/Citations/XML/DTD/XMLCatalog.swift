/// An XML catalog: which file stands for a public or a system identifier.
///
/// Source: OASIS XML Catalogs 1.1, 7 "Catalog Resolution".
struct XMLCatalog: Sendable {
  /// The beginning or the end of system identifiers.
  private struct Part {
    var text: String
    /// What stands for them: a path, or the URI that replaces the part.
    var target: String
    /// To what such a URI is relative.
    var base = ""
  }

  private struct Public {
    var path: String
    /// Whether it counts even where a system identifier is given.
    var isPreferred: Bool
  }

  private struct Delegate {
    var prefix: String
    var catalog: XMLCatalog
  }

  private var systems: [String: String] = [:]
  private var rewrites: [Part] = []
  private var suffixes: [Part] = []
  private var publics: [String: Public] = [:]
  private var systemDelegates: [Delegate] = []
  private var publicDelegates: [Delegate] = []
  private var next: [XMLCatalog] = []

  /// The most catalogs that may lead to each other, which also ends those that lead to themselves.
  private static let mostCatalogs = 200

  /// The name of an element without its prefix, which can be any.
  private static func localName(_ name: String) -> Substring {
    name.split(separator: ":").last ?? ""
  }

  /// Whether a file is a catalog, by the name of its root.
  static func isCatalog(_ prolog: XMLProlog) -> Bool { localName(prolog.rootName) == "catalog" }

  /// Reads a catalog, and those that it leads to.
  init(
    _ file: SourceFile, read: @Sendable (String) -> [UInt8]?
  ) throws(DocumentTypeError) {
    var count = 0
    try self.init(file, read: read, &count)
  }

  private init(
    _ file: SourceFile, read: @Sendable (String) -> [UInt8]?, _ count: inout Int
  ) throws(DocumentTypeError) {
    count += 1
    let tree = MarkupParser.parseXML(file.bytes)
    if let problem = tree.problems.first(where: \.isFatal) {
      throw Self.error("the catalog is not well-formed: \(problem.message)", file, problem.source)
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      let entry = Entry(tree: tree, file: file, node: index)
      switch Self.localName(tree.nodes[index].name) {
      case "nextCatalog": next.append(try Self.catalog(of: entry, read: read, &count))
      case "delegateSystem":
        let prefix = entry["systemIdStartString"] ?? ""
        systemDelegates.append(
          .init(prefix: prefix, catalog: try Self.catalog(of: entry, read: read, &count)))
      case "delegatePublic":
        let prefix = Self.normalized(entry["publicIdStartString"] ?? "")
        publicDelegates.append(
          .init(prefix: prefix, catalog: try Self.catalog(of: entry, read: read, &count)))
      default: try add(entry)
      }
    }
  }

  /// Adds an entry that leads to a file; the first one for an identifier counts.
  private mutating func add(_ entry: Entry) throws(DocumentTypeError) {
    switch Self.localName(entry.tree.nodes[entry.node].name) {
    case "system":
      let id = entry["systemId"] ?? ""
      if systems[id] == nil { systems[id] = try entry.path("uri") }
    case "public":
      let id = Self.normalized(entry["publicId"] ?? "")
      if publics[id] == nil {
        publics[id] = .init(path: try entry.path("uri"), isPreferred: entry.prefersPublic)
      }
    case "rewriteSystem":
      _ = try entry.path("rewritePrefix")
      rewrites.append(
        .init(
          text: entry["systemIdStartString"] ?? "", target: entry["rewritePrefix"] ?? "",
          base: entry.base))
    case "systemSuffix":
      suffixes.append(.init(text: entry["systemIdSuffix"] ?? "", target: try entry.path("uri")))
    default: return
    }
  }

  /// The catalog that an entry leads to.
  private static func catalog(
    of entry: Entry, read: @Sendable (String) -> [UInt8]?, _ count: inout Int
  ) throws(DocumentTypeError) -> XMLCatalog {
    let path = try entry.path("catalog")
    guard count < mostCatalogs else {
      throw entry.error("more than \(mostCatalogs) catalogs lead to each other")
    }
    guard let bytes = read(path) else {
      throw entry.error("the catalog \"\(path)\" cannot be read")
    }
    return try XMLCatalog(
      SourceFile(name: path, bytes: DecodedText(bytes).bytes), read: read, &count)
  }

  /// The file for the identifiers of a document type or an entity; nil where the catalog has none.
  func path(publicID: String?, systemID: String?) -> String? {
    let publicID = publicID.map(Self.normalized)
    if let systemID {
      if let found = path(systemID: systemID) { return found.isEmpty ? nil : found }
      let delegates = Self.fitting(systemDelegates) { systemID.hasPrefix($0) }
      if !delegates.isEmpty { return Self.first(delegates, nil, systemID) }
    }
    if let publicID {
      if let found = publics[publicID], found.isPreferred || systemID == nil {
        return found.path.isEmpty ? nil : found.path
      }
      let delegates = Self.fitting(publicDelegates) { publicID.hasPrefix($0) }
      if !delegates.isEmpty { return Self.first(delegates, publicID, nil) }
    }
    return Self.first(next, publicID, systemID)
  }

  private func path(systemID: String) -> String? {
    if let found = systems[systemID] { return found }
    if let rewrite = Self.longest(rewrites, where: { systemID.hasPrefix($0) }) {
      let rest = String(systemID.unicodeScalars.dropFirst(rewrite.text.unicodeScalars.count))
      return FilePath.path(ofURI: rewrite.target + rest, from: rewrite.base) ?? ""
    }
    return Self.longest(suffixes) { systemID.hasSuffix($0) }?.target
  }

  private static func first(
    _ catalogs: [XMLCatalog], _ publicID: String?, _ systemID: String?
  ) -> String? {
    for catalog in catalogs {
      if let found = catalog.path(publicID: publicID, systemID: systemID) { return found }
    }
    return nil
  }

  private static func longest(
    _ prefixes: [Part], where fits: (String) -> Bool
  ) -> Part? {
    prefixes.filter { fits($0.text) }.max { $0.text.utf8.count < $1.text.utf8.count }
  }

  /// The catalogs of the delegates that fit, those of longer beginnings first.
  private static func fitting(
    _ delegates: [Delegate], where fits: (String) -> Bool
  ) -> [XMLCatalog] {
    delegates.filter { fits($0.prefix) }
      .sorted { $0.prefix.utf8.count > $1.prefix.utf8.count }.map(\.catalog)
  }

  /// A public identifier with its white space made single spaces.
  private static func normalized(_ id: String) -> String {
    id.utf8.split(whereSeparator: \.isASCIISpace).map { String($0) ?? "" }.joined(separator: " ")
  }

  fileprivate static func error(
    _ reason: String, _ file: SourceFile, _ offset: Int
  ) -> DocumentTypeError {
    DocumentTypeError(path: file.name, position: file.position(at: offset), reason: reason)
  }
}

/// An element of a catalog.
private struct Entry {
  let tree: MarkupTree
  let file: SourceFile
  let node: Int

  /// The value of an attribute.
  subscript(name: String) -> String? { tree.attribute(name, of: node) }

  /// The file that an attribute names; empty for a URI that is none, which resolves nothing.
  func path(_ name: String) throws(DocumentTypeError) -> String {
    guard let uri = self[name] else { throw error("the entry has no attribute \"\(name)\"") }
    return FilePath.path(ofURI: uri, from: base) ?? ""
  }

  /// Whether the nearest `prefer` around the entry is that for public identifiers.
  var prefersPublic: Bool {
    ancestors.lazy.compactMap { tree.attribute("prefer", of: $0) }.first != "system"
  }

  func error(_ reason: String) -> DocumentTypeError {
    XMLCatalog.error(reason, file, tree.nodes[node].source)
  }

  /// The file or folder to which URIs are relative: that of the nearest `xml:base`, or the catalog.
  var base: String {
    let bases = ancestors.reversed().compactMap { tree.attribute("xml:base", of: $0) }
    return bases.reduce(file.name) { outer, uri in
      guard let path = FilePath.path(ofURI: uri, from: outer) else { return outer }
      return uri.hasSuffix("/") ? path + "/" : path
    }
  }

  /// The element and those around it, the innermost first; entries stand at most a few deep.
  private var ancestors: [Int] {
    Array(
      sequence(first: node) { tree.nodes[$0].parent >= 0 ? tree.nodes[$0].parent : nil }.prefix(8))
  }
}
