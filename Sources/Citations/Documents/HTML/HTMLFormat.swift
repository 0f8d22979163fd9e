extension DocumentFormat {
  /// HTML pages: notes by link, inside the sentence, by number or by order.
  public static let html = DocumentFormat(
    name: "html", title: "HTML page", extensions: ["html", "htm", "xhtml"],
    sniff: { HTMLSniffer.score($0) }, read: { HTMLDocumentReader(source: $0).read() })
}

/// Tells pages from other texts by their beginning.
enum HTMLSniffer {
  /// How strongly `head` speaks for HTML, from 0 to 100.
  static func score(_ head: ArraySlice<UInt8>) -> Int {
    let low = head.prefix(4096).map(\.asciiLowercased)
    func holds(_ words: String) -> Bool { low.firstOffset(of: Array(words.utf8), from: 0) != nil }
    let start = low.drop { $0.isASCIISpace }
    // `pdftotext -bbox-layout` writes word boxes in an HTML shell.
    if holds("<word xmin") || holds("<page width=") { return 10 }
    if start.starts(with: "<!doctype html") { return 95 }
    if holds("<html") { return start.first == 0x3C ? 92 : 60 }
    if start.starts(with: "<head") || start.starts(with: "<body") || holds("<body") { return 80 }
    let blocks = [
      "<p>", "<p ", "<div", "<h1", "<h2", "<article", "<section", "<ol", "<ul", "<table",
    ]
    guard start.first == 0x3C else { return 0 }
    return blocks.contains { start.starts(with: Array($0.utf8)) } ? 50 : 0
  }
}
