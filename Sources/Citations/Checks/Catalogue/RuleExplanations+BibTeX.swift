extension RuleExplanations {
  /// The syntax of BibTeX files.
  static let bibtexSyntax: StaticString = ##"""
    === B001
    A brace is opened and not closed, so the value runs on into what follows. The entry was cut where the next field or entry begins; look whether something got lost.
    --- bad refs.bib
    @misc{a, title = {Salt {Roads}, year = 1974}
    @misc{b, title = {Carts}, year = 1988}
    --- good refs.bib
    @misc{a, title = {Salt {Roads}}, year = 1974}
    @misc{b, title = {Carts}, year = 1988}
    === B002
    A value that begins with a quotation mark needs one at its end; a mark inside of braces does not count.
    --- bad refs.bib
    @misc{a, title = "Salt Roads, year = 1974}
    @misc{b, title = {Carts}, year = 1988}
    --- good refs.bib
    @misc{a, title = "Salt Roads", year = 1974}
    @misc{b, title = {Carts}, year = 1988}
    === B003
    The file ends before the entry does: it was cut off, or a brace is missing somewhere above.
    --- bad refs.bib
    @misc{a, title = {Salt Roads},
    --- good refs.bib
    @misc{a, title = {Salt Roads}}
    === B004
    Words between two fields belong to neither, and BibTeX drops the rest of the entry.
    --- bad refs.bib
    @misc{a, title = {Salt Roads}, see also below, year = 1974}
    --- good refs.bib
    @misc{a, title = {Salt Roads}, note = {see also below}, year = 1974}
    === B005
    A closing brace without an opening one ends the entry too early.
    --- bad refs.bib
    @misc{a, title = {Salt Roads}}}
    --- good refs.bib
    @misc{a, title = {Salt Roads}}
    === B006
    Without the comma BibTeX drops all fields that follow.
    --- bad refs.bib
    @misc{a, title = {Salt Roads} year = 1974}
    --- good refs.bib
    @misc{a, title = {Salt Roads}, year = 1974}
    === B007
    Two commas in a row: a field was deleted and its comma stayed.
    --- bad refs.bib
    @misc{a, title = {Salt Roads},, year = 1974}
    --- good refs.bib
    @misc{a, title = {Salt Roads}, year = 1974}
    === B008
    A field is its name, an equals sign and its value.
    --- bad refs.bib
    @misc{a, title {Salt Roads}, year = 1974}
    --- good refs.bib
    @misc{a, title = {Salt Roads}, year = 1974}
    === B009
    A name and nothing behind it is an error for BibTeX, which drops the rest of the entry.
    --- bad refs.bib
    @misc{a, title = {Salt Roads}, year = }
    --- good refs.bib
    @misc{a, title = {Salt Roads}, year = 1974}
    === B010
    An entry without a key cannot be cited.
    --- bad refs.bib
    @misc{, title = {Salt Roads}}
    --- good refs.bib
    @misc{fell1974, title = {Salt Roads}}
    === B011
    The key holds a sign that ends keys in BibTeX or biber, such as a space, a brace or a percent sign.
    --- bad refs.bib
    @misc{fell 1974, title = {Salt Roads}}
    --- good refs.bib
    @misc{fell1974, title = {Salt Roads}}
    === B012
    biber reads keys in any script, BibTeX reads ASCII. Where a journal or a co-author runs BibTeX, write the key in ASCII.
    --- bad refs.bib
    @misc{größe1974, title = {Salt Roads}}
    --- good refs.bib
    @misc{groesse1974, title = {Salt Roads}}
    === B013
    BibTeX takes the first entry of a key and complains, biber takes the first in silence. What stands in the second is never printed.
    --- bad refs.bib
    @misc{a, title = {Salt Roads}}
    @misc{a, title = {Carts}}
    --- good refs.bib
    @misc{a, title = {Salt Roads}}
    @misc{b, title = {Carts}}
    === B014
    BibTeX takes two keys that only capitals tell apart for one and complains; biber tells them apart.
    --- bad refs.bib
    @misc{fell, title = {Salt Roads}}
    @misc{Fell, title = {Carts}}
    --- good refs.bib
    @misc{fell1974, title = {Salt Roads}}
    @misc{fell1988, title = {Carts}}
    === B015
    BibTeX takes the first value and some programs take the last, so two people see two references.
    --- bad refs.bib
    @misc{a, title = {Salt Roads}, year = 1974, title = {The Salt Roads}}
    --- good refs.bib
    @misc{a, title = {The Salt Roads}, year = 1974}
    === B016
    A value without braces or quotation marks is a number or the name of a string. This one is neither.
    --- bad refs.bib
    @misc{a, title = {Salt Roads}, volume = 12a}
    --- good refs.bib
    @misc{a, title = {Salt Roads}, volume = {12a}}
    === B017
    An empty field says nothing; some styles print the punctuation around it nevertheless.
    --- bad refs.bib
    @misc{a, title = {Salt Roads}, note = {}}
    --- good refs.bib
    @misc{a, title = {Salt Roads}}
    === B018
    biber reads a percent sign between fields as a comment. BibTeX does not: it finds an error there and drops the rest of the entry.
    --- bad refs.bib
    @misc{a, title = {Salt Roads},
      % checked in the library
      year = 1974}
    --- good refs.bib
    % checked in the library
    @misc{a, title = {Salt Roads},
      year = 1974}
    === B019
    BibTeX knows no comments between entries, so it reads an entry behind a percent sign. biber does not.
    --- bad refs.bib
    % @misc{a, title = {Salt Roads}}
    --- good refs.bib
    @misc{a, title = {Salt Roads}}
    === B020
    BibTeX leaves out the word @comment and reads what follows it, so the entry inside is there for BibTeX and not for biber.
    --- bad refs.bib
    @comment{ @misc{a, title = {Salt Roads}} }
    --- good refs.bib
    @misc{a, title = {Salt Roads}}
    === B021
    BibTeX counts a brace behind a backslash like any other, so one of them alone leaves the entry unbalanced. Write \lbrace or \rbrace.
    --- bad refs.bib
    @misc{a, title = {The Sign \{ in Ledgers}, year = 1974}
    --- good refs.bib
    @misc{a, title = {The Sign \lbrace{} in Ledgers}, year = 1974}
    === B022
    An entry that opens with a brace closes with a brace, and one that opens with a parenthesis closes with one.
    --- bad refs.bib
    @misc{a, title = {Salt Roads})
    --- good refs.bib
    @misc{a, title = {Salt Roads}}
    === B023
    Behind the type stands a brace or a parenthesis.
    === B024
    A line of the value looks like the beginning of an entry. The value is balanced and was read as it stands, but perhaps a brace above is missing.
    --- bad refs.bib
    @misc{a, note = {as in
    @misc{b, title = {Carts}}
    }}
    --- good refs.bib
    @misc{a, note = {as in the other}}
    @misc{b, title = {Carts}}
    === B025
    BibTeX looks for an entry behind every at sign, even in the text between entries, and complains.
    --- bad refs.bib
    Written by fell@example.org
    @misc{a, title = {Salt Roads}}
    --- good refs.bib
    Written by Margery Fell
    @misc{a, title = {Salt Roads}}
    === B026
    Inside of quotation marks another one ends the value, unless it stands in braces.
    --- bad refs.bib
    @misc{a, title = "The "Salt" Roads", year = 1974}
    --- good refs.bib
    @misc{a, title = {The "Salt" Roads}, year = 1974}
    """##

  /// What the values of BibTeX files mean.
  static let bibtexMeaning: StaticString = ##"""
    === B027
    Without the at sign the entry is text between others, which every program passes over: the work is missing and nobody says so.
    --- bad refs.bib
    misc{a, title = {Carts}, year = 1988}
    @misc{b, title = {Wheels}, year = 1990}
    --- good refs.bib
    @misc{a, title = {Carts}, year = 1988}
    @misc{b, title = {Wheels}, year = 1990}
    === B101
    The value names a string that no @string defines before it. BibTeX prints nothing in its place.
    --- bad refs.bib
    @article{a, title = {Carts}, journal = jfs, year = 1988}
    --- good refs.bib
    @string{jfs = {Journal of Fenland Studies}}
    @article{a, title = {Carts}, journal = jfs, year = 1988}
    === B102
    The string is defined twice. Entries before the second definition have the first value, entries after it the second.
    --- bad refs.bib
    @string{jfs = {Journal of Fenland Studies}}
    @string{jfs = {J. Fen. Stud.}}
    --- good refs.bib
    @string{jfs = {Journal of Fenland Studies}}
    === B103
    The entries inherit from each other, so neither has anything to give. Some programs never end on such a file.
    --- bad refs.bib
    @book{a, title = {A}, crossref = {b}}
    @book{b, title = {B}, crossref = {a}}
    --- good refs.bib
    @inbook{a, title = {A}, crossref = {b}}
    @book{b, title = {B}}
    === B104
    The entry names another one that is not in the file, so what should be inherited is missing.
    --- bad refs.bib
    @incollection{a, title = {A}, crossref = {b}}
    --- good refs.bib
    @incollection{a, title = {A}, crossref = {b}}
    @collection{b, title = {B}}
    === B105
    The entry has no title of its own and inherits none.
    === B106
    Neither BibTeX nor BibLaTeX knows the type; it was read as misc. Perhaps it is a slip of the keyboard.
    --- bad refs.bib
    @artcle{a, title = {Carts}, year = 1988}
    --- good refs.bib
    @article{a, title = {Carts}, year = 1988}
    === B107
    The field should hold a date and does not, so the work cannot be sorted or cited by its year.
    --- bad refs.bib
    @misc{a, title = {Carts}, date = {1988-13}}
    --- good refs.bib
    @misc{a, title = {Carts}, date = {1988-12}}
    === B108
    The entry has a date and a year, and the two differ. biber takes the date, BibTeX the year.
    --- bad refs.bib
    @misc{a, title = {Carts}, date = {1988-12}, year = 1989}
    --- good refs.bib
    @misc{a, title = {Carts}, date = {1988-12}}
    === B109
    Write both ends of a page range in full: styles shorten them by their own rules and cannot lengthen what is short.
    --- bad refs.bib
    @article{a, title = {Carts}, pages = {201--19}}
    --- good refs.bib
    @article{a, title = {Carts}, pages = {201--219}}
    === B110
    The last page comes before the first: a digit is wrong or missing.
    --- bad refs.bib
    @article{a, title = {Carts}, pages = {219--201}}
    --- good refs.bib
    @article{a, title = {Carts}, pages = {201--219}}
    === B111
    The field holds a DOI, and styles put the address of the resolver before it themselves.
    --- bad refs.bib
    @misc{a, title = {Carts}, doi = {https://doi.org/10.5555/carts}}
    --- good refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts}}
    === B112
    The field holds a DOI, so the label says nothing, and it breaks the link that a style makes of the value.
    --- bad refs.bib
    @misc{a, title = {Carts}, doi = {doi:10.5555/carts}}
    --- good refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts}}
    === B113
    The full stop was copied with the sentence around it; with it the DOI leads nowhere.
    --- bad refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts.}}
    --- good refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts}}
    === B114
    An arXiv number is no journal. In eprint, styles print it and link to it.
    === B115
    DOI and URL are read as they stand, so the backslash becomes part of the address.
    --- bad refs.bib
    @misc{a, title = {Carts}, url = {https://example.org/a\_b}}
    --- good refs.bib
    @misc{a, title = {Carts}, url = {https://example.org/a_b}}
    === B116
    Braces around a whole title forbid every style to change its capitals. Put them around names and acronyms only.
    --- bad refs.bib
    @article{a, title = {{Carts and Carters}}}
    --- good refs.bib
    @article{a, title = {Carts and Carters}}
    === B117
    Strings made of strings can double at each step. The pieces of all values are joined up to 64 MiB; the rest is left out.
    === B120
    "and" parts names, so at an end of the list, or twice, it leaves an empty name.
    --- bad refs.bib
    @misc{a, author = {Margery Fell and}, title = {Carts}}
    --- good refs.bib
    @misc{a, author = {Margery Fell}, title = {Carts}}
    === B121
    A name has at most two commas: "von Last, Jr, First". More of them are usually several names with commas between; names are parted by "and".
    --- bad refs.bib
    @misc{a, author = {Fell, Margery, Vane, Hester}, title = {Carts}}
    --- good refs.bib
    @misc{a, author = {Fell, Margery and Vane, Hester}, title = {Carts}}
    === B122
    BibTeX parts names by "and" alone; with a semicolon all of them are one person.
    --- bad refs.bib
    @misc{a, author = {Margery Fell; Hester Vane}, title = {Carts}}
    --- good refs.bib
    @misc{a, author = {Margery Fell and Hester Vane}, title = {Carts}}
    === B123
    Without a comma BibTeX takes "Jr." for the family name and sorts the person under J.
    --- bad refs.bib
    @misc{a, author = {Amos Reed Jr.}, title = {Dykes}}
    --- good refs.bib
    @misc{a, author = {Reed, Jr., Amos}, title = {Dykes}}
    === B124
    Without a comma the last word is the family name, and here the last words are initials.
    --- bad refs.bib
    @misc{a, author = {Fell MK}, title = {Carts}}
    --- good refs.bib
    @misc{a, author = {Fell, M. K.}, title = {Carts}}
    === B125
    A family name in small letters is read as a particle, which styles leave out or move.
    === B126
    Write "and others", which every style turns into the right words; "et al." is printed as the name of a person.
    --- bad refs.bib
    @misc{a, author = {Margery Fell and et al.}, title = {Carts}}
    --- good refs.bib
    @misc{a, author = {Margery Fell and others}, title = {Carts}}
    === B130
    The command is not known here, and its name was left out of the text. Another program may print it.
    === B131
    A percent sign begins a comment in TeX, so the rest of the line vanishes from the bibliography. Write \%.
    --- bad refs.bib
    @misc{a, title = {Up 50% on Salt}}
    --- good refs.bib
    @misc{a, title = {Up 50\% on Salt}}
    === B132
    A bare ampersand stops TeX with an error. Write \&.
    --- bad refs.bib
    @misc{a, title = {Carts & Carters}}
    --- good refs.bib
    @misc{a, title = {Carts \& Carters}}
    === B133
    A bare number sign stops TeX with an error. Write \#.
    --- bad refs.bib
    @misc{a, title = {Cart #9}}
    --- good refs.bib
    @misc{a, title = {Cart \#9}}
    === B134
    Dollar signs come in pairs around a formula. For the currency write \$.
    --- bad refs.bib
    @misc{a, title = {A Cart for 5$}}
    --- good refs.bib
    @misc{a, title = {A Cart for 5\$}}
    === B135
    The entity of a web page was copied into the file, and TeX prints it letter by letter.
    --- bad refs.bib
    @misc{a, title = {Carts &amp; Carters}}
    --- good refs.bib
    @misc{a, title = {Carts \& Carters}}
    === B136
    The tag of a web page was copied into the file, and TeX prints it letter by letter. Write \emph or another command.
    --- bad refs.bib
    @misc{a, title = {The Ship <i>Dawn</i>}}
    --- good refs.bib
    @misc{a, title = {The Ship \emph{Dawn}}}
    === B118
    A string that nothing uses is left over, or the entry that should use it spells it out. Files that keep a long list of strings for many papers are left alone, and so are files without entries.
    --- bad refs.bib
    @string{jfs = {Journal of Fenland Studies}}
    @misc{a, title = {Carts}}
    --- good refs.bib
    @misc{a, title = {Carts}}
    === B119
    Two strings stand for one text. When the text is mended in one place, the other stays as it was. Left alone where many entries of a file have it, as a custom.
    --- bad refs.bib
    @string{jfs = {Journal of Fenland Studies}}
    @string{fenland = {Journal of Fenland Studies}}
    @misc{a, title = {Carts}, howpublished = jfs # fenland}
    --- good refs.bib
    @string{jfs = {Journal of Fenland Studies}}
    @misc{a, title = {Carts}, howpublished = jfs}
    === B127
    In braces the name of a string is printed letter by letter. Without them the string's text stands in its place.
    --- bad refs.bib
    @string{jfs = {Journal of Fenland Studies}}
    @article{a, title = {Carts}, author = {Hester Vane}, journal = {jfs}, year = 1988}
    @article{b, title = {Wheels}, author = {Hester Vane}, journal = jfs, year = 1989}
    --- good refs.bib
    @string{jfs = {Journal of Fenland Studies}}
    @article{a, title = {Carts}, author = {Hester Vane}, journal = jfs, year = 1988}
    @article{b, title = {Wheels}, author = {Hester Vane}, journal = jfs, year = 1989}
    === B128
    BibTeX reads a file once from its beginning: an entry that others inherit from must stand behind all of them, else nothing is inherited. Files that are for biber, which minds no order, are left alone.
    --- bad refs.bib
    @proceedings{p, title = {Ports}, booktitle = {Ports}, year = 2011}
    @inproceedings{a, title = {Piers}, author = {Ida Mole}, crossref = {p}}
    --- good refs.bib
    @inproceedings{a, title = {Piers}, author = {Ida Mole}, crossref = {p}}
    @proceedings{p, title = {Ports}, booktitle = {Ports}, year = 2011}
    """##
}
