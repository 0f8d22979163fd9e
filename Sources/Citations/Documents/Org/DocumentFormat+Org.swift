extension DocumentFormat {
  /// Org mode.
  public static let org = DocumentFormat(
    name: "org", title: "Org mode", extensions: ["org"], sniff: sniffOrg, read: readOrg)

  @Sendable private static func sniffOrg(_ head: ArraySlice<UInt8>) -> Int {
    var sniff = MarkupSniff(head)
    sniff.add(70, ifHas: "[fn:")
    sniff.add(60, ifLineStarts: "#+title:")
    sniff.add(60, ifLineStarts: "#+TITLE:")
    sniff.add(50, ifLineStarts: "#+begin_")
    sniff.add(50, ifLineStarts: "#+BEGIN_")
    sniff.add(40, ifHas: "[cite:@")
    sniff.add(25, ifLineStarts: "** ")
    return sniff.result
  }

  @Sendable private static func readOrg(_ source: SourceFile) -> Document {
    var assembly = DocumentAssembly(source, format: "org")
    let parsed = OrgBlocks(source.bytes)
    assembly.reportUnclosed(parsed.unclosed)
    assembly.setLanguage(parsed.language ?? "")
    if let title = parsed.title {
      let canvas = OrgInline.read(title, into: &assembly)
      assembly.setTitle(canvas.render(0..<title.count).text)
    }
    for block in parsed.blocks.withoutNoteHeadings {
      switch block.kind {
      case .body(.code): assembly.addBlock(Block(.code, block.raw.trimmed))
      case .body(let kind): assembly.addBlock(kind, OrgInline.read(block.raw, into: &assembly))
      case .definition(let label), .citation(let label):
        let note = assembly.addNote(
          Note(label: label, text: SourceText(), range: block.sourceRange), key: label)
        let canvas = OrgInline.read(block.raw, into: &assembly)
        assembly.setContent(canvas.render(0..<canvas.raw.count), ofNote: note)
      }
    }
    return assembly.finish()
  }
}
