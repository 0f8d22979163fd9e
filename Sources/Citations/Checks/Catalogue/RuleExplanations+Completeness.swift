extension RuleExplanations {
  /// What references lack.
  static let completeness: StaticString = """
    === C001
    Without a title a work can hardly be found, and no style can print it.
    --- bad refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}],
      "publisher": "Estuary Books", "publisher-place": "Hull", "issued": {"date-parts": [[1974]]}}]
    --- good refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}], "title": "The Salt Roads of Lindsey",
      "publisher": "Estuary Books", "publisher-place": "Hull", "issued": {"date-parts": [[1974]]}}]
    === C002
    A work of this type nearly always names who wrote or edited it. Where an institution is the author, name the institution.
    --- bad refs.json
    [{"id": "fell1974", "type": "book", "title": "The Salt Roads of Lindsey",
      "publisher": "Estuary Books", "publisher-place": "Hull", "issued": {"date-parts": [[1974]]}}]
    --- good refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}], "title": "The Salt Roads of Lindsey",
      "publisher": "Estuary Books", "publisher-place": "Hull", "issued": {"date-parts": [[1974]]}}]
    === C003
    The date tells editions apart and sorts a bibliography; in author-date styles nothing can be cited without it. For a work without a date write "n.d." or its equivalent.
    --- bad refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}], "title": "The Salt Roads of Lindsey",
      "publisher": "Estuary Books", "publisher-place": "Hull"}]
    --- good refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}], "title": "The Salt Roads of Lindsey",
      "publisher": "Estuary Books", "publisher-place": "Hull", "issued": {"date-parts": [[1974]]}}]
    === C004
    An article stands in a journal and a chapter in a book; without that a reader does not know where to look.
    --- bad refs.json
    [{"id": "vane1988", "type": "article-journal", "author": [{"family": "Vane", "given": "Hester"}], "title": "Carts and Carters",
      "volume": "12", "page": "201-219", "issued": {"date-parts": [[1988]]}}]
    --- good refs.json
    [{"id": "vane1988", "type": "article-journal", "author": [{"family": "Vane", "given": "Hester"}], "title": "Carts and Carters",
      "container-title": "Journal of Fenland Studies", "volume": "12", "page": "201-219", "issued": {"date-parts": [[1988]]}}]
    === C005
    An online source is found by its address. A DOI will do as well.
    --- bad refs.json
    [{"id": "quayside", "type": "webpage", "title": "The Quayside Survey", "issued": {"date-parts": [[2011]]}}]
    --- good refs.json
    [{"id": "quayside", "type": "webpage", "title": "The Quayside Survey", "issued": {"date-parts": [[2011]]},
      "URL": "https://quayside.example.org/survey"}]
    === C006
    Many styles of the humanities print the place of publication. Notes are asked for it, bibliographies by the profile
    `chicago-notes`. Where yours does not, leave this rule out.
    --- bad refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}], "title": "The Salt Roads of Lindsey",
      "publisher": "Estuary Books", "issued": {"date-parts": [[1974]]}}]
    --- good refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}], "title": "The Salt Roads of Lindsey",
      "publisher": "Estuary Books", "publisher-place": "Hull", "issued": {"date-parts": [[1974]]}}]
    === C007
    An article in a journal is found by volume or issue, for which the
    profiles `csl`, `chicago-notes`, `ieee` and `jats4r` ask. An article with a DOI is not reported.
    --- bad refs.json
    [{"id": "vane1988", "type": "article-journal", "author": [{"family": "Vane", "given": "Hester"}], "title": "Carts and Carters",
      "container-title": "Journal of Fenland Studies", "page": "201-219", "issued": {"date-parts": [[1988]]}}]
    --- good refs.json
    [{"id": "vane1988", "type": "article-journal", "author": [{"family": "Vane", "given": "Hester"}], "title": "Carts and Carters",
      "container-title": "Journal of Fenland Studies", "volume": "12", "page": "201-219", "issued": {"date-parts": [[1988]]}}]
    === C008
    Pages lead to the article in its volume; the profiles `csl`,
    `chicago-notes`, `ieee` and `jats4r` ask for them. An article with a DOI, a URL or a number of its own is not reported.
    --- bad refs.json
    [{"id": "vane1988", "type": "article-journal", "author": [{"family": "Vane", "given": "Hester"}], "title": "Carts and Carters",
      "container-title": "Journal of Fenland Studies", "volume": "12", "issued": {"date-parts": [[1988]]}}]
    --- good refs.json
    [{"id": "vane1988", "type": "article-journal", "author": [{"family": "Vane", "given": "Hester"}], "title": "Carts and Carters",
      "container-title": "Journal of Fenland Studies", "volume": "12", "page": "201-219", "issued": {"date-parts": [[1988]]}}]
    === C009
    A thesis or a report is kept by the university or the institution that it was made for; without it nobody knows whom to ask.
    --- bad refs.json
    [{"id": "reed1961", "type": "thesis", "genre": "PhD thesis", "author": [{"family": "Reed", "given": "Amos"}], "title": "Dykes",
      "issued": {"date-parts": [[1961]]}}]
    --- good refs.json
    [{"id": "reed1961", "type": "thesis", "genre": "PhD thesis", "author": [{"family": "Reed", "given": "Amos"}], "title": "Dykes",
      "publisher": "University of Axholme", "issued": {"date-parts": [[1961]]}}]
    === C012
    The publisher tells editions of a book apart. A book with a DOI or a URL is not reported.
    --- bad refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}], "title": "The Salt Roads of Lindsey",
      "publisher-place": "Hull", "issued": {"date-parts": [[1974]]}}]
    --- good refs.json
    [{"id": "fell1974", "type": "book", "author": [{"family": "Fell", "given": "Margery"}], "title": "The Salt Roads of Lindsey",
      "publisher": "Estuary Books", "publisher-place": "Hull", "issued": {"date-parts": [[1974]]}}]
    === C010
    A collection, a lexicon or the proceedings of a conference are found by their editor.
    === C013
    Patents and standards are found by their number.
    --- bad refs.json
    [{"id": "reed1961", "type": "patent", "author": [{"family": "Reed", "given": "Amos"}], "title": "Sluice",
      "issued": {"date-parts": [[1961]]}}]
    --- good refs.json
    [{"id": "reed1961", "type": "patent", "author": [{"family": "Reed", "given": "Amos"}], "title": "Sluice",
      "number": "GB 861234", "issued": {"date-parts": [[1961]]}}]
    === C014
    Styles print whether a thesis is one for a doctorate or for a master's degree, and of which kind a report is.
    === C015
    BibTeX's styles ask for a note with every unpublished work, since nothing else says where it is to be had.
    === C016
    A page without a date may say something else tomorrow. The date on which it was read tells which version is meant.
    === C017
    The profile asks for the DOI of every article that has one.
    === C020
    The note names somebody who wrote about the matter, and neither what nor when. The reader is sent off without a direction.
    --- bad essay.md
    Nobody walked on the road.[^1]

    [^1]: See Hester Vane on the same question.
    --- good essay.md
    Nobody walked on the road.[^1]

    [^1]: See Hester Vane, *Carts and Carters* (Hull: Estuary Books, 1988), 14.
    === C030
    The entry has a key and nothing else: its fields were lost, or it was never filled in.
    --- bad refs.bib
    @misc{a,}
    --- good refs.bib
    @misc{a, title = {Carts}}
    === C031
    No program knows the field, and one letter makes it one that all know. What stands in it is not printed.
    --- bad refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, jounral = {Wheels}, year = 1988}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Wheels}, year = 1988}
    === C032
    The fields are those of another type, so styles leave the most important one out.
    --- bad refs.bib
    @inproceedings{a, title = {Carts}, author = {Hester Vane}, journal = {Wheels}, year = 1988}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Wheels}, year = 1988}
    === C033
    BibTeX's own styles have no such type and print the entry as @misc, with a warning. Checked with the profile "bibtex".
    === C034
    The styles of the dialect do not print the field in an entry of this type, so that what it says is lost. Checked with the profiles "bibtex" and "biblatex"; fields for other programs and for people are left alone.
    === C035
    Nine of ten entries of the type have the field. This one may lack it by oversight.
    === C036
    The name is that of BibTeX, and BibLaTeX takes it for a newer one with a kind: @phdthesis for @thesis.
    --- bad refs.bib
    @phdthesis{a, title = {Carts}, author = {Hester Vane}, institution = {Delta}, date = {1988-05}, location = {Hull}}
    --- good refs.bib
    @thesis{a, title = {Carts}, author = {Hester Vane}, type = {phdthesis}, institution = {Delta}, date = {1988-05}, location = {Hull}}
    === C037
    BibTeX's own styles have room for one of two fields: an author or an editor of a book, a volume or a number of a series; and a number means nothing without the volume or the series that it belongs to. They warn and leave the other one out. Checked with the profile bibtex.
    --- bad refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, editor = {Tom Ash}, publisher = {Estuary}, address = {Hull}, year = 1988}
    --- good refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, address = {Hull}, year = 1988}
    === C038
    Biblatex's data model says of some fields what they may hold: volumes is an integer, gender one of seven words. Styles that reckon with them go wrong with anything else, and biber complains when it validates. Checked with the profile biblatex.
    --- bad refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, location = {Hull}, date = {1988}, volumes = {three}}
    --- good refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, location = {Hull}, date = {1988}, volumes = {3}}
    """
}
