/// Tells JATS from other XML by the beginning of a text.
enum JATSSniffer {
  /// How strongly the bytes speak for a JATS article.
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

  /// How strongly the bytes speak for references of JATS: an article, a book of the same family, or a part of one.
  static func referenceScore(_ bytes: ArraySlice<UInt8>) -> Int {
    let head = Array(bytes.prefix(4096))
    let has = { (text: String) in head.firstOffset(of: Array(text.utf8), from: 0) != nil }
    if has("-//NLM//DTD BITS") { return 100 }
    guard head.contains(UInt8(ascii: "<")) else { return 0 }
    // These names are of no other vocabulary, whatever prefix they have.
    for name in ["element-citation", "mixed-citation", "nlm-citation", "citation-alternatives"]
    where has("<\(name)") || has(":\(name)") {
      return 97
    }
    return max(score(bytes), has("<ref-list") || has(":ref-list") ? 90 : 0)
  }
}
