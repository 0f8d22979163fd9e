extension CompleteRecord {
  /// A file of records with an empty line between them, each of which gives its reference back.
  ///
  /// - Parameters:
  ///   - references: What is to be written.
  ///   - format: The format's name, which its own extra fields have.
  ///   - write: Makes a record of a reference and of member lines.
  ///   - read: Reads such a record.
  /// - Returns: The file, and what does not come back.
  static func file(
    of references: [Reference], format: String, write: (Reference, [String]) -> [UInt8],
    read: ([UInt8]) -> Reference
  ) -> WrittenBibliography {
    var result = WrittenBibliography([])
    for (index, reference) in references.enumerated() {
      if index > 0 { result.bytes.append(0x0A) }
      let record = CompleteRecord(reference, format: format, write: write, read: read)
      result.bytes += record.bytes
      result.losses += record.losses
    }
    return result
  }
}
