extension DocumentFormat {
  /// JATS articles, of any of the tag sets.
  public static let jats = DocumentFormat(
    name: "jats", title: "JATS XML article", extensions: ["xml", "nxml", "jats"],
    sniff: { JATSSniffer.score($0) }, read: { JATSReader.read($0) })
}

/// Tells JATS from other XML by the beginning of a text.
enum JATSSniffer {
  /// How strongly the bytes speak for JATS.
  static func score(_ bytes: ArraySlice<UInt8>) -> Int {
    let head = Array(bytes.prefix(4096))
    let has = { (text: String) in head.firstOffset(of: Array(text.utf8), from: 0) != nil }
    let isDoctype =
      has("-//NLM//DTD JATS") || has("-//NLM//DTD Journal") || has("-//NLM//DTD Article")
    if isDoctype { return 100 }
    // DocBook has an `article` too; in HTML it is a part of a page.
    guard has("<article"), !has("docbook"), !has("DocBook"), !has("<html"), !has("<HTML") else {
      return 0
    }
    let isArticle =
      has("<front>") || has("<article-meta") || has("<journal-meta") || has("dtd-version=")
      || has("article-type=") || has("<ref-list") || has("<fn-group")
    if isArticle { return 95 }
    return head[...].trimmedASCIISpace.starts(with: "<?xml") && has("<body>") ? 60 : 0
  }
}
