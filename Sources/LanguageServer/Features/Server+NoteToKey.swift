internal import Citations

extension Server {
  /// The action that turns the note at a place into a citation key; nil where that cannot be done.
  ///
  /// The entry of a work that no bibliography has is added to one; everything is one edit.
  mutating func citation(at offset: Int, in identity: String) -> JSONValue? {
    guard let extraction = workspace.extraction(identity),
      let syntax = CitationSyntax(rawValue: extraction.document.format),
      let note = NoteToKey(extraction, at: offset)
    else { return nil }
    var edit = WorkspaceEdit()
    let entries = allEntries().map(\.entry)
    let key: String
    if let known = KnownWorks(entries.map(\.reference)).key(of: note.work) {
      key = known
    } else {
      let taken = Set(entries.flatMap { [$0.key] + $0.aliases })
      key = settings.checks.extraction.keyPattern.key(of: note.work, avoiding: taken)
      var work = note.work
      work.id = key
      guard add(work, for: identity, to: &edit) else { return nil }
    }
    for change in note.edits(syntax.citation(of: key, note.cite)) {
      replace(
        change.range, with: String(decoding: change.replacement, as: UTF8.self), in: identity,
        of: &edit)
    }
    guard let changes = edit.json(for: client) else { return nil }
    return .members([
      "title": .string("Turn this note into a citation key (\(key))"),
      "kind": .string(CodeActionKind.rewrite), "edit": changes,
    ])
  }

  /// Adds an entry to the bibliography that documents of the workspace take theirs from; false where there can be none.
  private mutating func add(
    _ work: Reference, for document: String, to edit: inout WorkspaceEdit
  ) -> Bool {
    guard let (identity, format) = bibliography() else {
      return addToNewFile(work, beside: document, &edit)
    }
    guard let file = workspace.keys(identity), let entry = Self.entry(work, format) else {
      return false
    }
    let bytes = file.source.bytes
    let gap = bytes.isEmpty ? "" : bytes.last == 0x0A ? "\n" : "\n\n"
    replace(
      SourceRange(bytes.count, bytes.count), with: gap + entry, in: identity, of: &edit)
    return true
  }

  private func addToNewFile(
    _ work: Reference, beside document: String, _ edit: inout WorkspaceEdit
  ) -> Bool {
    let parent = document.lastIndex(of: "/").map { String(document[..<$0]) }
    let folder = workspace.folders.first { document.hasPrefix($0 + "/") } ?? parent
    guard let folder, document.hasPrefix("/"), let entry = Self.entry(work, .bibtex) else {
      return false
    }
    let uri = FileURI.reference(to: folder + "/references.bib")
    edit.create(uri)
    let start = Position(line: 0, character: 0).json
    edit.replace(
      .members(["start": start, "end": start]), with: entry, in: uri, .null)
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

  /// A work as an entry that can stand in anybody's file.
  private static func entry(_ work: Reference, _ format: BibliographyFormat) -> String? {
    guard let written = format.write([work]) else { return nil }
    // The line by which our own files are known holds for whole files.
    let lines = written.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .drop { $0.first == UInt8(ascii: "%") || $0.isEmpty }
    return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }
}
