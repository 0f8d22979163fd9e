internal import ArgumentParser
internal import Citations

/// `citecli config`: which settings hold, and why.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the settings of 'citecli check' and 'citecli lsp'.",
    discussion: """
      Settings stand in citecli.yaml, .citecli.yaml or .config/citecli.yaml, the nearest \
      one from the working folder upwards:

        select: [C, I, N]        # rules to check; without it all but the optional ones
        extend-select: [S042]    # rules beside those
        ignore: [C006]
        per-file: {"drafts/": [C]}
        severity: {C012: error}
        profile: chicago-notes
        key-pattern: "[author][year]"
        journals: journals.csv   # the journals that entries may name (S056)
        dtd: dtd/catalog.xml     # the DTD of JATS articles, or a catalog, relative to the file
        sources: [works.ndjson]  # dumps to look works up in, relative to the file
        mailto: you@example.org  # for --online, which it does not switch on
        style: chicago-notes     # of references in editors: a name, or a file beside this one
        locale: de-DE            # their language, where the style should not decide
      """,
    subcommands: [Show.self], defaultSubcommand: Show.self)

  /// `citecli config show`: all settings with their values and origins.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print all settings, each with where its value comes from.")

    /// How the settings are printed.
    enum Output: String, CaseIterable, ExpressibleByArgument {
      case text
      case json
    }

    @OptionGroup(title: "Rules") var rules: RuleOptions

    @Option(name: .long, help: "How the settings are printed.")
    var format = Output.text

    func run() throws {
      let settings = try rules.configuration()
      try FileIO.write(
        format == .json
          ? ConfigurationReport.json(of: settings)
          : Array(ConfigurationReport.text(of: settings).utf8),
        to: FileIO.standardOutput, name: "standard output")
    }
  }
}
