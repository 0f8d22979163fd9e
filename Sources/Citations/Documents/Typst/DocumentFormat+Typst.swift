extension DocumentFormat {
  /// Typst.
  public static let typst = DocumentFormat(
    name: "typst", title: "Typst", extensions: ["typ"], sniff: sniffTypst, read: readTypst)

  @Sendable private static func sniffTypst(_ head: ArraySlice<UInt8>) -> Int {
    var sniff = MarkupSniff(head)
    sniff.add(80, ifHas: "#footnote[")
    sniff.add(60, ifLineStarts: "#set ")
    sniff.add(60, ifLineStarts: "#import \"")
    sniff.add(50, ifLineStarts: "#show")
    sniff.add(50, ifLineStarts: "#let ")
    sniff.add(40, ifHas: "#cite(<")
    return sniff.result
  }

  @Sendable private static func readTypst(_ source: SourceFile) -> Document {
    var reader = TypstReader(source)
    return reader.read()
  }
}
