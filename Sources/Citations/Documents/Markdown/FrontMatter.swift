/// Reads the title and the language out of what stands before a Markdown text: YAML between `---`, or `% Title`.
///
/// Only the two keys are looked for, at the left margin; the rest is skipped, not understood.
/// Source: Pandoc User's Guide, "Metadata blocks".
enum FrontMatter {
  /// Puts title and language into the assembly and returns where the text begins.
  static func read(into assembly: inout DocumentAssembly) -> Int {
    let bytes = assembly.document.source.bytes
    var lines = SourceLines(bytes)
    guard let first = lines.next() else { return 0 }
    if bytes.has("% ", at: first.start) {
      setTitle(first.start + 2..<first.end, bytes, &assembly)
      var position = first.next
      while let line = lines.next(), bytes.has("%", at: line.start) { position = line.next }
      return position
    }
    guard first.end - first.start == 3, bytes.has("---", at: 0) else { return 0 }
    var fields: [SourceLine] = []
    while let line = lines.next() {
      let isEnd =
        line.end - line.start == 3
        && (bytes.has("---", at: line.start) || bytes.has("...", at: line.start))
      guard !isEnd else {
        read(fields, bytes, &assembly)
        return line.next
      }
      // A line between rules that is no field, comment or continuation is text.
      if fields.isEmpty, bytes.isBlank(line.range) { return 0 }
      fields.append(line)
    }
    return 0
  }

  private static func read(
    _ lines: [SourceLine], _ bytes: [UInt8], _ assembly: inout DocumentAssembly
  ) {
    for (index, line) in lines.enumerated() {
      guard let colon = bytes.firstByte(UInt8(ascii: ":"), from: line.start, to: line.end)
      else { continue }
      var value = bytes[colon + 1..<line.end].trimmedASCIISpace
      let isFolded = value.first == UInt8(ascii: ">") || value.first == UInt8(ascii: "|")
      if isFolded || value.isEmpty, index + 1 < lines.count,
        bytes.indent(of: lines[index + 1]).columns > 0
      {
        var last = index + 1
        while last + 1 < lines.count, bytes.indent(of: lines[last + 1]).columns > 0 { last += 1 }
        value = bytes[lines[index + 1].start..<lines[last].end].trimmedASCIISpace
      } else if value.count >= 2, let quote = value.first, quote == 0x22 || quote == 0x27,
        value.last == quote
      {
        value = value.dropFirst().dropLast()
      }
      switch bytes[line.start..<colon].string {
      case "title": setTitle(value.startIndex..<value.endIndex, bytes, &assembly)
      case "lang", "language": assembly.setLanguage(value.string)
      default: break
      }
    }
  }

  private static func setTitle(
    _ range: Range<Int>, _ bytes: [UInt8], _ assembly: inout DocumentAssembly
  ) {
    var raw = SourceText()
    raw.append(bytes[range], source: range.lowerBound)
    let context = MarkdownInline.Context(dialect: .markdown)
    let canvas = MarkdownInline.read(raw, context, into: &assembly)
    assembly.setTitle(canvas.render(0..<raw.count).text)
  }
}
