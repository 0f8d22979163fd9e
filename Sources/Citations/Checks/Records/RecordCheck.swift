/// T001 to T011: what the sources know of works otherwise, do not know, or know to have been retracted.
struct RecordCheck {
  /// The place of a value in the file.
  struct Place {
    /// What is marked.
    var range: SourceRange
    /// What a fix may replace; nil where the value does not stand in the file as it is.
    var replaceable: SourceRange?
  }

  /// A work to be compared, and where things stand that are said about it.
  struct Work {
    var reference: Reference
    /// Whether lists of names may end early without saying so.
    var allowsFewerNames: Bool
    /// Where the work stands as a whole.
    var range: SourceRange
    var note: String?
    var key: String?
    /// Where a variable stands.
    var place: (AnyVariable) -> Place
    /// The value of a record as the file would write it; nil where that cannot be told.
    var written: (RecordConflict, SourceRecord) -> String?
  }

  /// Where records come from, the first one first.
  let sources: [any RecordSource]
  /// How often each verdict was given.
  private(set) var verdicts: [RecordVerdict: Int] = [:]

  init(_ sources: [any RecordSource]) { self.sources = sources }

  /// What the sources say about a work.
  mutating func findings(about work: Work) -> [Diagnostic] {
    let reference = work.reference
    let identifiers = WorkIdentifier.all(of: reference)
    guard !sources.isEmpty, !identifiers.isEmpty || reference[.title]?.isEmpty == false else {
      return []
    }
    let (verdict, findings) = compare(work, identifiers)
    if let verdict { verdicts[verdict, default: 0] += 1 }
    return findings
  }

  private func compare(
    _ work: Work, _ identifiers: [WorkIdentifier]
  ) -> (RecordVerdict?, [Diagnostic]) {
    switch ask(work.reference) {
    case .unavailable: return (.unavailable, [])
    case .notFound(let alike):
      guard Self.isExpected(work.reference.type) || !identifiers.isEmpty else { return (nil, []) }
      return (.notFound, [notFound(work, identifiers.first, alike: alike)])
    case .found(let record, let kind):
      let comparison = RecordComparison(
        reference: work.reference, record: record, allowsFewerNames: work.allowsFewerNames)
      var findings: [Diagnostic] = []
      if let kind, comparison.isOfAnotherWork {
        findings = [another(work, record, kind, identifiers)]
      } else {
        findings = comparison.conflicts.map { finding(work, $0, record) }
        findings += notices(work, record)
      }
      return (findings.isEmpty ? .match : .conflict, findings)
    }
  }

  /// The answer of the first source that has the work.
  private func ask(_ reference: Reference) -> RecordAnswer {
    var alike = 0
    var isComplete = true
    for source in sources {
      switch source.answer(for: reference) {
      case .found(let record, let kind): return .found(record, by: kind)
      case .notFound(let count): alike = max(alike, count)
      case .unavailable: isComplete = false
      }
    }
    return isComplete ? .notFound(alike: alike) : .unavailable
  }

  /// Whether registries list works of the type at all.
  private static func isExpected(_ type: ItemType) -> Bool {
    let types: Set<ItemType> = [
      .article, .articleJournal, .book, .chapter, .dataset, .document, .entryEncyclopedia,
      .paperConference, .report, .thesis,
    ]
    return types.contains(type)
  }

  // MARK: Findings

  private func notFound(
    _ work: Work, _ identifier: WorkIdentifier?, alike: Int
  ) -> Diagnostic {
    let names = sources.map(\.name).joined(separator: ", ")
    let words: String
    let variable: AnyVariable
    if let identifier {
      words = "\(identifier.kind.label) \"\(identifier.value)\""
      variable = identifier.kind.variable
    } else {
      words = "\"\(RecordConflict.short(work.reference[.title]?.plain ?? ""))\""
      variable = .text(.title)
    }
    let rest = alike > 1 ? ", where \(alike) works are alike" : ""
    return diagnostic(.notInSources, "\(words) is not in \(names)\(rest)", variable, work)
  }

  private func finding(
    _ work: Work, _ conflict: RecordConflict, _ record: SourceRecord
  ) -> Diagnostic {
    var result = diagnostic(
      conflict.rule, conflict.message(record.source), conflict.variable, work)
    if let range = work.place(conflict.variable).replaceable,
      let text = work.written(conflict, record)
    {
      result.fixes = [
        FixIt(
          "write \"\(RecordConflict.short(text))\", as \(record.source) has it", .suggested,
          replace: range, with: text)
      ]
    }
    return result
  }

  private func another(
    _ work: Work, _ record: SourceRecord, _ kind: WorkIdentifier.Kind,
    _ identifiers: [WorkIdentifier]
  ) -> Diagnostic {
    let value = identifiers.first { $0.kind == kind }?.value ?? ""
    let title = RecordConflict.short(record.titles.first ?? "")
    let name = (record.reference[.author] + record.reference[.editor]).first?.display
    let about = [name, record.years.first.map(String.init)].compactMap { $0 }
      .joined(separator: ", ")
    var result = diagnostic(
      .identifierOfAnotherWork,
      "the \(kind.label) \"\(value)\" is that of \"\(title)\"\(about.isEmpty ? "" : " (\(about))") in \(record.source)",
      kind.variable, work)
    // The title may lead to the right one.
    if kind == .doi, let range = work.place(.text(.doi)).replaceable,
      case .found(let other, _) = ask(work.reference.withoutIdentifiers),
      let doi = other.reference[.doi]?.plain
    {
      result.fixes = [
        FixIt(
          "write \"\(doi)\", which \(other.source) has for the title", .suggested, replace: range,
          with: doi)
      ]
    }
    return result
  }

  private func notices(_ work: Work, _ record: SourceRecord) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let title = work.reference[.title]?.plain ?? ""
    let isRetracted =
      record.notice == .retraction || record.titles.contains(where: RetractionMark.isMarked)
    let notice = record.noticeDOI.map { "; see \"\($0)\"" } ?? ""
    // Who says so in the title knows.
    if isRetracted, !RetractionMark.isMarked(title) {
      result.append(
        diagnostic(
          .retractedWork, "the work was retracted, says \(record.source)\(notice)", .text(.title),
          work))
    } else if record.notice == .concern {
      result.append(
        diagnostic(
          .retractedWork, "the publisher has doubts about the work, says \(record.source)\(notice)",
          .text(.title), work))
    }
    if let doi = record.publishedDOI {
      result.append(
        diagnostic(
          .publishedPreprint,
          "the preprint has been published as \"\(doi)\", says \(record.source)", .text(.title),
          work))
    }
    return result
  }

  private func diagnostic(
    _ rule: Rule, _ message: String, _ variable: AnyVariable, _ work: Work
  ) -> Diagnostic {
    var result = Diagnostic(rule, message, at: work.place(variable).range, note: work.note)
    result.key = work.key
    return result
  }
}

extension WorkIdentifier.Kind {
  /// The variable that holds the identifier.
  var variable: AnyVariable {
    switch self {
    case .doi: .text(.doi)
    case .arXiv: .text(.archiveLocation)
    case .pmid: .text(.pmid)
    case .pmcid: .text(.pmcid)
    case .isbn: .text(.isbn)
    }
  }
}
