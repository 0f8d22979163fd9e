/// Writes references and whole extractions as JATS Journal Publishing 1.4.
///
/// Source: ANSI/NISO Z39.96-2024 (JATS 1.4), Journal Publishing DTD.
struct JATSWriter: ~Copyable {
  static let xlink = "http://www.w3.org/1999/xlink"
  private var writer: XMLWriter
  private var ids = JATSIDs()
  /// The id in the reference list of each work's own id.
  private var refIDs: [String: String] = [:]
  /// What is not in the output as it was.
  private var losses: [Loss] = []

  init(asciiOnly: Bool) {
    writer = XMLWriter(asciiOnly: asciiOnly)
  }

  /// An article that holds only a reference list.
  static func article(of references: [Reference], _ options: WriterOptions) -> WrittenBibliography {
    var output = JATSWriter(asciiOnly: options.asciiOnly)
    let ids = output.makeIDs(references)
    output.startArticle(title: nil, language: nil)
    output.writer.start("back")
    output.writeList(references, ids)
    return output.finish()
  }

  /// Only the reference list, without a declaration, to be put into an article.
  static func list(of references: [Reference], _ options: WriterOptions) -> WrittenBibliography {
    var output = JATSWriter(asciiOnly: options.asciiOnly)
    let ids = output.makeIDs(references)
    output.writeList(references, ids, declaresPrefix: true)
    return output.finish()
  }

  private consuming func finish() -> WrittenBibliography {
    let losses = losses
    return WrittenBibliography(writer.finish(), losses: losses)
  }

  /// A whole article: body, notes and reference list.
  static func article(of extraction: Extraction, _ options: WriterOptions) -> [UInt8] {
    var output = JATSWriter(asciiOnly: options.asciiOnly)
    let document = extraction.document
    let ids = output.makeIDs(extraction.works)
    let noteIDs = (0..<max(extraction.notes.count, document.notes.count)).map { index in
      output.ids.make("fn\(index + 1)")
    }
    output.startArticle(title: document.title, language: document.language)
    if !document.blocks.isEmpty {
      var body = JATSBodyWriter(document: document, noteIDs: noteIDs)
      body.write(to: &output.writer)
    }
    output.writer.start("back")
    output.writeNotes(extraction, noteIDs)
    output.writeList(extraction.works, ids)
    return output.writer.finish()
  }

  /// The references of several documents, each once, in order.
  static func merged(_ extractions: [Extraction]) -> [Reference] {
    var seen: Set<Reference> = []
    return extractions.flatMap(\.works).filter { seen.insert($0).inserted }
  }

  private mutating func makeIDs(_ references: [Reference]) -> [String] {
    references.map { reference in
      let id = ids.make(reference.id)
      if !reference.id.isEmpty, refIDs[reference.id] == nil { refIDs[reference.id] = id }
      return id
    }
  }

  /// The article's beginning up to its body, with no more in the front than the DTD asks for.
  private mutating func startArticle(title: SourceText?, language: String?) {
    writer.declaration()
    writer.doctype(
      "article", publicID: "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.4 20241031//EN",
      systemID: "https://jats.nlm.nih.gov/publishing/1.4/JATS-journalpublishing1-4.dtd")
    var attributes: [(name: String, value: String)] = [
      ("xmlns:xlink", Self.xlink), ("dtd-version", "1.4"),
    ]
    if let language = language.flatMap({ JATSReferenceWriter.languageTag($0) }) {
      attributes.append(("xml:lang", language))
    }
    writer.start("article", attributes)
    writer.start("front")
    writer.start("journal-meta")
    writer.element("journal-id")
    writer.element("issn")
    writer.end()
    writer.start("article-meta")
    writer.start("title-group")
    writer.start("article-title", mixed: true)
    if let title { JATSInline(title).write(to: &writer) }
    writer.end()
    writer.end()
    writer.element("pub-date-not-available")
    writer.end()
    writer.end()
  }

  private mutating func writeList(
    _ references: [Reference], _ ids: [String], declaresPrefix: Bool = false
  ) {
    writer.start("ref-list")
    for start in stride(from: 0, to: references.count, by: JATSProof.batchSize) {
      let batch = start..<min(start + JATSProof.batchSize, references.count)
      let proofs = JATSProof.all(references[batch], from: start + 1)
      for (index, proof) in zip(batch, proofs) {
        losses += proof.losses
        startReference(references[index], ids[index])
        JATSReferenceWriter(
          references[index], record: proof.record, declaresPrefix: declaresPrefix
        ).write(to: &writer)
        writer.end()
      }
    }
    writer.end()
  }

  /// Opens a `ref` and writes its label.
  private mutating func startReference(_ reference: Reference, _ id: String) {
    var attributes = [(name: "id", value: id)]
    if let mark = JATSIDs.mark(for: reference.id, as: id) {
      attributes.append(("specific-use", mark))
    }
    writer.start("ref", attributes)
    if let label = JATSExtra.label(of: reference) { writer.element("label", text: label) }
  }

  /// One group of notes for each series, in the order in which they begin.
  private mutating func writeNotes(_ extraction: Extraction, _ noteIDs: [String]) {
    var notes = extraction.notes
    for note in extraction.document.notes.dropFirst(notes.count) {
      notes.append(
        ReadNote(note: note, parts: [.prose(0..<note.text.count)], cites: [], kind: .commentary))
    }
    var series: [String] = []
    var members: [String: [Int]] = [:]
    for (index, note) in notes.enumerated() {
      if members[note.note.series] == nil { series.append(note.note.series) }
      members[note.note.series, default: []].append(index)
    }
    let works = Dictionary(
      extraction.works.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for name in series {
      writer.start("fn-group", name == "note" ? [] : [("content-type", name)])
      for index in members[name] ?? [] {
        writer.start("fn", [("id", noteIDs[index])])
        if !notes[index].note.label.isEmpty {
          writer.element("label", text: notes[index].note.label)
        }
        writer.start("p", mixed: true)
        write(notes[index], works)
        writer.end()
        writer.end()
      }
      writer.end()
    }
  }

  private mutating func write(_ note: ReadNote, _ works: [String: Reference]) {
    let text = note.note.text
    var spans: [JATSInline.Span] = []
    var end = 0
    for cite in note.cites.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where cite.range.lowerBound >= end && cite.range.upperBound <= text.count && !cite.range.isEmpty
    {
      end = cite.range.upperBound
      let id = cite.work ?? (cite.reference.id.isEmpty ? nil : cite.reference.id)
      spans +=
        JATSCiteSpans(
          cite, in: text.utf8, work: id.flatMap { works[$0] }, href: id.flatMap { refIDs[$0] }
        ).spans
    }
    JATSInline(text, spans: spans).write(to: &writer)
  }
}
