/// Measures conversions of bibliographies beside other programs that do the same.
enum FormatBench {
  /// What `--check` asks for: seconds of CPU time, MiB, and how many times as fast as a peer.
  enum Limits {
    static let single = 0.015
    static let memory = 400.0
    static let bibutils = 8.0
    static let pandoc = 40.0
    /// Time for ten times the entries against once; 10 is linear, the rest is noise.
    static let growth = 12.0
  }

  /// Prints the table; returns the limits that were passed.
  static func measure(citecli: String, folder: String, rounds: Int) -> [String] {
    func convert(_ name: String, _ file: String, to format: String) -> Row {
      Row(name, [citecli, "convert", file, "--to", format, "-q"])
    }
    let one = Bench.make("biblatex", 1, "\(folder)/1.bib")
    let usual = Bench.make("biblatex", 10_000, "\(folder)/10000.bib")
    let large = Bench.make("biblatex", 100_000, "\(folder)/100000.bib")
    var rows = [
      convert("one entry to CSL-JSON", one, to: "csl-json"),
      convert("10000 BibLaTeX to CSL-JSON", usual, to: "csl-json"),
      Row("  bibutils, to MODS", ["biblatex2xml", usual]),
      Row("  pandoc, to CSL-JSON", [pandoc, "-f", "biblatex", "-t", "csljson", usual]),
      convert("100000 BibLaTeX to CSL-JSON", large, to: "csl-json"),
    ]
    // Round by round, so that a slow minute of the machine meets all rows alike.
    for round in 0..<rounds {
      // The large file and the slowest peer only as often as their median needs.
      for index in rows.indices where index < 3 || round < 3 { rows[index].run() }
    }
    print("\nmedians of \(rounds) runs             CPU s    wall s   MiB")
    for row in rows { print(row.text) }
    let faster = [rows[2].cpu / rows[1].cpu, rows[3].cpu / rows[1].cpu]
    print(
      "bibutils takes \(fixed(faster[0], 1)) times as long, pandoc \(fixed(faster[1], 1)) times")
    let growth = rows[4].cpu / rows[1].cpu
    print("ten times the entries cost \(fixed(growth, 2)) times as much")

    var failures: [String] = []
    func limit(_ isKept: Bool, _ name: String) {
      if !isKept { failures.append(name) }
    }
    limit(rows[0].cpu <= Limits.single, "one entry")
    limit(rows[4].memory <= Limits.memory, "memory for 100000 entries")
    limit(growth <= Limits.growth, "growth")
    // A peer that is not installed is no limit.
    limit(!(faster[0] < Limits.bibutils), "bibutils")
    limit(!(faster[1] < Limits.pandoc), "pandoc")
    return failures
  }

  /// The pandoc to run: that of the variable PANDOC, or the one on the path.
  static var pandoc: String { environment("PANDOC") ?? "pandoc" }
}
