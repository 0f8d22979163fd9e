/// What kind of thing a reference describes.
///
/// An open list with the types of CSL as static members; `rawValue` is the name that CSL gives.
/// Source: CSL 1.0.2, appendix III "Types".
public struct ItemType: RawRepresentable, Sendable, Hashable {
  /// The name of the type as CSL spells it.
  public let rawValue: String

  /// The type named `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  private init(_ name: String) { rawValue = name }
}

extension ItemType {
  /// A preprint, working paper or other article that stands by itself.
  public static let article = Self("article")
  /// An article in a journal.
  public static let articleJournal = Self("article-journal")
  /// An article in a magazine.
  public static let articleMagazine = Self("article-magazine")
  /// An article in a newspaper.
  public static let articleNewspaper = Self("article-newspaper")
  /// A proposed law.
  public static let bill = Self("bill")
  /// A book.
  public static let book = Self("book")
  /// A radio or television broadcast, a podcast.
  public static let broadcast = Self("broadcast")
  /// A part of a book.
  public static let chapter = Self("chapter")
  /// A classical work, cited by its own divisions.
  public static let classic = Self("classic")
  /// An archival collection.
  public static let collection = Self("collection")
  /// A set of data.
  public static let dataset = Self("dataset")
  /// Anything that no other type fits.
  public static let document = Self("document")
  /// An entry of a database or catalogue.
  public static let entry = Self("entry")
  /// An entry of a dictionary.
  public static let entryDictionary = Self("entry-dictionary")
  /// An entry of an encyclopedia.
  public static let entryEncyclopedia = Self("entry-encyclopedia")
  /// An event: a meeting, an exhibition.
  public static let event = Self("event")
  /// A figure in a work.
  public static let figure = Self("figure")
  /// A picture.
  public static let graphic = Self("graphic")
  /// A hearing of a parliament or court.
  public static let hearing = Self("hearing")
  /// An interview.
  public static let interview = Self("interview")
  /// A court case.
  public static let legalCase = Self("legal_case")
  /// A law.
  public static let legislation = Self("legislation")
  /// An unpublished manuscript.
  public static let manuscript = Self("manuscript")
  /// A map.
  public static let map = Self("map")
  /// A film or video.
  public static let motionPicture = Self("motion_picture")
  /// A musical score.
  public static let musicalScore = Self("musical_score")
  /// A pamphlet.
  public static let pamphlet = Self("pamphlet")
  /// A paper of a conference.
  public static let paperConference = Self("paper-conference")
  /// A patent.
  public static let patent = Self("patent")
  /// A live performance.
  public static let performance = Self("performance")
  /// A whole periodical or an issue of one.
  public static let periodical = Self("periodical")
  /// A letter, an e-mail, a conversation.
  public static let personalCommunication = Self("personal_communication")
  /// A post in a forum or a social medium.
  public static let post = Self("post")
  /// A post on a web log.
  public static let postWeblog = Self("post-weblog")
  /// A regulation of an administration.
  public static let regulation = Self("regulation")
  /// A report.
  public static let report = Self("report")
  /// A review of something other than a book.
  public static let review = Self("review")
  /// A review of a book.
  public static let reviewBook = Self("review-book")
  /// A program.
  public static let software = Self("software")
  /// A song or other sound recording.
  public static let song = Self("song")
  /// A speech or lecture.
  public static let speech = Self("speech")
  /// A technical standard.
  public static let standard = Self("standard")
  /// A thesis.
  public static let thesis = Self("thesis")
  /// A treaty.
  public static let treaty = Self("treaty")
  /// A web page.
  public static let webpage = Self("webpage")

  /// Every type of CSL 1.0.2, in its order.
  public static let all: [ItemType] = [
    .article, .articleJournal, .articleMagazine, .articleNewspaper, .bill, .book, .broadcast,
    .chapter, .classic, .collection, .dataset, .document, .entry, .entryDictionary,
    .entryEncyclopedia, .event, .figure, .graphic, .hearing, .interview, .legalCase, .legislation,
    .manuscript, .map, .motionPicture, .musicalScore, .pamphlet, .paperConference, .patent,
    .performance, .periodical, .personalCommunication, .post, .postWeblog, .regulation, .report,
    .review, .reviewBook, .software, .song, .speech, .standard, .thesis, .treaty, .webpage,
  ]

  /// Whether it is a type of CSL 1.0.2.
  public var isKnown: Bool { Self.known.contains(self) }

  private static let known = Set(all)
}
