extension RuleExplanations {
  /// What sources know.
  ///
  /// The examples are compared with the record of one work: Ada Mercer, "The Mill at Hallam and Its
  /// Accounts", Lindsey Review 12 (1931), 145-169, https://doi.org/10.5555/hallam.mill.
  static let records: StaticString = """
    === T001
    The record that the identifier or the title leads to has another title: a slip of the pen, or a subtitle of another edition. Capitals, punctuation, markup and accents do not count, and a subtitle may be left out. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, title = {The Mills of Hallam and Its Accounts}, doi = {10.5555/hallam.mill}}
    --- good refs.bib
    @article{a, title = {The mill at {Hallam} and its accounts}, doi = {10.5555/hallam.mill}}
    === T002
    The record names other people. Family names and initials are compared, in order; "and others" stands for the rest, and in notes a list may end early. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, author = {Marcer, Ada}, doi = {10.5555/hallam.mill}}
    --- good refs.bib
    @article{a, author = {Mercer, A.}, doi = {10.5555/hallam.mill}}
    === T003
    The record gives another year. Where a work appeared online in one year and in print in another, both are right. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, year = {1913}, doi = {10.5555/hallam.mill}}
    --- good refs.bib
    @article{a, year = {1931}, doi = {10.5555/hallam.mill}}
    === T004
    The record has the work in another journal or book. Abbreviations count as what they stand for; titles of proceedings are not compared, since each has many. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, journal = {Lincoln Review}, doi = {10.5555/hallam.mill}}
    --- good refs.bib
    @article{a, journal = {Lindsey Rev.}, doi = {10.5555/hallam.mill}}
    === T005
    The record has another volume or issue, which leads readers to another shelf. Roman numbers count as what they stand for. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, volume = {21}, doi = {10.5555/hallam.mill}}
    --- good refs.bib
    @article{a, volume = {XII}, doi = {10.5555/hallam.mill}}
    === T006
    The record has other pages. The last page may be abbreviated, and the first page may stand alone. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, pages = {145--196}, doi = {10.5555/hallam.mill}}
    --- good refs.bib
    @article{a, pages = {145--69}, doi = {10.5555/hallam.mill}}
    === T007
    The DOI leads nowhere, and a record that says the same as the entry has another one. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, author = {Mercer, Ada}, title = {The Mill at Hallam and Its Accounts}, year = {1931}, doi = {10.5555/hallam.mil}}
    --- good refs.bib
    @article{a, author = {Mercer, Ada}, title = {The Mill at Hallam and Its Accounts}, year = {1931}, doi = {10.5555/HALLAM.MILL}}
    === T008
    The DOI, ISBN or other number is that of another work: neither its title nor its names are those of the reference. It was copied from the wrong place, or nobody ever looked at it. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, author = {Fell, Margery}, title = {Salt Roads}, doi = {10.5555/hallam.mill}}
    --- good refs.bib
    @article{a, author = {Mercer, Ada}, title = {The Mill at Hallam and Its Accounts}, doi = {10.5555/hallam.mill}}
    === T009
    None of the sources has the work. No source has everything, so this says little about one entry and more about a list of which nothing is found. Works that no registry lists, such as web pages, are left alone. Checked only with --source or --online.
    --- bad refs.bib
    @article{a, author = {Fell, Margery}, title = {Salt Roads of the Lower Trent}, year = {1974}}
    --- good refs.bib
    @article{a, author = {Mercer, Ada}, title = {The Mill at Hallam and Its Accounts}, year = {1931}}
    === T010
    The publisher took the work back or has doubts about it, and readers should be told. An entry whose title says "RETRACTED:" itself is left alone. Checked only with --source or --online.
    === T011
    The entry cites a preprint, and the registry knows where it was published since. Whether to cite that instead is for a person to say. Checked only with --source or --online.
    """
}
