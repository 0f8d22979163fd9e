/// Checks that need all files of a run.
enum CrossFileChecks {
  /// For how many undefined keys a similar one is looked for, which takes a look at all keys.
  private static let mostGuessed = 200

  /// Adds to the files what is found between them.
  ///
  /// - Complexity: O(keys).
  static func run(on files: inout [FileInCheck]) {
    let bibliographies = files.indices.filter { files[$0].isBibliography }
    // A document may have a list of references of its own.
    let holders = files.indices.filter { files[$0].isBibliography || !files[$0].entries.isEmpty }
    guard !holders.isEmpty else { return }
    compareBibliographies(bibliographies, &files)
    CrossFileDuplicates.run(on: &files, bibliographies: bibliographies)
    let strings = bibliographies.reduce(into: Set()) { $0.formUnion(files[$1].strings) }
    for index in bibliographies where !strings.isEmpty {
      UndefinedStrings.leaveOut(strings, from: &files[index].findings, in: files[index].source)
    }
    let keys = Set(
      holders.flatMap { files[$0].entries.flatMap { [$0.key] + $0.aliases } })
    let cited = reportUndefined(keys, &files)
    // A document that cites entries needs no notes.
    for index in files.indices
    where files[index].citedKeys?.uses.contains(where: { keys.contains($0.key) }) ?? false {
      files[index].findings.removeAll { $0.rule == NoNotes.rule }
    }
    guard !cited.isEmpty, !files.contains(where: { $0.citedKeys?.asksForAll ?? false }) else {
      return
    }
    for index in holders {
      files[index].findings += files[index].entries.filter { entry in
        !entry.isParent && !cited.contains(entry.key)
          && !entry.aliases.contains(where: cited.contains)
      }.map(KeyChecks.unused)
    }
  }

  /// Reports what documents cite and nobody has; all keys that are cited.
  private static func reportUndefined(_ keys: Set<String>, _ files: inout [FileInCheck]) -> Set<
    String
  > {
    var cited: Set<String> = []
    var guesses = 0
    for index in files.indices {
      for use in files[index].citedKeys?.uses ?? [] {
        cited.insert(use.key)
        guard !keys.contains(use.key) else { continue }
        guesses += 1
        files[index].findings.append(
          KeyChecks.undefined(use, among: guesses <= mostGuessed ? keys : []))
      }
    }
    return cited
  }

  private static func compareBibliographies(_ indices: [Int], _ files: inout [FileInCheck]) {
    guard indices.count > 1 else { return }
    var first: [String: (file: Int, reference: Reference)] = [:]
    for index in indices {
      for entry in files[index].entries where !entry.key.isEmpty {
        guard let earlier = first[entry.key] else {
          first[entry.key] = (index, entry.reference)
          continue
        }
        let differences = ReferenceComparison.differences(entry.reference, earlier.reference)
        guard earlier.file != index, !differences.isEmpty else { continue }
        files[index].findings.append(
          KeyChecks.contradiction(entry, files[earlier.file].source.name, differences))
      }
    }
  }
}
