/// S030 to S036: pages that run backwards, have a label or are no pages.
///
/// In BibTeX files the reader reports ranges that run backwards.
enum SuspiciousPages: EntryCheck {
  static let reversed = Rule(
    "S030", "pages-reversed", .warning, "the last page comes before the first")
  static let label = Rule("S031", "page-label", .note, "a label stands before the pages")
  static let malformed = Rule("S032", "malformed-pages", .warning, "the pages are none")
  static let both = Rule(
    "S033", "article-number-and-pages", .note, "a work has a number of its own and other pages")
  static let dash = Rule(
    "S034", "single-hyphen-in-pages", .note, "a page range has one hyphen in BibTeX")
  static let same = Rule("S035", "page-range-of-one", .note, "a page range ends where it begins")
  static let unlike = Rule(
    "S036", "page-hyphens-differ", .note, "a page range has one hyphen where others have two")
  static let rules = [reversed, label, malformed, both, dash, same, unlike]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    if let eid = bibliography.value(named: "eid", of: entry), let pages = entry.reference[.page],
      pages != eid.text, !pages.utf8.contains(UInt8(ascii: ":"))
    {
      findings.append(
        Diagnostic(
          both, "\"\(eid.text)\" and the pages \"\(pages)\" name the place twice", at: eid.range,
          key: entry.key))
    }
    checkElements(entry, bibliography, &findings)
    guard let field = entry.field(of: .number(.page)) else {
      if let pages = entry.reference[.page] {
        let value = bibliography.placed(pages, in: nil, of: entry)
        check(value, entry, isBibTeX: false, &findings)
      }
      return
    }
    // Some formats have the first page and the last one in fields of their own.
    let text = field.name == "sp" ? entry.reference[.page] : bibliography.text(of: field)
    let value = bibliography.placed(text ?? "", in: field, of: entry)
    check(
      value, entry, isBibTeX: bibliography.tree != nil,
      isUnlike: bibliography.habits.doublesHyphens, &findings)
  }

  /// A number of its own beside the pages of a JATS citation.
  ///
  /// Source: JATS4R, "Citations": an article has pages or `elocation-id`.
  private static func checkElements(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    let bytes = bibliography.source.bytes
    let end = min(Int(entry.range.end), bytes.count)
    guard bibliography.format == "jats",
      let place = bytes.firstOffset(
        of: Array("<elocation-id".utf8), from: Int(entry.range.start), to: end),
      bytes.firstOffset(of: Array("<fpage".utf8), from: Int(entry.range.start), to: end) != nil,
      let pages = entry.reference[.page]
    else { return }
    findings.append(
      Diagnostic(
        both, "the number in elocation-id and the pages \"\(pages)\" name the place twice",
        at: SourceRange(place, place + 13), key: entry.key))
  }

  private static func check(
    _ value: PlacedValue, _ entry: CheckedEntry, isBibTeX: Bool, isUnlike: Bool = false,
    _ findings: inout [Diagnostic]
  ) {
    let bytes = Array(value.text.utf8)
    guard !bytes.isEmpty else { return }
    func report(_ rule: Rule, _ message: String, _ fixes: [FixIt] = []) {
      findings.append(
        Diagnostic(
          rule, "\"\(value.text)\" \(message)", at: value.range, key: entry.key, fixes: fixes))
    }
    if let length = labelLength(bytes) {
      report(
        label, "begins with a label, which styles add themselves",
        value.fixes("leave the label out", .safe, replace: 0..<length, with: ""))
    } else if let problem = MalformedPages.problem(value.text, entry.reference.type) {
      report(
        malformed, problem.message,
        problem.better.map { value.fixes("write \"\($0)\"", .suggested, with: $0) } ?? [])
    }
    let spans = PageSpan.spans(in: bytes)
    if spans.contains(where: \.isImmense) {
      report(malformed, "is more pages than a work has")
    }
    if !isBibTeX, spans.contains(where: { $0.order == .reversed }) {
      report(reversed, "runs backwards")
    }
    guard let range = Range(bytes) else { return }
    if range.last == range.first {
      report(
        same, "begins and ends on one page",
        value.fixes("write the page once", .safe, with: String(range.first)))
    }
    if isBibTeX, range.hasSingleHyphen {
      let fixes = value.fixes(
        "write two hyphens", .safe, replace: range.dash..<range.dash + 1, with: "--")
      report(dash, "has one hyphen, expected two", fixes)
      if isUnlike { report(unlike, "has one hyphen, the other ranges have two", fixes) }
    }
  }

  /// The length of a label such as "pp." before a digit.
  private static func labelLength(_ bytes: [UInt8]) -> Int? {
    let lower = bytes.map(\.asciiLowercased)
    for label in ["pages", "page", "pp.", "pp", "p.", "pgs.", "pg.", "seiten", "s."]
    where lower.starts(with: label.utf8) {
      let rest = bytes.dropFirst(label.utf8.count)
      let number = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "~") }
      return number.first?.isASCIIDigit == true ? number.startIndex : nil
    }
    return nil
  }

  /// A range of two plain numbers.
  private struct Range {
    var first: Int
    var last: Int
    var dash: Int
    var hasSingleHyphen: Bool

    init?(_ bytes: [UInt8]) {
      let low = bytes.prefix { $0.isASCIIDigit }
      let rest = bytes[low.endIndex...]
      let between = rest.prefix { !$0.isASCIIDigit }
      let high = bytes[between.endIndex...]
      guard !low.isEmpty, !high.isEmpty, high.allSatisfy(\.isASCIIDigit),
        let first = Int(low.string),
        let last = Int(high.string)
      else { return nil }
      let sign = between.trimmedASCIISpace
      guard
        ["-", "--", "---", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}"]
          .contains(sign.string)
      else { return nil }
      self.first = first
      self.last = last
      dash = sign.startIndex
      hasSingleHyphen = sign.count == 1
    }
  }
}
