/// S040 to S047: text that was damaged on its way into the file.
enum BrokenText: EntryCheck {
  static let mojibake = Rule(
    "S040", "mojibake", .warning, "letters were decoded in the wrong encoding")
  static let lost = Rule("S041", "lost-letter", .warning, "a letter was lost in decoding")
  static let entity = Rule(
    "S042", "html-in-field", .warning, "HTML stands in a field that is no HTML")
  static let invisible = Rule(
    "S043", "invisible-character", .note, "a field has a sign that nobody sees")
  static let decomposed = Rule(
    "S044", "decomposed-letters", .note, "letters and accents stand apart")
  static let ligature = Rule("S045", "ligature", .note, "a ligature stands for two letters")
  static let tex = Rule(
    "S046", "latex-in-field", .warning, "LaTeX stands in a field that is no LaTeX")
  static let rules = [mojibake, lost, entity, invisible, decomposed, ligature, tex]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    let isBibTeX = bibliography.tree != nil
    guard !entry.fields.isEmpty else { return checkValues(entry, &findings) }
    for field in entry.fields where !isVerbatim(field.name) {
      let bytes = bibliography.bytes(of: field)
      let scan = FieldScan(
        bytes, isBibTeX ? .bibtex : bibliography.format == "csl-json" ? .json : .plain)
      guard !scan.isClean else { continue }
      for piece in scan.pieces where isBibTeX ? piece.isAnywhere : true {
        findings.append(piece.diagnostic(in: field, entry.key))
      }
    }
  }

  /// Formats without places of fields: each value is looked at, the entry is marked.
  private static func checkValues(_ entry: CheckedEntry, _ findings: inout [Diagnostic]) {
    for (variable, text) in entry.reference.texts where variable != .url {
      let scan = FieldScan(Array(text.plain.utf8)[...], .plain)
      for piece in scan.pieces where piece.rule != entity || variable != .abstract {
        findings.append(
          Diagnostic(
            piece.rule, "\(variable.rawValue): " + piece.message, at: entry.keyRange, key: entry.key
          ))
      }
    }
  }

  /// Fields that are no text for people.
  private static func isVerbatim(_ name: String) -> Bool {
    [
      "url", "doi", "file", "pdf", "link", "id", "abstract", "annote", "note", "urldate",
      "bdsk-url-1", "custom",
    ]
    .contains(name)
  }
}

/// What is broken in a field.
private struct FieldScan {
  /// How a field spells its value.
  enum Manner {
    case bibtex
    /// Text of JSON, in which a backslash is two.
    case json
    case plain
  }

  /// A broken piece.
  struct Piece {
    var rule: Rule
    var message: String
    /// In bytes of the source.
    var range: Range<Int>
    /// What should stand there; nil where it is not known.
    var better: String?
    var safety = FixIt.Safety.suggested
    /// Whether it is broken in BibTeX too, whose reader reports HTML itself.
    var isAnywhere = true

    func diagnostic(in field: CheckedEntry.Field, _ key: String) -> Diagnostic {
      let range = SourceRange(range.lowerBound, range.upperBound)
      let fixes = better.map { better in
        [
          FixIt(
            better.isEmpty ? "leave it out" : "write \"\(better)\"", safety, replace: range,
            with: better)
        ]
      }
      return Diagnostic(rule, message, at: range, key: key, fixes: field.isWhole ? fixes ?? [] : [])
    }
  }

  private(set) var pieces: [Piece] = []
  /// Whether nothing in the field needed a look.
  let isClean: Bool

  private let manner: Manner

