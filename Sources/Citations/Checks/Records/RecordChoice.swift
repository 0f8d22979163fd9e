/// Chooses the record of a work among those that have a title like it.
public enum RecordChoice: Sendable, Hashable {
  /// The record at this index is the work's.
  case one(Int)
  /// None is, or so many are alike that none can be chosen.
  case none(alike: Int)

  /// From this many points on a record is taken for the work's.
  private static let leastScore = 62
  /// By how much the best must be ahead of others that could be it.
  private static let lead = 5

  /// The record that describes the work of `reference`, by title, names, year and what it stands in.
  ///
  /// - Complexity: O(records).
  public static func choose(for reference: Reference, among records: [SourceRecord]) -> Self {
    let scores = records.map { score(reference, $0) }
    guard let best = scores.max(), best >= leastScore, let index = scores.firstIndex(of: best)
    else { return .none(alike: 0) }
    let rivals = records.indices.filter { other in
      other != index && scores[other] > best - lead && !isSameWork(records[other], records[index])
    }
    guard !rivals.isEmpty else { return .one(index) }
    // Where one of them says all that the reference says, the work is there, whichever it is; of what became of one of
    // several works nothing can be said.
    let agreeing = ([index] + rivals).first { candidate in
      records[candidate].notice == nil && records[candidate].publishedDOI == nil
        && RecordComparison(
          reference: reference, record: records[candidate], allowsFewerNames: true
        ).conflicts.isEmpty
    }
    return agreeing.map(Self.one) ?? .none(alike: rivals.count + 1)
  }

  /// The index of the record that is the most like a reference, the first of several; nil without records.
  ///
  /// For records that have an identifier of the work, of which one must be it.
  /// - Complexity: O(records).
  public static func nearest(to reference: Reference, among records: [SourceRecord]) -> Int? {
    let scores = records.map { score(reference, $0) }
    return scores.max().flatMap { scores.firstIndex(of: $0) }
  }

  /// Whether two records are of one work: they have one DOI, or describe it in the same words.
  private static func isSameWork(_ left: SourceRecord, _ right: SourceRecord) -> Bool {
    let dois = [left, right].map { record in
      record.reference[.doi].flatMap { WorkIdentifier.doi($0.plain) }
    }
    if let first = dois[0], let second = dois[1] { return first == second }
    return left.titles == right.titles && left.years == right.years
      && left.containers == right.containers && left.reference.type == right.reference.type
      && left.reference[.author] == right.reference[.author]
      && left.reference[.editor] == right.reference[.editor]
      && left.reference[.volume] == right.reference[.volume]
      && left.reference[.page] == right.reference[.page]
  }

  private static func score(_ reference: Reference, _ record: SourceRecord) -> Int {
    guard let title = reference[.title]?.plain, !title.isEmpty else { return 0 }
    let bare = RetractionMark.bare(title)
    var score = titleScore(bare, record.titles.map(RetractionMark.bare))
    guard score > 0 else { return 0 }
    score += nameScore(reference, record.reference, isTelling: Folding.words(title).count >= 4)
    if let year = reference[.issued]?.year, let nearest = record.years.map({ abs($0 - year) }).min()
    {
      score += nearest == 0 ? 15 : nearest == 1 ? 10 : -10
    }
    if let container = reference[.containerTitle]?.plain, !record.containers.isEmpty {
      score += ContainerComparison.isSame(container, record.containers) ? 7 : -3
    }
    for variable in [NumberVariable.volume, .page] {
      guard let left = reference[variable], let right = record.reference[variable] else { continue }
      let agree =
        variable == .page
        ? NumberComparison.agreePages(left, right) : NumberComparison.isSame(left, right)
      score += agree ? 3 : -2
    }
    return score
  }

  private static func titleScore(_ title: String, _ known: [String]) -> Int {
    if TitleComparison.isSame(title, known) { return Folding.words(title).count >= 4 ? 60 : 45 }
    let likeness = known.map { TitleComparison.likeness(title, $0) }.max() ?? 0
    return likeness >= 0.75 ? Int(likeness * 50) : 0
  }

  private static func nameScore(
    _ reference: Reference, _ record: Reference, isTelling: Bool
  ) -> Int {
    let names = (reference[.author] + reference[.editor]).filter { !NameComparison.isOthers($0) }
    let known = record[.author] + record[.editor]
    guard let first = names.first, !known.isEmpty else {
      return names.isEmpty && known.isEmpty ? 10 : 0
    }
    if known.contains(where: { NameComparison.isSame(first, $0) }) { return 25 }
    let isNear = known.contains {
      EditDistance.isWithin(1, WorkTable.family(first), WorkTable.family($0))
    }
    if isNear || known.contains(where: { NameComparison.shareFamily(first, $0) }) { return 18 }
    // A long title tells a work even where the names are wrong.
    return isTelling ? -10 : -40
  }
}
