/// What the parameters of citation templates mean.
///
/// Source: Wikipedia Help:Citation Style 1 and Template:Citation; German Vorlage:Literatur, Vorlage:Internetquelle;
/// French Modèle:Ouvrage, Modèle:Article, Modèle:Lien web.
enum WikiCitationTable {
  /// Which part of a name a parameter holds.
  enum NamePart: Sendable, Hashable {
    case family, given
    /// A whole name, family name first if it has a comma.
    case whole
    /// Several whole names in natural order.
    case list
  }

  /// What a parameter is to the reference.
  enum Role: Sendable, Hashable {
    case text(TextVariable)
    case number(NumberVariable)
    case date(DateVariable)
    case name(NameVariable, NamePart)
    case title
    case subtitle
    /// The title of a part of the work: a chapter, an entry.
    case chapter
    /// The work that an article or page is part of.
    case container
    /// One page: a place in the work.
    case onePage
    /// Pages: the place in a book, the extent of an article.
    case pages
    /// A place in words.
    case place
    /// The year, where no date says more.
    case year
    /// The month, to be read with the year.
    case month
    /// Says how the template looks, nothing about the work.
    case ignored
  }

  /// The type that each template stands for, by its name in lower case.
  static let types: [String: ItemType] = [
    "cite book": .book, "cite journal": .articleJournal, "cite magazine": .articleMagazine,
    "cite news": .articleNewspaper, "cite newspaper": .articleNewspaper, "cite web": .webpage,
    "cite thesis": .thesis, "cite conference": .paperConference, "cite report": .report,
    "cite tech report": .report, "cite techreport": .report,
    "cite encyclopedia": .entryEncyclopedia,
    "cite encyclopaedia": .entryEncyclopedia, "cite dictionary": .entryDictionary,
    "cite av media": .motionPicture, "cite podcast": .broadcast, "cite press release": .document,
    "cite arxiv": .article, "cite biorxiv": .article, "cite map": .map, "cite speech": .speech,
    "cite interview": .interview, "cite court": .legalCase, "cite document": .document,
    "cite periodical": .articleMagazine, "cite blog": .postWeblog, "cite archive": .manuscript,
    "internetquelle": .webpage, "ouvrage": .book, "chapitre": .chapter,
    "article": .articleJournal, "lien web": .webpage, "lien brisé": .webpage,
  ]

  /// Templates for works of every type, whose parameters say which one it is.
  static let untyped: Set<String> = ["citation", "cite", "literatur"]

  /// Whether a template cites a work in full.
  static func isCitation(_ name: String) -> Bool {
    types[name] != nil || untyped.contains(name)
  }

  /// The role of a parameter by its name in lower case without digits.
  static func role(of name: String) -> Role? { roles[name] }

  private static let roles: [String: Role] = {
    var table: [String: Role] = [:]
    for (role, names) in rows {
      for name in names { table[name] = role }
    }
    return table
  }()

  private static let rows: [(Role, [String])] = [
    (.title, ["title", "titel", "titre"]),
    (.subtitle, ["subtitle", "sous-titre", "titelerg"]),
    (
      .chapter,
      ["chapter", "contribution", "entry", "article", "section", "titre chapitre", "kapitel"]
    ),
    (
      .container,
      [
        "journal", "work", "website", "newspaper", "magazine", "periodical", "encyclopedia",
        "encyclopaedia", "dictionary", "book-title", "conference", "périodique", "sammelwerk",
        "werk", "site", "titre ouvrage", "zeitschrift",
      ]
    ),
    (.name(.author, .family), ["last", "surname", "author-last", "author-surname", "nom"]),
    (.name(.author, .given), ["first", "given", "author-first", "author-given", "prénom"]),
    (.name(.author, .whole), ["author", "authors", "people", "auteur", "host", "subject"]),
    (.name(.author, .list), ["autor", "vauthors"]),
    (.name(.editor, .family), ["editor-last", "editor-surname", "nom éditeur"]),
    (.name(.editor, .given), ["editor-first", "editor-given", "prénom éditeur"]),
    (.name(.editor, .whole), ["editor", "editors", "directeur"]),
    (.name(.editor, .list), ["hrsg", "veditors"]),
    (.name(.translator, .family), ["translator-last", "translator-surname"]),
    (.name(.translator, .given), ["translator-first", "translator-given"]),
    (.name(.translator, .whole), ["translator", "traducteur", "trad", "traduction"]),
    (.name(.translator, .list), ["übersetzer"]),
    (.name(.illustrator, .whole), ["illustrator", "illustrateur"]),
    (.name(.interviewer, .whole), ["interviewer"]),
    (
      .text(.publisher), ["publisher", "institution", "verlag", "hrsg-verlag", "éditeur", "school"]
    ),
    (.text(.publisherPlace), ["location", "place", "publication-place", "ort", "lieu"]),
    (.text(.collectionTitle), ["series", "reihe", "collection"]),
    (.text(.url), ["url", "online", "lire en ligne", "url texte"]),
    (.text(.doi), ["doi"]), (.text(.isbn), ["isbn"]), (.text(.issn), ["issn", "eissn"]),
    (.text(.pmid), ["pmid"]), (.text(.pmcid), ["pmc"]),
    (.text(.language), ["language", "langue", "sprache", "lang"]),
    (.text(.originalTitle), ["originaltitel", "titre original"]),
    (.text(.genre), ["type", "degree", "medium"]),
    (.text(.archive), ["archive"]),
    (.number(.volume), ["volume", "band", "tome"]),
    (.number(.issue), ["issue", "nummer", "numéro", "heft"]),
    (.number(.number), ["number"]),
    (.number(.edition), ["edition", "auflage", "numéro d'édition", "numéro édition"]),
    (.number(.collectionNumber), ["bandreihe", "numéro dans collection", "series-number"]),
    (.number(.numberOfPages), ["pages totales", "total-pages", "umfang"]),
    (.date(.issued), ["date", "publication-date", "datum", "air-date"]),
    (.date(.accessed), ["access-date", "accessdate", "abruf", "zugriff", "consulté le"]),
    (.date(.originalDate), ["orig-date", "orig-year", "origyear", "année première édition"]),
    (.year, ["year", "jahr", "année"]),
    (.month, ["month", "mois", "monat"]),
    (.onePage, ["page", "p", "passage", "fundstelle"]),
    (.pages, ["pages", "pp", "seiten"]),
    (.place, ["at", "loc"]),
    (
      .ignored,
      [
        "ref", "postscript", "mode", "url-status", "dead-url", "author-link", "authorlink",
        "author-mask", "display-authors", "display-editors", "editor-link", "editorlink", "df",
        "cs", "name-list-style", "last-author-amp", "url-access", "doi-access", "registration",
        "subscription", "lien auteur", "title-link", "libellé", "translator-link",
      ]
    ),
  ]
}
