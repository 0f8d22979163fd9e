/// Makes the fields of a PubMed record of a reference.
struct NBIBRecordWriter {
  private let reference: Reference
  private var fields: [NBIBReader.Field] = []

  /// The fields, in the order in which PubMed has them.
  static func fields(of reference: Reference) -> [NBIBReader.Field] {
    var writer = NBIBRecordWriter(reference: reference)
    writer.write()
    return writer.fields
  }

  /// The paragraphs of the note, but for those that a reader would take for member lines.
  static func notes(of reference: Reference) -> [[UInt8]] {
    let note = CSLJSONMarkup.text(reference[.note] ?? "")
    return Array(note.utf8).split(separator: 0x0A)
      .map { $0.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 } }
      .filter { !MemberLines([$0.string]).rest.isEmpty }
  }

  private init(reference: Reference) { self.reference = reference }

  private mutating func add(_ tag: String, _ text: String) {
    guard !text.isEmpty else { return }
    let value = text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    fields.append(.init(tag: tag, value: value, range: 0..<0))
  }

  private func text(_ variable: TextVariable) -> String {
    let value = reference[variable] ?? ""
    return variable.isVerbatim ? value.plain : CSLJSONMarkup.text(value)
  }

  private mutating func write() {
    addByTable("PMID")
    for number in numbers(.issn) { add("IS", number) }
    for number in numbers(.isbn) { add("ISBN", number) }
    for tag in ["VI", "IP"] { addByTable(tag) }
    if let date = reference[.issued].flatMap(NBIBDate.text) { add("DP", date) }
    addTitles()
    for tag in ["VTI", "CTI", "EN", "CP"] { addByTable(tag) }
    add("PG", hyphenated(reference[.page] ?? ""))
    if reference[.doi] != nil { add("LID", text(.doi) + " [doi]") }
    addByTable("AB")
    addNames(reference[.author], full: "FAU", short: "AU")
    addNames(reference[.editor], full: "FED", short: "ED")
    add("LA", NBIBLanguage.code(text(.language)))
    if let type = NBIBType.name(reference.type) { add("PT", type) }
    if let date = reference[.availableDate].flatMap(NBIBDate.digits) { add("DEP", date) }
    for tag in ["PB", "PL", "TT", "TA"] { addByTable(tag) }
    if reference.type != .chapter { addByTable("JT") }
    for keyword in keywords { add("OT", keyword) }
    addByTable("PMC")
    for extra in reference.extras where extra.format == "nbib" && isTag(extra.name) {
      add(extra.name, extra.value)
    }
  }

  private func hyphenated(_ pages: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in pages.unicodeScalars { result.append(scalar == "\u{2013}" ? "-" : scalar) }
    return String(result)
  }

  private mutating func addByTable(_ tag: String) {
    switch NBIBTag.variable(of: tag) {
    case .text(let variable): add(tag, text(variable))
    case .number(let variable): add(tag, reference[variable] ?? "")
    default: return
    }
  }

  /// The title, with the full stop that PubMed puts after it; that of a book has a tag of its own.
  private mutating func addTitles() {
    let title = text(.title)
    let ends = title.utf8.last.map {
      [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains($0)
    }
    let isBook = reference.type == .book
    if !title.isEmpty { add(isBook ? "BTI" : "TI", ends ?? true || isBook ? title : title + ".") }
    if reference.type == .chapter { add("BTI", text(.containerTitle)) }
  }

  private mutating func addNames(_ names: [Name], full: String, short: String) {
    for name in names {
      let texts = NBIBName.texts(name)
      if let initials = texts.short {
        add(full, texts.full)
        add(short, initials)
      } else {
        add(full == "FAU" ? "CN" : full, texts.full)
      }
    }
  }

  private func numbers(_ variable: TextVariable) -> [String] {
    let text = reference[variable]?.plain ?? ""
    return text.utf8.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }.map { String(Substring($0)) }
  }

  private var keywords: [String] {
    let bytes = Array(text(.keyword).utf8)
    let mark = bytes.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
    return bytes.split(separator: mark).map(\.trimmedASCIISpace.string)
  }

  /// Whether an extra field may stand under its name.
  private func isTag(_ name: String) -> Bool {
    (2...4).contains(name.utf8.count) && name.utf8.allSatisfy { $0.isASCIIUpper || $0.isASCIIDigit }
      && name.utf8.first?.isASCIIUpper == true
      && name != "PMID" && (!NBIBTag.ruled.contains(name) || name == "LID" || name == "AID")
      && (NBIBTag.variable(of: name) == nil || fields.contains { $0.tag == name })
  }
}
