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
  public static let article = Self("article")
  public static let articleJournal = Self("article-journal")
  public static let articleMagazine = Self("article-magazine")
  public static let articleNewspaper = Self("article-newspaper")
  public static let bill = Self("bill")
  public static let book = Self("book")
  public static let broadcast = Self("broadcast")
  public static let chapter = Self("chapter")
  public static let classic = Self("classic")
  public static let collection = Self("collection")
  public static let dataset = Self("dataset")
  public static let document = Self("document")
  public static let entry = Self("entry")
  public static let entryDictionary = Self("entry-dictionary")
  public static let entryEncyclopedia = Self("entry-encyclopedia")
  public static let event = Self("event")
  public static let figure = Self("figure")
  public static let graphic = Self("graphic")
  public static let hearing = Self("hearing")
  public static let interview = Self("interview")
  public static let legalCase = Self("legal_case")
  public static let legislation = Self("legislation")
  public static let manuscript = Self("manuscript")
  public static let map = Self("map")
  public static let motionPicture = Self("motion_picture")
  public static let musicalScore = Self("musical_score")
  public static let pamphlet = Self("pamphlet")
  public static let paperConference = Self("paper-conference")
  public static let patent = Self("patent")
  public static let performance = Self("performance")
  public static let periodical = Self("periodical")
  public static let personalCommunication = Self("personal_communication")
  public static let post = Self("post")
  public static let postWeblog = Self("post-weblog")
  public static let regulation = Self("regulation")
  public static let report = Self("report")
  public static let review = Self("review")
  public static let reviewBook = Self("review-book")
  public static let software = Self("software")
  public static let song = Self("song")
  public static let speech = Self("speech")
  public static let standard = Self("standard")
  public static let thesis = Self("thesis")
  public static let treaty = Self("treaty")
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
}
