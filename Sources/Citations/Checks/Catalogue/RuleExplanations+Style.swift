extension RuleExplanations {
  /// Style and consistency.
  static let style: StaticString = #"""
    === S001
    The year is a slip, or the work has not appeared. Write "forthcoming" for such a work. Books of the next year are left alone from September on.
    --- bad refs.bib
    @misc{a, title = {Carts}, year = 2062}
    --- good refs.bib
    @misc{a, title = {Carts}, year = 2026}
    === S002
    Nobody can have read a page tomorrow: day and month are swapped, or the year is a slip.
    --- bad refs.bib
    @online{a, title = {Carts}, url = {https://example.org/}, urldate = {2062-01-01}, year = 2001}
    --- good refs.bib
    @online{a, title = {Carts}, url = {https://example.org/}, urldate = {2026-01-01}, year = 2001}
    === S003
    A page was accessed before it existed: one of the two dates is wrong.
    --- bad refs.bib
    @online{a, title = {Carts}, url = {https://example.org/}, urldate = {2001-03-04}, date = {2010-03-04}}
    --- good refs.bib
    @online{a, title = {Carts}, url = {https://example.org/}, urldate = {2011-03-04}, date = {2010-03-04}}
    === S004
    A year of two digits, or one before printing for a thing that is printed, is a slip. Manuscripts, classics and dates with "circa" are left alone.
    --- bad refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Wheels}, year = 198}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Wheels}, year = 1988}
    === S005
    The original cannot be later than its reprint. The two dates may be swapped.
    --- bad refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, date = {1988}, origdate = {1991}}
    --- good refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, date = {1991}, origdate = {1988}}
    === S009
    A month is beyond twelve, a day beyond the end of its month, or the end of a range comes before its beginning: a digit is wrong, or
    day and month are swapped.
    --- bad refs.bib
    @online{a, title = {Carts}, url = {https://example.org/}, date = {2001-05/2001-03}}
    --- good refs.bib
    @online{a, title = {Carts}, url = {https://example.org/}, date = {2001-03/2001-05}}
    === S010
    Names in capitals come from library catalogues and title pages. Styles that want capitals make them.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {VANE, Hester}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester}}
    === S011
    The mark of a footnote or an affiliation was copied with the name.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Hester Vane1}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Hester Vane}}
    === S012
    An ampersand parts no names: all of it is read as one person. For a firm put the whole name in braces.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Hester Vane \& Amos Reed}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Hester Vane and Amos Reed}}
    === S013
    "et al." stands as the name of a person and is printed and sorted as one.
    --- bad refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/", "author": [{"family": "Vane", "given": "Hester"}, {"literal": "et al."}]}]
    --- good refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/", "author": [{"family": "Vane", "given": "Hester"}, {"family": "Reed", "given": "Amos"}]}]
    === S014
    Several people stand in one name and are printed and sorted as one person.
    --- bad refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/", "author": [{"literal": "Vane, Hester; Reed, Amos"}]}]
    --- good refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/", "author": [{"family": "Vane", "given": "Hester"}, {"family": "Reed", "given": "Amos"}]}]
    === S015
    Given and family names are swapped, so the person is sorted under an initial.
    --- bad refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/", "author": [{"family": "H.", "given": "Vane"}]}]
    --- good refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/", "author": [{"family": "Vane", "given": "H."}]}]
    === S016
    Titles of honour are no part of a name in any style, and they become initials where given names are shortened.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Prof. Hester Vane}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Hester Vane}}
    === S020
    A title in capitals was copied from a title page. No style can find the proper capitals again.
    --- bad refs.bib
    @misc{a, title = {CARTS AND CARTERS OF LINDSEY}}
    --- good refs.bib
    @misc{a, title = {Carts and Carters of Lindsey}}
    === S021
    Styles put the punctuation after a title, so it comes out twice.
    --- bad refs.bib
    @misc{a, title = {Carts and wheels.}}
    --- good refs.bib
    @misc{a, title = {Carts and wheels}}
    === S022
    A small word stands twice in a row, mostly where a line was broken.
    --- bad refs.bib
    @misc{a, title = {Carts of the the Fen}}
    --- good refs.bib
    @misc{a, title = {Carts of the Fen}}
    === S023
    An address in a title is printed with it and is no link.
    --- bad refs.bib
    @misc{a, title = {Carts, https://example.org/carts}}
    --- good refs.bib
    @misc{a, title = {Carts}, url = {https://example.org/carts}}
    === S030
    The last page comes before the first: a digit is wrong or missing.
    --- bad refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/", "page": "219-201"}]
    --- good refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/", "page": "201-219"}]
    === S031
    Styles write "pp." themselves where they want it, so it comes out twice.
    --- bad refs.bib
    @misc{a, title = {Carts}, pages = {pp. 201--219}}
    --- good refs.bib
    @misc{a, title = {Carts}, pages = {201--219}}
    === S032
    What stands there is no page, and is printed as one.
    --- bad refs.bib
    @misc{a, title = {Carts}, pages = {to appear}}
    --- good refs.bib
    @misc{a, title = {Carts}, pages = {201--219}}
    === S033
    An article has pages in its volume or a number of its own. Where it has both, one of them is printed in the place of the other.
    --- bad refs.bib
    @misc{a, title = {Carts}, eid = {e1201}, pages = {1--19}}
    --- good refs.bib
    @misc{a, title = {Carts}, eid = {e1201}}
    === S034
    BibTeX prints a single hyphen as one, not as the dash of a range, in styles that do not mend it.
    --- bad refs.bib
    @misc{a, title = {Carts}, pages = {201-219}}
    --- good refs.bib
    @misc{a, title = {Carts}, pages = {201--219}}
    === S035
    A range from a page to itself is one page. Left alone where many entries of a file have it, as a custom.
    --- bad refs.bib
    @misc{a, title = {Carts}, pages = {201--201}}
    --- good refs.bib
    @misc{a, title = {Carts}, pages = {201}}
    === S038
    A program or a template wrote a word in the place of the title, and nobody filled it in.
    --- bad refs.bib
    @misc{a, title = {Insert title here}, author = {Hester Vane}, year = 1988}
    --- good refs.bib
    @misc{a, title = {Carts and Carters}, author = {Hester Vane}, year = 1988}
    === S039
    A colon or a comma is left over from what stood behind the title, or a full stop from the end of a reference. Styles put their own.
    --- bad refs.bib
    @misc{a, title = {Carts and Carters:}, author = {Hester Vane}, year = 1988}
    --- good refs.bib
    @misc{a, title = {Carts and Carters}, author = {Hester Vane}, year = 1988}
    === S040
    The text is UTF-8 that some program took for windows-1252, so one letter became two. The fix writes the letter that was meant.
    --- bad refs.bib
    @misc{a, title = {BrÃ¼cken}}
    --- good refs.bib
    @misc{a, title = {Brücken}}
    === S041
    The sign U+FFFD stands where a program before could not read a letter.
    --- bad refs.bib
    @misc{a, title = {Br�cken}}
    --- good refs.bib
    @misc{a, title = {Brücken}}
    === S042
    The entity of a web page was copied with the text and is printed letter by letter.
    --- bad refs.json
    [{"id": "a", "type": "webpage", "title": "Carts &amp; Carters", "URL": "https://example.org/"}]
    --- good refs.json
    [{"id": "a", "type": "webpage", "title": "Carts & Carters", "URL": "https://example.org/"}]
    === S043
    Signs without a width, soft hyphens and control characters come along when text is copied. Searching and sorting stumble over them.
    --- bad refs.bib
    @misc{a, title = {Carts​ and Carters}}
    --- good refs.bib
    @misc{a, title = {Carts and Carters}}
    === S044
    A letter and its accent stand apart (Unicode NFD), as file names of macOS have them. Some fonts and programs show them beside each other.
    --- bad refs.bib
    @misc{a, title = {Brücken}}
    --- good refs.bib
    @misc{a, title = {Brücken}}
    === S045
    The ligature of a printed page was copied, so searching for the word does not find it.
    --- bad refs.bib
    @misc{a, title = {The Ofﬁce of Carts}}
    --- good refs.bib
    @misc{a, title = {The Office of Carts}}
    === S046
    The format knows no LaTeX, so the command is printed as it stands.
    --- bad refs.yaml
    references:
    - id: a
      type: webpage
      title: Carts \emph{and} Carters
      URL: https://example.org/
    --- good refs.yaml
    references:
    - id: a
      type: webpage
      title: Carts and Carters
      URL: https://example.org/
    === S047
    A bare underscore stops TeX with an error outside of formulas. Write \_.
    --- bad refs.bib
    @misc{a, title = {The cart_wheel Package}}
    --- good refs.bib
    @misc{a, title = {The cart\_wheel Package}}
    === S050
    Styles write "2nd ed." of the number 2; of more than a number they cannot make anything else.
    --- bad refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, date = {1988}, location = {Hull}, edition = {2nd ed.}}
    --- good refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, date = {1988}, location = {Hull}, edition = {2}}
    === S051
    Styles write "vol." themselves, so it comes out twice.
    --- bad refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Wheels}, year = 1988, volume = {Vol. 12}}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Wheels}, year = 1988, volume = {12}}
    === S053
    A bibliography has its journals in full or abbreviated, not both.
    --- bad refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Journal of Fenland Studies}, year = 1988}
    @article{b, title = {Wheels}, author = {Amos Reed}, journal = {J. Fenl. Stud.}, year = 1991}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Journal of Fenland Studies}, year = 1988}
    @article{b, title = {Wheels}, author = {Amos Reed}, journal = {Journal of Fenland Studies}, year = 1991}
    === S054
    One journal is spelled in two ways. The rarer spelling is reported.
    --- bad refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Journal of Fenland Studies}, year = 1988}
    @article{b, title = {Wheels}, author = {Amos Reed}, journal = {Journal of fenland studies}, year = 1991}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Journal of Fenland Studies}, year = 1988}
    @article{b, title = {Wheels}, author = {Amos Reed}, journal = {Journal of Fenland Studies}, year = 1991}
    === S060
    A date of access says when an address was read, and there is no address.
    --- bad refs.bib
    @misc{a, title = {Carts}, urldate = {2001-03-04}}
    --- good refs.bib
    @misc{a, title = {Carts}, urldate = {2001-03-04}, url = {https://example.org/}}
    === S006
    Words stand where a year should be, so that the work is sorted and cited without one. Words that say how the work stands, "forthcoming" and "n.d." among them, are left alone.
    --- bad refs.bib
    @misc{a, title = {Carts}, year = {nineteen eighty}}
    --- good refs.bib
    @misc{a, title = {Carts}, year = {1980}}
    === S017
    BibTeX reads both orders, people who edit the file take one for the other.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester and Amos Reed}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester and Reed, Amos}}
    === S018
    What stands between two commas is a suffix like "Jr." for BibTeX. Names are parted by "and", not by commas.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Vane, Reed, Moor}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Vane and Reed and Moor}}
    === S019
    Styles make initials of names, but no names of initials.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Vane, H. J.}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester Jane}}
    === S024
    Many styles write titles in small letters; braces keep the capitals of an acronym. Said only in files that protect most of theirs.
    --- bad refs.bib
    @misc{a, title = {Mills and {GPS}}}
    @misc{b, title = {Mills and DGPS}}
    --- good refs.bib
    @misc{a, title = {Mills and {GPS}}}
    @misc{b, title = {Mills and {DGPS}}}
    === S025
    The year, the place, the publisher or the pages stand in the title of a container as well as in fields of their own, and are printed twice. Left alone where many entries of a file have it, as a custom.
    --- bad refs.bib
    @inproceedings{a, title = {Mills}, author = {Wei Li}, booktitle = {Proceedings of the Workshop on Old Machines, 2015}, year = 2015}
    --- good refs.bib
    @inproceedings{a, title = {Mills}, author = {Wei Li}, booktitle = {Proceedings of the Workshop on Old Machines}, year = 2015}
    === S026
    Styles print title, colon and subtitle. A title that has its subtitle or the colon already is printed with it twice.
    --- bad refs.bib
    @misc{a, title = {Salt: A History}, subtitle = {A History}}
    --- good refs.bib
    @misc{a, title = {Salt}, subtitle = {A History}}
    === S028
    Some houses want the title of every volume of papers to begin with "Proceedings of".
    --- bad refs.bib
    @inproceedings{a, title = {Mills}, author = {Wei Li}, booktitle = {Workshop on Old Machines}, year = 2015}
    --- good refs.bib
    @inproceedings{a, title = {Mills}, author = {Wei Li}, booktitle = {Proceedings of the Workshop on Old Machines}, year = 2015}
    === S029
    BibTeX's standard styles print a note as a sentence of its own and leave its first letter as it is.
    --- bad refs.bib
    @misc{a, title = {Carts}, year = 1988, note = {in Spanish}}
    --- good refs.bib
    @misc{a, title = {Carts}, year = 1988, note = {In Spanish}}
    === S036
    BibTeX's styles make a dash of two hyphens. Most ranges of the file have two, this one has one. Files that have one hyphen everywhere are left alone.
    --- bad refs.bib
    @misc{a, title = {Carts}, pages = {1--9}}
    @misc{b, title = {Wheels}, pages = {10-19}}
    --- good refs.bib
    @misc{a, title = {Carts}, pages = {1--9}}
    @misc{b, title = {Wheels}, pages = {10--19}}
    === S037
    Some houses keep the titles of English works in title case, which styles can lower, while no style can raise what is small. Articles, conjunctions and short prepositions stay small.
    --- bad refs.bib
    @misc{a, title = {The Salt roads of Lindsey}}
    --- good refs.bib
    @misc{a, title = {The Salt Roads of Lindsey}}
    === S052
    BibTeX's standard styles print an edition as it stands and put "edition" behind it; their manual asks for a word with a capital.
    --- bad refs.bib
    @misc{a, title = {Carts}, year = 1988, edition = {2nd}}
    --- good refs.bib
    @misc{a, title = {Carts}, year = 1988, edition = {Second}}
    === S055
    arXiv and its like are no journals. Give the number as eprint and the type of a preprint, or the journal in which the work has appeared since.
    --- bad refs.json
    [{"id": "a", "type": "article-journal", "title": "Carts", "author": [{"family": "Vane", "given": "Hester"}], "container-title": "arXiv", "issued": {"date-parts": [[2021]]}}]
    --- good refs.json
    [{"id": "a", "type": "article", "title": "Carts", "author": [{"family": "Vane", "given": "Hester"}], "publisher": "arXiv", "number": "2101.00001", "issued": {"date-parts": [[2021]]}}]
    === S056
    A house that keeps a list of journals wants each of them by its name there: other names are slips, or journals to be added. Checked where --journals or the setting "journals" names a list; "Estuary Papers;Est. Pap." is a line of one.
    --- bad refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Estuary Paper}, volume = 3, pages = {1--9}, year = 1988}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Estuary Papers}, volume = 3, pages = {1--9}, year = 1988}
    === S057
    The list of journals has the full name, and the house wants full names. Checked only where it is asked for, with a list.
    --- bad refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Est. Pap.}, volume = 3, pages = {1--9}, year = 1988}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Estuary Papers}, volume = 3, pages = {1--9}, year = 1988}
    === S058
    The list of journals has an abbreviation, and the house wants abbreviations. Checked only where it is asked for, with a list.
    --- bad refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Estuary Papers}, volume = 3, pages = {1--9}, year = 1988}
    --- good refs.bib
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {Est. Pap.}, volume = 3, pages = {1--9}, year = 1988}
    === S007
    BibLaTeX takes the date and passes over the year; when one of them is mended the other stays as it was.
    --- bad refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, location = {Hull}, date = {1988}, year = {1988}}
    --- good refs.bib
    @book{a, title = {Carts}, author = {Hester Vane}, publisher = {Estuary}, location = {Hull}, date = {1988}}
    === S008
    Styles define strings for months and print them in their own language and length; a month in braces is printed as it stands.
    --- bad refs.bib
    @misc{a, title = {Carts}, year = 1988, month = {May}}
    --- good refs.bib
    @misc{a, title = {Carts}, year = 1988, month = may}
    === S048
    BibTeX sorts bytes and cuts labels between them, so that a letter beyond ASCII comes last or is broken. Write {\"u}, or use biber.
    --- bad refs.bib
    @misc{a, title = {Carts}, year = 1988, author = {Müller, Hester}}
    --- good refs.bib
    @misc{a, title = {Carts}, year = 1988, author = {M{\"u}ller, Hester}}
    === S027
    Braces around all of a title keep every style from changing its capitals. Few titles of the file have them, so these may be a slip; braces around names and acronyms are enough. Left alone where many entries of a file have it, as a custom.
    --- bad refs.bib
    @misc{a, title = {{Carts and Their Wheels}}}
    @misc{b, title = {Wheels}}
    @misc{c, title = {Weirs}}
    @misc{d, title = {Dykes}}
    --- good refs.bib
    @misc{a, title = {Carts and Their Wheels}}
    @misc{b, title = {Wheels}}
    @misc{c, title = {Weirs}}
    @misc{d, title = {Dykes}}
    === S061
    The mark of a footnote, an address for mail or "(ed.)" was copied together with the name and is printed as a part of it.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester*}, year = 1988}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester}, year = 1988}
    === S062
    BibTeX takes the last word of a name for the family name, so a body is printed and sorted as a person. Braces around all of the
    name keep it together.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Fenland Drainage Council}, year = 1988}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {{Fenland Drainage Council}}, year = 1988}
    === S063
    One name stands in a list twice: an entry was put together from two, or another name was meant.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester and Reed, Amos and Vane, Hester}, year = 1988}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester and Reed, Amos}, year = 1988}
    """#
}
