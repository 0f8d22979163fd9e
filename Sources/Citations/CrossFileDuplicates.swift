/// D001 and D002 between the bibliographies of a run, and between its notes and them.
struct CrossFileDuplicates {
  /// An entry of one of the files.
  private struct Place {
    var file: Int
    var entry: KeyedEntry
  }

  private var places: [Place] = []
  private var search = DuplicateSearch()
  private var withDOI: [String: Place] = [:]

  /// Adds to the files which of their entries describe one work under different keys, and which works notes describe otherwise
  /// than the entry that they have.
  ///
  /// - Complexity: O(entries + notes).
  static func run(on files: inout [FileInCheck], bibliographies: [Int]) {
    let works = files.indices.filter { !files[$0].works.isEmpty }
    let isWanted = files.contains {
      $0.mayReport(.likelyDuplicate) || $0.mayReport(SharedIdentifier.rule)
    }
    guard isWanted, bibliographies.count > 1 || !works.isEmpty else { return }
    var duplicates = Self()
    for index in bibliographies { duplicates.compareEntries(of: index, &files) }
    for index in works { duplicates.compareWorks(of: index, &files) }
  }

  private mutating func compareEntries(of file: Int, _ files: inout [FileInCheck]) {
    for entry in files[file].entries where !entry.isParent && entry.entryType != "xdata" {
      let place = Place(file: file, entry: entry)
      let candidate = DuplicateCandidate(entry.reference)
      if !reportDOI(place, &files) {
        let match = search.match(of: candidate) { isOther(places[$0], than: place) }
        if let match {
          let score = "\(min(match.likeness.score, 100)) of 100"
          let reasons = match.likeness.reasons.joined(separator: ", ")
          report(
            .likelyDuplicate, place, places[match.number], "looks like", "(\(score): \(reasons))",
            &files)
        }
      }
      search.add(candidate, as: places.count)
      places.append(place)
    }
  }

  /// Two entries of one key are another finding, and those of one file were compared before.
  private func isOther(_ other: Place, than place: Place) -> Bool {
    other.file != place.file && other.entry.key != place.entry.key
  }

  /// Reports an entry with the DOI of one in another file; whether it has.
  private mutating func reportDOI(_ place: Place, _ files: inout [FileInCheck]) -> Bool {
    guard let text = place.entry.reference[.doi]?.plain,
      let doi = SharedIdentifier.number(Array(text.utf8), .doi)
    else { return false }
    guard let other = withDOI[doi] else {
      withDOI[doi] = place
      return false
    }
    guard isOther(other, than: place),
      !SharedIdentifier.arePartsOfOne(place.entry.reference, other.entry.reference)
    else { return false }
    report(SharedIdentifier.rule, place, other, "has the DOI of", "", &files)
    return true
  }

  private func report(
    _ rule: Rule, _ place: Place, _ other: Place, _ verb: String, _ why: String,
    _ files: inout [FileInCheck]
  ) {
    let rest = ReferenceComparison.clause(place.entry.reference, other.entry.reference)
    let name = files[other.file].source.name
    files[place.file].findings.append(
      Diagnostic(
        rule,
        "\"\(place.entry.key)\" \(verb) \"\(other.entry.key)\" in \(name)\(why.isEmpty ? "" : " ")\(why)\(rest)",
        at: place.entry.range, key: place.entry.key))
  }

  // MARK: Notes

  /// What two descriptions of one work cannot differ in without one of them being wrong.
  private static let essential: Set<String> = [
    "year", "volume", "issue", "publisher", "container-title",
  ]

  private func compareWorks(of file: Int, _ files: inout [FileInCheck]) {
    var seen: Set<Int> = []
    for work in files[file].works {
      guard let match = search.namesake(of: DuplicateCandidate(work.reference)) else { continue }
      let place = places[match.number]
      let differences = ReferenceComparison.differences(work.reference, place.entry.reference)
        .filter(Self.essential.contains)
      guard !differences.isEmpty, seen.insert(match.number).inserted else { continue }
      let name = files[place.file].source.name
      var finding = Diagnostic(
        .likelyDuplicate,
        "the work looks like \"\(place.entry.key)\" in \(name); they differ in \(differences.joined(separator: ", "))",
        at: work.range)
      finding.note = work.note
      files[file].findings.append(finding)
    }
  }
}
