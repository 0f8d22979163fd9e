/// Which fields BibLaTeX's default data model allows in the entry types that are written here.
///
/// Source: blx-dm.def of biblatex 3.18, `\DeclareDatamodelEntryfields`.
enum BibLaTeXDataModel {
  /// Whether an entry of the given type may have a field.
  static func allows(_ field: String, in entryType: String) -> Bool {
    table[""]?.contains(field) == true || table[entryType]?.contains(field) == true
  }

  /// Whether an entry type has fields of its own.
  static func hasFields(_ entryType: String) -> Bool {
    !entryType.isEmpty && table[entryType] != nil
  }

  /// The fields that an entry type may have; nil for one that has none of its own.
  static func fields(of entryType: String) -> Set<String>? {
    guard hasFields(entryType) else { return nil }
    return table[entryType]?.union(table[""] ?? [])
  }

  /// The fields of all entry types.
  static let allFields = table.values.reduce(into: Set<String>()) { $0.formUnion($1) }

  /// The fields of each entry type; those that every type may have stand under the empty name.
  private static let table: [String: Set<String>] = {
    var result: [String: Set<String>] = [:]
    for line in data.description.split(separator: "\n") {
      let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { continue }
      for type in halves[0].isEmpty ? [""] : halves[0].split(separator: ",") {
        result[String(type), default: []].formUnion(
          halves[1].split(separator: " ").map(String.init))
      }
    }
    return result
  }()

