extension DocumentFormat {
  /// Plain text: copied from a page, typed, or written by `pdftotext`.
  static let text = DocumentFormat(
    name: "text", title: "plain text, also as pdftotext and Project Gutenberg write it",
    extensions: ["txt", "text"], sniff: { $0.isEmpty ? 0 : 1 },
    read: { TextReader($0, format: "text").read() })

  /// The words of a PDF with their places on the page, as `pdftotext -bbox-layout` writes them.
  static let bbox = DocumentFormat(
    name: "pdf-bbox",
    title: "words of a PDF with their places, as pdftotext -bbox-layout writes them",
    extensions: ["bbox"],
    sniff: { head in
      let head = Array(head.prefix(1 << 16))
      let isLayout =
        head.firstOffset(of: Array("<page width=\"".utf8), from: 0) != nil
        && head.firstOffset(of: Array("<word xMin=\"".utf8), from: 0) != nil
      return isLayout ? 100 : 0
    },
    read: { BoundingBoxReader($0).read() })
}
