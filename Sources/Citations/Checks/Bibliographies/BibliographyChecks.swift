/// A rule's look at the entries of a bibliography, one at a time.
protocol EntryCheck {
  /// The rules that the check is for.
  static var rules: [Rule] { get }
  /// Appends what is wrong with an entry.
  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic])
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
      IncompleteEntry.self, EmptyEntry.self, MisspelledField.self, TypeMismatch.self,
      MalformedDOI.self,
      MalformedISBN.self, MalformedISSN.self, MalformedISMN.self, MalformedORCID.self,
      MalformedPubMed.self, MalformedArXiv.self, MalformedURL.self, ImplausibleDate.self,
      SuspiciousName.self, SuspiciousTitle.self, SuspiciousPages.self, BrokenText.self,
      UnescapedUnderscore.self, LabelledNumber.self, AccessWithoutAddress.self,
    ]
  }
  static var ofWhole: [any BibliographyCheck.Type] {
    [DuplicateEntry.self, SharedIdentifier.self, JournalSpellings.self, DuplicateID.self]
  }

  /// The rules of all of them.
  static var rules: [Rule] { ofEntries.flatMap { $0.rules } + ofWhole.flatMap { $0.rules } }

  /// What all rules find.
  static func findings(in bibliography: CheckedBibliography) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let checks = ofEntries
    for entry in bibliography.entries {
      for check in checks { check.check(entry, in: bibliography, to: &findings) }
    }
    for check in ofWhole { check.check(bibliography, to: &findings) }
    return findings
  }
}
