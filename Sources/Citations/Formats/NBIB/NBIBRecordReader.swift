/// Makes a reference of the fields of a PubMed record.
struct NBIBRecordReader {
  private(set) var reference = Reference(type: .document)
  /// Member lines that other fields contradict.
  private(set) var outdated: [String] = []
  private let fields: [NBIBReader.Field]
  /// The tags that have a value.
  private let tags: Set<String>
  private var keywords: [String] = []
  private var authors: [Name] = []
  private var editors: [Name] = []
  private var numbers: [TextVariable: [String]] = [:]
  private var seenNumbers: Set<String> = []

  /// Reads a record.
  init(_ fields: [NBIBReader.Field]) {
    let lines = MemberLines(fields.filter { $0.tag == "GN" }.map(\.value.string))
    self.init(native: fields, type: lines.names.contains("type") ? lines.reference.type : nil)
    if reference.id.isEmpty { reference.id = reference[.pmid]?.plain ?? "" }
    if !lines.rest.isEmpty {
      reference[.note] = CSLJSONMarkup.read(lines.rest.joined(separator: "\n"))
    }
    if !lines.isEmpty { outdated = reference.take(lines, again: Self.again) }
  }

  /// The reference that is read from what is written of another one.
  private static func again(_ reference: Reference) -> Reference {
    let fields = NBIBRecordWriter.fields(of: reference)
    var again = Self(native: fields, type: reference.type).reference
    let notes = NBIBRecordWriter.notes(of: reference).map(\.string)
    if !notes.isEmpty { again[.note] = CSLJSONMarkup.read(notes.joined(separator: "\n")) }
    return again
  }

  private init(native fields: [NBIBReader.Field], type: ItemType?) {
    self.fields = fields
    tags = Set(fields.lazy.filter { !$0.value.isEmpty }.map(\.tag))
    reference.type = type ?? self.type
    for (index, field) in fields.enumerated() where !field.value.isEmpty {
      take(field, field.value.string, after: index > 0 ? fields[index - 1].tag : "")
    }
    setCollected()
  }

  private func has(_ tag: String) -> Bool { tags.contains(tag) }

  /// Whether the record is a part of a book.
  private var isPart: Bool { has("BTI") && has("TI") }

  private var type: ItemType {
    if has("BTI") { return isPart ? .chapter : .book }
    let names = fields.filter { $0.tag == "PT" }.map(\.value.string)
    return NBIBType.read(names, isArticle: has("JT") || has("TA")) ?? .document
  }

  // MARK: Fields

  private mutating func take(_ field: NBIBReader.Field, _ text: String, after tag: String) {
    switch field.tag {
    case "TI": set(.title, unstopped(text), field)
    case "BTI": set(isPart ? .containerTitle : .title, unstopped(text), field)
    case "FAU": authors.append(NBIBName.read(full: text))
    case "AU" where tag != "FAU": authors.append(NBIBName.read(short: text))
    case "CN": authors.append(Name(literal: text))
    case "FED": editors.append(NBIBName.read(full: text))
    case "ED" where tag != "FED": editors.append(NBIBName.read(short: text))
    case "AU", "ED": return
    case "DP", "DEP": takeDate(field, text)
    case "PG": reference[.page] = reference[.page] ?? PageRange.expanded(text)
    case "LID", "AID": takeIdentifier(field, text)
    case "IS", "ISBN": takeNumber(field, text)
    case "LA": set(.language, NBIBLanguage.tag(text), field)
    case "OT", "MH": keywords.append(text)
    case "PT": if NBIBType.name(reference.type) != text { keep(field) }
    case "GN": return
    // The source says again what other fields say.
    case "SO" where has("TA") || has("JT") || has("BTI"): return
    default: takeByTable(field, text)
    }
  }

  private mutating func takeByTable(_ field: NBIBReader.Field, _ text: String) {
    switch NBIBTag.variable(of: field.tag) {
    case .text(let variable): set(variable, text, field)
    case .number(let variable) where reference[variable] == nil: reference[variable] = text
    default: keep(field)
    }
    if field.tag == "TA", !has("JT"), reference[.containerTitle] == nil {
      reference[.containerTitle] = CSLJSONMarkup.read(text)
    }
  }

  private mutating func set(_ variable: TextVariable, _ text: String, _ field: NBIBReader.Field) {
    guard reference[variable] == nil else { return keep(field) }
    reference[variable] = variable.isVerbatim ? RichText(text) : CSLJSONMarkup.read(text)
  }

  private mutating func keep(_ field: NBIBReader.Field) {
    reference.extras.append(.init(format: "nbib", name: field.tag, value: field.value.string))
  }

  /// A title without the full stop that PubMed puts after it.
  private func unstopped(_ text: String) -> String {
    guard text.hasSuffix("."), !text.hasSuffix(".."), text.utf8.count > 1 else { return text }
    return String(text.unicodeScalars.dropLast())
  }

  private mutating func takeDate(_ field: NBIBReader.Field, _ text: String) {
    let variable: DateVariable = field.tag == "DP" ? .issued : .availableDate
    guard reference[variable] == nil else { return keep(field) }
    reference[variable] = DateWords.read(text) ?? DateValue(literal: text)
  }

  /// "10.1000/182 [doi]"; other kinds of identifiers have no variable.
  private mutating func takeIdentifier(_ field: NBIBReader.Field, _ text: String) {
    let mark = " [doi]"
    guard text.hasSuffix(mark) else { return keep(field) }
    let doi = String(text.utf8.dropLast(mark.utf8.count)) ?? text
    if reference[.doi] == nil {
      reference[.doi] = RichText(doi)
    } else if reference[.doi]?.plain != doi {
      keep(field)
    }
  }

  /// The number without the words that say which form it belongs to; each once.
  private mutating func takeNumber(_ field: NBIBReader.Field, _ text: String) {
    let variable: TextVariable = field.tag == "IS" ? .issn : .isbn
    let number = Array(text.utf8.prefix { $0 != UInt8(ascii: "(") }).trimmedASCIISpace.string
    if seenNumbers.insert(number).inserted { numbers[variable, default: []].append(number) }
  }

  private mutating func setCollected() {
    reference[.author] = authors
    reference[.editor] = editors
    for (variable, mark) in [(TextVariable.isbn, " "), (.issn, ", ")] {
      guard let list = numbers[variable] else { continue }
      reference[variable] = RichText(list.joined(separator: mark))
    }
    guard !keywords.isEmpty else { return }
    let hasComma = keywords.contains { $0.utf8.contains(UInt8(ascii: ",")) }
    reference[.keyword] = CSLJSONMarkup.read(keywords.joined(separator: hasComma ? "; " : ", "))
  }
}
