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
    """
}
