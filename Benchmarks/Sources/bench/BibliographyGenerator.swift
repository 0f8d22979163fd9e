/// Makes bibliographies of any size, the same for the same arguments on every machine.
///
/// Names and titles are put together from syllables and words of our own. What real files have in them is there: accents
/// in LaTeX and in Unicode, braces, month macros, `@string`, corporate authors, `crossref`, files and keywords.
struct BibliographyGenerator {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// A BibLaTeX file of `count` entries, about 600 bytes each.
  mutating func biblatex(entries count: Int) -> [UInt8] {
    var output = Array("@string{jm = {Journal of Mills \\& Rivers}}\n\n".utf8)
    for number in 1...count { output.append(contentsOf: entry(number).utf8) }
    return output
  }

  /// A CSL-JSON file of `count` items, two spaces deep for each level, as programs write it.
  mutating func cslJSON(items count: Int) -> [UInt8] {
    var output = Array("[\n".utf8)
    for number in 1...count {
      output.append(contentsOf: (item(number) + (number == count ? "\n" : ",\n")).utf8)
    }
    output.append(contentsOf: "]\n".utf8)
    return output
  }

  /// Items that differ in nothing that tells citations apart: five family names, one year.
  mutating func alikeItems(_ count: Int) -> [UInt8] {
    let names = ["Weaver", "Mercer", "Fuller", "Tanner", "Cooper"]
    let items = (1...count).map { number in
      let authors = (0...random.below(3)).map { _ in
        "{\"family\": \"\(pick(names))\", \"given\": \"\(given(isLaTeX: false))\"}"
      }
      return """
        {"id": "\(Self.key(number))", "type": "book", "title": "\(title(isLaTeX: false))", \
        "author": [\(authors.joined(separator: ", "))], "publisher": "\(capitalized(word())) Press", \
        "issued": {"date-parts": [[1975]]}}
        """
    }
    return Array("[\(items.joined(separator: ",\n"))]\n".utf8)
  }

  /// The key of the entry with a number.
  static func key(_ number: Int) -> String { "entry\(number)" }

  private mutating func entry(_ number: Int) -> String {
    let year = 1890 + random.below(130)
    let first = random.below(400) + 1
    var fields = [("author", authors()), ("title", title(isLaTeX: true))]
    let type: String
    switch random.below(10) {
    case 0..<5:
      type = "article"
      fields += [
        ("journaltitle", random.below(3) == 0 ? "\u{0}jm" : "Annals of the " + capitalized(word())),
        ("date", "\(year)-0\(random.below(9) + 1)"), ("volume", "\(random.below(90) + 1)"),
        ("number", "\(random.below(12) + 1)"), ("pages", "\(first)--\(first + random.below(40))"),
        ("doi", "10.5555/\(word()).\(number)_\(year)"), ("issn", "0378-5955"),
      ]
    case 5..<7:
      type = "book"
      fields += [
        ("publisher", capitalized(word()) + " Press"), ("location", place()),
        ("date", "\(year)"), ("isbn", "978-3-16-148410-0"),
      ]
    case 7:
      type = "incollection"
      fields += [
        ("booktitle", title(isLaTeX: true)), ("editor", authors()), ("location", place()),
        ("publisher", capitalized(word()) + " \\& Sons"), ("date", "\(year)/\(year + 1)"),
        ("pages", "\(first)--\(first + random.below(40))"),
      ]
    case 8:
      type = "thesis"
      fields += [
        ("type", "phdthesis"), ("institution", "University of " + place()), ("date", "\(year)~"),
      ]
    default:
      type = "online"
      fields += [
        ("url", "https://example.org/\(word())_\(number)?a=%20&b"),
        ("urldate", "2021-0\(random.below(9) + 1)-11"),
        ("year", "\(year)"), ("month", "\u{0}mar"),
      ]
    }
    fields += [
      ("keywords", "\(word()), \(word()), \(word())"), ("file", ":files/\(number).pdf:PDF"),
      ("abstract", (0..<12).map { _ in word() }.joined(separator: " ") + " 100\\% {DNA}."),
    ]
    let lines = fields.map { name, value in
      let isSymbol = value.hasPrefix("\u{0}")
      return "  \(name) = " + (isSymbol ? String(value.dropFirst()) : "{\(value)}") + ",\n"
    }
    return "@\(type){\(Self.key(number)),\n" + lines.joined() + "}\n\n"
  }

  private mutating func item(_ number: Int) -> String {
    let year = 1890 + random.below(130)
    let first = random.below(400) + 1
    return """
        {
          "id": "\(word())\(number)",
          "type": "article-journal",
          "title": "\(title(isLaTeX: false))",
          "author": [
            {
              "family": "\(family(isLaTeX: false))",
              "given": "\(given(isLaTeX: false))"
            },
            {
              "family": "\(family(isLaTeX: false))",
              "given": "\(given(isLaTeX: false))"
            }
          ],
          "container-title": "Annals of the \(capitalized(word()))",
          "issued": {
            "date-parts": [
              [\(year), \(random.below(12) + 1), \(random.below(28) + 1)]
            ]
          },
          "volume": "\(random.below(90) + 1)",
          "page": "\(first)-\(first + 12)",
          "DOI": "10.5555/\(word()).\(number)",
          "abstract": "\((0..<24).map { _ in word() }.joined(separator: " "))."
        }
      """
  }

  private mutating func authors() -> String {
    (0...random.below(4)).map { _ in
      switch random.below(12) {
      case 0: return "{\(capitalized(word())) Society}"
      case 1: return "van der \(family(isLaTeX: true)), \(given(isLaTeX: true))"
      case 2: return "\(family(isLaTeX: true)), Jr., \(given(isLaTeX: true))"
      case 3..<6: return "\(given(isLaTeX: true)) \(family(isLaTeX: true))"
      default: return "\(family(isLaTeX: true)), \(given(isLaTeX: true))"
      }
    }.joined(separator: " and ")
  }

  private mutating func title(isLaTeX: Bool) -> String {
    let words = (0..<random.below(8) + 4).map { _ in word() }
    let name = isLaTeX ? ["{NATO}", "\\emph{Mill}", "na{\\\"i}ve", "--"] : ["NATO", "naïve", "–"]
    return capitalized(words.joined(separator: " ")) + " " + pick(name) + " " + word()
  }

  private mutating func given(isLaTeX: Bool) -> String {
    pick(
      isLaTeX
        ? ["Ada", "Jos{\\'e}", "J. K.", "Zoë", "S{\\o}ren"] : ["Ada", "José", "J. K.", "Zoë"])
  }

  private mutating func family(isLaTeX: Bool) -> String {
    let plain = capitalized(pick(Self.syllables) + pick(Self.syllables) + pick(Self.syllables))
    let accented = isLaTeX ? ["M{\\\"u}ller", "Dvo{\\v r}{\\'a}k", "Østby"] : ["Müller", "Østby"]
    return random.below(4) == 0 ? pick(accented) : plain
  }

  private mutating func place() -> String { pick(["Leeds", "Z{\\\"u}rich", "Paris", "Lagos"]) }

  private mutating func word() -> String { pick(Self.words) }

  private mutating func pick(_ list: [String]) -> String { list[random.below(list.count)] }

  private func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static let syllables = [
    "ba", "den", "fir", "gol", "ha", "jor", "kel", "lim", "mo", "nar", "pe", "ros", "sil", "ta",
  ]
  private static let words = [
    "mill", "river", "loom", "harbour", "letter", "archive", "garden", "weaver", "market", "bridge",
    "winter", "register", "parish", "canal", "memory", "city", "labour", "border", "engine",
  ]
}
