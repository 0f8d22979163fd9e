internal import ArgumentParser
internal import Citations
internal import LanguageServer

/// `citecli lsp`: a language server on standard input and output.
struct LSP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve editors: findings, fixes, completion and more as you write.",
    discussion: """
      Speaks the Language Server Protocol on standard input and output; an editor starts \
      it. docs/editors.md has the settings for VS Code, Neovim, Emacs, Zed, Helix and others.

      It reads the bibliographies and documents below the folder of the workspace, and gives \
      findings with their fixes, completion of citation keys by key, author or title, the \
      formatted reference of a key under the cursor, the way to entries and back, renaming \
      of keys in all files, and notes turned into citation keys.

      Settings are those of 'citecli check': the nearest citecli.yaml from the folder of the \
      workspace upwards.

      Examples:
        citecli lsp                                 as editors start it
        citecli lsp --style chicago-author-date     references shown in this style
        citecli lsp --isolated                      without a configuration file
      """)

  @OptionGroup(title: "Settings") var file: ConfigurationOptions

  @OptionGroup(title: "Settings") var day: DayOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Show references in this style; 'citecli styles' lists them.", valueName: "style"))
  var style = "apa"

  @Option(
    name: .customLong("rules-url"),
    help: ArgumentHelp(
      "Link findings to the pages of their rules, C012.md and so on, below this address.",
      valueName: "address"))
  var rulesAddress: String?

  func run() throws {
    let choice = try StyleChoice(style: style, locale: nil)
    let formatter = ReferenceFormatter(
      style: choice.style, locales: choice.locales, language: choice.language)
    // A file that was named must be there; what is wrong with others is said to the editor.
    if file.path != nil { _ = try file.read() }
    let (file, day, rulesAddress) = (file, day, rulesAddress)
    let host = Host(
      files: { WorkspaceWalk.files(in: $0, isDeep: $1) },
      read: { try? FileIO.read(path: $0) },
      settings: { folder in
        var settings = Settings(formatter: formatter, rulesAddress: rulesAddress)
        do {
          settings.checks = try file.read(from: folder).optionsWithFiles()
          settings.checks.today = try day.day()
        } catch {
          settings.problem = "\(error)"
        }
        return settings
      })
    try serve(Server(host: host))
  }

  private func serve(_ new: Server) throws {
    var server = new
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if server.hasFindingsDue, !FileIO.hasInput(FileIO.standardInput, within: Self.pause) {
        try FileIO.write(server.publish(), to: FileIO.standardOutput, name: "standard output")
      }
      let count = try FileIO.readSome(
        FileIO.standardInput, name: "standard input", into: &buffer, from: 0)
      // A client that is gone has not asked for the end.
      guard count > 0 else { throw ExitCode(server.exitCode ?? 1) }
      try FileIO.write(
        server.receive(buffer[..<count]), to: FileIO.standardOutput, name: "standard output")
      if let code = server.exitCode { throw ExitCode(code) }
    }
  }

  /// How long findings wait for somebody who is typing, in milliseconds.
  private static let pause: Int32 = 80
}
