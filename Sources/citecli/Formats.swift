internal import ArgumentParser
internal import Citations

/// `citecli formats`: what can be read and written.
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the formats of documents and bibliographies.",
    discussion: """
      Examples:
        citecli formats
        citecli formats --format json
      """)

  /// How the list is printed.
  enum Output: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Option(name: .long, help: "How the list is printed.")
  var format = Output.text

  func run() throws {
    let list = FormatList()
    try FileIO.write(
      format == .json ? list.json : Array(list.text.utf8), to: FileIO.standardOutput,
      name: "standard output")
  }
}
