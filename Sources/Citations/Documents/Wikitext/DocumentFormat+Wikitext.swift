extension DocumentFormat {
  /// Wikitext as MediaWiki reads it.
  public static let wikitext = DocumentFormat(
    name: "wikitext", title: "Wikitext (MediaWiki)", extensions: ["wiki", "mediawiki", "wikitext"],
    sniff: sniffWikitext, read: readWikitext)

  @Sendable private static func sniffWikitext(_ head: ArraySlice<UInt8>) -> Int {
    var sniff = MarkupSniff(head)
    sniff.add(60, ifHas: "</ref>")
    sniff.add(60, ifHas: "{{reflist")
    sniff.add(60, ifHas: "{{Reflist")
    sniff.add(50, ifHas: "{{sfn|")
    sniff.add(40, ifHas: "{{cite ")
    sniff.add(30, ifHas: "'''")
    sniff.add(20, ifHas: "[[")
    sniff.add(20) { bytes, line in
      bytes.has("==", at: line.start) && line.end - line.start > 5
        && bytes.has("==", at: line.end - 2)
        && bytes.runEnd(of: UInt8(ascii: "="), from: line.start, to: line.end) < line.end
    }
    return sniff.result
  }

  @Sendable private static func readWikitext(_ source: SourceFile) -> Document {
    var reader = WikiReader(source)
    return reader.read()
  }
}
