/// What a change did to the files of a run, to report only what it touched.
///
///     var changes = ChangedFiles()
///     changes["refs.bib"] = FileChange(from: old, to: new)
///     let report = FindingsPrinter(.text).output(of: changes.touched(in: run.finish()))
public struct ChangedFiles: Sendable {
  private var files: [String: FileChange] = [:]

  /// No file changed.
  public init() {}

  /// The change of the file that reports call by `name`; ``FileChange/none`` unless another one was set.
  public subscript(name: String) -> FileChange {
    get { files[name] ?? .none }
    set { files[name] = newValue }
  }

  /// The findings that the change touched.
  ///
  /// A finding is touched where one of its lines is. One that marks the beginning of an entry or a note is about all of it,
  /// and touched with any of its lines; one without a place is about the file.
  public func touched(in files: [CheckedFile]) -> [CheckedFile] {
    files.map { file in
      var file = file
      let change = self[file.source.name]
      guard !change.isNone else {
        file.findings = []
        return file
      }
      let places = Places(of: file)
      file.findings.removeAll { finding in
        !(finding.range.map { places.isTouched($0, by: change) } ?? true)
      }
      return file
    }
  }

  /// The lines of a file as `git` counts them, and its entries and notes.
  private struct Places {
    private let bytes: [UInt8]
    private let units: [SourceRange]
    /// Where lines end.
    private let lineFeeds: [Int]

    init(of file: CheckedFile) {
      bytes = file.source.bytes
      units = file.units
      lineFeeds = bytes.indices.filter { file.source.bytes[$0] == 0x0A }
    }

    /// Whether the change touched the place of a finding.
    ///
    /// - Complexity: O(log *n*), and the white space that ends an entry.
    func isTouched(_ range: SourceRange, by change: FileChange) -> Bool {
      let lines = lines(of: range)
      if change.touches(lines: lines) { return true }
      let index = units.partitionPoint { $0.start <= range.start } - 1
      guard index >= 0, range.start < units[index].end else { return false }
      let whole = self.lines(of: units[index])
      return whole.lowerBound == lines.lowerBound && change.touches(lines: whole)
    }

    private func lines(of range: SourceRange) -> Range<Int> {
      let start = min(Int(range.start), bytes.count)
      var end = min(Int(range.end), bytes.count)
      while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
      return line(at: start)..<line(at: max(start, end - 1)) + 1
    }

    private func line(at offset: Int) -> Int { lineFeeds.partitionPoint { $0 < offset } + 1 }
  }
}
