/// How most entries of a file are written, for rules about those that differ.
struct BibliographyHabits: Sendable {
  /// Whether page ranges have two hyphens.
  private(set) var doublesHyphens = false
  /// Whether books have places and no publishers.
  private(set) var omitsPublishers = false
  /// Whether articles have no titles, as in physics and chemistry.
  private(set) var omitsArticleTitles = false
  /// The keys of entries that others name as related to them, which need not stand for themselves.
  private(set) var related: Set<String> = []

  /// No habits.
  init() {}

  /// The habits of entries.
  ///
  /// A file that has one hyphen everywhere has its own way; where most have two, one is a slip.
  ///
  /// - Complexity: O(length of the fields for pages).
  init(of entries: [CheckedEntry], in source: SourceFile) {
    var single = 0
    var double = 0
    for entry in entries {
      guard let field = entry.field("pages") else { continue }
      let bytes = source.bytes[Int(field.range.start)..<Int(field.range.end)]
      guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")) else { continue }
      if bytes[(dash + 1)...].first == UInt8(ascii: "-") { double += 1 } else { single += 1 }
    }
    doublesHyphens = double > 0 && (double >= 3 * single || single <= min(2, double))
    countOmissions(entries)
    for field in entries.lazy.compactMap({ $0.field("related") }) {
      let keys = source.bytes[Int(field.range.start)..<Int(field.range.end)]
      for key in keys.split(separator: UInt8(ascii: ",")) {
        related.insert(key.trimmedASCIISpace.string)
      }
    }
  }

  /// Whether an entry says where the work was published, if only by a string that another file defines.
  static func hasPlace(_ entry: CheckedEntry) -> Bool {
    entry.reference[.publisherPlace] != nil || entry.field("location", "address") != nil
  }

  /// What one in five lacks, and a handful at least, is left out on purpose.
  private mutating func countOmissions(_ entries: [CheckedEntry]) {
    var books = 0
    var withoutPublisher = 0
    var articles = 0
    var withoutTitle = 0
    for entry in entries {
      let reference = entry.reference
      switch reference.type {
      case .book, .collection, .chapter:
        guard Self.hasPlace(entry) else { continue }
        books += 1
        if reference[.publisher] == nil { withoutPublisher += 1 }
      case .articleJournal:
        guard reference[.containerTitle] != nil else { continue }
        articles += 1
        if reference[.title] == nil { withoutTitle += 1 }
      default: continue
      }
    }
    func isCustom(_ count: Int, of all: Int) -> Bool { count >= 5 && count * 5 >= all }
    omitsPublishers = isCustom(withoutPublisher, of: books)
    omitsArticleTitles = isCustom(withoutTitle, of: articles)
  }
}
