extension Rule {
  /// An XML document declares entities of its own, which are not expanded.
  ///
  /// Expanding them could read files, reach the net or fill the memory; the names stay in the text as written.
  /// Source: XML 1.0, 4.4.3 "Included If Validating".
  public static let declaredEntities = Rule(
    "F004", "declared-entities", .warning, "entities that a document declares are not expanded")
}

/// Finds declared entities in XML documents.
enum DeclaredEntities {
  /// The finding for a parsed document, if there is one.
  static func check(_ tree: MarkupTree, _ source: SourceFile) -> Diagnostic? {
    guard tree.declaresEntities else { return nil }
    let start = source.bytes.firstOffset(of: Array("<!ENTITY".utf8), from: 0) ?? 0
    let end = source.bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? start
    return Diagnostic(
      .declaredEntities, "the document type declares entities; they are not expanded",
      at: SourceRange(start, end))
  }
}
