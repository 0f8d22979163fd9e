import Testing

@testable import Citations

/// What looks like a fault, and is a custom of careful people.
@Suite struct CalmTests {
  private func rules(_ text: String) -> [String] {
    var options = CheckOptions()
    options.today = DateValue.Point(2026, 11, 25)
    return check(text, name: "a.bib", options: options).findings.map(\.rule.id)
  }

  @Test(arguments: [
    // An entry that stands for others only.
    "@book{a, options = {skipbib}, author = {Fell, Margery}, date = {1974}}\n",
    "@book{a, options = {useprefix=true, dataonly}, author = {Fell, Margery}, date = {1974}}\n",
    // A description in the place of a title.
    "@letter{a, author = {Fell, Margery}, titleaddon = {letter to her sister}, date = {1974}}\n",
    // A volume without a title of its own.
    """
    @book{a, volume = {2}, crossref = {b}, date = {1974}}
    @mvbook{b, author = {Fell, Margery}, title = {Works}, publisher = {Fen Press}, location = {Lincoln}, date = {1974}}

    """,
    // An introduction to a book that has the title of the book.
    "@suppbook{a, author = {Fell, Margery}, title = {Salt Roads}, bookauthor = {Ash, Tom}, publisher = {Fen Press}, location = {Lincoln}, date = {1974}}\n",
    // A reply, which has the title and the address of what it answers.
    """
    @online{a, author = {Fell, Margery}, date = {2019}, related = {b}, relatedtype = {commenton}}
    @online{b, author = {Ash, Tom}, title = {Salt Roads}, date = {2019}, url = {https://example.org/salt}}

    """,
    // Another edition, made to be printed with the first one.
    """
    @book{a, author = {Fell, Margery}, title = {The Salt Roads}, publisher = {Fen Press}, location = {Lincoln}, date = {1974}}
    @book{b, author = {Fell, Margery}, title = {The Salt Roads}, publisher = {Fen Press}, location = {Lincoln}, date = {1974}, related = {c}, relatedtype = {bytranslator}}
    @book{c, author = {Fell, Margery}, translator = {Ash, Tom}, title = {Die Salzwege}, publisher = {Fen Press}, location = {Lincoln}, date = {1981}}

    """,
    // A learned series.
    "@book{a, author = {Fell, Margery}, title = {Salt Roads}, series = {Fen Studies}, number = {12}, location = {Lincoln}, date = {1974}}\n",
    // A law has whom it is of.
    "@book{a, organization = {Lindsey}, title = {Salt Act}, publisher = {Fen Press}, address = {Lincoln}, year = 1974}\n",
    // Capitals in braces are capitals.
    "@book{a, author = {{U}nited {F}ens}, title = {Salt Roads}, publisher = {Fen Press}, year = 1974}\n",
    // A name that stands for itself.
    """
    @string{fenland = "Fenland"}
    @article{a, author = {Fell, Margery}, title = {Salt Roads}, journal = fenland, volume = 3, pages = {1--9}, year = 1974}
    @article{b, author = {Ash, Tom}, title = {Peat Roads}, journal = {Fenland}, volume = 3, pages = {10--19}, year = 1974}

    """,
    // A space that breaks no line.
    """
    @article{a, author = {Fell, Margery}, title = {Salt Roads}, journal = {News of St.~Botolph}, volume = 3, pages = {1--9}, year = 1974}
    @article{b, author = {Ash, Tom}, title = {Peat Roads}, journal = {News of St. Botolph}, volume = 3, pages = {10--19}, year = 1974}

    """,
    // An address over two lines.
    "@online{a, author = {Fell, Margery}, title = {Salt Roads}, date = {1999}, url = {https://example.org/salt/\n    roads.html}}\n",
    // A month of another calendar, a type of a published style, a volume of a great series.
    "@misc{a, author = {Fell, Margery}, title = {Salt Roads}, month = {مهر}, year = 1974}\n",
    "@softwareversion{a, author = {Fell, Margery}, title = {Salter}, version = {2}, date = {1974}, url = {https://example.org/salter}}\n",
    "@book{a, editor = {Fell, Margery}, title = {Salt Roads}, series = {Fen Studies}, shortseries = {FS}, number = {12}, location = {Lincoln}}\n",
    // Strings that are named by a system.
    """
    @string{fenpress:adr = "Leeds"}
    @string{moorpress:adr = "Leeds"}
    @book{a, author = {Fell, Margery}, title = {Salt Roads}, publisher = {Fen Press}, address = fenpress:adr, year = 1974}
    @book{b, author = {Ash, Tom}, title = {Peat Roads}, publisher = {Moor Press}, address = moorpress:adr, year = 1975}

    """,
    // Letters and comments that biber reads.
    "@book{müller,\n  author = {Müller, Jo},\n  % the second one\n  title = {Salz},\n  publisher = {Moor},\n  location = {Emden},\n  date = {1974}}\n",
  ])
  func nothingIsSaid(_ text: String) {
    #expect(rules(text) == [])
  }

  @Test func physicistsLeaveOutTitlesOfAllKinds() {
    let articles = (1...5).map {
      "@article{a\($0), author = {Fell, M.}, journal = {Fen}, volume = \($0), pages = {\($0)}, year = 1974}\n"
    }
    let report =
      "@techreport{r, author = {Fell, M.}, institution = {Fen}, number = 4, year = 1974}\n"
    #expect(!rules(articles.joined() + report).contains("C001"))
    #expect(rules(report).contains("C001"))
  }

  @Test func aHouseOfCapitalsIsSaidOnce() {
    let text = (1...40).map {
      "@misc{a\($0), author = {FELL\(Array(repeating: "L", count: $0).joined()), M.}, title = {T\($0)}, year = 1974}\n"
    }.joined()
    var options = CheckOptions()
    options.rules.select = ["S010"]
    let findings = check(text, name: "a.bib", options: options).findings
    #expect(findings.count == 1)
    #expect(findings.first?.message.hasSuffix("as have 39 others in this file") == true)
  }
}
