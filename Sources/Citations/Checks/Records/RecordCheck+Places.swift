extension RecordCheck {
  /// What the sources say about the entries of a bibliography.
  mutating func findings(in bibliography: CheckedBibliography) -> [Diagnostic] {
    guard !sources.isEmpty else { return [] }
    var result: [Diagnostic] = []
    for entry in bibliography.entries {
      let work = Work(
        reference: entry.reference, allowsFewerNames: false, range: entry.keyRange,
        key: entry.key.isEmpty ? nil : entry.key,
        place: { Self.place(of: $0, entry, bibliography) },
        written: { Self.written($0, $1, bibliography.dialect != nil) })
      result += findings(about: work)
    }
    return result
  }

  /// What the sources say about the works that the notes of a document cite, each where it is first cited in full.
  mutating func findings(in extraction: Extraction) -> [Diagnostic] {
    guard !sources.isEmpty else { return [] }
    var result: [Diagnostic] = []
    var seen: Set<String> = []
    for note in extraction.notes {
      for cite in note.cites where cite.kind == .full && cite.form != .key {
        if let work = cite.work, !seen.insert(work).inserted { continue }
        let text = note.note.text
        let range = text.sourceRange(of: cite.range)
        let work = Work(
          reference: cite.reference, allowsFewerNames: true, range: range, note: note.note.label,
          place: {
            Self.place(of: $0, cite, text, extraction.document.source)
              ?? Place(range: range, replaceable: nil)
          },
          written: { Self.written($0, $1, false) })
        result += findings(about: work)
      }
    }
    return result
  }

  /// Where a variable of an entry stands.
  private static func place(
    of variable: AnyVariable, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Place {
    guard let field = entry.field(of: variable) else {
      return Place(range: entry.keyRange, replaceable: nil)
    }
    if case .date(let date) = variable {
      // Only the year is compared, so only the year is replaced.
      guard let year = entry.reference[date]?.year else {
        return Place(range: field.range, replaceable: nil)
      }
      let value = bibliography.placed(String(year), in: field, of: entry)
      return Place(range: field.range, replaceable: value.isExact ? value.range : nil)
    }
    return Place(range: field.range, replaceable: field.isWhole ? field.range : nil)
  }

  /// Where a variable of a citation stands in the document; nil where it is not known.
  private static func place(
    of variable: AnyVariable, _ cite: Cite, _ text: SourceText, _ source: SourceFile
  ) -> Place? {
    let fields = cite.fields.filter { $0.variable == variable.name }
    guard let field = fields.first, field.range.upperBound <= text.count else { return nil }
    let range = text.sourceRange(of: field.range)
    let words = text.utf8[field.range]
    let isExact =
      fields.count == 1 && Int(range.end) <= source.bytes.count
      && source.bytes[Int(range.start)..<Int(range.end)].elementsEqual(words)
      && cite.reference.text(of: variable) == words.string
    return Place(range: range, replaceable: isExact ? range : nil)
  }

  /// The value of a record as the file would write it; nil where it has signs that mean something there.
  private static func written(
    _ conflict: RecordConflict, _ record: SourceRecord, _ isBibTeX: Bool
  ) -> String? {
    var text = conflict.known
    switch conflict.variable {
    case .name(let variable):
      guard isBibTeX else { return nil }
      let names = record.reference[variable]
      guard !names.isEmpty else { return nil }
      text = names.map(bibTeXName).joined(separator: " and ")
    case .number(.page): if isBibTeX { text = withLongHyphens(text) }
    default: break
    }
    let special = conflict.variable == .text(.doi) ? "{}%\\\"" : "{}%&#$_~^\\\"*<>[]`|"
    let isPlain = !text.utf8.contains { special.utf8.contains($0) || $0 < 0x20 }
    return isPlain && !text.isEmpty ? text : nil
  }

  private static func bibTeXName(_ name: Name) -> String {
    // Braces keep a group's name together, and the check for plain text refuses them: no fix is made then.
    guard name.literal.isEmpty else { return "{" + name.literal + "}" }
    let family = [name.nonDroppingParticle, name.family].filter { !$0.isEmpty }
      .joined(separator: " ")
    let given = [name.given, name.droppingParticle].filter { !$0.isEmpty }.joined(separator: " ")
    return [family, name.suffix, given].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func withLongHyphens(_ pages: String) -> String {
    var result: [UInt8] = []
    for byte in PageRange.expanded(pages).utf8 {
      result.append(byte)
      if byte == UInt8(ascii: "-") { result.append(byte) }
    }
    return result.string
  }
}

extension Reference {
  /// The words of a variable that are compared with a record's; nil for names.
  fileprivate func text(of variable: AnyVariable) -> String? {
    switch variable {
    case .text(let variable): self[variable]?.plain
    case .number(let variable): self[variable]
    case .date(let variable): self[variable]?.year.map(String.init)
    case .name: nil
    }
  }
}
