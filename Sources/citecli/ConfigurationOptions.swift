internal import ArgumentParser
internal import Citations

/// Where settings come from beside the options of the command.
struct ConfigurationOptions: ParsableArguments {
  /// The names of configuration files, in the order in which they are looked for in each folder.
  static let names = ["citecli.yaml", ".citecli.yaml", ".config/citecli.yaml"]

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Take the settings of this file instead of the nearest citecli.yaml.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var path: String?

  @Flag(name: .long, help: "Take no configuration file.")
  var isolated = false

  /// The settings of the configuration file nearest to a folder, that of the program where it is nil; else the defaults.
  func read(from folder: String? = nil) throws -> CheckConfiguration {
    var configuration = CheckConfiguration()
    guard let path = isolated ? nil : path ?? Self.nearest(to: folder) else { return configuration }
    let source = SourceFile(name: path, bytes: DecodedText(try FileIO.read(path: path)).bytes)
    do throws(CheckConfiguration.Malformed) {
      try configuration.apply(source)
    } catch {
      let place = error.range.map { source.position(at: Int($0.start)) }
      throw FileError(
        path: place.map { "\(path):\($0.line):\($0.column)" } ?? path, reason: error.message)
    }
    return configuration
  }

  /// The configuration file in a folder, that of the program where it is nil, or the nearest one above it.
  private static func nearest(to start: String?) -> String? {
    guard var folder = start ?? FileIO.workingFolder() else { return nil }
    var prefix = start.map { $0 + "/" } ?? ""
    while true {
      if let name = names.first(where: { FileIO.isFile(folder + "/" + $0) }) {
        return prefix + name
      }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = String(folder[..<slash])
      prefix += "../"
    }
  }
}
