/// A document format: what it is called, how it is recognised, how it is read.
///
/// An open list; see `DocumentFormat.all` for those that are built in.
public struct DocumentFormat: Sendable {
  /// The name used on the command line, for example `markdown`.
  public let name: String
  /// One line that says what it is.
  public let title: String
  /// File name extensions without the dot, lower case; the first is the usual one.
  public let extensions: [String]
  /// How strongly the beginning of a text speaks for the format, from 0 (not at all) to 100 (it says so itself).
  let sniff: @Sendable (ArraySlice<UInt8>) -> Int
  /// Reads a source; never fails, what is wrong is in the document's diagnostics.
  let read: @Sendable (SourceFile) -> Document
}

extension DocumentFormat {
  /// The formats that are built in.
  ///
  /// Every format that is built in. The first is the fallback.
  public static let all: [DocumentFormat] = [
    text, bbox, html, markdown, asciidoc, rst, org, wikitext, typst, djot, jats,
  ]
}