  init(_ field: ArraySlice<UInt8>, _ manner: Manner) {
    self.manner = manner
    // What LaTeX and HTML are is looked for where they do not belong.
    let others = manner == .bibtex ? [] : Array("{$`<".utf8)
    isClean = field.allSatisfy {
      $0 < 0x80 && $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "\\")
        && !others.contains($0)
    }
    guard !isClean else { return }
    let bytes = Array(field)
    var offset = 0
    while offset < bytes.count { offset += step(bytes, offset, field.startIndex) }
    leaveOutRepeated()
    findDecomposed(field)
  }

  /// LaTeX, or tags, in a text are one fault, which its first piece tells.
  private mutating func leaveOutRepeated() {
    var seen: Set<Rule> = []
    pieces.removeAll { piece in
      piece.better == nil && (piece.rule == BrokenText.tex || piece.rule == BrokenText.entity)
        && !seen.insert(piece.rule).inserted
    }
  }

  /// Looks at what begins at an offset; the number of bytes to go on.
  private mutating func step(_ bytes: [UInt8], _ offset: Int, _ base: Int) -> Int {
    let byte = bytes[offset]
    func add(
      _ rule: Rule, _ message: String, _ length: Int, _ better: String?, safe: Bool = false,
      anywhere: Bool = true
    ) {
      pieces.append(
        Piece(
          rule: rule, message: message, range: base + offset..<base + offset + length,
          better: better,
          safety: safe ? .safe : .suggested, isAnywhere: anywhere))
    }
    if byte == UInt8(ascii: "&"), let entity = Self.entity(bytes, offset) {
      add(
        BrokenText.entity, "\"\(entity.text)\" is HTML", entity.length, entity.better,
        anywhere: false)
      return entity.length
    }
    if manner != .bibtex, let length = StrayLaTeX.length(bytes, offset, isJSON: manner == .json) {
      add(
        BrokenText.tex, "\"\(bytes[offset..<offset + length].string)\" is LaTeX", length, nil,
        anywhere: false)
      return length
    }
    if manner != .bibtex, byte == UInt8(ascii: "<"), let length = StrayHTML.length(bytes, offset) {
      add(
        BrokenText.entity, "\"\(bytes[offset..<offset + length].string)\" is HTML", length, nil,
        anywhere: false)
      return length
    }
    if manner == .json, byte == UInt8(ascii: "\\") { return 2 }
    if byte < 0x20 || byte == 0x7F {
      if !byte.isASCIISpace {
        add(BrokenText.invisible, "a control character stands here", 1, "", safe: true)
      }
      return 1
    }
    guard byte >= 0x80 else { return 1 }
    if let broken = Mojibake(bytes, offset) {
      add(
        BrokenText.mojibake,
        "\"\(bytes[offset..<offset + broken.length].string)\" was decoded wrongly; expected \"\(broken.text)\"",
        broken.length, broken.text)
      return broken.length
    }
    let found = bytes.scalar(at: offset)
    switch found.scalar.value {
    case 0xFFFD: add(BrokenText.lost, "a letter was lost here", found.length, nil)
    case 0x200B, 0x2060, 0xFEFF, 0xAD, 0x80...0x9F:
      add(
        BrokenText.invisible,
        "a sign that nobody sees, U+\(String(found.scalar.value, radix: 16, uppercase: true)), stands here",
        found.length, "", safe: true)
    case 0xFB00...0xFB06:
      let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(found.scalar.value - 0xFB00)]
      add(
        BrokenText.ligature, "\"\(found.scalar)\" is a ligature for \"\(letters)\"", found.length,
        letters, safe: true)
    default: break
    }
    return found.length
  }

  /// Text that is not in normalization form C: one finding for the field.
  private mutating func findDecomposed(_ field: ArraySlice<UInt8>) {
    guard Composition.hasMarks(field) else { return }
    let text = field.string
    let composed = Composition.composed(text)
    // Marks that only change their order, as those of Hebrew, are left alone.
    guard composed.unicodeScalars.count < text.unicodeScalars.count else { return }
    pieces.append(
      Piece(
        rule: BrokenText.decomposed, message: "letters stand apart from their accents",
        range: field.startIndex..<field.endIndex, better: composed, safety: .safe))
  }

  /// "&amp;", "&#39;", "&eacute;" and the like.
  private static func entity(
    _ bytes: [UInt8], _ offset: Int
  ) -> (text: String, length: Int, better: String?)? {
    guard let end = bytes[offset...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      return nil
    }
    let name = bytes[(offset + 1)..<end]
    guard name.count > 1, name.first == UInt8(ascii: "#") || name.allSatisfy(\.isASCIIAlphanumeric),
      name.first != UInt8(ascii: "#") || name.dropFirst().allSatisfy(\.isASCIIAlphanumeric)
    else { return nil }
    let known = [
      "amp": "&", "quot": "\u{201D}", "apos": "\u{2019}", "nbsp": " ", "ndash": "\u{2013}",
      "mdash": "\u{2014}",
    ]
    return (bytes[offset...end].string, end + 1 - offset, known[name.string])
  }
}

/// UTF-8 that was decoded as windows-1252 and encoded again: "Ã©" for "é".
struct Mojibake {
  /// What was meant.
  let text: String
  /// How many bytes it takes as it is.
  let length: Int

  /// What begins at `offset`; nil where that is no such thing.
  init?(_ bytes: [UInt8], _ offset: Int) {
    // The lead bytes of UTF-8 look like the letters Â to ô, which themselves begin with C3.
    guard bytes[offset] == 0xC3 else { return nil }
    var position = offset
    var original: [UInt8] = []
    while position < bytes.count, original.count < 4 {
      let found = bytes.scalar(at: position)
      guard let byte = Self.byte(of: found.scalar) else { break }
      original.append(byte)
      position += found.length
      if let first = original.first, original.count == Self.count(first) { break }
    }
    guard let first = original.first, original.count == Self.count(first),
      let text = String(validating: original, as: UTF8.self),
      let scalar = text.unicodeScalars.first,
      scalar.value >= 0xA0, !Self.mayBeQuoted(original)
    else { return nil }
    self.text = text
    length = position - offset
  }

  /// How many bytes a sequence of UTF-8 has that begins with `lead`.
  ///
  /// Only leads that look like Â, Ã, Ä, Å, á and â: other letters stand before quotation marks in good text, and what they
  /// would make is rare in bibliographies.
  private static func count(_ lead: UInt8) -> Int? {
    switch lead {
    case 0xC2...0xC5: 2
    case 0xE1...0xE2: 3
    default: nil
    }
  }

  /// Whether Ä or Å stands before a quotation mark, a dash or an ellipsis, as at the end of a word.
  private static func mayBeQuoted(_ bytes: [UInt8]) -> Bool {
    let marks: Set<UInt8> = [0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xAB, 0xBB]
    return bytes.count == 2 && bytes[0] > 0xC3 && marks.contains(bytes[1])
  }

  /// The byte that windows-1252 has for a character above ASCII.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return high[scalar]
  }

  private static let high: [Unicode.Scalar: UInt8] = {
    let characters = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
    let bytes: [UInt8] = [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92,
      0x93, 0x94,
      0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
    ]
    return Dictionary(uniqueKeysWithValues: zip(characters.unicodeScalars, bytes))
  }()
}
