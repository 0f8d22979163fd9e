internal import Citations

extension Server {
  /// The actions that turn notes into citation keys, where the place is at a note that can become one.
  ///
  /// The entries of works that no bibliography has are added to one; everything is one edit.
  mutating func citations(at offset: Int, in identity: String) -> [JSONValue] {
    guard let extraction = workspace.read(identity)?.extraction,
      let syntax = CitationSyntax(rawValue: extraction.document.format),
      let note = NoteToKey(extraction, at: offset)
    else { return [] }
    let all = extraction.notes.indices.compactMap { NoteToKey(extraction, note: $0) }
    var actions = [
      action("Turn this note into a citation key", [note], syntax, identity)
    ]
    if all.count > 1 {
      actions.append(
        action("Turn all \(all.count) notes that cite into citation keys", all, syntax, identity))
    }
    return actions.compactMap { $0 }
  }

  /// What a note at a place becomes a key of, formatted, and the words that are meant; nil where it can become none.
  ///
  /// It is known once the document has been checked, which nobody waits for.
  mutating func preview(at offset: Int, in identity: String) -> (text: String, range: SourceRange)?
  {
    guard let extraction = workspace.files[identity]?.read?.extraction,
      CitationSyntax(rawValue: extraction.document.format) != nil,
      let note = NoteToKey(extraction, at: offset)
    else { return nil }
    var keys = WorkKeys(allEntries().map(\.entry), settings.checks.extraction.keyPattern)
    let key = keys.key(for: note.work)
    if keys.added.isEmpty, let found = entries(named: key).first {
      return (documentation(of: found), note.place(at: offset))
    }
    let text = settings.formatter.markdown(note.work)
    return ("\(text)\n\n`\(key)`, when the note becomes a citation key", note.place(at: offset))
  }

  private mutating func action(
    _ title: String, _ notes: [NoteToKey], _ syntax: CitationSyntax, _ identity: String
  ) -> JSONValue? {
    var edit = WorkspaceEdit()
    var keys = WorkKeys(allEntries().map(\.entry), settings.checks.extraction.keyPattern)
    var changes: [SourceEdit] = []
    for note in notes {
      changes += note.replacements(by: syntax.citation(of: keys.key(for: note.work), note.cite))
    }
    guard add(keys.added, for: identity, to: &edit) else { return nil }
    changes += NoteToKey.removals(of: notes, in: workspace.files[identity]?.buffer?.bytes ?? [])
    for change in changes {
      replace(
        change.range, with: String(decoding: change.replacement, as: UTF8.self), in: identity,
        of: &edit)
    }
    guard let changes = edit.json(for: client) else { return nil }
    let key = notes.count == 1 ? keys.last.map { " (\($0))" } ?? "" : ""
    return .members([
      "title": .string(title + key), "kind": .string(CodeActionKind.rewrite), "edit": changes,
    ])
  }

  /// Adds works to the bibliography that documents of the workspace take theirs from; false where there can be none.
  private mutating func add(
    _ works: [Reference], for document: String, to edit: inout WorkspaceEdit
  ) -> Bool {
    guard !works.isEmpty else { return true }
    guard let (identity, format) = bibliography() else {
      return addToNewFile(works, beside: document, &edit)
    }
    guard let file = workspace.keys(identity), let entries = Self.entries(works, format) else {
      return false
    }
    let bytes = file.source.bytes
    let gap = bytes.isEmpty ? "" : bytes.last == 0x0A ? "\n" : "\n\n"
    replace(
      SourceRange(bytes.count, bytes.count), with: gap + entries, in: identity, of: &edit)
    return true
  }

  private func addToNewFile(
    _ works: [Reference], beside document: String, _ edit: inout WorkspaceEdit
  ) -> Bool {
    let parent = document.lastIndex(of: "/").map { String(document[..<$0]) }
    let folder = workspace.folders.first { document.hasPrefix($0 + "/") } ?? parent
    guard let folder, document.hasPrefix("/"), let entries = Self.entries(works, .bibtex) else {
      return false
    }
    let uri = FileURI.reference(to: folder + "/references.bib")
    edit.create(uri)
    let start = Position(line: 0, character: 0).json
    edit.replace(.members(["start": start, "end": start]), with: entries, in: uri, .null)
    return true
  }

  /// `references.bib`, or the first BibTeX file by name.
  private func bibliography() -> (identity: String, format: BibliographyFormat)? {
    var first: (String, BibliographyFormat)?
    for identity in workspace.identities {
      guard let file = workspace.files[identity], case .bibliography(let format) = file.input,
        ["bibtex", "biblatex"].contains(format.name)
      else { continue }
      if file.name == "references.bib" || file.name.hasSuffix("/references.bib") {
        return (identity, format)
      }
      first = first ?? (identity, format)
    }
    return first
  }

  /// Works as entries that can stand in anybody's file.
  private static func entries(_ works: [Reference], _ format: BibliographyFormat) -> String? {
    guard let written = format.write(works) else { return nil }
    // The line by which our own files are known holds for whole files.
    let lines = written.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .drop { $0.first == UInt8(ascii: "%") || $0.isEmpty }
    return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }
}

/// The keys of works: those that bibliographies have, and new ones.
private struct WorkKeys {
  /// The works that no bibliography has, with their new keys.
  private(set) var added: [Reference] = []
  /// The key that was asked for last.
  private(set) var last: String?
  private let known: KnownWorks
  private let pattern: CitationKeyPattern
  private var taken: Set<String>
  /// The new keys by the names that works have in their document.
  private var new: [String: String] = [:]

  init(_ entries: [KeyedEntry], _ pattern: CitationKeyPattern) {
    known = KnownWorks(entries.map(\.reference))
    self.pattern = pattern
    taken = Set(entries.flatMap { [$0.key] + $0.aliases })
  }

  mutating func key(for work: Reference) -> String {
    let key = known.key(of: work) ?? new[work.id] ?? add(work)
    last = key
    return key
  }

  private mutating func add(_ work: Reference) -> String {
    var entry = work
    entry.id = pattern.key(of: work, avoiding: taken)
    added.append(entry)
    taken.insert(entry.id)
    if !work.id.isEmpty { new[work.id] = entry.id }
    return entry.id
  }
}
