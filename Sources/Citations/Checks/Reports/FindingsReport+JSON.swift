extension FindingsReport {
  /// The findings of all documents as one JSON text, by the schema `citations/findings/1`.
  public static func json(of extractions: [Extraction]) -> [UInt8] {
    FindingsJSON.text(of: extractions)
  }
}
