/// Goes through the notes in order: gathers the works cited in full and resolves what points to them.
struct Gathering {
  private(set) var notes: [ReadNote]
  private(set) var diagnostics: [Diagnostic] = []
  private var table = WorkTable()
  /// For each note, the works that its citations mean, nil for one that is not resolved.
  private var cited: [[Int?]]
  private var noteByLabel: [String: Int] = [:]
  /// Readings that only a work of the document could have made sure of, and none did.
  private var doubtful: [(note: Int, cite: Int)] = []

  private init(_ notes: [ReadNote]) {
    self.notes = notes
    cited = Array(repeating: [], count: notes.count)
  }

  /// The notes with their citations resolved, the works in order of first citation, and what could not be resolved.
  ///
  /// - Complexity: O(citations), if no author has very many works.
  static func gather(_ notes: [ReadNote], keys pattern: CitationKeyPattern) -> (
    notes: [ReadNote], works: [Reference], diagnostics: [Diagnostic]
  ) {
    var gathering = Gathering(notes)
    for index in notes.indices { gathering.visit(index) }
    for index in notes.indices { gathering.revisit(index) }
    gathering.reportDuplicates()
    let works = gathering.nameWorks(CitationKeys(pattern: pattern))
    for (note, cite) in gathering.doubtful.reversed() { gathering.notes[note].withdraw(cite) }
    return (gathering.notes, works, gathering.diagnostics)
  }

  // MARK: Going through

  private mutating func visit(_ note: Int) {
    for cite in notes[note].cites.indices {
      let current = notes[note].cites[cite]
      let work: Int? =
        switch (current.kind, current.form) {
        case (.mention, _), (_, .key): nil
        case (.full, _): table.add(completed(current, note), note: note, cite: cite)
        case (.ibid, _): antecedent(note)
        default: resolved(current, note, before: true).work
        }
      cited[note].append(work)
    }
    noteByLabel[notes[note].note.label] = note
  }

  /// "Ders., Titel": the author of the reference before is the author of this one.
  private func completed(_ cite: Cite, _ note: Int) -> Reference {
    guard cite.form == .idem, cite.reference[.author].isEmpty,
      let work = antecedent(note, anyCount: true)
    else { return cite.reference }
    var reference = cite.reference
    reference[.author] = table.entries[work].reference[.author]
    if reference[.author].isEmpty { reference[.author] = table.entries[work].reference[.editor] }
    return reference
  }

  /// The work that "ibid." means: that of the citation before in the note, else the only one of the note before.
  private func antecedent(_ note: Int, anyCount: Bool = false) -> Int? {
    if let last = cited[note].last { return last }
    guard note > 0 else { return nil }
    let before = cited[note - 1]
    if anyCount { return before.last ?? nil }
    guard let first = before.first, let work = first, before.allSatisfy({ $0 == work }) else {
      return nil
    }
    return work
  }

  /// Looks again for what pointed forward, and reports what is still not resolved.
  private mutating func revisit(_ note: Int) {
    for cite in notes[note].cites.indices {
      let current = notes[note].cites[cite]
      guard current.kind == .short || current.kind == .ibid, current.form != .key else { continue }
      if current.kind == .ibid {
        if cited[note][cite] == nil { reportIbid(note, cite) }
        continue
      }
      if cited[note][cite] == nil {
        let found = resolved(current, note, before: false)
        cited[note][cite] = found.work
        if found.work == nil, Self.isDoubtful(current), found.candidates.isEmpty {
          doubtful.append((note, cite))
        } else if found.work == nil {
          reportShortForm(note, cite, candidates: found.candidates)
        }
      }
      if let work = cited[note][cite] { settleNames(note, cite, work) }
    }
  }

  /// A name and a bare number, "Harris, 12", is a short form only if somebody of that name wrote a work that is cited.
  private static func isDoubtful(_ cite: Cite) -> Bool {
    cite.form == .short && cite.reference[.title] == nil && cite.confidence < 0.62
  }

  // MARK: Short forms

  /// The only work that a short form can mean, among those before it or among all, and how many it could mean.
  private func resolved(_ cite: Cite, _ note: Int, before: Bool) -> (work: Int?, candidates: [Int])
  {
    var candidates = works(for: cite)
    if let label = cite.refersTo, let target = noteByLabel[label] {
      let there = candidates.filter { work in cited[target].contains(work) }
      let only = Set(cited[target].compactMap { $0 })
      candidates = there.isEmpty && cite.reference[.author].isEmpty ? Array(only) : there
    }
    let words = Folding.words(cite.reference[.title]?.plain ?? "")
    if !words.isEmpty {
      candidates = candidates.filter { Self.isSubsequence(words, of: table.entries[$0].titleWords) }
      // "History" can be the beginning of one title and a later word of another.
      let beginning = candidates.filter { Self.begins(table.entries[$0].titleWords, with: words) }
      if candidates.count > 1, !beginning.isEmpty { candidates = beginning }
      let exact = candidates.filter { table.entries[$0].titleWords == words }
      if candidates.count > 1, !exact.isEmpty { candidates = exact }
    }
    if let year = cite.reference[.issued]?.year {
      candidates = candidates.filter { table.entries[$0].reference[.issued]?.year == year }
    }
    return (candidates.count == 1 ? candidates[0] : nil, candidates)
  }

