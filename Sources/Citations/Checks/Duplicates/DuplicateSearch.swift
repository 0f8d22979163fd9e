/// A description of a work made comparable.
struct DuplicateCandidate: Sendable {
  let reference: Reference
  /// The words of the title, folded and joined.
  let title: String
  /// Families of authors and editors, folded.
  let families: [String]
  /// What it must share with another one to be compared with it.
  fileprivate let bucketKeys: [UInt64]

  init(_ reference: Reference) {
    self.reference = reference
    title = Folding.key(reference[.title]?.plain ?? "")
    families = (reference[.author] + reference[.editor]).map(WorkTable.family)
    var keys = [Self.hash(of: title.utf8, from: 1)]
    if let family = families.first, let year = reference[.issued]?.year {
      let person = Self.hash(of: family.utf8, from: UInt64(bitPattern: Int64(year)))
      keys.append(Self.hash(of: title.utf8.prefix(4), from: person &* 3))
      keys.append(Self.hash(of: title.utf8.suffix(6), from: person &* 5))
    }
    bucketKeys = keys
  }

  /// A number for bytes, the same one in each run; two texts with one number are only compared in vain.
  ///
  /// Source: the FNV hash, "FNV-1a".
  private static func hash(of bytes: some Sequence<UInt8>, from seed: UInt64) -> UInt64 {
    bytes.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Whether its title says too little: a column of a journal comes under one word in each issue, "Editorial".
  fileprivate var isColumn: Bool {
    let isArticle = [.articleJournal, .articleMagazine, .articleNewspaper].contains(reference.type)
    return isArticle && Folding.words(reference[.title]?.plain ?? "").count == 1
  }
}

/// Finds descriptions of one work.
///
/// Only those with the same title, or the same person, year and beginning or end of the title, are compared.
struct DuplicateSearch: Sendable {
  /// One that is like another.
  struct Match: Sendable {
    var number: Int
    var likeness: DuplicateLikeness
  }

  /// From this many points on two are likely to be one work.
  private static let leastScore = 80
  /// With how many earlier ones one is compared.
  private static let mostCompared = 12
  /// Titles of fewer letters are those of many works.
  private static let leastTitle = 8

  private var candidates: [(number: Int, candidate: DuplicateCandidate)] = []
  /// The indices of candidates by what they share.
  private var buckets: [UInt64: [Int]] = [:]

  /// Adds a candidate that later ones are compared with.
  mutating func add(_ candidate: DuplicateCandidate, as number: Int) {
    guard candidate.title.utf8.count >= Self.leastTitle, !candidate.isColumn else { return }
    for key in candidate.bucketKeys where (buckets[key]?.count ?? 0) < Self.mostCompared {
      buckets[key, default: []].append(candidates.count)
    }
    candidates.append((number, candidate))
  }

  /// The likeliest of those that were added before and may be compared; nil where none is likely.
  func match(
    of candidate: DuplicateCandidate, where mayCompare: (Int) -> Bool = { _ in true }
  ) -> Match? {
    best(of: candidate) { number, likeness in
      likeness.score >= Self.leastScore && mayCompare(number)
    }
  }

  /// The likeliest of those that have the same title and names, whatever else they say.
  func namesake(of candidate: DuplicateCandidate) -> Match? {
    best(of: candidate) { _, likeness in likeness.isOfOneName }
  }

  private func best(
    of candidate: DuplicateCandidate, where isWanted: (Int, DuplicateLikeness) -> Bool
  ) -> Match? {
    guard candidate.title.utf8.count >= Self.leastTitle, !candidate.isColumn else { return nil }
    var compared: Set<Int> = []
    var best: Match?
    for index in candidate.bucketKeys.flatMap({ buckets[$0] ?? [] })
    where compared.insert(index).inserted {
      let (number, other) = candidates[index]
      let likeness = DuplicateLikeness(candidate, other)
      if likeness.score > best?.likeness.score ?? .min, isWanted(number, likeness) {
        best = Match(number: number, likeness: likeness)
      }
    }
    return best
  }
}
