@testable import Citations

/// Finds what a reader has left out of its document.
enum TextCoverage {
  /// The stretches of the source's lines that are in no block, note, marker or trailing text.
  static func uncovered(_ document: Document) -> [String] {
    let bytes = document.source.bytes
    var isCovered = [Bool](repeating: false, count: bytes.count)
    for range in document.notes.map(\.range) + document.markers.map(\.range)
      + document.trailing.map(\.range)
    {
      for offset in Int(range.start)..<Int(range.end) { isCovered[offset] = true }
    }
    for text in document.blocks.map(\.text) + document.notes.map(\.text) {
      for offset in text.utf8.indices { isCovered[text.sourceOffset(of: offset)] = true }
    }
    var result: [String] = []
    for line in bytes.indices.split(whereSeparator: {
      bytes[$0] == 0x0A || bytes[$0] == 0x0C || bytes[$0] == 0x0D
    }) {
      let rest = line.filter { !isCovered[$0] }.map { bytes[$0] }.trimmedASCIISpace
      if rest.contains(where: { !$0.isBlankInText }) { result.append(rest.string) }
    }
    return result
  }
}