  /// Lines `types: fields`; a type may stand in several lines.
  private static let data: StaticString = """
    :abstract annotation authortype bookpagination crossref doi eprint eprintclass eprinttype
    :entryset entrysubtype execute file gender ids indextitle indexsorttitle isan ismn iswc
    :keywords label langid langidopts library lista listb listc listd liste listf namea nameb
    :namec nameatype namebtype namectype nameaddon options origlocation origpublisher origtitle
    :pagination presort related relatedoptions relatedstring relatedtype shortauthor shorteditor
    :shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname sortshorthand
    :sorttitle sortyear url usera userb userc userd usere userf verba verbb verbc xdata xref date
    :origdate urldate year
    article:addendum annotator author commentator editor editora editoratype editorb editorbtype
    article:editorc editorctype editortype eid issn issue issuesubtitle issuetitle issuetitleaddon
    article:journalsubtitle journaltitle journaltitleaddon language note number origlanguage pages
    article:pubstate series subtitle title titleaddon translator version volume
    book:addendum afterword annotator author chapter commentator edition editor editora
    book:editoratype editorb editorbtype editorc editorctype editortype eid foreword introduction
    book:isbn language location mainsubtitle maintitle maintitleaddon note number origlanguage
    book:pages pagetotal part publisher pubstate series subtitle title titleaddon translator
    book:volume volumes
    collection:addendum afterword annotator chapter commentator edition editor editora editoratype
    collection:editorb editorbtype editorc editorctype editortype eid foreword introduction isbn
    collection:language location mainsubtitle maintitle maintitleaddon note number origlanguage
    collection:pages pagetotal part publisher pubstate series subtitle title titleaddon translator
    collection:volume volumes
    incollection,inreference:addendum afterword annotator author booksubtitle booktitle
    incollection,inreference:booktitleaddon chapter commentator edition editor editora editoratype
    incollection,inreference:editorb editorbtype editorc editorctype editortype eid foreword
    incollection,inreference:introduction isbn language location mainsubtitle maintitle
    incollection,inreference:maintitleaddon note number origlanguage pages part publisher pubstate
    incollection,inreference:series subtitle title titleaddon translator volume volumes
    inbook:addendum afterword annotator author bookauthor booksubtitle booktitle booktitleaddon
    inbook:chapter commentator edition editor editora editoratype editorb editorbtype editorc
    inbook:editorctype editortype eid foreword introduction isbn language location mainsubtitle
    inbook:maintitle maintitleaddon note number origlanguage pages part publisher pubstate series
    inbook:subtitle title titleaddon translator volume volumes
    inproceedings:addendum author booksubtitle booktitle booktitleaddon chapter editor editortype
    inproceedings:eid eventdate eventtitle eventtitleaddon isbn language location mainsubtitle
    inproceedings:maintitle maintitleaddon note number organization pages part publisher pubstate
    inproceedings:series subtitle title titleaddon venue volume volumes
    thesis:addendum author chapter eid institution language location note pages pagetotal pubstate
    thesis:subtitle title titleaddon type
    report:addendum author chapter eid institution isrn language location note number pages
    report:pagetotal pubstate subtitle title titleaddon type version
    unpublished:addendum author eventdate eventtitle eventtitleaddon howpublished language
    unpublished:location note pubstate subtitle title titleaddon type venue
    booklet:addendum author chapter editor editortype eid howpublished language location note
    booklet:pages pagetotal pubstate subtitle title titleaddon type
    dataset:addendum author edition editor editortype language location note number organization
    dataset:publisher pubstate series subtitle title titleaddon type version
    software,misc:addendum author editor editortype howpublished language location note
    software,misc:organization pubstate subtitle title titleaddon type version
    patent:addendum author holder location note number pubstate subtitle title titleaddon type
    patent:version
    periodical:addendum editor editora editoratype editorb editorbtype editorc editorctype
    periodical:editortype issn issue issuesubtitle issuetitle issuetitleaddon language note number
    periodical:pubstate series subtitle title titleaddon volume
    online:addendum author editor editortype language note organization pubstate subtitle title
    online:titleaddon version
    manual:addendum author chapter edition editor editortype eid isbn language location note
    manual:number organization pages pagetotal publisher pubstate series subtitle title titleaddon
    manual:type version
    bibnote:note
    bookinbook,suppbook:addendum afterword annotator author bookauthor booksubtitle booktitle
    bookinbook,suppbook:booktitleaddon chapter commentator edition editor editora editoratype
    bookinbook,suppbook:editorb editorbtype editorc editorctype editortype eid foreword
    bookinbook,suppbook:introduction isbn language location mainsubtitle maintitle maintitleaddon
    bookinbook,suppbook:note number origlanguage pages part publisher pubstate series subtitle
    bookinbook,suppbook:title titleaddon translator volume volumes
    mvcollection,mvreference:addendum afterword annotator author commentator edition editor editora
    mvcollection,mvreference:editoratype editorb editorbtype editorc editorctype editortype
    mvcollection,mvreference:foreword introduction isbn language location note number origlanguage
    mvcollection,mvreference:publisher pubstate subtitle title titleaddon translator volume volumes
    mvbook:addendum afterword annotator author commentator edition editor editora editoratype
    mvbook:editorb editorbtype editorc editorctype editortype foreword introduction isbn language
    mvbook:location note number origlanguage pagetotal publisher pubstate series subtitle title
    mvbook:titleaddon translator volume volumes
    reference:addendum afterword annotator chapter commentator edition editor editora editoratype
    reference:editorb editorbtype editorc editorctype editortype eid foreword introduction isbn
    reference:language location mainsubtitle maintitle maintitleaddon note number origlanguage
    reference:pages pagetotal part publisher pubstate series subtitle title titleaddon translator
    reference:volume volumes
    suppcollection:addendum afterword annotator author booksubtitle booktitle booktitleaddon
    suppcollection:chapter commentator edition editor editora editoratype editorb editorbtype
    suppcollection:editorc editorctype editortype eid foreword introduction isbn language location
    suppcollection:mainsubtitle maintitle maintitleaddon note number origlanguage pages part
    suppcollection:publisher pubstate series subtitle title titleaddon translator volume volumes
    mvproceedings:addendum editor editortype eventdate eventtitle eventtitleaddon isbn language
    mvproceedings:location note number organization pagetotal publisher pubstate series subtitle
    mvproceedings:title titleaddon venue volumes
    proceedings:addendum chapter editor editortype eid eventdate eventtitle eventtitleaddon isbn
    proceedings:language location mainsubtitle maintitle maintitleaddon note number organization
    proceedings:pages pagetotal part publisher pubstate series subtitle title titleaddon venue
    proceedings:volume volumes
    """
}
