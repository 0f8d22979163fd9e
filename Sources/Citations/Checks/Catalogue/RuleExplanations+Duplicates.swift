extension RuleExplanations {
  /// Works that are there twice.
  static let duplicates: StaticString = """
    === D001
    Two descriptions of one work that differ in little become two entries of a bibliography, and one of them is wrong somewhere. Volumes and editions of a work are no duplicates.
    --- bad essay.md
    One.[^1] Two.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1947), 9.
    --- good essay.md
    One.[^1] Two.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Fell, *Salt Roads*, 9.
    === D002
    A DOI is the name of one work. Two entries with one DOI are one work twice, or one of them has the DOI of another. Chapters with the DOI of their book are left alone.
    --- bad refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts}}
    @misc{b, title = {Wheels}, doi = {10.5555/carts}}
    --- good refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts}}
    @misc{b, title = {Wheels}, doi = {10.5555/wheels}}
    === K004
    Two items have one id, and programs take one of the two, which one differs.
    --- bad refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/"}, {"id": "a", "type": "webpage", "title": "Wheels", "URL": "https://example.org/"}]
    --- good refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "URL": "https://example.org/"}, {"id": "b", "type": "webpage", "title": "Wheels", "URL": "https://example.org/"}]
    === K001
    The document cites a key that no bibliography of the run has: the work is missing, or the key is a slip. Checked only where a bibliography is among the files.
    === K002
    The entry is cited by none of the documents of the run. Checked only where a document among the files cites anything; entries from which others inherit are left alone.
    === K003
    Two bibliographies of the run have the key, and their entries differ. Which one is printed depends on the order of the files.
    === X001
    With --export FORMAT each value is reported that the format cannot hold, or holds with less than it says.
    === D003
    One person under two spellings becomes two people in every index and in the order of the bibliography. The rarer spelling is marked: an accent more or less, other capitals, or a single letter in a long name.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Müller, Hester}}
    @misc{b, title = {Wheels}, author = {Muller, Hester}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Müller, Hester}}
    @misc{b, title = {Wheels}, author = {Müller, Hester}}
    === D004
    Styles that part authors of one family name take the two forms for two people and print initials to part them.
    --- bad refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester}}
    @misc{b, title = {Wheels}, author = {Vane, H.}}
    --- good refs.bib
    @misc{a, title = {Carts}, author = {Vane, Hester}}
    @misc{b, title = {Wheels}, author = {Vane, Hester}}
    === D005
    Two works with other titles have one abstract: it was copied with the wrong one of them.
    --- bad refs.bib
    @misc{a, title = {Carts}, abstract = {We follow the carts that brought salt from the coast to the towns in winter.}}
    @misc{b, title = {Wheels}, abstract = {We follow the carts that brought salt from the coast to the towns in winter.}}
    --- good refs.bib
    @misc{a, title = {Carts}, abstract = {We follow the carts that brought salt from the coast to the towns in winter.}}
    @misc{b, title = {Wheels}, abstract = {We ask who made the wheels, and of which wood, and what they were paid for it.}}
    === K005
    Keys that follow one pattern can be guessed, and an entry is not taken in twice. The pattern is that of --key-pattern; letters behind it part works of one author and year.
    --- bad refs.bib
    @misc{carts, title = {Carts}, author = {Vane, Hester}, year = 1988}
    --- good refs.bib
    @misc{vane1988, title = {Carts}, author = {Vane, Hester}, year = 1988}
    === K006
    The entry names another one in xref, related or entryset, and no entry of the file has that key or alias: it is missing, or the key is a slip.
    --- bad refs.bib
    @misc{a, title = {Carts}, related = {c}}
    @misc{b, title = {Wheels}}
    --- good refs.bib
    @misc{a, title = {Carts}, related = {b}}
    @misc{b, title = {Wheels}}
    === K007
    The field file names a file that is not where it says. Paths are told from the folder of the bibliography. Many keep such files outside of what they share, so the rule is checked only where it is asked for.
    """
}
