extension Rule {
  /// Part of a page could not be read because its markup does not end.
  static let malformedHTML = Rule(
    "F003", "malformed-markup", .warning, "markup that does not end hides the text after it")
}

/// Finds where broken markup makes a page lose text.
///
/// Unclosed and misnested elements lose nothing. A comment, a script or a style sheet that never ends takes the rest of
/// the page with it.
enum HTMLLoss {
  /// The places where text is lost.
  static func find(_ page: HTMLPage) -> [Diagnostic] {
    let bytes = page.source
    var result: [Diagnostic] = []
    if let start = unclosedComment(bytes) {
      result.append(
        Diagnostic(
          .malformedHTML,
          "the comment \"<!--\" never ends, expected \"-->\"; the rest of the page is not read",
          at: SourceRange(start, bytes.count)))
    }
    for node in 0..<page.count {
      let entry = page.tree.nodes[node]
      guard ["script", "style", "textarea", "title"].contains(entry.name),
        entry.sourceEnd >= bytes.count,
        !endsWithTag(bytes, entry.name), page.end(node) == page.count
      else { continue }
      result.append(
        Diagnostic(
          .malformedHTML,
          "the element \"\(entry.name)\" never ends, expected \"</\(entry.name)>\"; the rest of the page is not read",
          at: SourceRange(entry.source, bytes.count)))
    }
    if page.count == 0, bytes.contains(where: { !$0.isASCIISpace && $0 != 0 }), result.isEmpty {
      result.append(
        Diagnostic(
          .malformedHTML, "no markup and no text could be read, expected HTML",
          at: SourceRange(0, bytes.count)))
    }
    return result
  }

  private static func unclosedComment(_ bytes: [UInt8]) -> Int? {
    let open = Array("<!--".utf8)
    let close = Array("-->".utf8)
    var position = 0
    while let start = bytes.firstOffset(of: open, from: position) {
      guard let end = bytes.firstOffset(of: close, from: start + 2) else { return start }
      position = end + 3
    }
    return nil
  }

  private static func endsWithTag(_ bytes: [UInt8], _ name: String) -> Bool {
    let tail = Array(bytes.suffix(name.utf8.count + 64)).map(\.asciiLowercased)
    return tail.firstOffset(of: Array("</\(name)".utf8), from: 0) != nil
  }
}
