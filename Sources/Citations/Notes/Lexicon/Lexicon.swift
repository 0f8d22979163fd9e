/// What the grammars know of words, in the languages that they read: English, German, French, Spanish, Italian, Dutch.
///
/// Each table is decoded when it is first used.
enum Lexicon {
  /// The number of a month by its name or abbreviation.
  static let months = PhraseTable(
    .monthStart,
    """
    1 = january | jan | januar | jänner | janvier | janv | enero | gennaio | gen | januari | janeiro
    2 = february | feb | februar | febr | février | févr | fév | febrero | febbraio | februari | fevereiro
    3 = march | mar | märz | mrz | mars | marzo | maart | março
    4 = april | apr | avril | avr | abril | aprile
    5 = may | mai | mayo | maggio | mei | maio
    6 = june | jun | juni | juin | junio | giugno | junho
    7 = july | jul | juli | juillet | juil | julio | luglio | julho
    8 = august | aug | août | aout | agosto | augustus
    9 = september | sept | sep | septembre | septiembre | settembre | setembro
    10 = october | oct | oktober | okt | octobre | octubre | ottobre | outubro
    11 = november | nov | novembre | noviembre | novembro
    12 = december | dec | dezember | dez | décembre | déc | diciembre | dicembre | dezembro
    """)

  /// The number of a season: 1 spring … 4 winter.
  static let seasons = PhraseTable(
    .seasonStart,
    """
    1 = spring | frühjahr | frühling | printemps | primavera
    2 = summer | sommer | été | verano | estate
    3 = fall | autumn | herbst | automne | otoño | autunno
    4 = winter | hiver | invierno | inverno
    """)

  /// Words before the name of an editor or a translator.
  static let roleCues = PhraseTable(
    .roleCueStart,
    """
    editor = ed | eds | ed by | eds by | edited by | edited and introduced by | ed and intr by | edited with an introduction by | edited and with an introduction by | hg | hgg | hrsg | hg v | hg von | hrsg v | hrsg von | herausgegeben von | bearb von | bearbeitet von | dir | sous la dir de | sous la direction de | sous la dir d' | éd | éds | éd par | édité par | éditée par | édition de | établi par | coord | coord por | coords | dirigé par | a cura di | edición de | ed de | eds de | edizione a cura di | onder redactie van | red
    translator = trans | trans by | transl | transl by | translated by | translated from the french by | translated from the german by | translated and with an introduction by | translated and introduced by | tr | tr by | übers | übers v | übers von | übersetzt von | aus dem englischen von | aus dem französischen von | aus dem englischen übersetzt von | dt von | trad | trad de | trad par | traduit par | traduit de l'anglais par | traduit de l'allemand par | trad fr | trad fr par | traduction de | traduction française de | traducción de | trad di | traduzione di | trad it di | vertaald door
    editor = hg u eingel v | hg u eingel von | hrsg u eingel v | hrsg u eingel von | hg und eingeleitet von | hrsg und eingeleitet von | hg u komm v | org | orgs | org por | organização de | coordenação de | éd sc | edición al cuidado de | edición preparada por
    edtrans = ed and trans | ed and trans by | edited and translated by | trans and ed | trans and ed by | translated and edited by | eds and trans | hg und übers von | hrsg und übers von | éd et trad | édité et traduit par
    introduction = préf | préf de | pref | pról | introd | introd par | intr | avant-propos de | postface de | introduction by | with an introduction by | introd by | intro by | intro | foreword by | with a foreword by | preface by | with a preface by | afterword by | mit einem vorwort von | mit einer einleitung von | mit einem nachwort von | eingeleitet von | préface de | préfacé par | introduction de | introd de | prólogo de
    reviser = rev by | rev | revised by | bearb v | neu bearb von | revu par
    director = directed by | regie | regia di | réalisé par | un film de | dirigida por
    illustrator = illustrated by | ill by | illus by | illustriert von | illustré par
    """)

  /// Words after a name or a list of names that say what they did.
  static let roleMarks = PhraseTable(
    .roleMarkStart,
    """
    editor = org | orgs | ed | eds | editor | editors | hg | hgg | hrsg | hrg | dir | dirs | éd | éds | coord | coords | comp ed | red | herausgeber | a cura di | general editor | cur | series ed | ed by
    translator = trans | transl | tr | übers | trad | translator | translators
    compiler = comp | comps | compiler
    """)

