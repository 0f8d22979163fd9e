internal import ArgumentParser
internal import Citations
internal import LanguageServer
internal import Synchronization

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
      "Show references in this style instead of that of citecli.yaml, or else APA.",
      discussion: "'citecli styles' lists them.", valueName: "style"))
  var style: String?

  @Option(
    name: .customLong("rules-url"),
    help: ArgumentHelp(
      "Link findings to the pages of their rules, C012.md and so on, below this address.",
      valueName: "address"))
  var rulesAddress: String?

  func run() throws {
    let chosen = try style.map { try Self.formatter($0, locale: nil) }
    // A file that was named must be there; what is wrong with others is said to the editor.
    if file.path != nil { _ = try file.read() }
    let (file, day, rulesAddress) = (file, day, rulesAddress)
    let host = Host(
      files: { WorkspaceWalk.files(in: $0, isDeep: $1) },
      read: { try? FileIO.read(path: $0) },
      settings: { folder in
        var settings = Settings(rulesAddress: rulesAddress)
        if let chosen { settings.formatter = chosen }
        do {
          let configuration = try file.read(from: folder)
          settings.checks = try configuration.optionsWithFiles()
          settings.checks.today = try day.day()
          if chosen == nil { settings.formatter = try Self.formatter(configuration) }
        } catch {
          settings.problem = "\(error)"
        }
        return settings
      })
    try serve(Server(host: host))
  }

  private static func formatter(_ style: String, locale: String?) throws -> ReferenceFormatter {
    let choice = try StyleChoice(style: style, locale: locale)
    return ReferenceFormatter(
      style: choice.style, locales: choice.locales, language: choice.language)
  }

  /// The formatter that a configuration asks for; what is wrong with it is said with its line.
  private static func formatter(_ configuration: CheckConfiguration) throws -> ReferenceFormatter {
    let style = configuration.style(isPath: StylePlaces.isPath)
    let locale = configuration.locale(isPath: StylePlaces.isPath)
    do {
      return try formatter(style, locale: locale)
    } catch {
      let isLocale = (error as? FileError)?.path == locale
      let name = isLocale ? "locale" : "style"
      let origin = configuration.settings.first { $0.name == name }?.origin.description ?? name
      // What is wrong inside of a file was said on standard error, which editors keep in their logs.
      let reason = error is FileError ? "\(error)" : "\(style): the style cannot be used"
      throw FileError(path: origin, reason: reason)
    }
  }

  private func serve(_ new: Server) throws {
    var server = new
    let check = CheckOnThread()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let pause: Int32? = check.isRunning ? Self.look : server.hasFindingsDue ? Self.pause : nil
      if let pause, !FileIO.hasInput(FileIO.standardInput, within: pause) {
        if let done = check.takeResult() {
          try FileIO.write(server.finish(done), to: FileIO.standardOutput, name: "standard output")
        } else if let next = server.beginCheck() {
          check.start(next)
        }
        continue
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

  /// How long a check waits for somebody who is typing, in milliseconds.
  private static let pause: Int32 = 80
  /// How long input is waited for before looking whether the check that runs has come to its end, in milliseconds.
  private static let look: Int32 = 10
}

/// A check that runs beside the server.
private final class CheckOnThread: Sendable {
  private enum State {
    case idle, running
    case done(FinishedCheck)
  }

  private let state = Mutex(State.idle)

  /// Whether a check was started whose result was not taken yet.
  var isRunning: Bool {
    state.withLock { state in
      if case .idle = state { return false }
      return true
    }
  }

  func start(_ check: PendingCheck) {
    state.withLock { $0 = .running }
    Thread.start {
      let done = check.run()
      self.state.withLock { $0 = .done(done) }
    }
  }

  /// What the check has found; nil while it runs.
  func takeResult() -> FinishedCheck? {
    state.withLock { state in
      guard case .done(let found) = state else { return nil }
      state = .idle
      return found
    }
  }
}
