internal import Citations

extension CheckConfiguration {
  /// What the checks are told, with the files read that the settings name.
  func optionsWithFiles() throws -> CheckOptions {
    var options = options
    try readFiles(into: &options)
    return options
  }

  /// Reads the files that the settings name.
  func readFiles(into options: inout CheckOptions) throws(FileError) {
    options.journals = try journalList()
    options.documentTypes = try documentTypes()
  }

  private func journalList() throws(FileError) -> JournalList? {
    guard !journals.isEmpty else { return nil }
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
    return list
  }

  /// The DTD that an option names is read at once; that of a configuration file waits for an article.
  private func documentTypes() throws(FileError) -> DocumentTypes? {
    guard let dtd else { return nil }
    let bytes = try FileIO.read(path: dtd)
    do throws(DocumentTypeError) {
      let types = try DocumentTypes(bytes, path: dtd) { try? FileIO.read(path: $0) }
      if case .option? = settings.first(where: { $0.name == "dtd" })?.origin { try types.readNow() }
      return types
    } catch {
      throw FileError(path: error.place, reason: error.reason)
    }
  }
}
