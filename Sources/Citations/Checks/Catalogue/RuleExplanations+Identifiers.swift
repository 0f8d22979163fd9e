extension RuleExplanations {
  /// Numbers and addresses.
  static let identifiers: StaticString = #"""
    === I001
    A DOI begins with 10., four to nine digits and a slash. Another form leads nowhere.
    --- bad refs.bib
    @misc{a, title = {Carts}, doi = {10.55/carts}}
    --- good refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts}}
    === I002
    The field holds a DOI, and programs put the address of the resolver before it themselves.
    --- bad refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "DOI": "https://doi.org/10.5555/carts"}]
    --- good refs.json
    [{"id": "a", "type": "webpage", "title": "Carts", "DOI": "10.5555/carts"}]
    === I003
    DOI and URL should lead to one work. One of them was copied from another entry.
    --- bad refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts}, url = {https://doi.org/10.5555/wheels}}
    --- good refs.bib
    @misc{a, title = {Carts}, doi = {10.5555/carts}, url = {https://doi.org/10.5555/carts}}
    === I005
    The last digit of an ISBN is computed from the others, so a slip of the keyboard shows. The fix writes the last digit that fits; compare the number with the book, since another digit may be the wrong one.
    --- bad refs.bib
    @misc{a, title = {Carts}, isbn = {978-0-306-40615-8}}
    --- good refs.bib
    @misc{a, title = {Carts}, isbn = {978-0-306-40615-7}}
    === I006
    An ISBN has ten or thirteen digits, those with thirteen begin with 978 or 979.
    --- bad refs.bib
    @misc{a, title = {Carts}, isbn = {978-0-306-4061-7}}
    --- good refs.bib
    @misc{a, title = {Carts}, isbn = {978-0-306-40615-7}}
    === I007
    Since 2007 an ISBN has thirteen digits. The fix computes them; the book stays the same.
    --- bad refs.bib
    @misc{a, title = {Carts}, isbn = {0-306-40615-2}}
    --- good refs.bib
    @misc{a, title = {Carts}, isbn = {978-0-306-40615-7}}
    === I010
    An ISSN has eight digits, and the last one is computed from the others.
    --- bad refs.bib
    @misc{a, title = {Carts}, issn = {2049-3631}}
    --- good refs.bib
    @misc{a, title = {Carts}, issn = {2049-3630}}
    === I012
    An ISMN, the number of printed music, begins with 979-0, and its last digit is computed from the others.
    --- bad refs.bib
    @misc{a, title = {Carts}, ismn = {979-0-2600-0043-9}}
    --- good refs.bib
    @misc{a, title = {Carts}, ismn = {979-0-2600-0043-8}}
    === I013
    An ORCID is sixteen digits in four groups, and the last one is computed from the others.
    --- bad refs.bib
    @misc{a, title = {Carts}, orcid = {0000-0002-1825-0098}}
    --- good refs.bib
    @misc{a, title = {Carts}, orcid = {0000-0002-1825-0097}}
    === I014
    A PMID is a number of one to eight digits, without a label.
    --- bad refs.bib
    @misc{a, title = {Carts}, pmid = {PMID: 1234567}}
    --- good refs.bib
    @misc{a, title = {Carts}, pmid = {1234567}}
    === I015
    A PMCID is PMC and a number.
    --- bad refs.bib
    @misc{a, title = {Carts}, pmcid = {PMCID: PMC123456}}
    --- good refs.bib
    @misc{a, title = {Carts}, pmcid = {PMC123456}}
    === I016
    An arXiv number is year, month and a running number, 2101.00001, or before April 2007 an archive and seven digits, hep-th/9901001.
    --- bad refs.bib
    @misc{a, title = {Carts}, eprint = {2113.00001}, eprinttype = {arxiv}}
    --- good refs.bib
    @misc{a, title = {Carts}, eprint = {2112.00001}, eprinttype = {arxiv}}
    === I020
    Without https:// before it a text is no link, and some styles refuse it.
    --- bad refs.bib
    @misc{a, title = {Carts}, url = {www.example.org/carts}}
    --- good refs.bib
    @misc{a, title = {Carts}, url = {https://www.example.org/carts}}
    === I021
    An address has no white space. A line break was copied with it, or two addresses stand in one field.
    --- bad refs.bib
    @misc{a, title = {Carts}, url = {https://www.example.org/ca rts}}
    --- good refs.bib
    @misc{a, title = {Carts}, url = {https://www.example.org/carts}}
    === I022
    The field should hold an address and holds something else, or a letter or slash of its beginning is missing.
    --- bad refs.bib
    @misc{a, title = {Carts}, url = {htps://www.example.org/carts}}
    --- good refs.bib
    @misc{a, title = {Carts}, url = {https://www.example.org/carts}}
    === I004
    Every Request for Comments has a DOI that is made of its number, which leads readers to it wherever it moves.
    --- bad refs.bib
    @misc{a, title = {Names of Weirs}, number = {RFC 8259}}
    --- good refs.bib
    @misc{a, title = {Names of Weirs}, number = {RFC 8259}, doi = {10.17487/RFC8259}}
    === I008
    Hyphens part an ISBN into the country or language, the publisher, the title and the check digit; all of them are printed, or the number is hard to read.
    --- bad refs.bib
    @misc{a, title = {Carts}, isbn = {9780306406157}}
    --- good refs.bib
    @misc{a, title = {Carts}, isbn = {978-0-306-40615-7}}
    === I011
    The last letter of a CODEN follows from the five before it, so that a slip is found at once.
    --- bad refs.bib
    @misc{a, title = {Carts}, coden = {LNCSD8}}
    --- good refs.bib
    @misc{a, title = {Carts}, coden = {LNCSD9}}
    === I023
    Nobody types such an address, and it runs over several lines. A DOI or a lasting address is shorter; the parameters of a session can go.
    """#
}
