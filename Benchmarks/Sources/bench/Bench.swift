#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures start, one small document, a big one at three sizes, conversions and citation styles beside other programs.
///
///     bench CITECLI SAMPLE FOLDER [--repeat N] [--check]
///
/// Documents are made in FOLDER. `--check` makes the program fail where a limit of `Limits` is passed.
@main
struct Bench {
  /// What `--check` asks for, in seconds of CPU time: that of the clock depends on what else the machine does.
  enum Limits {
    static let start = 0.015
    static let sample = 0.030
    static let big = 3.0
    static let bigMemory = 300.0
    /// Time for twice the notes against once; 2 is linear, the rest is noise.
    static let growth = 2.6
  }

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 4, arguments[0] == "--generate", let notes = Int(arguments[2]) {
      return generate(arguments[1], count: notes, to: arguments[3])
    }
    let isChecked = take("--check", from: &arguments)
    var rounds = 5
    if let place = arguments.firstIndex(of: "--repeat"), place + 1 < arguments.count {
      rounds = max(Int(arguments[place + 1]) ?? rounds, 1)
      arguments.removeSubrange(place...place + 1)
    }
    guard arguments.count == 3 else {
      print("usage: bench CITECLI SAMPLE FOLDER [--repeat N] [--check]")
      exit(2)
    }
    let failures =
      measure(citecli: arguments[0], sample: arguments[1], folder: arguments[2], rounds: rounds)
      + FormatBench.measure(citecli: arguments[0], folder: arguments[2], rounds: rounds)
      + StyleBench.measure(citecli: arguments[0], folder: arguments[2], rounds: rounds)
    for failure in failures { print("over the limit: \(failure)") }
    exit(isChecked && !failures.isEmpty ? 1 : 0)
  }

  /// Makes a bibliography, or a document of 524 bytes for each note: 10 MB for 20,000.
  private static func generate(_ form: String, count: Int, to path: String) {
    var bibliography = BibliographyGenerator(seed: 1)
    switch form {
    case "biblatex": write(bibliography.biblatex(entries: count), to: path)
    case "csl-json": write(bibliography.cslJSON(items: count), to: path)
    case "alike": write(bibliography.alikeItems(count), to: path)
    case "pandoc": write(StyleBench.pandocDocument(citing: count), to: path)
    case "typst": write(StyleBench.typstDocument(citing: count, beside: path), to: path)
    default:
      var generator = Generator(seed: 1, form: Generator.Form(rawValue: form) ?? .text)
      write(generator.document(notes: count, bytes: count * 524), to: path)
    }
  }

  private static func take(_ flag: String, from arguments: inout [String]) -> Bool {
    guard let place = arguments.firstIndex(of: flag) else { return false }
    arguments.remove(at: place)
    return true
  }

  /// Prints the table; returns the limits that were passed.
  private static func measure(
    citecli: String, sample: String, folder: String, rounds: Int
  ) -> [String] {
    let sizes = [5_000, 10_000, 20_000]
    func reading(_ name: String, of path: String) -> Row {
      Row(name, [citecli, "extract", path, "--to", "notes-json", "--fail-on", "never"])
    }
    var rows = [
      Row("start (--version)", [citecli, "--version"]),
      Row("the sample to BibTeX", [citecli, "extract", sample, "--fail-on", "never"]),
    ]
    for size in sizes {
      rows.append(reading("\(size) notes", of: make("text", size, "\(folder)/notes-\(size).txt")))
    }
    let markdown = make("markdown", 5_000, "\(folder)/notes-5000.md")
    rows.append(reading("5000 notes of Markdown", of: markdown))
    // A peer only for orientation: it parses the document, but does not read its notes.
    rows.append(
      Row("  pandoc, parsing it", ["pandoc", "-f", "markdown", "-t", "native", markdown]))

    // Round by round, so that a slow minute of the machine meets all rows alike.
    for _ in 0..<rounds {
      for index in rows.indices { rows[index].run() }
    }
    print("medians of \(rounds) runs             CPU s    wall s   MiB")
    for row in rows { print(row.text) }
    let growth = [rows[3].cpu / rows[2].cpu, rows[4].cpu / rows[3].cpu]
    print("twice the notes cost \(fixed(growth[0], 2)) and \(fixed(growth[1], 2)) times as much")

    var failures: [String] = []
    func limit(_ value: Double, _ most: Double, _ name: String) {
      if !(value <= most) { failures.append("\(name): \(fixed(value, 4)), at most \(most)") }
    }
    limit(rows[0].cpu, Limits.start, "start")
    limit(rows[1].cpu, Limits.sample, "the sample")
    limit(rows[4].cpu, Limits.big, "20000 notes")
    limit(rows[4].memory, Limits.bigMemory, "memory for 20000 notes")
    for value in growth { limit(value, Limits.growth, "growth") }
    return failures
  }

  /// Makes a file by `--generate` in a process of its own.
  ///
  /// Linux counts the memory of the parent at the start of a child as the child's, so this process has to stay small.
  static func make(_ form: String, _ count: Int, _ path: String) -> String {
    let cost = Child.run([CommandLine.arguments[0], "--generate", form, String(count), path])
    guard cost?.status == 0 else {
      print("cannot make \(path)")
      exit(2)
    }
    return path
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = unsafe fopen(path, "wb") else {
      print("cannot write \(path)")
      exit(2)
    }
    // The array is not changed while it is written.
    let count = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    guard unsafe fclose(file) == 0, count == bytes.count else {
      print("cannot write \(path)")
      exit(2)
    }
  }
}

/// One line of the table.
struct Row {
  let name: String
  let arguments: [String]
  private var costs: [Cost] = []

  init(_ name: String, _ arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }

  mutating func run() {
    if let cost = Child.run(arguments) { costs.append(cost) }
  }

  var cpu: Double { median(costs.map(\.cpu)) }
  var wall: Double { median(costs.map(\.wall)) }
  var memory: Double { costs.map(\.memory).max() ?? .nan }

  var text: String {
    let label = name.padded(to: 30)
    // 127 is what a shell or a spawn gives for a program that is not there.
    guard let last = costs.last, last.status != 127 else { return label + "not installed" }
    let note = last.status == 0 ? "" : "  exit code \(last.status)"
    return label + fixed(cpu, 4) + "   " + fixed(wall, 4) + "   " + fixed(memory, 1) + note
  }
}

private func median(_ values: [Double]) -> Double {
  values.isEmpty ? .nan : values.sorted()[values.count / 2]
}

extension String {
  /// The text with spaces behind it, up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - utf8.count, 0))
  }
}

/// A number with so many digits after the point.
func fixed(_ value: Double, _ digits: Int) -> String {
  guard value.isFinite else { return "none" }
  let scale = (0..<digits).reduce(1.0) { result, _ in result * 10 }
  let whole = Int((value * scale).rounded())
  let part = String(whole % Int(scale))
  return "\(whole / Int(scale))." + String(repeating: "0", count: digits - part.utf8.count) + part
}

/// The value of an environment variable, or nil.
func environment(_ name: String) -> String? {
  // `getenv` gives a string that lives until the environment changes; it is copied at once.
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
