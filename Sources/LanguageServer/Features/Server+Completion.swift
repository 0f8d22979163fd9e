internal import Citations

extension Server {
  /// What can stand at a place.
  mutating func completion(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    let nothing = JSONValue.members(["isIncomplete": .bool(false), "items": .array([])])
    guard let place = try place(parameters) else { return nothing }
    switch place.input {
    case .document(let format):
      let keys = CitedKeys.format(of: format, named: place.name)
      guard let cursor = CitationCursor(in: place.table.bytes, at: place.offset, format: keys)
      else { return nothing }
      let entries = allEntries().map(\.entry).filter { $0.entryType != "xdata" }
      return keyItems(entries, cursor.range, cursor.typed, place) {
        cursor.needsBraces(around: $0) ? "{\($0)}" : $0
      }
    case .bibliography(let format):
      guard ["bibtex", "biblatex"].contains(format.name),
        let cursor = BibTeXCursor(place.table.bytes, at: place.offset)
      else { return nothing }
      return bibliographyItems(cursor, place, format)
    }
  }

  /// The documentation of an item: the reference as it is formatted.
  mutating func resolve(completion item: JSONValue) -> JSONValue {
    guard var members = item.object, let key = item.at("data", "key")?.string,
      let found = entries(named: key).first
    else { return item }
    members.append(
      .init(
        "documentation",
        .members(["kind": .string("markdown"), "value": .string(documentation(of: found))])))
    return .object(members)
  }

  // MARK: Keys

  /// The keys of entries, each once; of very many those that what is typed may mean.
  private func keyItems(
    _ all: [KeyedEntry], _ range: Range<Int>, _ typed: String, _ place: Place,
    written: (String) -> String = { $0 }
  ) -> JSONValue {
    var seen: Set<String> = []
    var entries = all.filter { !$0.key.isEmpty && seen.insert($0.key).inserted }
    let areMany = entries.count > KeyQuery.most
    if areMany {
      let query = KeyQuery(typed)
      entries = Array(entries.lazy.filter(query.matches).prefix(KeyQuery.most))
    }
    let edit = place.table.json(SourceRange(range.lowerBound, range.upperBound))
    return .members([
      "isIncomplete": .bool(areMany),
      "items": .array(entries.map { item($0, edit, written($0.key)) }),
    ])
  }

  private func item(_ entry: KeyedEntry, _ range: JSONValue, _ text: String) -> JSONValue {
    let reference = entry.reference
    let who = [ReferenceFormatter.authors(of: reference), ReferenceFormatter.year(of: reference)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let title = reference[.title]?.plain ?? ""
    return .members([
      "label": .string(entry.key), "kind": .number(18),
      "labelDetails": client.hasLabelDetails
        ? .members(["detail": .string(who.isEmpty ? "" : " " + who), "description": .string(title)])
        : nil,
      "detail": .string(Self.label(of: reference)),
      "filterText": .string(KeyQuery.text(of: entry)),
      "sortText": .string(entry.key),
      "textEdit": .members(["range": range, "newText": .string(text)]),
      "data": .members(["key": .string(entry.key)]),
    ])
  }

  // MARK: Words of BibTeX

  private mutating func bibliographyItems(
    _ cursor: BibTeXCursor, _ place: Place, _ format: BibliographyFormat
  ) -> JSONValue {
    let range = place.table.json(SourceRange(cursor.range.lowerBound, cursor.range.upperBound))
    switch cursor.kind {
    case .key:
      let others = allEntries().filter { found in
        found.identity != place.identity || place.offset < Int(found.entry.extent.start)
          || Int(found.entry.extent.end) < place.offset
      }
      return keyItems(others.map(\.entry), cursor.range, cursor.typed, place)
    case .entryType:
      let rest = place.table.bytes[cursor.range.upperBound...].prefix { $0 != 0x0A && $0 != 0x0D }
      let isAlone = rest.allSatisfy { $0 <= 0x20 }
      return Self.words(
        BibTeXVocabulary.entryTypes.map { ($0, "entry type") }
          + BibTeXVocabulary.commands.map { ($0, "command") }, kind: 7, range
      ) { isAlone && client.hasSnippets ? Self.snippet($0, format) : nil }
    case .fieldName(let type):
      return Self.words(
        BibTeXVocabulary.fields(of: type).map { ($0, "field of @\(type)") }, kind: 5, range)
    case .string:
      let syntax = BibTeXSyntax(parsing: SourceFile(name: place.name, bytes: place.table.bytes))
      let definitions = syntax.blocks.filter { $0.kind == .stringDefinition }
      let own = definitions.flatMap { syntax.fields(of: $0) }.map { field in
        (
          String(decoding: syntax[field.name], as: UTF8.self),
          String(decoding: syntax[field.value], as: UTF8.self)
        )
      }
      return Self.words(own + BibTeXVocabulary.months.map { ($0, "month") }, kind: 21, range)
    }
  }

  /// An entry with the usual fields of its type, each a place to fill in; nil for a type that has none.
  private static func snippet(_ type: String, _ format: BibliographyFormat) -> String? {
    let fields = BibTeXVocabulary.usualFields(of: type, in: format)
    guard !fields.isEmpty else { return nil }
    let lines = fields.enumerated().map { "  \($0.element) = {$\($0.offset + 2)},\n" }
    return type + "{${1:key},\n" + lines.joined() + "}\n$0"
  }

  private static func words(
    _ words: [(name: String, detail: String)], kind: Int, _ range: JSONValue,
    snippet: (String) -> String? = { _ in nil }
  ) -> JSONValue {
    let items = words.map { word in
      let text = snippet(word.name)
      return JSONValue.members([
        "label": .string(word.name), "kind": .number(text == nil ? kind : 15),
        "detail": .string(word.detail),
        "insertTextFormat": text == nil ? nil : .number(2),
        "textEdit": .members(["range": range, "newText": .string(text ?? word.name)]),
      ])
    }
    return .members(["isIncomplete": .bool(false), "items": .array(items)])
  }
}
