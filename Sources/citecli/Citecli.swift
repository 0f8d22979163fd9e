internal import ArgumentParser
internal import Citations

/// The program: parses its arguments, runs the command, sets the exit code.
@main
struct Citecli: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "citecli",
    abstract: "Reads the numbered notes of documents and makes references of them.",
    discussion: """
      Examples:
        citecli extract essay.txt                BibTeX on standard output
        citecli extract essay.html -o refs.json  CSL-JSON in a file
        citecli check chapters/*.md refs.bib     what is wrong with both
        citecli convert refs.bib -o refs.ris     from one format to another
        citecli render refs.bib --style apa      formatted text
        citecli formats                          what can be read and written

      Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or a \
      file that could not be read or written.
      """,
    version: "citecli \(Release.version)",
    subcommands: [
      Extract.self, Check.self, Convert.self, Render.self, Format.self, Styles.self, Formats.self,
      RulesCommand.self, Explain.self, ConfigCommand.self, LSP.self,
    ])

  static func main() {
    FileIO.occupyClosedStreams()
    FileIO.ignoreClosedPipes()
    Exit.now(with: run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ arguments: [String]) -> ExitCode {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return .success
    } catch is ClosedPipe {
      return .success
    } catch let code as ExitCode {
      return code
    } catch let error as FileError {
      Terminal.complain(error.description)
      return .unusable
    } catch {
      return report(error)
    }
  }

  /// Help and version go to standard output; what is wrong with the arguments goes to standard error.
  private static func report(_ error: any Error) -> ExitCode {
    let isHelp = exitCode(for: error).isSuccess
    let message = fullMessage(for: error)
    let text = Array((message.isEmpty || message.hasSuffix("\n") ? message : message + "\n").utf8)
    do {
      if isHelp {
        try FileIO.write(text, to: FileIO.standardOutput, name: "standard output")
      } else {
        try FileIO.write(text, to: FileIO.standardError, name: "standard error")
      }
    } catch is ClosedPipe {
      return isHelp ? .success : .unusable
    } catch {
      return .unusable
    }
    return isHelp ? .success : .unusable
  }
}
