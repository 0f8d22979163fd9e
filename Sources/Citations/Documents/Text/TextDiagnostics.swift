extension Rule {
  /// Bytes of a source that are no text.
  static let controlCharacters = Rule(
    "F006", "control-characters", .warning, "control characters were read as white space")
  /// Characters that were lost before or while the source was decoded.
  static let replacementCharacters = Rule(
    "F007", "replacement-characters", .warning, "characters were lost in decoding")
}

/// What a reader of plain text has to say about its source.
enum TextDiagnostics {
  /// One finding for all control characters, and one for all replacement characters.
  static func find(in source: SourceFile) -> [Diagnostic] {
    let bytes = source.bytes
    var controls = 0
    var firstControl = 0
    var lost = 0
    var firstLost = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7F {
        guard !byte.isASCIISpace else { continue }
        if controls == 0 { firstControl = index }
        controls += 1
      } else if byte == 0xEF, bytes[index...].starts(with: "\u{FFFD}") {
        if lost == 0 { firstLost = index }
        lost += 1
      }
    }
    var result: [Diagnostic] = []
    if controls > 0 {
      let name = String(bytes[firstControl], radix: 16, uppercase: true)
      let code = String(repeating: "0", count: 4 - name.utf8.count) + name
      let message =
        controls == 1
        ? "control character U+\(code) was read as white space"
        : "\(controls) control characters, the first U+\(code), were read as white space"
      result.append(
        Diagnostic(.controlCharacters, message, at: SourceRange(firstControl, firstControl + 1)))
    }
    if lost > 0 {
      let message =
        lost == 1
        ? "a character was lost and stands as \"\u{FFFD}\""
        : "\(lost) characters were lost and stand as \"\u{FFFD}\""
      result.append(
        Diagnostic(.replacementCharacters, message, at: SourceRange(firstLost, firstLost + 3)))
    }
    return result.sorted { $0.range?.start ?? 0 < $1.range?.start ?? 0 }
  }
}
