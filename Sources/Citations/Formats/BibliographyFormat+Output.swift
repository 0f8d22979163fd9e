extension BibliographyFormat {
  /// The format of a file by the end of its name, in lower or upper case; nil when none that can be written has it.
  ///
  /// Where formats share an extension the first of `all` is taken.
  public static func forFile(named name: String) -> BibliographyFormat? {
    let ending = FileName.fileExtension(of: name)
    return all.first { $0.canWrite && $0.extensions.contains(ending) }
  }

  /// The file that holds what was found in documents: notes and all where the format can, else the works.
  ///
  /// - Parameters:
  ///   - extractions: What was found, a value for each document.
  ///   - options: Choices of the caller.
  /// - Returns: The bytes of the file, or nil for a format that cannot be written.
  public func output(
    of extractions: [Extraction], options: WriterOptions = WriterOptions()
  ) -> [UInt8]? {
    if let writeExtractions { return writeExtractions(extractions, options) }
    return write(Self.works(of: extractions), options: options)?.bytes
  }

  /// The works of all documents; ids are unique, and a work that is equal in two documents is there once.
  private static func works(of extractions: [Extraction]) -> [Reference] {
    guard extractions.count > 1 else { return extractions.first?.works ?? [] }
    var seen: Set<Reference> = []
    var ids = UniqueNames()
    var works: [Reference] = []
    for var work in extractions.lazy.flatMap(\.works) where seen.insert(work).inserted {
      work.id = ids.make(work.id)
      works.append(work)
    }
    return works
  }
}
