extension Rule {
  /// Bytes that are no text in the encoding of their file.
  static let invalidEncoding = Rule(
    "F001", "invalid-encoding", .warning, "bytes that are no text were replaced")
  /// A file that is not UTF-8 and does not say what it is.
  static let guessedEncoding = Rule(
    "F002", "guessed-encoding", .note, "the encoding of the file was guessed")
  /// Markup that is not well-formed; what could be read was read.
  static let malformedMarkup = Rule(
    "F003", "malformed-markup", .warning, "the markup is not well-formed")
}

extension DecodedText {
  /// What a reader should know of how the bytes became text, if anything.
  var diagnostic: Diagnostic? {
    if let firstInvalid {
      return Diagnostic(
        .invalidEncoding,
        "bytes that are not valid \(encoding.rawValue) were replaced by U+FFFD; save the file as UTF-8",
        at: SourceRange(firstInvalid, firstInvalid + 1))
    }
    guard encoding == .windows1252 else { return nil }
    return Diagnostic(
      .guessedEncoding,
      "the file is not UTF-8 and was read as windows-1252; save it as UTF-8 to be sure",
      at: SourceRange(0, 0))
  }
}
