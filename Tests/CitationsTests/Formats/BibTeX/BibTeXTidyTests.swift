import Testing

@testable import Citations

@Suite struct BibTeXTidyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var input: String
    var output: String
    var options: BibTeXTidyOptions

    init(
      _ name: String, _ input: String, _ output: String,
      _ set: (inout BibTeXTidyOptions) -> Void = { _ in }
    ) {
      testDescription = name
      self.input = input
      self.output = output
      var options = BibTeXTidyOptions()
      set(&options)
      self.options = options
    }
  }

  static let layout = [
    Case(
      "one field a line", "@misc{k, a={1}, b = 2}\n", "@misc{k,\n  a = {1},\n  b = 2\n}\n"),
    Case(
      "the manner of most fields",
      "@misc{k,\n    a = {1},\n  bb ={2},\n    c = {3},\n}\n",
      "@misc{k,\n    a = {1},\n    bb = {2},\n    c = {3},\n}\n"),
    Case(
      "a closing brace behind the last field stays there where most do",
      "@misc{k,\n  a = {1}}\n@misc{l,\n  a = {1}}\n@misc{m,\n  a = {1}\n}\n",
      "@misc{k,\n  a = {1}}\n@misc{l,\n  a = {1}}\n@misc{m,\n  a = {1}}\n"),
    Case(
      "commas first", "@misc{k\n  , a = {1}\n  , b= {2}\n}\n",
      "@misc{k\n  , a = {1}\n  , b = {2}\n}\n"),
    Case(
      "spaces that do nothing", "@ misc {k ,\n  a = {1} ,\n  b\n = {2} }",
      "@misc{k,\n  a = {1},\n  b = {2}\n}"),
    Case(
      "comments keep their place",
      "@misc{k, % of k\n% above\n  a = {1}, % of a\n  b = {2} % of b\n  % below\n}\n",
      "@misc{k, % of k\n  % above\n  a = {1}, % of a\n  b = {2} % of b\n  % below\n}\n"),
    Case(
      "an empty line between fields stays", "@misc{k,\n\n\n a = {1},\n\n\n b = {2}}",
      "@misc{k,\n a = {1},\n\n b = {2}}"),
    Case(
      "what was repaired stays as it is", "@misc{k, a={1} b={2}}\n@misc{l,a={1},}\n",
      "@misc{k, a={1} b={2}}\n@misc{l,\n  a={1},\n}\n"),
    Case(
      "line ends are those of the file", "@misc{k,\r\n  a = {1}, b = {2}\r\n}\r\n",
      "@misc{k,\r\n  a = {1},\r\n  b = {2}\r\n}\r\n"),
    Case(
      "free text, strings and comments are kept",
      "% head\n@string{ a = \"x\" }\n@comment{ y }\nfree\n@preamble{ {z} }\n",
      "% head\n@string{ a = \"x\" }\n@comment{ y }\nfree\n@preamble{ {z} }\n"),
  ]

  static let options = [
    Case("tabs", "@misc{k,\n  a = {1}\n}", "@misc{k,\n\ta = {1}\n}") { $0.indentation = .tab },
    Case("four spaces", "@misc{k,\n  a = {1}\n}", "@misc{k,\n    a = {1}\n}") {
      $0.indentation = .spaces(4)
    },
    Case(
      "signs in a column of the entry", "@misc{k,\n  a = {1},\n  bbb = {2}\n}",
      "@misc{k,\n  a   = {1},\n  bbb = {2}\n}"
    ) { $0.alignment = .entry },
    Case(
      "signs in a column of the file", "@misc{k,\n  a = {1},\n  bbbbb = {2}\n}",
      "@misc{k,\n  a   = {1},\n  bbbbb = {2}\n}"
    ) { $0.alignment = .column(4) },
    Case(
      "no column", "@misc{k,\n  a   = {1},\n  bbb = {2}\n}", "@misc{k,\n  a = {1},\n  bbb = {2}\n}"
    ) { $0.alignment = .none },
    Case(
      "letters of types", "@MISC{K}@String{A = {b}}@comment{x}",
      "@misc{K}@string{A = {b}}@comment{x}"
    ) { $0.typeLetters = .lower },
    Case("capitalized types", "@MISC{K}", "@Misc{K}") { $0.typeLetters = .capitalized },
    Case(
      "letters of fields", "@misc{k,\n  TITLE = {T}\n}", "@misc{k,\n  title = {T}\n}"
    ) { $0.fieldLetters = .lower },
    Case(
      "letters of keys, where they are named too",
      "@misc{K,\n  crossref = {Other},\n  title = {Other}\n}@misc{Other}",
      "@misc{k,\n  crossref = {other},\n  title = {Other}\n}@misc{other}"
    ) { $0.keyLetters = .lower },
    Case(
      "keys that would become one stay", "@misc{K}@misc{k}@misc{L}", "@misc{K}@misc{k}@misc{l}"
    ) { $0.keyLetters = .lower },
    Case(
      "order of fields",
      "@misc{k,\n  year = 1,\n  % of x\n  x = {2},\n  Title = {3},\n}",
      "@misc{k,\n  Title = {3},\n  year = 1,\n  % of x\n  x = {2},\n}"
    ) { $0.fieldOrder = ["author", "title", "year"] },
    Case(
      "braces for quotes", "@string{s = \"x\"}@misc{k,\n  a = \"1\" # s # \"{\"}\"\n}",
      "@string{s = {x}}@misc{k,\n  a = {1} # s # {{\"}}\n}"
    ) { $0.bracesForQuotes = true },
    Case(
      "months",
      "@misc{a,\n  month = {January}\n}@misc{b,\n  month = \"Sept.\"\n}@misc{c,\n  month = 3\n}@misc{d,\n  month = {Spring}\n}",
      "@misc{a,\n  month = jan\n}@misc{b,\n  month = sep\n}@misc{c,\n  month = mar\n}@misc{d,\n  month = {Spring}\n}"
    ) { $0.monthsAsStrings = true },
    Case(
      "DOIs",
      "@misc{a,\n  doi = {https://doi.org/10.1/X}\n}@misc{b,\n  doi = \"DOI: 10.2/y\"\n}@misc{c,\n  doi = {http://x.org/10.3}\n}",
      "@misc{a,\n  doi = {10.1/X}\n}@misc{b,\n  doi = \"10.2/y\"\n}@misc{c,\n  doi = {http://x.org/10.3}\n}"
    ) { $0.bareDOIs = true },
    Case(
      "pages",
      "@misc{a,\n  pages = {1-2, 5 – 7,xi---xx}\n}@misc{b,\n  pages = {S12-S14}\n}@misc{c,\n  pages = {3-4-5}\n}@misc{d,\n  pages = {see-me}\n}",
      "@misc{a,\n  pages = {1--2, 5--7,xi--xx}\n}@misc{b,\n  pages = {S12--S14}\n}@misc{c,\n  pages = {3-4-5}\n}@misc{d,\n  pages = {see-me}\n}"
    ) { $0.pageDashes = true },
    Case("a comma at the end", "@misc{k,\n  a = {1} % c\n}", "@misc{k,\n  a = {1}, % c\n}") {
      $0.trailingComma = true
    },
    Case("no comma at the end", "@misc{k,\n  a = {1},\n}", "@misc{k,\n  a = {1}\n}") {
      $0.trailingComma = false
    },
    Case(
      "empty lines",
      "@string{a={1}}\n@string{b={2}}\n@misc{k}@misc{l} % l\n\n\n\n% m\n@misc{m}\n",
      "@string{a={1}}\n@string{b={2}}\n\n@misc{k}\n\n@misc{l} % l\n\n\n\n% m\n@misc{m}\n"
    ) { $0.blankLines = 1 },
    Case(
      "fields with nothing in them", "@misc{k,\n  a = {},\n  % b\n  b = \" \", % c\n  d = {1}\n}",
      "@misc{k,\n  % b\n  % c\n  d = {1}\n}"
    ) { $0.removesEmptyFields = true },
    Case(
      "fields that are there already", "@misc{k,\n  a = {1},\n  A = {2},\n  b = {3}\n}",
      "@misc{k,\n  a = {1},\n  b = {3}\n}"
    ) { $0.removesDuplicateFields = true },
    Case(
      "long lines", "@misc{k,\n  a = {one two three four},\n  url = {x y z x y z x y z}\n}",
      "@misc{k,\n  a = {one two\n    three\n    four},\n  url = {x y z x y z x y z}\n}"
    ) { $0.wrap = 9 },
    Case(
      "entries by key",
      "% head\n\n@string{s={1}}\n\n% of c\n@misc{c} % behind c\n\n@misc{B}\n\n\n@misc{a}\n% foot\n",
      "% head\n\n@string{s={1}}\n\n@misc{a}\n\n@misc{B}\n\n\n% of c\n@misc{c} % behind c\n% foot\n"
    ) { $0.order = .key },
    Case(
      "strings are not passed", "@misc{b}\n@string{s={1}}\n@misc{a}\n",
      "@misc{b}\n@string{s={1}}\n@misc{a}\n"
    ) { $0.order = .key },
    Case(
      "what crossref names comes last", "@misc{a}\n@misc{c,\n  crossref = {A}\n}\n@misc{b}\n",
      "@misc{b}\n@misc{c,\n  crossref = {A}\n}\n@misc{a}\n"
    ) { $0.order = .key },
    Case(
      "entries by author and year",
      """
      @misc{1,
        author = {Zuse, Konrad},
        year = 1936
      }
      @misc{2,
        author = {Ada Lovelace and Zo Z},
        year = 1843
      }
      @misc{3,
        author = {{\\'E}mile Borel},
        year = 1909
      }
      @misc{4,
        editor = {Lovelace, Ada},
        year = 1842
      }

      """,
      """
      @misc{3,
        author = {{\\'E}mile Borel},
        year = 1909
      }
      @misc{4,
        editor = {Lovelace, Ada},
        year = 1842
      }
      @misc{2,
        author = {Ada Lovelace and Zo Z},
        year = 1843
      }
      @misc{1,
        author = {Zuse, Konrad},
        year = 1936
      }

      """
    ) { $0.order = .authorYear },
  ]

  @Test(arguments: layout + options)
  func laysOutAsAsked(_ test: Case) {
    let tidy = BibTeXTidy(options: test.options)
    let result = tidy.formatted(SourceFile(name: "-", bytes: Array(test.input.utf8)))
    #expect(result.bytes.text == test.output)
    #expect(result.isChanged == (test.input != test.output))
  }
}
