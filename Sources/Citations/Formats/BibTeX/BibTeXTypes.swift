/// Which entry types describe each CSL type, and which CSL type an entry type means by itself.
///
/// A CSL type that its entry type does not mean by itself goes to `entrysubtype`, so that it can be read back.
struct BibTeXTypes: Sendable {
  /// An entry type and the variables that must be present, or absent, for it.
  private struct Candidate: Sendable {
    var entryType: String
    var conditions: [(variable: AnyVariable, isPresent: Bool)]
  }

  private var candidates: [String: [Candidate]] = [:]
  private var meanings: [String: String] = [:]

  /// Reads lines `csl-type: candidate …` and `entry-type = csl-type`.
  ///
  /// A candidate is an entry type, with its conditions after `?`, joined by `&`; `!` asks for absence. The first one whose
  /// conditions hold is taken.
  private init(_ data: StaticString) {
    for line in data.description.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let first = words.first, words.count > 1 else { continue }
      if words[1] == "=" {
        meanings[String(first)] = words.last.map(String.init)
        continue
      }
      candidates[String(first.dropLast())] = words.dropFirst().map { word in
        let halves = word.split(separator: "?", maxSplits: 1)
        let conditions = halves.count == 2 ? halves[1].split(separator: "&") : []
        return Candidate(
          entryType: String(halves[0]),
          conditions: conditions.compactMap { condition in
            let isAbsent = condition.first == "!"
            return AnyVariable(String(isAbsent ? condition.dropFirst() : condition))
              .map { ($0, !isAbsent) }
          })
      }
    }
  }

  /// The entry type for a reference; `misc` for a type that is not listed.
  func entryType(for reference: Reference) -> String {
    let list = candidates[reference.type.rawValue] ?? []
    let match = list.first { candidate in
      candidate.conditions.allSatisfy { reference.has($0.variable) == $0.isPresent }
    }
    return match?.entryType ?? "misc"
  }

  /// The entry types that mean something by themselves, sorted.
  var entryTypes: [String] { meanings.keys.sorted() }

  /// The CSL type that an entry type means by itself.
  func meaning(of entryType: String) -> String? { meanings[entryType] }

  /// Source: btxdoc 1988, 3.1 "Entry types".
  static let bibtex = BibTeXTypes(
    """
    article = article-journal
    book = book
    incollection = chapter
    inproceedings = paper-conference
    phdthesis = thesis
    mastersthesis = thesis
    techreport = report
    unpublished = manuscript
    booklet = pamphlet
    misc = document
    article: article?container-title misc
    article-journal: article
    article-magazine: article
    article-newspaper: article
    book: book
    chapter: incollection
    classic: book
    entry: incollection?container-title misc
    entry-dictionary: incollection?container-title misc
    entry-encyclopedia: incollection?container-title misc
    interview: article?container-title misc
    manuscript: unpublished
    pamphlet: booklet
    paper-conference: inproceedings?container-title misc
    report: techreport
    review: article?container-title misc
    review-book: article?container-title misc
    standard: manual
    thesis: phdthesis
    """)

  /// Types with mandatory fields give way to a type that can do without where there is one that means as much.
  ///
  /// BibLaTeX's legal, audio, video and image types are not used: the data model gives them no fields at all, and its
  /// styles treat them as `misc`.
  /// Source: biblatex 3.18, 2.1 "Entry types"; blx-dm.def, constraints.
  static let biblatex = BibTeXTypes(
    """
    article = article-journal
    book = book
    collection = book
    incollection = chapter
    inbook = chapter
    inproceedings = paper-conference
    inreference = entry-encyclopedia
    thesis = thesis
    report = report
    unpublished = manuscript
    booklet = pamphlet
    dataset = dataset
    software = software
    patent = patent
    periodical = periodical
    online = webpage
    misc = document
    mvbook = book
    mvcollection = book
    proceedings = book
    mvproceedings = book
    reference = book
    mvreference = book
    manual = book
    commentary = book
    bookinbook = chapter
    suppbook = chapter
    suppcollection = chapter
    suppperiodical = article-journal
    letter = personal_communication
    artwork = graphic
    image = graphic
    audio = song
    music = song
    movie = motion_picture
    video = motion_picture
    performance = performance
    review = review
    standard = standard
    legislation = legislation
    legal = treaty
    jurisdiction = legal_case
    set = document
    bibnote = document
    customa = document
    customb = document
    customc = document
    customd = document
    custome = document
    customf = document
    xdata = document
    article: article?container-title misc
    article-journal: article
    article-magazine: article
    article-newspaper: article
    book: collection?!author&editor book
    chapter: incollection?editor inbook
    classic: collection?!author&editor book
    dataset: dataset
    entry: inreference?author&editor inbook
    entry-dictionary: inreference?author&editor inbook
    entry-encyclopedia: inreference?author&editor inbook
    interview: article?container-title misc
    manuscript: unpublished?author misc
    pamphlet: booklet?author booklet?editor misc
    paper-conference: inproceedings?container-title unpublished?author misc
    patent: patent
    periodical: periodical?editor misc
    post: online?URL online?DOI misc
    post-weblog: online?URL online?DOI misc
    report: report
    review: article?container-title misc
    review-book: article?container-title misc
    software: software
    speech: unpublished?author misc
    standard: manual
    thesis: thesis
    webpage: online?URL online?DOI misc
    """)
}
