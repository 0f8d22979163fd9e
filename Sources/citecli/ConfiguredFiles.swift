internal import Citations

extension CheckConfiguration {
  /// What the checks are told, with the files read that the settings name.
  func optionsWithFiles() throws -> CheckOptions {
    var options = options
    try readFiles(into: &options)
    return options
  }

  /// Reads the files that the settings name.
  func readFiles(into options: inout CheckOptions) throws {
    guard !journals.isEmpty else { return }
    var list = JournalList()
    for path in journals {
      let source = SourceFile(name: path, bytes: DecodedText(try FileIO.read(path: path)).bytes)
      do throws(JSONError) {
        try list.add(source)
      } catch {
        let place = source.position(at: error.offset)
        throw FileError(path: "\(path):\(place.line):\(place.column)", reason: error.message)
      }
    }
    if list.isEmpty {
      throw FileError(
        path: journals.joined(separator: ", "), reason: "names no journal; expected one in a line")
    }
    options.journals = list
  }
}