  /// The works by all the persons that a short form names.
  private func works(for cite: Cite) -> [Int] {
    let names = cite.reference[.author].isEmpty ? cite.reference[.editor] : cite.reference[.author]
    guard let first = names.first else { return [] }
    let keys = Self.keys(first)
    let word = Folding.words(cite.reference[.title]?.plain ?? "").first
    return keys.flatMap { table.works(by: $0, titleWord: word) }.filter { work in
      names.dropFirst().allSatisfy { name in
        Self.keys(name).contains {
          table.entries[work].families.contains($0) || table.entries[work].aliases.contains($0)
        }
      }
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What a short form's name can be as a family name: "Díaz Benítez" may be a given and a family name or a double one.
  private static func keys(_ name: Name) -> [String] {
    let family = WorkTable.family(name)
    let whole = Folding.key(name.given + name.nonDroppingParticle + name.family)
    let bare = Folding.key(name.family)
    return [family]
      + [whole, bare].filter { $0 != family }.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
  }

  private static func isSubsequence(_ words: [String], of title: [String]) -> Bool {
    var rest = title[...]
    for word in words {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static func begins(_ title: [String], with words: [String]) -> Bool {
    title.starts(with: words)
      || title.dropFirst().starts(with: words) && (title.first?.utf8.count ?? 9) <= 3
  }

  /// A double family name that was read as given and family name is put right once the work is known.
  private mutating func settleNames(_ note: Int, _ cite: Int, _ work: Int) {
    for index in notes[note].cites[cite].reference[.author].indices {
      let name = notes[note].cites[cite].reference[.author][index]
      guard !name.given.isEmpty,
        table.entries[work].families.contains(
          Folding.key(name.given + name.nonDroppingParticle + name.family))
      else { continue }
      notes[note].cites[cite].reference[.author][index] = Name(
        family: name.given + " " + name.family)
    }
  }

  // MARK: Results

  /// Gives every work its key and every citation the key of its work.
  private mutating func nameWorks(_ keys: CitationKeys) -> [Reference] {
    var keys = keys
    for note in notes {
      for cite in note.cites where cite.form == .key { keys.reserve(cite.reference.id) }
    }
    var works: [Reference] = []
    for entry in table.entries {
      var reference = entry.reference
      if reference.id.isEmpty {
        reference.id = keys.key(for: reference)
      } else {
        keys.reserve(reference.id)
      }
      works.append(reference)
    }
    for note in notes.indices {
      for cite in notes[note].cites.indices {
        if notes[note].cites[cite].form == .key {
          notes[note].cites[cite].work = notes[note].cites[cite].reference.id
        }
        guard let work = cited[note][cite] else { continue }
        notes[note].cites[cite].work = works[work].id
        if notes[note].cites[cite].kind != .full, notes[note].cites[cite].refersTo == nil {
          notes[note].cites[cite].refersTo = notes[table.entries[work].note].note.label
        }
      }
    }
    return works
  }

  // MARK: Findings

  private mutating func report(_ rule: Rule, _ message: String, _ note: Int, _ cite: Int) {
    let source = notes[note].note
    diagnostics.append(
      Diagnostic(
        rule, message, at: source.text.sourceRange(of: notes[note].cites[cite].range),
        note: source.label))
  }

  private func words(_ note: Int, _ cite: Int) -> String {
    notes[note].note.text.utf8[notes[note].cites[cite].range].string
  }

  private mutating func reportIbid(_ note: Int, _ cite: Int) {
    let before = cite > 0 ? 1 : note > 0 ? cited[note - 1].count : 0
    let reason =
      before == 0
      ? "the note before cites nothing"
      : before == 1
        ? "the reference before it is not resolved" : "the note before cites \(before) works"
    report(
      .ibidWithoutAntecedent,
      "\"\(words(note, cite))\" has no antecedent: \(reason); name the work", note, cite)
  }

  private mutating func reportShortForm(_ note: Int, _ cite: Int, candidates: [Int]) {
    if candidates.count > 1 {
      let list = candidates.prefix(4).map { "note \(notes[table.entries[$0].note].note.label)" }
        .joined(separator: ", ")
      report(
        .ambiguousShortForm,
        "\"\(words(note, cite))\" can mean any of \(candidates.count) works (\(list)); add words of the title",
        note, cite)
    } else {
      report(
        .unresolvedShortForm,
        "\"\(words(note, cite))\" points to no work that the notes cite in full; give the full reference",
        note, cite)
    }
  }

  /// Works that are likely the same but differ somewhere; they are never merged.
  private mutating func reportDuplicates() {
    for (index, first) in LikelyDuplicates.pairs(table.entries) {
      let entry = table.entries[index]
      let title = entry.reference[.title]?.plain ?? ""
      let other = notes[table.entries[first].note].note.label
      report(
        .likelyDuplicate,
        "\"\(title)\" looks like the work of note \(other) but differs from it; make the two references agree",
        entry.note, entry.cite)
    }
  }
}
