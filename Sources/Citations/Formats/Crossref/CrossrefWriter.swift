/// Writes a `citation_list`, as Crossref takes it with the record of a work.
///
/// Crossref matches a citation by a few values: what it has no element for is lost, and is reported.
/// Source: Crossref deposit schema 5.3.1, "citation_list".
struct CrossrefWriter: ~Copyable {
  private var writer: XMLWriter
  private var losses: [Loss] = []
  private var keys = UniqueNames()

  /// The list of all references.
  static func write(_ references: [Reference], _ options: WriterOptions) -> WrittenBibliography {
    var writer = CrossrefWriter(asciiOnly: options.asciiOnly)
    writer.writer.declaration()
    writer.writer.start("citation_list", [("xmlns", "http://www.crossref.org/schema/5.3.1")])
    for (index, reference) in references.enumerated() { writer.write(reference, index) }
    writer.writer.end()
    let losses = writer.losses
    return WrittenBibliography(writer.finish(), losses: losses)
  }

  private init(asciiOnly: Bool) { writer = XMLWriter(asciiOnly: asciiOnly) }

  private consuming func finish() -> [UInt8] { writer.finish() }

  private mutating func write(_ reference: Reference, _ index: Int) {
    let citation = CrossrefCitation(reference)
    let key = key(of: reference, index)
    writer.start("citation", [("key", key)])
    for element in citation.elements {
      guard !element.inner.isEmpty else {
        writer.element(element.name, text: element.text)
        continue
      }
      writer.start(element.name)
      for name in element.inner { writer.element(name, text: element.text) }
      writer.end()
    }
    writer.end()
    losses += citation.losses
    if key != reference.id, !reference.id.isEmpty {
      losses.append(
        Loss(
          .narrowed, key: reference.id, field: "id", value: reference.id,
          reason: "a key has up to 128 characters and stands once; this one is '\(key)'"))
    }
  }

  /// The key of a citation: without spaces at its ends or two in a row, not too long, and not there already.
  private mutating func key(of reference: Reference, _ index: Int) -> String {
    let words = reference.id.utf8.split { $0.isASCIISpace }.map { Substring($0) }
    var base = words.joined(separator: " ")
    if base.isEmpty { base = "ref-\(index + 1)" }
    return keys.make(Self.cut(base, to: 120))
  }

  private static func cut(_ text: String, to count: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
  }
}
