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
    """
}
