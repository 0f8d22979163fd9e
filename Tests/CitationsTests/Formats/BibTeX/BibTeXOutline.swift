@testable import Citations

extension BibTeXSyntax {
  init(parsing text: String) { self.init(parsing: SourceFile(name: "-", bytes: Array(text.utf8))) }

  /// The tree in words: a line for each block that is not white space.
  var outline: String {
    blocks.compactMap { block in
      let text = self[block.range]
      switch block.kind {
      case .text: return text.allSatisfy(\.isASCIISpace) ? nil : "text \(shown(text))"
      case .comment: return "comment \(shown(self[block.body]))"
      case .broken: return "broken \(shown(text))"
      case .preamble: return "preamble" + fieldOutline(block)
      case .stringDefinition: return "string" + fieldOutline(block)
      case .entry:
        return "\(self[block.type].string) \(self[block.key].string)" + fieldOutline(block)
      }
    }.joined(separator: "\n")
  }

  private func fieldOutline(_ block: Block) -> String {
    fields(of: block).map { field in
      let value = pieces(of: field).map { piece in
        let text = self[piece.text].string
        switch piece.kind {
        case .braced: return "{\(text)}"
        case .quoted: return "\"\(text)\""
        case .number: return text
        case .symbol: return "$\(text)"
        case .unquoted: return "?\(text)"
        }
      }.joined(separator: "&")
      return " | \(self[field.name].string)=\(value)"
    }.joined().split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
  }

  private func shown(_ text: ArraySlice<UInt8>) -> String {
    text.trimmedASCIISpace.string.split(separator: "\n").joined(separator: "⏎")
  }

  /// The findings as `name` and the words they point at.
  var findings: [String] {
    diagnostics.map { "\($0.rule.name) \($0.range.map { self[$0].string } ?? "")" }
  }

  /// The first byte that a block leaves out or holds twice, or nil where the blocks tile the source.
  var tilingFault: Int? {
    var end: UInt32 = 0
    for block in blocks {
      if block.range.start != end || block.range.end <= block.range.start { return Int(end) }
      if block.body.start < block.range.start || block.body.end > block.range.end {
        return Int(block.range.start)
      }
      end = block.range.end
    }
    return Int(end) == bytes.count ? nil : Int(end)
  }

  /// Offsets of bytes of entries, strings and preambles that belong to no part of them and that no finding covers.
  var silentBytes: [Int] {
    var isCovered = [Bool](repeating: false, count: bytes.count)
    func cover(_ range: SourceRange) {
      for index in range.start..<range.end { isCovered[Int(index)] = true }
    }
    for diagnostic in diagnostics { if let range = diagnostic.range { cover(range) } }
    for block in blocks {
      guard [.entry, .stringDefinition, .preamble].contains(block.kind) else {
        cover(block.range)
        continue
      }
      cover(SourceRange(Int(block.range.start), Int(block.body.start)))
      cover(SourceRange(Int(block.body.end), Int(block.range.end)))
      cover(block.key)
      let keyComma = bytes.skippingSpace(from: Int(block.key.end))
      if keyComma < bytes.count, bytes[keyComma] == UInt8(ascii: ",") {
        cover(SourceRange(keyComma, keyComma + 1))
      }
      for field in fields(of: block) {
        cover(field.name)
        cover(field.value)
        let equals = bytes.skippingSpace(from: Int(field.name.end))
        if equals < bytes.count, bytes[equals] == UInt8(ascii: "=") {
          cover(SourceRange(equals, equals + 1))
        }
        if let comma = field.comma { cover(SourceRange(Int(comma), Int(comma) + 1)) }
      }
    }
    return bytes.indices.filter { !isCovered[$0] && !bytes[$0].isASCIISpace }
  }
}
