/// The types of CSL in the words of MODS: the type of resource, and genres of the work and of what it stands in.
///
/// Genres are those of the MARC genre list (`marcgt`) where it has one; for the rest those that bibutils knows.
/// Source: MODS User Guidelines, `typeOfResource`, `genre`; "MARC Genre Term List".
enum MODSTypes {
  struct Row: Sendable {
    var type: ItemType
    var resource: String
    /// The genre of the work and its authority; empty for none.
    var genre: String
    var authority: String
    /// The genre of the host and its authority; empty for a work that stands by itself.
    var hostGenre: String
    var hostAuthority: String
    /// More genres that mean this type.
    var others: [String]
    var otherHosts: [String]
  }

  static let rows: [Row] = {
    text.tableRows.compactMap(row)
  }()

  private static let byType = Dictionary(
    rows.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })

  /// The row of a type, or that of `document` for one that CSL does not know.
  static func row(of type: ItemType) -> Row {
    byType[type] ?? byType[.document]
      ?? Row(
        type: type, resource: "text", genre: "", authority: "", hostGenre: "", hostAuthority: "",
        others: [], otherHosts: [])
  }

  private static func row(_ cells: [String]) -> Row? {
    guard cells.count == 6 else { return nil }
    let (genre, authority) = term(cells[2])
    let (host, hostAuthority) = term(cells[3])
    return Row(
      type: ItemType(rawValue: cells[0]), resource: cells[1], genre: genre,
      authority: authority, hostGenre: host, hostAuthority: hostAuthority, others: list(cells[4]),
      otherHosts: list(cells[5]))
  }

  private static func list(_ cell: String) -> [String] {
    Array(cell.utf8).split(separator: UInt8(ascii: ",")).map { $0.trimmedASCIISpace.string }
  }

  private static func term(_ text: String) -> (String, String) {
    let cell = Array(text.utf8)
    guard let colon = cell.firstIndex(of: UInt8(ascii: ":")) else { return ("", "") }
    return (cell[(colon + 1)...].string, cell[..<colon].string)
  }

  /// Type | type of resource | genre | genre of the host | other genres | other genres of hosts.
  private static let text: StaticString = """
    article-journal | text | marcgt:article | marcgt:periodical | journalArticle, journal article, article in journal | academic journal, journal
    article-magazine | text | bibutilsgt:magazine article | bibutilsgt:magazine | magazineArticle |
    article-newspaper | text | bibutilsgt:newspaper article | marcgt:newspaper | newspaperArticle |
    chapter | text | bibutilsgt:book chapter | marcgt:book | bookSection, chapter | collection, multivolume monograph, festschrift
    paper-conference | text | bibutilsgt:conference paper | marcgt:conference publication | conferencePaper |
    entry-dictionary | text | bibutilsgt:dictionary entry | marcgt:dictionary | dictionaryEntry |
    entry-encyclopedia | text | bibutilsgt:encyclopedia entry | marcgt:encyclopedia | encyclopediaArticle |
    entry | text | bibutilsgt:entry | marcgt:database | |
    post-weblog | text | bibutilsgt:blog post | bibutilsgt:blog | blogPost |
    post | text | bibutilsgt:post | bibutilsgt:forum | forumPost |
    article | text | bibutilsgt:preprint | | preprint |
    book | text | marcgt:book | | novel, biography, autobiography, bibliography, atlas, essay, fiction, festschrift, handbook, history, memoir, poetry, yearbook, multivolume monograph, catalog, collection, conference publication, dictionary, encyclopedia |
    thesis | text | marcgt:thesis | | theses, Ph.D. thesis, Masters thesis, Licentiate thesis, Diploma thesis, Doctoral thesis, Habilitation thesis, Bachelor's thesis |
    report | text | marcgt:technical report | | report, government publication, technicalReport |
    webpage | text | marcgt:web site | | webpage, web page, web document |
    patent | text | marcgt:patent | | |
    standard | text | marcgt:standard or specification | | standard |
    treaty | text | marcgt:treaty | | |
    legislation | text | marcgt:legislation | | statute |
    legal_case | text | marcgt:legal case and case notes | | case, law report or digest |
    bill | text | bibutilsgt:bill | | |
    regulation | text | bibutilsgt:regulation | | |
    hearing | text | bibutilsgt:hearing | | |
    interview | text | marcgt:interview | | |
    personal_communication | text | marcgt:letter | | email, communication, personal communication, instantMessage |
    manuscript | text | bibutilsgt:manuscript | | unpublished |
    pamphlet | text | bibutilsgt:pamphlet | | |
    speech | text | marcgt:speech | | presentation |
    review | text | marcgt:review | | |
    review-book | text | bibutilsgt:book review | | |
    classic | text | bibutilsgt:classic | | |
    periodical | text | marcgt:periodical | | academic journal, journal, magazine, newspaper, issue, series |
    document | text | bibutilsgt:document | | miscellaneous |
    dataset | software, multimedia | marcgt:numeric data | | dataset, statistics |
    software | software, multimedia | bibutilsgt:computer program | | computerProgram, software |
    map | cartographic | marcgt:map | | |
    musical_score | notated music | bibutilsgt:musical score | | |
    song | sound recording-musical | marcgt:sound | | audioRecording |
    broadcast | sound recording | bibutilsgt:broadcast | | podcast, radioBroadcast, tvBroadcast |
    motion_picture | moving image | marcgt:motion picture | | film, videorecording, videoRecording, filmstrip |
    graphic | still image | marcgt:picture | | artwork, art original, art reproduction, graphic, slide, chart |
    figure | still image | bibutilsgt:figure | | technical drawing |
    performance | mixed material | bibutilsgt:performance | | |
    event | mixed material | bibutilsgt:event | | |
    collection | mixed material | marcgt:finding aid | | |
    """
}