  /// Words of a work's edition, after or before its number.
  static let editions = PhraseTable(
    .editionStart,
    """
    edition = ed | edn | edns | edition | aufl | auflage | ausg | ausgabe | éd | édition | edición | edizione | druk
    named = rev ed | revised ed | revised edition | rev edn | revised edn | new ed | new edition | new edn | enl ed | expanded ed | expanded edition | enlarged edition | critical edition | facsimile edition | facs ed | paperback ed | paperback edition | reprint edition | anniversary edition | student edition | bilingual edition | neuaufl | neuausg | neuausgabe | nouvelle éd | nouvelle édition | éd revue | erw aufl | überarb aufl | vollst überarb aufl | unveränd aufl
    """)

  /// Words before the number of a volume, an issue, a part.
  static let numberCues = PhraseTable(
    .numberCueStart,
    """
    volume = vol | vols | volume | volumes | bd | bde | band | bände | t | tome | tomo | tomes | jg | jahrg | jahrgang | jaargang | deel
    issue = no | nos | nr | nrn | n° | nº | num | núm | number | issue | iss | h | heft | hefte | fasc | fascicule | cahier | n | quaderno | afl
    series = ser | n s | new series | new ser | second series | third series | neue folge | n f | nouvelle série | nuova serie | nueva época | reihe
    part = pt | part | parte | teil | partie | teilbd | halbbd
    """)

  /// Words before a number that say what a locator counts.
  static let locatorLabels = PhraseTable(
    .locatorLabelStart,
    """
    page = p | pp | page | pages | pg | pgs | s | seite | seiten | ss | pag | pagg | pág | págs | pp of | blz
    folio = fol | fols | fo | folio | folios | f | ff | bl | blatt
    chapter = chap | chaps | chapter | chapters | ch | chs | kap | kapitel | cap | caps | capitolo | capítulo | chapitre | hoofdstuk
    section = § | § § | sec | secs | sect | section | sections | abschn | abschnitt | sezione | sección
    paragraph = para | paras | par | pars | paragraph | paragraphs | ¶ | ¶ ¶ | rn | rdnr | randnr | rz | abs | absatz | tz
    note = n | nn | note | notes | anm | anmerkung | fn | fußnote | fussnote | nota | footnote
    column = col | cols | column | columns | sp | spalte | spalten
    line = l | ll | line | lines | z | zeile | v | vers | verse
    book = bk | bks | book | books | buch | livre | libro
    part = pt | pts | part | parts | teil
    figure = fig | figs | figure | figures | abb | abbildung
    table = table | tables | tabelle | tab | tableau
    volume = vol | vols | bd | t | tome
    sub-verbo = s v | s v v | sub verbo | stichwort | v °
    article-locator = art | arts | article | artikel | art
    act = act | akt | acte
    scene = sc | scene | szene | scène
    appendix = app | appendix | anhang
    line = vv
    timestamp = timestamp | at minute
    plate = pl | plate | plates | tafel
    """)

  /// Words that introduce the passage meant within the pages of a work.
  static let passageCues = PhraseTable(
    .passageCueStart,
    """
    here = quotation on | quotation at | quote on | quoted at | here | here at | here cited at | esp | especially | particularly | in particular | at | bes | besonders | insbes | insb | insbesondere | hier | hier bes | dort | ici | surtout | notamment | spéc | especialmente | aquí | in specie | in partic | in part | specialmente | see esp | and esp | zit | cit
    """)

  /// Words that say when something was looked at.
  static let accessCues = PhraseTable(
    .accessCueStart,
    """
    accessed = accessed | accessed on | last accessed | last accessed on | visited | last visited | retrieved | retrieved on | viewed | viewed on | consulted | abgerufen am | abgerufen | letzter zugriff | letzter zugriff am | zugriff am | zugriff | zuletzt abgerufen am | aufgerufen am | zuletzt aufgerufen am | stand | letzter abruf | eingesehen am | consulté le | consultée le | page consultée le | consulté en | consultado el | consultado | consultato il | ultima consultazione | ultimo accesso | geraadpleegd op | accès le | date accessed | eingesehen
    """)

  /// Words before the day on which something on the web was last changed.
  static let changeCues = PhraseTable(
    .changeCueStart,
    """
    changed = last modified | last modified on | last updated | last updated on | modified | updated | updated on | posted | posted on | published on | page last updated | zuletzt geändert am | zuletzt aktualisiert am | aktualisiert am | letzte änderung | mis à jour le | mise à jour le | dernière mise à jour | mis en ligne le | ultimo aggiornamento | última actualización | actualizado el
    """)

