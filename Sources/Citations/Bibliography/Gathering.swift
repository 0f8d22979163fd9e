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
  /// The collections in which works stand that are cited in full.
  private var collections = KnownCollections()
  /// Full references that are of a work cited before and call it by another title.
  private var renamed: [(note: Int, cite: Int, work: Int)] = []

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
    gathering.reportNoteNumbers()
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
        case (.full, _): added(completed(current, note), note, cite)
        case (.ibid, _): antecedent(note)
        default: resolved(current, note, before: true).work
        }
      cited[note].append(work)
    }
    noteByLabel[notes[note].note.label] = note
  }

  /// Adds a work that is cited in full, and the collection that it stands in.
  private mutating func added(_ reference: Reference, _ note: Int, _ cite: Int) -> Int {
    collections.add(of: reference)
    let known = table.entries.count
    let work = table.add(reference, note: note, cite: cite)
    if work < known, let title = reference[.title]?.plain,
      Folding.words(title) != table.entries[work].titleWords
    {
      renamed.append((note, cite, work))
    }
    return work
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
        if cited[note][cite] == nil, !followsCollection(note, cite), !followsUnread(note, cite) {
          reportIbid(note, cite)
        }
        continue
      }
      if cited[note][cite] == nil {
        var found = resolved(current, note, before: false)
        if found.candidates.isEmpty, let other = titleAmongNames(note, cite) { found = other }
        cited[note][cite] = found.work
        if let work = found.work {
          reportEarly(note, cite, work)
        } else if Self.isDoubtful(current), found.candidates.isEmpty {
          doubtful.append((note, cite))
        } else if found.candidates.count > 1 || !isExplained(current) {
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

  /// Whether a reference that fits no work needs none: it names a collection that is known, a classic by its own divisions,
  /// or it is only the part of a full reference that could be read.
  private func isExplained(_ cite: Cite) -> Bool {
    if cite.isCut || collections.contains(cite) { return true }
    guard cite.form == .short, cite.reference[.title] != nil else { return false }
    switch cite.locator?.label {
    case .book, .line, .verse, .act, .scene, .subVerbo, .chapter, .section, .paragraph: return true
    case .page: return cite.locator.map { Self.isClassicPlace($0.value) } ?? false
    default: return false
    }
  }

  /// "9.105–15", "514a", "XXIV, 49": places that are the same in every edition.
  private static func isClassicPlace(_ place: String) -> Bool {
    let bytes = Array(place.utf8)
    let hasDivision = bytes.indices.dropFirst().dropLast().contains { index in
      bytes[index] == UInt8(ascii: ".") && bytes[index - 1].isASCIIDigit
        && bytes[index + 1].isASCIIDigit
    }
    let hasLetter = zip(bytes, bytes.dropFirst()).contains { before, byte in
      before.isASCIIDigit && (UInt8(ascii: "a")...UInt8(ascii: "e")).contains(byte)
    }
    let isRoman = "IVXLC".utf8.contains(bytes.first ?? 0) && bytes.contains(UInt8(ascii: ","))
    return hasDivision || hasLetter || isRoman
  }

  /// Whether the note before holds numbers and no reference that was read: a statute or a file, perhaps.
  private func followsUnread(_ note: Int, _ cite: Int) -> Bool {
    guard cite == 0, note > 0, cited[note - 1].isEmpty else { return false }
    let bytes = notes[note - 1].note.text.utf8
    let numbers = bytes.split { !$0.isASCIIDigit }.count
    return numbers > 2 || bytes.firstOffset(of: Array("§".utf8), from: 0) != nil
  }

  /// Whether the reference that "ibid." means is to a collection, which is no work of its own.
  private func followsCollection(_ note: Int, _ cite: Int) -> Bool {
    if cite > 0 { return isExplained(notes[note].cites[cite - 1]) }
    guard note > 0, notes[note - 1].cites.count == 1, let before = notes[note - 1].cites.first
    else { return false }
    return before.kind == .ibid ? followsCollection(note - 1, 0) : isExplained(before)
  }

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
      candidates = candidates.filter { table.entries[$0].titleWords.containsInOrder(words) }
      // "History" can be the beginning of one title and a later word of another.
      let beginning = candidates.filter { Self.begins(table.entries[$0].titleWords, with: words) }
      if candidates.count > 1, !beginning.isEmpty { candidates = beginning }
      let exact = candidates.filter { table.entries[$0].titleWords == words }
      if candidates.count > 1, !exact.isEmpty { candidates = exact }
    }
    if let year = cite.reference[.issued]?.year {
      candidates = candidates.filter { table.entries[$0].reference[.issued]?.year == year }
    }
    if candidates.count > 1 { candidates = narrowed(candidates, cite, note) }
    return (candidates.count == 1 ? candidates[0] : nil, candidates)
  }

  /// Reads a list of names again as a name and a title.
  ///
  /// "Fuhr, Wege und Stege, S. 40" where no work is by three such persons; nil where that fits no work either.
  private mutating func titleAmongNames(
    _ note: Int, _ cite: Int
  ) -> (work: Int?, candidates: [Int])? {
    let current = notes[note].cites[cite]
    let places = current.fields.filter { $0.variable == "author" }
    guard current.form == .short, current.reference[.title] == nil, places.count >= 2,
      places.count == current.reference[.author].count,
      let first = current.reference[.author].first,
      let last = places.last
    else { return nil }
    let range = places[1].range.lowerBound..<last.range.upperBound
    let title = notes[note].note.text.utf8[range].string
    var other = current
    other.reference[.author] = [first]
    other.reference[.title] = RichText(title)
    other.reference.type = .book
    let found = resolved(other, note, before: false)
    guard found.work != nil else { return nil }
    other.fields = current.fields.filter { $0.variable != "author" }
    other.fields.append(places[0])
    other.fields.append(Cite.Field("title", range))
    other.fields.sort { $0.range.lowerBound < $1.range.lowerBound }
    notes[note].cites[cite] = other
    return found
  }

  /// Of several works those that fit best.
  ///
  /// They are told by the given name, by what "art. cit." says, by the number of authors.
  private func narrowed(_ candidates: [Int], _ cite: Cite, _ note: Int) -> [Int] {
    var candidates = candidates
    func keep(_ fits: (WorkTable.Entry) -> Bool) {
      let kept = candidates.filter { fits(table.entries[$0]) }
      if !kept.isEmpty { candidates = kept }
    }
    let names = cite.reference[.author].isEmpty ? cite.reference[.editor] : cite.reference[.author]
    if let name = names.first, !name.given.isEmpty {
      let family = WorkTable.family(name)
      keep { entry in
        let people = entry.reference[.author] + entry.reference[.editor]
        return people.contains {
          WorkTable.family($0) == family && WorkTable.areCompatible($0.given, name.given)
        }
      }
    }
    let text = notes[note].note.text.utf8[cite.range].string
    let words = Folding.words(text)
    if cite.form == .opCit, words.contains("art") || words.contains("article") {
      keep { Self.parts.contains($0.reference.type) }
    }
    if cite.form == .opCit, words.contains("ouvr") || words.contains("ouvrage") {
      keep { !Self.parts.contains($0.reference.type) }
    }
    keep { $0.reference[.author].count == names.count }
    return candidates
  }

  /// Types of what appears in something else.
  private static let parts: Set<ItemType> = [
    .article, .articleJournal, .articleMagazine, .articleNewspaper, .chapter, .entryEncyclopedia,
    .entryDictionary, .paperConference, .document, .reviewBook,
  ]

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

  /// A short form whose full reference comes later: the reader meets a name that nothing has explained.
  private mutating func reportEarly(_ note: Int, _ cite: Int, _ work: Int) {
    let current = notes[note].cites[cite]
    let later = table.entries[work].note
    guard later > note, current.refersTo == nil, current.form != .authorDate else { return }
    report(
      .earlyShortForm,
      "\"\(words(note, cite))\" stands before the full reference in note \(notes[later].note.label); give the full reference here",
      note, cite)
  }

  /// References to notes by a number that none of them has.
  private mutating func reportNoteNumbers() {
    let numbers = notes.map { Int($0.note.label) }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0 != nil }) else { return }
    let last = numbers.compactMap { $0 }.max() ?? 0
    for note in notes.indices {
      for (index, cite) in notes[note].cites.enumerated() where cite.kind != .full {
        guard let label = cite.refersTo, let number = Int(label), noteByLabel[label] == nil else {
          continue
        }
        report(
          .unknownNoteNumber,
          number > last
            ? "\"\(words(note, index))\" points to note \(label), and the last note is \(last)"
            : "\"\(words(note, index))\" points to note \(label), which is not there",
          note, index)
      }
    }
  }

  /// Works that are likely the same but differ somewhere; they are never merged.
  private mutating func reportDuplicates() {
    for (index, first) in LikelyDuplicates.pairs(table.entries) {
      let entry = table.entries[index]
      let earlier = table.entries[first]
      reportDifference(entry.reference, earlier, entry.note, entry.cite)
    }
    for found in renamed {
      let reference = notes[found.note].cites[found.cite].reference
      reportDifference(reference, table.entries[found.work], found.note, found.cite)
    }
  }

  private mutating func reportDifference(
    _ reference: Reference, _ earlier: WorkTable.Entry, _ note: Int, _ cite: Int
  ) {
    let title = reference[.title]?.plain ?? ""
    let other = notes[earlier.note].note.label
    let difference = LikelyDuplicates.difference(reference, earlier.reference)
    report(
      .likelyDuplicate,
      "\"\(title)\" looks like the work of note \(other) but differs from it"
        + (difference.isEmpty ? "" : " in \(difference)") + "; make the two references agree",
      note, cite)
  }
}
