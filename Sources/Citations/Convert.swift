/// Bibliographies that are read, put together and written in another format.
///
///     var conversion = Conversion()
///     conversion.add(bytes, name: "refs.bib")
///     let file = conversion.output(as: .cslJSON)
public struct Conversion: Sendable {
  /// What was read, a value for each file.
  public private(set) var inputs: [ReadBibliography] = []
  private let options: ReaderOptions

  /// Nothing read yet.
  public init(options: ReaderOptions = ReaderOptions()) {
    self.options = options
  }

  /// Reads a file; never fails, what is wrong with it is in the diagnostics of `inputs`.
  ///
  /// - Parameters:
  ///   - raw: The file's bytes in any of the encodings of `TextEncoding`.
  ///   - name: The name to use in messages, and to guess the format from.
  ///   - format: The format; nil to guess it from the content and the name.
  /// - Returns: The format that was read, or nil where it could not be guessed and nothing was read.
  @discardableResult
  public mutating func add(
    _ raw: [UInt8], name: String, as format: BibliographyFormat? = nil
  ) -> BibliographyFormat? {
    let decoded = DecodedText(raw)
    guard let format = format ?? BibliographyFormat.guess(name: name, bytes: decoded.bytes),
      var read = format.read(SourceFile(name: name, bytes: decoded.bytes), options: options)
    else { return nil }
    if let diagnostic = decoded.diagnostic { read.diagnostics.insert(diagnostic, at: 0) }
    inputs.append(read)
    return format
  }

  /// Lets go of the texts of the files: nothing but messages about `inputs` needs them, and they may be large.
  public mutating func dropSources() {
    for index in inputs.indices {
      inputs[index].source = SourceFile(name: inputs[index].source.name, bytes: [])
    }
  }

  /// The references of all files in one file, and what it does not keep.
  ///
  /// Of several files, a reference that is equal in two of them is written once; one with the key of another gets a new
  /// key, which is reported.
  ///
  /// - Returns: The file, or nil for a format that does not hold references alone.
  public func output(
    as format: BibliographyFormat, options: WriterOptions = WriterOptions()
  ) -> WrittenBibliography? {
    let (references, losses) = merged()
    guard var written = format.write(references, options: options) else { return nil }
    written.losses = inputs.flatMap(\.losses) + losses + written.losses
    return written
  }

  /// The references of all files as `output` writes them, and what putting them together changed.
  public func merged() -> (references: [Reference], losses: [Loss]) {
    guard inputs.count > 1 else { return (inputs.first?.references ?? [], []) }
    var seen: Set<Reference> = []
    /// Keys of the files before the one at hand; a file may have a key twice, which its reader reports.
    var taken: Set<String> = []
    /// The number that a key gets next.
    var numbers: [String: Int] = [:]
    var references: [Reference] = []
    var losses: [Loss] = []
    for input in inputs {
      var keys: Set<String> = []
      /// What a key of this file became: entries that have it in common still do.
      var renamed: [String: String] = [:]
      for var reference in input.references where !seen.contains(reference) {
        let original = reference
        let key = reference.id
        reference.id = renamed[key] ?? key
        while !reference.id.isEmpty, taken.contains(reference.id) {
          let number = numbers[key, default: 2]
          numbers[key] = number + 1
          reference.id = "\(key)-\(number)"
        }
        if reference.id != key {
          renamed[key] = reference.id
          losses.append(
            Loss(
              .narrowed, key: key, field: "id", value: key,
              reason: "another file has the key, so it became '\(reference.id)'"))
        }
        keys.insert(reference.id)
        seen.insert(original)
        references.append(reference)
      }
      taken.formUnion(keys)
    }
    return (references, losses)
  }
}
