extension DocumentFormat {
  /// reStructuredText.
  public static let rst = DocumentFormat(
    name: "rst", title: "reStructuredText", extensions: ["rst", "rest"],
    sniff: sniffRST, read: readRST)

  @Sendable private static func sniffRST(_ head: ArraySlice<UInt8>) -> Int {
    var sniff = MarkupSniff(head)
    sniff.add(60, ifLineStarts: ".. [")
    sniff.add(50, ifHas: "]_")
    sniff.add(40, ifLineStarts: ".. _")
    sniff.add(40) { bytes, line in
      bytes.has(".. ", at: line.start)
        && bytes[line.range].string.utf8.split(separator: 0x20).contains {
          $0.suffix(2).elementsEqual("::".utf8)
        }
    }
    sniff.add(30, ifHas: "`_")
    return sniff.result
  }

  @Sendable private static func readRST(_ source: SourceFile) -> Document {
    var reader = RSTReader(source)
    return reader.read()
  }
}
