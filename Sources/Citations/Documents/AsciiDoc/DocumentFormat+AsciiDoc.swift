extension DocumentFormat {
  /// AsciiDoc.
  public static let asciidoc = DocumentFormat(
    name: "asciidoc", title: "AsciiDoc", extensions: ["adoc", "asciidoc", "asc"],
    sniff: sniffAsciiDoc, read: readAsciiDoc)

  @Sendable private static func sniffAsciiDoc(_ head: ArraySlice<UInt8>) -> Int {
    var sniff = MarkupSniff(head)
    sniff.add(80, ifHas: "footnote:")
    sniff.add(80, ifHas: "footnoteref:[")
    sniff.add(40, ifLineStarts: ":toc:")
    sniff.add(40, ifLineStarts: "[quote")
    sniff.add(40, ifLineStarts: "[source")
    sniff.add(30, ifHas: "link:http")
    sniff.add(30) { bytes, line in
      bytes.has("= ", at: line.start)
        || bytes.has("== ", at: line.start) && bytes[line.end - 1] != 0x3D
    }
    return sniff.result
  }

  @Sendable private static func readAsciiDoc(_ source: SourceFile) -> Document {
    var assembly = DocumentAssembly(source, format: "asciidoc")
    let parsed = AsciiDocBlocks(source.bytes)
    assembly.reportUnclosed(parsed.unclosed)
    assembly.setLanguage(parsed.attributes["lang"]?.string ?? "")
    if let title = parsed.title {
      let canvas = AsciiDocInline.read(title, parsed.attributes, into: &assembly)
      assembly.setTitle(canvas.render(0..<title.count).text)
    }
    for block in parsed.blocks {
      guard case .body(let kind) = block.kind else { continue }
      if kind == .code {
        assembly.addBlock(Block(.code, block.raw.trimmed))
      } else {
        assembly.addBlock(
          kind, AsciiDocInline.read(block.raw, parsed.attributes, into: &assembly))
      }
    }
    return assembly.finish()
  }
}
