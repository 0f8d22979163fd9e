import Testing

@testable import Citations

/// A document in short words, to be compared in tests.
struct DocumentOutline {
  let document: Document

  init(_ text: String, _ format: DocumentFormat) {
    self.init(Array(text.utf8), format)
  }

  init(_ bytes: [UInt8], _ format: DocumentFormat) {
    document = format.read(SourceFile(name: "test", bytes: bytes))
  }

  /// The blocks' texts with `{n}` for each marker, n being the 1-based index of its note, or `{?label}`.
  var body: [String] {
    document.blocks.map { block in
      var result: [UInt8] = []
      var from = 0
      for place in block.markers {
        result += block.text.utf8[from..<place.offset]
        let marker = document.markers[place.marker]
        result += Array((marker.note.map { "{\($0 + 1)}" } ?? "{?\(marker.label)}").utf8)
        from = place.offset
      }
      return (result + block.text.utf8[from...]).string
    }
  }

  /// The notes as "label: text", with the series before the label unless it is the usual one.
  var notes: [String] {
    document.notes.map {
      ($0.series == "note" ? "" : $0.series + " ") + $0.label + ": " + $0.text.string
    }
  }

  /// The words in one style of a note.
  func words(_ style: TextStyle, inNote index: Int) -> [String] {
    guard document.notes.indices.contains(index) else { return [] }
    let text = document.notes[index].text
    return text.styles.filter { $0.style == style }.map { text.utf8[$0.range].string }
  }

  /// The links of a note as "words -> target".
  func links(inNote index: Int) -> [String] {
    guard document.notes.indices.contains(index) else { return [] }
    let text = document.notes[index].text
    return text.links.map { text.utf8[$0.range].string + " -> " + $0.target }
  }

  /// The structured citations of a note as "words = key @ label value".
  func cites(inNote index: Int) -> [String] {
    guard document.notes.indices.contains(index) else { return [] }
    let note = document.notes[index]
    return note.structured.map { cite in
      var line = note.text.utf8[cite.range].string + " = " + (cite.key ?? "")
      if let locator = cite.locator { line += " @ \(locator.label.rawValue) \(locator.value)" }
      return line
    }
  }

  /// The ids of the findings.
  var rules: [String] { document.diagnostics.map(\.rule.id) }

  /// What holds for every document, whatever its bytes are; the failures in words.
  var broken: [String] {
    var result: [String] = []
    let size = document.source.bytes.count
    func check(_ text: SourceText, _ what: String) {
      if text.pieces.contains(where: { Int($0.source) > size }) { result.append("\(what): place") }
      for span in text.styles where span.range.upperBound > text.count {
        result.append("\(what): style")
      }
      for link in text.links where link.range.upperBound > text.count {
        result.append("\(what): link")
      }
    }
    var seen: Set<Int> = []
    for block in document.blocks {
      check(block.text, "block")
      var last = 0
      for place in block.markers {
        if place.offset < last || place.offset > block.text.count { result.append("marker place") }
        if !seen.insert(place.marker).inserted { result.append("marker twice") }
        last = place.offset
      }
    }
    for marker in document.markers {
      if let note = marker.note, !document.notes.indices.contains(note) { result.append("note") }
      if Int(marker.range.end) > size { result.append("marker range") }
    }
    for note in document.notes {
      check(note.text, "note")
      if Int(note.range.end) > size || note.label.isEmpty { result.append("note range") }
      var last = 0
      for cite in note.structured {
        if cite.range.lowerBound < last || cite.range.upperBound > note.text.count {
          result.append("cite range")
        }
        last = cite.range.upperBound
      }
    }
    return result
  }

  /// Reads truncations and single-byte changes of `text`, the same ones each time, and returns what was broken.
  static func fuzz(_ text: String, _ format: DocumentFormat) -> [String] {
    let bytes = Array(text.utf8)
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ limit: Int) -> Int {
      seed ^= seed << 13
      seed ^= seed >> 7
      seed ^= seed << 17
      return Int(seed % UInt64(max(limit, 1)))
    }
    let signs = Array("[]{}()<>#*_'`~^@\\\n\r\t |=:;&-/!0x\u{00}\u{FF}".utf8)
    var broken: [String] = []
    for count in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 150)) {
      broken += DocumentOutline(Array(bytes[..<count]), format).broken
    }
    for _ in 0..<250 where !bytes.isEmpty {
      var changed = bytes
      changed[random(bytes.count)] = signs[random(signs.count)]
      changed[random(bytes.count)] = signs[random(signs.count)]
      broken += DocumentOutline(changed, format).broken
    }
    return broken
  }
}
