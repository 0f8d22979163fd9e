extension DocumentFormat {
  /// CommonMark with the note conventions of GFM, Pandoc, MultiMarkdown and Scrivener.
  public static let markdown = DocumentFormat(
    name: "markdown", title: "Markdown (CommonMark, GFM, Pandoc, MultiMarkdown)",
    extensions: ["md", "markdown", "qmd", "rmd", "mkd", "mdown"],
    sniff: sniffMarkdown, read: readMarkdown)

  @Sendable private static func sniffMarkdown(_ head: ArraySlice<UInt8>) -> Int {
    var sniff = MarkupSniff(head)
    sniff.add(60, ifLineStarts: "[^")
    sniff.add(45, ifHas: "^[")
    sniff.add(45, ifHas: "[^")
    sniff.add(40, ifLineStarts: "[#")
    sniff.add(30, ifHas: "](http")
    sniff.add(25, ifHas: "<sup>")
    sniff.add(15, ifHas: "**")
    sniff.add(30, ifLineStarts: "```")
    sniff.add(30) { bytes, line in
      let end = bytes.runEnd(of: UInt8(ascii: "#"), from: line.start, to: line.end)
      return end > line.start && end - line.start <= 6 && end + 1 < line.end && bytes[end] == 0x20
    }
    return sniff.result
  }

  @Sendable private static func readMarkdown(_ source: SourceFile) -> Document {
    var assembly = DocumentAssembly(source, format: "markdown")
    let start = FrontMatter.read(into: &assembly)
    var reader = MarkdownReader(assembly, from: start, dialect: .markdown)
    return reader.read()
  }
}
