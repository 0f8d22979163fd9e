/// A rule's look at the entries of a bibliography, one at a time.
protocol EntryCheck {
  /// The rules that the check is for.
  static var rules: [Rule] { get }
  /// Rules of others that it has findings for as well.
  static var rulesOfOthers: [Rule] { get }
  /// Appends what is wrong with an entry.
  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic])
}

extension EntryCheck {
  static var rulesOfOthers: [Rule] { [] }
}

/// A rule's look at a bibliography as a whole.
protocol BibliographyCheck {
  /// The rules that the check is for.
  static var rules: [Rule] { get }
  /// Appends what is wrong with the bibliography.
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic])
}

/// All checks of bibliographies.
enum BibliographyChecks {
  static var ofEntries: [any EntryCheck.Type] {
    [
      IncompleteEntry.self, EmptyEntry.self, TypeMismatch.self,
      MalformedDOI.self,
      MalformedISBN.self, MalformedISSN.self, MalformedISMN.self, MalformedORCID.self,
      MalformedPubMed.self, MalformedArXiv.self, MalformedURL.self, ImplausibleDate.self,
      SuspiciousName.self, SuspiciousTitle.self, SuspiciousPages.self, BrokenText.self,
      UnescapedUnderscore.self, LabelledNumber.self, AccessWithoutAddress.self,
      KeyPattern.self, UnexpectedField.self, FieldConflict.self, MalformedCODEN.self,
      RequestForComments.self,
      ISBNHyphens.self, LongURL.self, MixedNameForms.self, DetailsInBooktitle.self,
      SubtitleForm.self, PreprintAsJournal.self, NonASCII.self, DateForm.self, MissingFile.self,
      TitleCase.self, LastBackslash.self, MisspelledVariable.self, CSLValueKind.self,
      ImpossibleDate.self, StrayTextInName.self, TitleEnd.self,
    ]
  }
  static var ofWhole: [any BibliographyCheck.Type] {
    [
      MisspelledField.self, DuplicateEntry.self, SharedIdentifier.self, JournalSpellings.self,
      ListedJournal.self,
      DuplicateID.self, ExportLoss.self, StringDefinitions.self, ParentOrder.self,
      UndefinedRelation.self, UnusualLack.self, PersonSpellings.self, SharedAbstract.self,
      UnprotectedCapitals.self, DoubleBraces.self, MissingAtSign.self,
    ]
  }

  /// The rules of all of them.
  static var rules: [Rule] { ofEntries.flatMap { $0.rules } + ofWhole.flatMap { $0.rules } }

  /// What the rules find that are wanted; a check has others among its findings.
  static func findings(
    in bibliography: CheckedBibliography, where isWanted: (Rule) -> Bool = { _ in true }
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let checks = ofEntries.filter { ($0.rules + $0.rulesOfOthers).contains(where: isWanted) }
    for entry in bibliography.entries {
      for check in checks { check.check(entry, in: bibliography, to: &findings) }
    }
    for check in ofWhole where check.rules.contains(where: isWanted) {
      check.check(bibliography, to: &findings)
    }
    return findings
  }

  /// Rules about what is a slip in a few entries, and the custom of the house in many.
  private static let customs: [Rule] = [
    StringDefinitions.twins, DetailsInBooktitle.details, DoubleBraces.rule, SuspiciousPages.same,
    SuspiciousTitle.fullStop, TitleEnd.placeholder, .emptyField, .abbreviatedPages, .nonASCIIKey,
  ]

  /// Rules about what only BibTeX stumbles over, which does not read files for BibLaTeX.
  private static let ofBibTeXOnly: Set<Rule> = [.nonASCIIKey, .percentCommentInEntry]

  /// Leaves out what more than one entry in fifty, and more than a dozen, have in common.
  static func leaveOutCustoms(
    of bibliography: CheckedBibliography, from findings: inout [Diagnostic]
  ) {
    let most = max(12, bibliography.entries.count / 50)
    for rule in customs where findings.count(where: { $0.rule == rule }) > most {
      findings.removeAll { $0.rule == rule }
    }
    gather(SuspiciousName.capitals, most, &findings)
    if bibliography.dialect == .biblatex {
      findings.removeAll { ofBibTeXOnly.contains($0.rule) }
    }
    RepeatedFindings.leaveOut(from: &findings)
    // Each unknown type is said once; a file of several is made for a style that has its own types.
    if findings.count(where: { $0.rule == .unknownType }) >= ownTypes {
      findings.removeAll { $0.rule == .unknownType && !isSlip($0, in: bibliography.source) }
    }
  }

  /// Lets the first of many findings of a rule speak for all of them.
  private static func gather(_ rule: Rule, _ most: Int, _ findings: inout [Diagnostic]) {
    let count = findings.count { $0.rule == rule }
    guard count > most, let first = findings.firstIndex(where: { $0.rule == rule }) else { return }
    findings[first].message += ", as have \(count - 1) others in this file"
    var isFirst = true
    findings.removeAll { finding in
      guard finding.rule == rule else { return false }
      defer { isFirst = false }
      return !isFirst
    }
  }

  /// So many unknown types are no slips.
  private static let ownTypes = 3

  /// Whether an unknown type differs from a known one in a letter or two.
  private static func isSlip(_ finding: Diagnostic, in source: SourceFile) -> Bool {
    guard let range = finding.range else { return true }
    let type = source.bytes[Int(range.start)..<Int(range.end)].map(\.asciiLowercased).string
    return BibTeXVocabulary.entryTypes.contains { EditDistance.isWithin(2, type, $0) }
  }

  /// Gives the findings of readers, which know places only, the keys of the entries that they stand in.
  ///
  /// - Complexity: O(findings × log entries).
  static func addKeys(to findings: inout [Diagnostic], in bibliography: CheckedBibliography) {
    let entries = bibliography.entries
    for index in findings.indices where findings[index].key == nil {
      guard let range = findings[index].range else { continue }
      let place = entries.partitionPoint { $0.range.start <= range.start } - 1
      guard place >= 0, range.start < entries[place].range.end, !entries[place].key.isEmpty else {
        continue
      }
      findings[index].key = entries[place].key
    }
  }
}