  /// What a text says in place of a year.
  static let datelessPhrases = PhraseTable(
    .datelessStart,
    """
    nodate = n d | nd | no date | o j | o d | s d | s a | s f | sine anno | ohne jahr | undated
    status = forthcoming | in press | im druck | im erscheinen | in vorbereitung | erscheint demnächst | à paraître | sous presse | en prensa | in stampa | in preparation | in print | forthcoming in
    """)

  /// Words that begin the container of a part: "in", "dans".
  static let containerCues = PhraseTable(
    .containerCueStart,
    """
    in = in | in idem | dans | en | nel | in his | in her | in their
    """)

  /// Words that say that a book appeared before, or again.
  static let reprintCues = PhraseTable(
    .reprintCueStart,
    """
    reprint = repr | rpt | reprint | reprinted | rev repr | repr of | nachdr | nachdruck | neudr | neudruck | ndr | ristampa | rist | rééd | réédition | réimpr | reimpr | reed | reissued | facs repr
    original = orig | originally | originally published | orig pub | orig publ | first published | first publ | first pub | zuerst | zuerst erschienen | erstmals | erstausgabe | orig ed | 1st pub
    """)

  /// What stands in the place of a publisher where there is none.
  static let selfPublishers = PhraseTable(
    .reprintCueStart,
    """
    self = by the author | the author | for the author | printed for the author | printed by the author | privately printed | privately published | self-published | im selbstverlag | selbstverlag | selbstverlag des verfassers | chez l'auteur | à compte d'auteur | edición del autor | a cura dell'autore | published by the author
    """)

  /// What stands for the authors who are not named.
  static let othersPhrases = PhraseTable(
    .othersStart,
    """
    others = et al | et alii | u a | and others | and colleagues | et autres | e a | y otros | e altri | a o | ua
    """)

  /// Small words that do not begin or make up a name or a title-case run.
  static let functionWords = PhraseTable(
    .functionWord,
    """
    en = a | an | and | as | at | but | by | for | from | in | into | is | it | its | nor | of | on | or | so | than | that | the | their | this | to | under | upon | versus | via | vs | was | were | which | who | with | without | within | his | her | are | be | not | no | we | he | she | they | i | you | my | our
    de = am | an | auf | aus | bei | das | dem | den | der | des | die | durch | ein | eine | einer | eines | einem | für | gegen | im | in | mit | nach | oder | ohne | seit | sich | und | unter | vom | von | vor | zu | zum | zur | zwischen | über | als | ist
    fr = à | au | aux | avec | ce | ces | chez | d' | dans | de | des | du | elle | en | entre | et | il | la | le | les | ou | par | pour | que | qui | sa | ses | son | sur | un | une | vers
    es = al | con | del | desde | el | ella | hacia | las | lo | los | o | para | por | sin | sobre | su | sus | una | y | e
    it = alla | alle | agli | ai | che | col | dal | dalla | degli | dei | del | della | delle | di | gli | i | il | nella | per | sul | sulla | tra | fra | uno
    nl = het | een | op | van | voor | met | aan | te | uit | naar
    """)

  /// Particles that stand between given and family names.
  static let particles: Set<String> = [
    "von", "van", "de", "der", "den", "del", "della", "dei", "degli", "di", "da", "dos", "das",
    "do", "du", "des", "la",
    "le", "les", "lo", "ten", "ter", "te", "zu", "zur", "zum", "vom", "y", "i", "e", "af", "av",
    "al", "el", "bin", "ibn",
    "ben", "bint", "abu", "d", "of", "'t", "op", "in", "dal", "san", "st", "vander", "vande", "ap",
    "à", "auf",
  ]

  /// Words that link the last two names of a list.
  static let nameLinks: Set<String> = [
    "and", "und", "u", "et", "y", "e", "en", "&", "with", "mit", "sowie", "avec", "og", "och", "i",
  ]

  /// Marks after a family name.
  static let nameSuffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "jun", "sen", "fils", "père", "esq",
  ]

  /// Titles of persons that stand before a name and are no part of it.
  static let honorifics: Set<String> = [
    "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "hon", "justice", "judge",
    "mr", "mrs", "ms", "miss",
    "mme", "mlle", "herr", "frau", "fr", "father", "bishop", "president", "senator", "rabbi",
    "saint", "the",
  ]
}
