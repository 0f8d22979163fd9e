/// Measures citation styles beside other processors: each item cited once, and the bibliography.
enum StyleBench {
  /// What `--check` asks for: seconds of CPU time, MiB, and how many times as fast as a peer.
  enum Limits {
    static let single = 0.020
    static let memory = 250.0
    static let peers = 10.0
    /// Time for ten times the items against once; 10 is linear.
    static let growth = 12.0
  }

  /// A style under the names that the programs know it by.
  private struct Style {
    var name: String
    var ours: String
    var typst: String
    var pandoc: String
  }

  private static let styles = [
    Style(name: "APA", ours: "apa", typst: "apa", pandoc: "apa.csl"),
    Style(
      name: "Chicago notes", ours: "chicago-notes", typst: "chicago-notes",
      pandoc: "chicago-note-bibliography.csl"),
  ]

  /// Prints the tables; returns the limits that were passed.
  static func measure(citecli: String, folder: String, rounds: Int) -> [String] {
    var failures: [String] = []
    func limit(_ isKept: Bool, _ name: String) {
      if !isKept { failures.append(name) }
    }
    /// A library in CSL-JSON; that of BibLaTeX, which Typst reads, is beside it.
    func library(_ count: Int) -> String {
      let source = Bench.make("biblatex", count, "\(folder)/items-\(count).bib")
      let path = "\(folder)/items-\(count).json"
      let cost = Child.run([citecli, "convert", source, "--to", "csl-json", "-o", path, "-q"])
      precondition(cost?.status == 0, "the library can be converted")
      return path
    }
    let libraries = [1, 1_000, 10_000, 100_000].map(library)
    let alike = [300, 3_000].map { Bench.make("alike", $0, "\(folder)/alike-\($0).json") }
    let document = Bench.make("pandoc", 1_000, "\(folder)/citing-1000.md")
    let typst = Bench.make("typst", 1_000, "\(folder)/items-1000.typ")
    let plain = "\(folder)/items-1000-plain.typ"

    for style in styles {
      func render(_ name: String, _ file: String) -> Row {
        Row(name, [citecli, "render", file, "--style", style.ours, "-q"])
      }
      var rows = [
        render("one item", libraries[0]),
        render("1000 items", libraries[1]),
        Row("  Typst, with its page layout", typstArguments(typst, style.typst)),
        Row("  Typst, the layout alone", typstArguments(plain, style.typst)),
        Row(
          "  pandoc",
          [
            FormatBench.pandoc, "--citeproc", "-t", "plain", "--bibliography", libraries[1],
            "--csl", "\(officialStyles)/\(style.pandoc)", document,
          ]),
        render("10000 items", libraries[2]),
        render("100000 items", libraries[3]),
        render("300 items alike", alike[0]),
        render("3000 items alike", alike[1]),
      ]
      // Round by round, so that a slow minute of the machine meets all rows alike.
      for round in 0..<rounds {
        for index in rows.indices where round < 3 || ![4, 6].contains(index) { rows[index].run() }
      }
      print("\n\(style.name), \(rounds) runs".padded(to: 30) + "CPU s    wall s   MiB")
      for row in rows { print(row.text) }
      let processor = rows[2].cpu - rows[3].cpu
      let faster = [processor / rows[1].cpu, rows[4].cpu / rows[1].cpu]
      print(
        "Typst without its layout takes \(fixed(faster[0], 1)) times as long, "
          + "pandoc \(fixed(faster[1], 1)) times")
      let growth = [
        rows[5].cpu / rows[1].cpu, rows[6].cpu / rows[5].cpu, rows[8].cpu / rows[7].cpu,
      ]
      print(
        "ten times the items cost \(fixed(growth[0], 2)) and \(fixed(growth[1], 2)) times as much, "
          + "of those alike \(fixed(growth[2], 2)) times")
      limit(rows[0].cpu <= Limits.single, "\(style.name): one item")
      limit(rows[5].memory <= Limits.memory, "\(style.name): memory for 10000 items")
      for value in growth { limit(value <= Limits.growth, "\(style.name): growth") }
      // A peer that is not installed is no limit.
      for value in faster { limit(!(value < Limits.peers), "\(style.name): a peer") }
    }
    return failures
  }

  /// Where the distribution's package puts the official styles.
  private static var officialStyles: String {
    environment("CSL_STYLES") ?? "/usr/share/citation-style-language/styles"
  }

  private static func typstArguments(_ document: String, _ style: String) -> [String] {
    let program =
      "import sys, typst; typst.compile(sys.argv[1], output='/dev/null', format='pdf', "
      + "sys_inputs={'style': sys.argv[2]})"
    return ["python3", "-c", program, document, style]
  }

  /// A Markdown document that cites every entry once.
  static func pandocDocument(citing count: Int) -> [UInt8] {
    (1...count).flatMap { Array("Claim [@\(BibliographyGenerator.key($0))].\n\n".utf8) }
  }

  /// A Typst document that cites every entry once; beside it the same without citations, with as much text.
  static func typstDocument(citing count: Int, beside path: String) -> [UInt8] {
    let name = path.split(separator: "/").last.map { $0.dropLast(4) } ?? ""
    var text = "#let sty = sys.inputs.at(\"style\")\n"
    var plain = ""
    for number in 1...count {
      let key = BibliographyGenerator.key(number)
      text += "Claim @\(key).\n\n"
      plain += "Claim (\(key), 1999).\n\n"
    }
    let entry = "Miller, Ada, and Kelmo, S. Harbour river letter archive garden weaver. Annals 12."
    for _ in 1...count { plain += entry + "\n\n" }
    text += "#bibliography(\"\(name).bib\", style: sty)\n"
    Bench.write(Array(plain.utf8), to: "\(path.dropLast(4))-plain.typ")
    return Array(text.utf8)
  }
}
