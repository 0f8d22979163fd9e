internal import ArgumentParser
internal import Citations

/// `citecli styles`: what citations can be formatted with.
struct Styles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List and search citation styles and locales.",
    discussion: """
      Each line has the name to give as --style, whether citations stand in notes or \
      in the text, the language of the style, its title, and where it is from unless \
      it is built in. Styles of the distribution's packages are listed only in a \
      search or with --all, for they are thousands.

      Examples:
        citecli styles                       yours and those that are built in
        citecli styles chicago note          with these words in name or title
        citecli styles --all --format json   all, for other programs
        citecli styles --locales             languages

      Files NAME.csl and locales-TAG.xml are found in, in this order:
        ./styles
        $XDG_DATA_HOME/citecli/styles, or ~/.local/share/citecli/styles \
      (macOS: ~/Library/Application Support/citecli/styles)
        the program itself
        /usr/local/share and /usr/share/citation-style-language
      """)

  @Argument(help: ArgumentHelp("Words to search for.", valueName: "word"))
  var words: [String] = []

  @Flag(name: .long, help: "List languages instead of styles.")
  var locales = false

  @Flag(name: .long, help: "List the styles of the distribution's packages, too.")
  var all = false

  @Option(name: .long, help: "How the list is printed.")
  var format = Formats.Output.text

  func run() throws {
    let bytes = locales ? localeList() : styleList()
    try FileIO.write(bytes, to: FileIO.standardOutput, name: "standard output")
  }

  private func styleList() -> [UInt8] {
    let places = StylePlaces()
    let rows = places.all(.style, withSystem: all || !words.isEmpty).compactMap { found in
      summary(found).map { StyleList.Row(style: $0, origin: found.origin, path: found.path) }
    }
    let list = StyleList(rows).matching(words)
    return format == .json ? list.json : Array(list.text.utf8)
  }

  /// What the head of a file says; nil for a file that cannot be read or is no style.
  private func summary(_ found: StylePlaces.Found) -> StyleSummary? {
    let head =
      found.path.map { path in
        (try? FileIO.readHead(path: path, count: StyleSummary.headLength)) ?? []
      } ?? BuiltInStyles.style(found.name)?.bytes ?? []
    return StyleSummary(name: found.name, head: head)
  }

  private func localeList() -> [UInt8] {
    var seen: Set<String> = []
    let found = StylePlaces().all(.locale, withSystem: true).filter { found in
      words.allSatisfy { found.name.lowercased().contains($0.lowercased()) }
        && seen.insert(found.name).inserted
    }
    if format == .json {
      return StyleList.json(ofLocales: found.map { ($0.name, $0.origin, $0.path) })
    }
    return Array(found.map { $0.name + ($0.path.map { " (\($0))" } ?? "") + "\n" }.joined().utf8)
  }
}
