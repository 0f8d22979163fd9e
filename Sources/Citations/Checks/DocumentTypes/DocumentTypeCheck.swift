extension Rule {
  /// An element or a text stands where the document type does not allow it, or something that must be there is missing.
  public static let invalidMarkup = Rule(
    "F066", "invalid-markup", .error, "the document type does not allow what stands here")

  /// An attribute is not one of the element's, has a value that it cannot have, or is missing.
  public static let invalidAttribute = Rule(
    "F067", "invalid-attribute", .error,
    "the document type does not allow an attribute or its value")

  /// The document type of an article is not known, so nothing was compared.
  public static let unknownDocumentType = Rule(
    "F068", "unknown-document-type", .note, "the catalog does not know the document type")

  /// The declarations of an article's document type cannot be read, so nothing was compared.
  public static let unusableDocumentType = Rule(
    "F069", "unusable-document-type", .error, "the document type has a fault of its own")
}

/// Compares articles with their document types where the caller gives these.
enum DocumentTypeCheck {
  static let rules: [Rule] = [
    .invalidMarkup, .invalidAttribute, .unknownDocumentType, .unusableDocumentType,
  ]

  /// Adds what the document type says of a document, and takes back what it settles.
  static func add(
    to findings: inout [Diagnostic], in source: SourceFile, _ types: DocumentTypes
  ) {
    let verdict = types.verdict(on: source)
    if case .compared(_, let settled) = verdict, !settled.isEmpty {
      findings.removeAll {
        $0.rule == .malformedMarkup && settled.contains(Int($0.range?.start ?? .max))
      }
    }
    findings += self.findings(verdict, in: source)
  }

  private static func findings(
    _ verdict: DocumentTypes.Verdict, in source: SourceFile
  ) -> [Diagnostic] {
    switch verdict {
    case .compared(let violations, _):
      return violations.map { violation in
        Diagnostic(
          violation.kind == .content ? .invalidMarkup : .invalidAttribute, violation.message,
          at: SourceRange(violation.range.lowerBound, violation.range.upperBound))
      }
    case .unknown(let type):
      guard let type else {
        return [
          Diagnostic(
            .unknownDocumentType,
            "the article has no document type; expected one that the catalog knows",
            at: start(of: source))
        ]
      }
      let id = type.publicID ?? type.systemID ?? ""
      return [
        Diagnostic(
          .unknownDocumentType,
          id.isEmpty
            ? "the document type has no identifier; expected one that the catalog knows"
            : "the catalog does not know the document type \"\(shortened(id))\"",
          at: SourceRange(type.range.lowerBound, type.range.upperBound))
      ]
    case .unusable(let error, let place):
      return [
        Diagnostic(
          .unusableDocumentType, "the document type cannot be used: \(error)",
          at: SourceRange(place.lowerBound, place.upperBound))
      ]
    case .malformed(let problem, let offset):
      let words = String(problem.prefix(1)).lowercased() + problem.dropFirst()
      return [
        Diagnostic(
          .invalidMarkup, "not compared with the document type: \(shortened(words))",
          at: SourceRange(offset, offset))
      ]
    }
  }

  /// The place of the root's start tag.
  private static func start(of source: SourceFile) -> SourceRange {
    guard let root = XMLProlog(source.bytes).root else { return SourceRange(0, 0) }
    var tags = MarkupTags(source.bytes, from: root)
    return tags.next().map { SourceRange($0.range.lowerBound, $0.range.upperBound) }
      ?? SourceRange(root, root)
  }

  /// Identifiers are told in full unless they are longer than any that is used.
  private static func shortened(_ id: String) -> String {
    let scalars = id.unicodeScalars
    guard scalars.count > 140 else { return id }
    return String(String.UnicodeScalarView(scalars.prefix(139))) + "…"
  }
}
