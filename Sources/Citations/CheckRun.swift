/// Checks documents and bibliographies together.
///
///     var run = CheckRun()
///     run.add(bytes, name: "essay.md")
///     run.add(other, name: "refs.bib")
///     let report = FindingsPrinter(.sarif).output(of: run.finish())
public struct CheckRun: Sendable {
  /// How many documents were read.
  public private(set) var documents = 0
  /// How many bibliographies were read.
  public private(set) var bibliographies = 0
  /// How many works the sources agreed with, contradicted, did not have, or could not be asked for.
  public private(set) var verdicts: [RecordVerdict: Int] = [:]
  private let options: CheckOptions
  private var files: [FileInCheck] = []

  /// Nothing read yet.
  public init(options: CheckOptions = CheckOptions()) {
    self.options = options
  }

  /// Reads and checks a file; never fails, what is wrong with it is among the findings.
  ///
  /// - Parameters:
  ///   - raw: The file's bytes in any of the encodings of `TextEncoding`.
  ///   - name: The name to use in reports, and to guess the format from.
  ///   - input: How to read it; nil to guess from the name and the content.
  ///   - sources: Where its works are looked up, the first one first; empty for no such checks.
  public mutating func add(
    _ raw: [UInt8], name: String, as input: CheckInput? = nil,
    against sources: [any RecordSource] = []
  ) {
    add(FileInCheck(raw, name: name, as: input, options, against: sources))
  }

  /// Adds a file that was read before, with the same options.
  public mutating func add(_ file: FileInCheck) {
    verdicts.merge(file.verdicts, uniquingKeysWith: +)
    switch file.input {
    case .document: documents += 1
    case .bibliography: bibliographies += 1
    }
    files.append(file)
  }

  /// What was found in the files that are wanted, in the order in which they were added.
  ///
  /// All files count for what is found between files.
  public func finish(reporting isWanted: (SourceFile) -> Bool = { _ in true }) -> [CheckedFile] {
    var files = files
    CrossFileChecks.run(on: &files)
    return files.filter { isWanted($0.source) }.map { $0.reported() }
  }

  /// A file with its fixes made, as often as that brings new ones, without regard to the files of the run.
  ///
  /// - Parameters:
  ///   - raw: The file's bytes.
  ///   - name: The file's name.
  ///   - input: How to read it; nil to guess.
  ///   - includingSuggested: Whether to make fixes that are only suggested as well.
  ///   - sources: Where its works are looked up; empty for no such checks.
  /// - Returns: The new bytes and how many fixes were made, or nil for a file that is not UTF-8, which stays as it is.
  public func fix(
    _ raw: [UInt8], name: String, as input: CheckInput? = nil, includingSuggested: Bool,
    against sources: [any RecordSource] = []
  ) -> (bytes: [UInt8], count: Int)? {
    let decoded = DecodedText(raw)
    // What was decoded cannot be put back without touching all of the file.
    guard decoded.encoding == .utf8, decoded.firstInvalid == nil else { return nil }
    let mark = raw.count - decoded.bytes.count
    var bytes = decoded.bytes
    var count = 0
    for _ in 0..<Self.mostPasses {
      let file = FileInCheck(bytes, name: name, as: input, options, against: sources).reported()
      let fixed = FixSelection.applying(to: file, includingSuggested: includingSuggested)
      guard fixed.count > 0 else { break }
      bytes = fixed.bytes
      count += fixed.count
    }
    return (Array(raw.prefix(mark)) + bytes, count)
  }

  /// How often a file is mended and checked again: fixes that overlap wait for the next pass.
  private static let mostPasses = 16
}
