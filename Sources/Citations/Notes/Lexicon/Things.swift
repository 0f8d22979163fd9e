extension Lexicon {
  /// Words of the names of publishers.
  static let publisherWords: Set<String> = [
    "press", "verlag", "books", "publishing", "publishers", "publications", "publisher", "presses",
    "éditions", "editions",
    "editorial", "ediciones", "edizioni", "editore", "editora", "university", "universitätsverlag",
    "uitgeverij", "company",
    "co", "ltd", "inc", "sons", "bros", "brothers", "verlagsgesellschaft", "verlagsanstalt",
    "buchverlag", "éditeur", "éds",
    "house", "printing", "office", "forlag", "förlag", "wydawnictwo", "nakladatelství", "librairie",
    "libri", "imprimerie",
    "druckerei", "buchhandlung", "universitaires", "up", "oup", "cup", "mup", "puf", "cnrs", "dtv",
    "wbg", "utb", "ucp",
    "routledge", "springer", "elsevier", "wiley", "blackwell", "palgrave", "macmillan", "penguin",
    "gallimard", "seuil",
    "suhrkamp", "fischer", "rowohlt", "beck", "mohr", "siebeck", "brill", "verso", "harper",
    "knopf", "norton", "vintage",
    "random", "einaudi", "laterza", "mulino", "feltrinelli", "minuit", "flammarion", "fayard",
    "grasset", "hachette", "plon",
    "payot", "vrin", "klostermann", "campus", "hanser", "meiner", "reclam", "klett", "cotta",
    "steiner", "böhlau", "oldenbourg",
    "gruyter", "niemeyer", "winter", "metzler", "wagenbach", "piper", "insel", "duncker", "humblot",
    "nomos", "sage", "polity",
    "pluto", "zed", "université", "universität", "universidad", "università", "universiteit",
    "école", "bloomsbury", "ashgate", "boydell", "hackett", "beacon", "basic", "faber", "methuen",
    "allen", "unwin",
    "doubleday", "viking", "farrar", "scribner", "houghton", "mifflin", "mcgraw-hill", "heinemann",
    "longman", "longmans",
    "clarendon", "belknap", "colin", "armand", "alcan", "maspero", "droz", "champion", "cátedra",
    "akal", "alianza", "ariel",
    "crítica", "taurus", "siglo", "fce", "tecnos", "nijhoff", "elgar", "kluwer", "hart", "manz",
    "heymanns", "vahlen",
  ]

  /// Words that make a run of capitalised words the name of a body.
  static let bodyWords: Set<String> = [
    "commission", "committee", "ministry", "department", "university", "bundesamt", "ministerium",
    "bundesministerium",
    "institute", "institut", "institution", "council", "agency", "office", "association", "society",
    "foundation", "stiftung",
    "union", "universidad", "organization", "organisation", "bank", "bureau", "board", "court",
    "parliament", "congress", "senate", "assembly",
    "government", "authority", "service", "services", "center", "centre", "zentrum", "zentrale",
    "bundeszentrale", "amt", "rat",
    "verein", "verband", "gesellschaft", "academy", "akademie", "académie", "université",
    "ministère", "conseil", "comité",
    "commissariat", "observatoire", "museum", "musée", "library", "archive", "archives", "nations",
    "party", "partei",
    "federation", "league", "network", "group", "team", "project", "programme", "program", "fund",
    "company", "corporation",
    "consortium", "task", "force", "ministerio", "instituto", "comisión", "universidad",
    "universität", "hochschule", "church",
    "société", "sociedad", "società", "unesco", "oecd", "who", "ilo", "unhcr", "nato", "ngo",
    "administration", "secretariat",
    "inspectorate", "inquiry", "commons", "lords", "bundestag", "reichstag", "landtag", "bundesrat",
    "reichsrat", "assemblée", "cortes", "storting", "riksdag", "folketing", "chambre", "sénat",
    "parlement", "landstände",
  ]

  /// Words of the name of a newspaper.
  static let newspaperWords: Set<String> = [
    "times", "post", "guardian", "herald", "tribune", "gazette", "zeitung", "chronicle",
    "telegraph", "globe", "daily", "mirror",
    "observer", "independent", "monde", "figaro", "libération", "humanité", "tageszeitung", "taz",
    "courier", "faz", "nzz",
    "allgemeine", "süddeutsche", "welt", "zeit", "anzeiger", "rundschau", "nachrichten",
    "tagesspiegel", "tagblatt", "país",
    "mundo", "vanguardia", "repubblica", "corriere", "stampa", "pravda", "izvestia", "examiner",
    "inquirer", "sentinel",
    "bulletin", "news", "journal-constitution", "star", "sun", "dispatch", "ledger", "handelsblatt",
    "standaard", "volkskrant",
    "dagens", "nyheter", "politiken", "newspaper", "temps", "soir", "croix", "parisien", "haaretz",
    "argus", "advertiser",
  ]

  /// Words of the name of a magazine.
  static let magazineWords: Set<String> = [
    "magazine", "yorker", "atlantic", "spiegel", "newsweek", "economist", "nation", "harper's",
    "jacobin", "dissent", "wired",
    "stern", "focus", "express", "nouvel", "observateur", "spectator", "statesman", "vogue",
    "esquire", "playboy", "slate",
    "salon", "baffler", "commentary", "merkur", "magazin", "lrb", "nyrb", "tls", "life", "time",
    "fortune", "forbes", "week",
  ]

  /// Words of the name of a web log.
  static let weblogWords: Set<String> = [
    "substack", "blog", "weblog", "wordpress", "blogspot", "tumblr", "medium", "livejournal",
    "blogger", "hypotheses",
    "typepad", "carnet",
  ]

  /// Words of the name of an encyclopedia.
  static let encyclopediaWords: Set<String> = [
    "encyclopedia", "encyclopaedia", "enzyklopädie", "encyclopédie", "enciclopedia", "lexikon",
    "lexicon", "handwörterbuch", "realenzyklopädie",
    "reallexikon", "sachlexikon",
  ]

  /// Words of the name of a dictionary.
  static let dictionaryWords: Set<String> = [
    "dictionary", "wörterbuch", "dictionnaire", "diccionario", "dizionario", "woordenboek",
  ]

  /// Words of the descriptions of archival sources, which are no titles of works.
  static let archiveWords: Set<String> = [
    "archive", "archives", "archiv", "archivo", "archivio", "ms", "mss", "box", "folder", "papers",
    "fonds", "nachlass", "nachlaß",
    "bestand", "akte", "akten", "bundesarchiv", "staatsarchiv", "stadtarchiv", "landesarchiv",
    "fol", "fols", "legajo", "liasse", "carton",
    "bnf", "pro", "tna", "nara", "rg", "fo", "hstaa", "gsta", "aap", "ad",
  ]

  /// Words of the name of a journal.
  static let journalWords: Set<String> = [
    "journal", "review", "quarterly", "studies", "zeitschrift", "jahrbuch", "revue", "annales",
    "archiv", "archives", "annals",
    "bulletin", "proceedings", "transactions", "revista", "rivista", "cahiers", "studien",
    "forschungen", "blätter",
    "vierteljahrsschrift", "vierteljahresschrift", "vierteljahrshefte", "tijdschrift", "quaderni",
    "anuario", "annual", "yearbook",
    "history", "research", "law", "inquiry", "letters", "notes", "j", "rev", "stud", "zs", "acta",
    "studia", "historische",
  ]

  /// Words that end the name of a series.
  static let seriesWords: Set<String> = [
    "series", "studies", "studien", "reihe", "schriften", "schriftenreihe", "schriftreihe",
    "collection", "coll", "library",
    "bibliothek", "bibliothèque", "beiträge", "forschungen", "abhandlungen", "monographs",
    "monograph", "texts", "classics",
    "papers", "supplements", "collana", "colección", "biblioteca", "taschenbuch", "wissenschaft",
    "texte", "quellen", "edition",
    "veröffentlichungen", "publications", "untersuchungen", "contributions", "lectures",
    "companions", "handbooks", "serie", "série",
  ]

  /// What a thesis calls itself, with the genre in CSL's manner.
  static let theses = PhraseTable(
    .thesisStart,
    """
    phd = phd diss | phd dissertation | phd thesis | ph d diss | ph d dissertation | ph d thesis | doctoral dissertation | doctoral thesis | doctoral diss | dissertation | diss | diss phil | phil diss | diss jur | jur diss | diss theol | diss iur | dphil thesis | d phil thesis | unpublished phd thesis | unpublished doctoral thesis | unpublished doctoral dissertation | unpublished thesis | unpublished doctoral diss | unpublished dphil thesis | unpublished d phil thesis | unpublished ph d thesis | unpublished ph d diss | unpublished master's thesis | philosophische dissertation | juristische dissertation | masch diss | phil diss masch | thèse dactylographiée | thèse inédite | doctoraatsproefschrift | tese de doutoramento | tese de doutorado | unpublished phd dissertation | unpublished phd diss | unpublished dissertation | unpubl phd diss | thèse de doctorat | thèse | thèse d'état | thèse de troisième cycle | tesis doctoral | tesi di dottorato | inaugural-dissertation | proefschrift | thèse pour le doctorat | habilitationsschrift | habil
    master = ma thesis | m a thesis | master's thesis | masters thesis | msc thesis | m sc thesis | mphil thesis | magisterarbeit | masterarbeit | diplomarbeit | mémoire de master | mémoire de maîtrise | mémoire | tesi di laurea | unpublished ma thesis | tesis de maestría | ba thesis | bachelorarbeit | undergraduate thesis | senior thesis | honors thesis
    """)

  /// What a report calls itself.
  static let reports = PhraseTable(
    .reportStart,
    """
    report = working paper | working papers | technical report | tech rep | research report | policy brief | policy paper | discussion paper | discussion papers | white paper | report | briefing paper | research paper | occasional paper | forschungsbericht | projektbericht | arbeitspapier | diskussionspapier | rapport | rapport de recherche | document de travail | documento de trabajo | staff report | issue paper | bericht
    """)

  /// What else a thing in brackets can call itself; the value is the CSL type.
  static let genres = PhraseTable(
    .genreStart,
    """
    paper-conference = paper presented at | paper presented to | paper read at | paper read to | paper read before | a paper read at | paper for | unpublished conference paper | poster presented at | talk at | talk given at | unpublished paper presented at | referat auf | vortrag auf dem | vortrag im rahmen | communication au colloque | communication présentée au | communication présentée à | communication au congrès | relazione presentata al | relazione al | ponencia presentada en | ponencia en | paper given at | paper delivered at | conference paper | vortrag auf | presented at | communication présentée
    speech = lecture delivered at | lecture delivered to | address to | address delivered at | speech at | speech to | speech delivered at | keynote address | inaugural lecture | vortrag gehalten | rede | discours | discorso | discurso | sermon | sermon preached at | lecture | lecture at | lecture given at | vortrag | address | speech | keynote | conférence
    manuscript = unpublished manuscript | unpublished paper | manuscript | unpublished ms | ms | typescript | manuskript | unveröff ms | unveröffentlichtes manuskript | manuscrit inédit
    interview = interview by | interview with | interview | interviewed by | entretien avec | gespräch mit
    personal_communication = email message to author | e-mail message to author | email to the author | e-mail message to the author | message to author | telephone conversation with author | personal communication | e-mail to author | email to author | letter to author | mündliche mitteilung | e-mail to the author | communication personnelle
    motion_picture = film | directed by | dir by
    """)

  /// Nouns for works, after a possessive: "Metzl’s book".
  static let workNouns: Set<String> = [
    "book", "article", "essay", "study", "monograph", "paper", "classic", "volume", "work", "novel",
    "history", "biography",
    "memoir", "text", "treatise", "account", "piece", "report", "dissertation", "thesis", "chapter",
    "poem", "memoirs",
    "autobiography", "collection", "lectures", "textbook", "survey", "bestseller", "review",
  ]

  /// What "see" may point to that is no source.
  static let innerReferences: Set<String> = [
    "appendix", "chapter", "chapters", "table", "tables", "figure", "figures", "fig", "section",
    "sections", "part", "note", "notes",
    "introduction", "above", "below", "article", "page", "pages", "preface", "conclusion",
    "kapitel", "abschnitt", "anhang",
    "abbildung", "tabelle", "oben", "unten", "chapitre", "supra", "infra", "footnote", "endnote",
    "fußnote", "anmerkung", "box",
    "map", "plate", "equation", "volume", "act", "book", "bibliography", "annexe", "annex", "ch",
    "chap", "my", "our",
  ]

  /// Capitalised words that begin a description and no name.
  static let notNames: Set<String> = [
    "interview", "letter", "letters", "introduction", "chapter", "chapters", "review", "report",
    "appendix", "preface", "foreword", "afterword",
    "conclusion", "section", "figure", "table", "see", "ibid", "ebd", "vgl", "siehe", "cf", "art",
    "article", "articles", "act", "minutes", "memorandum", "email", "telegram",
    "discussion", "speech", "conversation", "most", "many", "some", "these", "those", "other",
    "others", "several", "both", "all", "such", "one", "two",
    "again", "indeed", "yet", "still", "moreover", "furthermore", "hence", "therefore",
    "nevertheless", "nonetheless", "finally", "first", "second", "third",
    "today", "later", "earlier", "only", "even", "perhaps", "probably", "similarly", "likewise",
    "instead", "rather", "unless", "until", "since",
    "because", "between", "among", "during", "about", "around", "approximately", "ca", "total",
    "page", "pages", "volume", "chronicle", "year", "years", "number", "emphasis",
    "italics", "translation", "translated", "quotation", "quoted", "cited", "thanks", "cf", "dazu",
    "hierzu", "zudem", "ferner", "allerdings", "jedoch", "dabei",
    "selon", "ainsi", "toutefois", "cependant", "enfin", "voir", "note", "notes", "my", "our",
    "his", "her", "their",
    "here", "there", "then", "thus", "also", "however", "although", "while", "when", "where",
    "compare", "contrast", "rezension", "brief", "gespräch", "entretien", "lettre",
  ]

  /// Abbreviations before whose dot no sentence ends.
  static let abbreviations: Set<String> = [
    "no", "nos", "nr", "vol", "vols", "ed", "eds", "edn", "trans", "transl", "tr", "p", "pp", "s",
    "dr", "st", "ste", "jr", "sr", "rev",
    "j", "univ", "bd", "bde", "hg", "hrsg", "hgg", "aufl", "cf", "vgl", "op", "ca", "c", "ch",
    "chap", "chaps", "cap", "kap",
    "fol", "fols", "fig", "figs", "abb", "tab", "n", "nn", "anm", "fn", "art", "par", "para",
    "paras", "sec", "sect", "abs", "z", "b", "d", "h",
    "u", "a", "o", "v", "m", "e", "g", "i", "f", "ff", "t", "jg", "jb", "jahrb", "zs", "zschr",
    "ztschr", "stud", "hist", "soc",
    "proc", "amer", "am", "aust", "brit", "q", "quart", "bull", "ann", "arch", "int", "intl",
    "phil", "philos", "lit", "mod", "inst",
    "assn", "assoc", "dept", "acad", "sci", "res", "psychol", "sociol", "econ", "pol", "polit",
    "geogr", "anthropol", "l", "co",
    "inc", "ltd", "bros", "mr", "mrs", "ms", "prof", "hon", "gen", "col", "capt", "lt", "sgt",
    "bes", "insb", "insbes", "esp", "etc", "ibid",
    "ib", "id", "repr", "rpt", "orig", "publ", "pub", "pt", "pts", "bk", "bks", "ser", "suppl",
    "supp", "diss", "ms", "mss", "comp", "comps",
    "dir", "coord", "coll", "éd", "éds", "trad", "introd", "intro", "übers", "bearb", "erw", "verb",
    "überarb", "veröff", "unveröff", "zit",
    "z.b", "sog", "bzw", "usw", "evtl", "ggf", "vs", "viz", "eg", "al", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov",
    "dec", "dez", "wash", "mass", "conn", "calif", "penn", "ill", "mich", "minn", "va", "md", "ga",
    "fla", "tex", "tenn", "ky", "ind", "cal",
    "oxf", "camb", "lond", "frankf", "berl", "ebd", "ders", "dies", "loc", "cit", "sen", "rep",
    "gov", "cong", "sess", "stat", "hl", "abt", "lfg",
    "bl", "sp", "rn", "tz", "nf", "ns", "hs", "hss", "cod", "lat", "gr", "cod", "ap", "janv",
    "févr", "juil", "déc", "av", "boul", "ss", "sq", "sqq", "cath", "theol", "jur",
    "cult", "crit", "ling", "philol", "archaeol", "archäol", "orient", "class", "med", "math",
    "phys", "chem", "biol", "environ",
    "educ", "comm", "commun", "transl", "natl", "nat", "europ", "eur", "germ", "fr", "engl", "angl",
    "span", "ital", "russ",
  ]

  /// Cities where books are published, and states that follow them; for telling a place from a title's last words.
  static let places = PhraseTable(
    .placeStart,
    """
    city = london | new york | oxford | cambridge | boston | chicago | philadelphia | princeton | berkeley | los angeles | san francisco | stanford | new haven | ithaca | baltimore | washington | durham | chapel hill | minneapolis | bloomington | urbana | madison | ann arbor | austin | houston | seattle | denver | lincoln | lawrence | lexington | athens | atlanta | new orleans | pittsburgh | detroit | cleveland | st louis | albany | syracuse | amherst | hanover | providence | newark | toronto | montreal | montréal | québec | ottawa | vancouver | edinburgh | glasgow | manchester | liverpool | leeds | birmingham | bristol | cardiff | dublin | belfast | york | exeter | nottingham | sheffield | leicester | brighton | aldershot | farnham | basingstoke | harmondsworth | houndmills | woodbridge | paris | lyon | lyons | marseille | marseilles | bordeaux | toulouse | grenoble | strasbourg | lille | rennes | aix-en-provence | montpellier | nantes | genève | geneva | genf | lausanne | neuchâtel | fribourg | bruxelles | brussels | brüssel | liège | louvain | leuven | gent | ghent | antwerp | antwerpen | amsterdam | rotterdam | leiden | the hague | den haag | utrecht | groningen | dordrecht | berlin | münchen | munich | hamburg | köln | cologne | frankfurt | frankfurt am main | frankfurt a m | frankfurt/main | stuttgart | leipzig | dresden | düsseldorf | göttingen | heidelberg | tübingen | freiburg | freiburg i br | freiburg im breisgau | bonn | mainz | marburg | gießen | giessen | würzburg | bamberg | erlangen | nürnberg | regensburg | augsburg | passau | konstanz | karlsruhe | mannheim | darmstadt | wiesbaden | kassel | hannover | bremen | kiel | lübeck | rostock | münster | bielefeld | paderborn | essen | bochum | dortmund | aachen | trier | saarbrücken | jena | weimar | halle | erfurt | potsdam | opladen | reinbek | reinbek bei hamburg | baden-baden | neuwied | darmstadt | gütersloh | hildesheim | wien | vienna | graz | innsbruck | salzburg | linz | klagenfurt | zürich | zurich | basel | bern | st gallen | luzern | roma | rome | rom | milano | milan | mailand | torino | turin | firenze | florence | florenz | bologna | venezia | venice | napoli | naples | padova | padua | pisa | bari | palermo | genova | siena | brescia | madrid | barcelona | sevilla | seville | valencia | salamanca | granada | zaragoza | bilbao | santiago de compostela | lisboa | lisbon | lissabon | coimbra | porto | são paulo | rio de janeiro | buenos aires | santiago | méxico | mexico city | ciudad de méxico | bogotá | lima | caracas | la habana | havana | montevideo | stockholm | uppsala | lund | göteborg | gothenburg | oslo | bergen | copenhagen | københavn | kopenhagen | aarhus | helsinki | turku | reykjavík | warsaw | warszawa | warschau | kraków | cracow | krakau | poznań | wrocław | breslau | prague | praha | prag | brno | bratislava | budapest | bucharest | bucurești | sofia | belgrade | beograd | zagreb | ljubljana | athens | athen | athína | thessaloniki | istanbul | ankara | moscow | moskva | moskau | st petersburg | sankt-peterburg | leningrad | petrograd | kyiv | kiev | minsk | vilnius | riga | tallinn | tartu | jerusalem | tel aviv | haifa | beirut | cairo | alexandria | damascus | baghdad | tehran | new delhi | delhi | bombay | mumbai | calcutta | kolkata | madras | bangalore | lahore | karachi | dhaka | colombo | beijing | shanghai | hong kong | taipei | tokyo | kyoto | osaka | seoul | singapore | kuala lumpur | jakarta | bangkok | manila | hanoi | sydney | melbourne | canberra | brisbane | perth | adelaide | auckland | wellington | dunedin | cape town | johannesburg | pretoria | nairobi | lagos | ibadan | accra | dakar | tunis | algiers | alger | rabat | casablanca | santa barbara | santa monica | notre dame | university park | charlottesville | columbia | gainesville | tucson | honolulu | boulder | norman | evanston | dekalb | carbondale | kent | middletown | westport | englewood cliffs | garden city | hoboken | newbury park | thousand oaks | beverly hills | lanham | boulder | jefferson | indianapolis | cincinnati | columbus | milwaukee | kansas city | salt lake city | portland | san diego | santa cruz | irvine | hillsdale | mahwah | totowa | cheltenham | abingdon | oxon | burlington | turnhout | louvain-la-neuve | namur | tournai | vitoria | oviedo | pamplona | mendoza | córdoba | rosario | quito | halle an der saale | halle/saale | tel-aviv | s-gravenhage | 's-gravenhage | las palmas | san josé | santa cruz de tenerife | las palmas de gran canaria
    """)

  /// Given names that are common enough to tell "Ada Mercer" from a double family name.
  static let givenNames: Set<String> = Set(
    """
    alberto antónio beatriz fernanda helena inês joão josé luiza manuela mariana rafael rosario teresa vicente zoé aline amélie aurélie benoît bernadette céline corinne cristina denise dolores domenico édouard elisa fabien fabrice filippo gaston germaine giacomo giulia gustave hilde ignacio inge jérôme laure léon lluís lucie luís magda maja marcela marguerite mercedes mireille nadine nathalie odile paulo pilar ramon raúl régine rené roberta rolande rosemary sébastien solange sybille thérèse thibault tobie umberto valentin valérie véronique winifred \
    aaron abigail adam adrian agnes aisha alan albert alejandro alex alexander alexandra alfred alice alison allan alessandro amanda amy ana anders \
    andrea andreas andrew andré angela ann anna anne annette annie anthony antoine anton antonio arnold arthur astrid august axel ada amos anita asa \
    barbara beatrice ben benjamin bernard bernd bernhard bertrand betty bill birgit björn bob brian bruce bruno brigitte bettina beth barry \
    camille carl carla carlo carlos carmen carol caroline catherine cécile charles charlotte chris christian christiane christina christine christoph christopher claire clara claude claudia clifford colin constance craig cornelia cynthia \
    dagmar daniel daniela danielle david deborah denis dennis diana diane didier dieter dietrich dominic dominique donald dora dorothy douglas duncan \
    edgar edith edmund eduard eduardo edward edwin eleanor elena elisabeth elizabeth ella ellen emil emile émile emily emma emmanuel enrique enzo eric erich erik erika ernest ernst erwin esther eugene eugen eva evelyn \
    felix ferdinand fernand fernando florian frances francesco francis francisco franco françois françoise frank franz fred frederic frederick fredric friedrich fritz friedrich \
    gabriel gabriele gary geoffrey georg george georges gerald gerd gerhard gertrude gilbert gilles giorgio giovanni gisela giuseppe glenn gordon graham gregory guido günter günther gustav guy gunnar \
    hannah hans harald harold harriet harry heather heide heidi heiner heinrich heinz helen helena helga hélène helmut henri henry herbert herman hermann hilary hilda holger horst howard hubert hugh hugo \
    ian ida ignacio igor ingrid irene irving isaac isabel isabelle ivan \
    jack jacob jacqueline jacques jakob james jan jane janet jason javier jay jean jeanne jeff jeffrey jennifer jeremy jerome jessica jill jim joachim joan joanna jochen joe joel johan johann johanna johannes john jon jonas jonathan jordan jorge josé josef joseph joshua juan judith julia julian julie julien jürgen joyce \
    karen karin karl karsten kate katharina katherine kathleen kathryn katja keith ken kenneth kevin kim kirsten klaus konrad kurt karla \
    larry lars laura laurence laurent lawrence lee lena leo leon leonard leonardo leslie lewis linda lisa lorenzo lothar louis louise luca lucas lucia lucien lucy ludwig luis luise luigi lutz lydia lynn \
    manfred manuel marc marcel marco marcus margaret margarete maria marie marianne marina mario marion marjorie mark markus marshall martha martin martina mary mathias matthew matthias maurice max maximilian maya melissa michael michel michèle miguel mike mikhail milan miriam moritz monica monika \
    nancy naomi natalie nathan neil nicholas nicola nicolas nicole nigel nikolaus nina noam noel nora norbert norman nikole \
    olga oliver olivier oscar oskar otto owen olivia \
    pablo pamela paolo pascal patricia patrick paul paula pauline pedro peggy peter philip philipp philippe pierre pietro \
    rachel rainer ralf ralph ramón raphael raymond rebecca regina reinhard reinhart renate rené ricardo richard rita robert roberto robin roger roland rolf roman ronald rosa rose ruth rudolf rüdiger russell roy \
    sabine sally sam samuel sandra sara sarah scott sebastian sharon sheila sigmund silvia simon simone sofia sonia sophie stanley stefan stefanie stefano stephan stephen steve steven stuart sue susan susanne suzanne sven sylvia sergio \
    tamara tania teresa terry theodor theodore theresa thomas tim timothy tobias tom tomas tomás tony torsten tracy \
    ulrich ulrike ursula ute uwe ulf \
    valerie vera veronica veronika victor victoria viktor vincent virginia vittorio vladimir volker \
    walter waltraud wendy werner wilhelm william winfried wolf wolfgang wolfram woodrow \
    xavier yves yvonne yolanda yuri zoe zygmunt slavoj theda judith gayatri frantz edward jürgen niklas pierre michel gilles félix jacques slavoj
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
