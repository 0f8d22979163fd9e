/// The fields of a block, and what stands between them.
extension BibTeXParser {
  /// Where a block ends.
  struct BodyEnd {
    /// The end of what stands between the delimiters.
    var body: Int
    /// The end of the block.
    var block: Int
    var isClosed: Bool
  }

  /// Reads fields up to the closing delimiter, the next entry, or the end of the file.
  ///
  /// The fields of `block` are those it begins with: none, or the value of a preamble.
  mutating func readFields(_ closer: UInt8, of block: BibTeXSyntax.Block) -> BodyEnd {
    while true {
      passSpace()
      guard position < bytes.count else { return openEnd(at: bytes.count) }
      let byte = bytes[position]
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") {
        if let end = closing(byte, closer, of: block) { return end }
      } else if byte == UInt8(ascii: ",") {
        passExtraCommas()
      } else if byte == UInt8(ascii: "@"), endsBlock(at: position) {
        return openEnd(at: position)
      } else {
        readField(closer)
      }
    }
  }

  private mutating func passExtraCommas() {
    let start = position
    var end = position
    while position < bytes.count, bytes[position] == UInt8(ascii: ",") {
      end = position + 1
      position = bytes.skippingSpace(from: end)
    }
    trouble.isRepaired = true
    report(.extraComma, "no field stands before \(excerpt(start, end))", start, end)
  }

  /// The end of a block without a closing delimiter: white space before the next one is no part of it.
  private func openEnd(at offset: Int) -> BodyEnd {
    var end = bytes.trimmedEnd(from: position, to: offset)
    while end > 0, bytes[end - 1].isASCIISpace { end -= 1 }
    return BodyEnd(body: end, block: end, isClosed: false)
  }

  /// The end at a closing delimiter, or nil, and the position behind it, where the entry goes on.
  private mutating func closing(
    _ byte: UInt8, _ closer: UInt8, of block: BibTeXSyntax.Block
  ) -> BodyEnd? {
    let end = BodyEnd(body: position, block: position + 1, isClosed: true)
    if goesOn(behind: position + 1) {
      report(
        .strayBrace, "\(excerpt(position, position + 1)) closes nothing", position, position + 1)
      trouble.isRepaired = true
      position = bytes.skippingSpace(from: position + 1)
      if tree.fields.count > block.fields.end, tree.fields[tree.fields.count - 1].comma == nil {
        tree.fields[tree.fields.count - 1].comma = UInt32(position)
        position += 1
      }
      return nil
    }
    if byte == closer { return end }
    let next = bytes.skippingSpace(from: position + 1)
    if byte == UInt8(ascii: "}") || next == bytes.count || bytes[next] == UInt8(ascii: "@") {
      report(
        .mismatchedDelimiter,
        "\(excerpt(position, position + 1)) closes the entry; expected \"\(Unicode.Scalar(closer))\"",
        position, position + 1)
      trouble.isRepaired = true
      return end
    }
    passStrayText(from: position, closer)
    return nil
  }

  /// Whether a comma and a field stand behind a closing delimiter, which is then one too many.
  private func goesOn(behind offset: Int) -> Bool {
    let next = bytes.skippingSpace(from: offset)
    guard next < bytes.count, bytes[next] == UInt8(ascii: ",") else { return false }
    return bytes.hasAssignment(at: bytes.skippingSpace(from: next + 1))
  }

  /// Whether an at sign between fields begins the next block.
  private func endsBlock(at offset: Int) -> Bool {
    guard let start = BibTeXBlockStart(bytes, at: offset) else { return false }
    return start.opener != nil || bytes.isFirstInLine(offset)
  }

  /// Reads a name, an equals sign, a value and the comma behind it.
  private mutating func readField(_ closer: UInt8) {
    let start = position
    var nameEnd = bytes.nameEnd(from: start)
    guard nameEnd > start else { return passStrayText(from: start, closer) }
    let next = bytes.skippingSpace(from: nameEnd)
    let byte = next < bytes.count ? bytes[next] : 0
    if byte == UInt8(ascii: "=") {
      position = next + 1
    } else if isSeparated(start),
      byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") || isBareNumber(at: next)
    {
      if nameEnd > start + 1, bytes[nameEnd - 1] == UInt8(ascii: ":") { nameEnd -= 1 }
      let name = excerpt(start, nameEnd)
      report(.missingEquals, "no \"=\" stands behind \(name)", nameEnd, next)
      trouble.isRepaired = true
      position = next
    } else {
      return passStrayText(from: start, closer)
    }
    readValue(SourceRange(start, nameEnd), closer)
    passSeparator(closer)
  }

  /// Whether a comma, an opening delimiter or a line end stands before a field.
  private func isSeparated(_ start: Int) -> Bool {
    var offset = start
    while offset > 0, bytes[offset - 1].isBlank { offset -= 1 }
    guard offset > 0 else { return true }
    switch bytes[offset - 1] {
    case UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "("), 0x0A, 0x0D: return true
    default: return false
    }
  }

  /// Whether a number and the end of a field stand at `offset`.
  private func isBareNumber(at offset: Int) -> Bool {
    var end = offset
    while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
    guard end > offset else { return false }
    let next = bytes.skippingSpace(from: end)
    return next < bytes.count
      && (bytes[next] == UInt8(ascii: ",") || bytes[next] == UInt8(ascii: "}"))
  }

  /// Takes the comma behind a value; reports that there is none where another field follows.
  private mutating func passSeparator(_ closer: UInt8) {
    let end = position
    passSpace()
    guard position < bytes.count else { return }
    if bytes[position] == UInt8(ascii: ",") {
      tree.fields[tree.fields.count - 1].comma = UInt32(position)
      position += 1
    } else if bytes[position].isBibTeXName, bytes.hasAssignment(at: position) {
      missingComma(at: end)
    }
  }

  mutating func missingComma(at offset: Int) {
    trouble.isRepaired = true
    report(.missingComma, "a comma is missing", offset, offset)
  }

  /// Passes over what belongs to no field, up to a comma, a field, the closing delimiter or the next block.
  mutating func passStrayText(from start: Int, _ closer: UInt8) {
    position = start
    var isFirst = true
    scan: while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ","), UInt8(ascii: "}"): break scan
      case closer where !isFirst || closer == UInt8(ascii: "}"): break scan
      case UInt8(ascii: "@") where !isFirst && endsBlock(at: position): break scan
      case UInt8(ascii: "{"): position = scanBraced(from: position).next
      case let byte where byte.isBibTeXName:
        if !isFirst, bytes.hasAssignment(at: position) { break scan }
        position = bytes.nameEnd(from: position)
      default: position += 1
      }
      isFirst = false
    }
    let end = bytes.trimmedEnd(from: start, to: position)
    if position < bytes.count, bytes[position] == UInt8(ascii: ",") { position += 1 }
    trouble.losses += 1
    let reported = position > end && bytes[position - 1] == UInt8(ascii: ",") ? position : end
    report(.strayText, "\(excerpt(start, end)) belongs to no field", start, reported)
  }

  /// Passes over white space and comments.
  mutating func passSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "%") {
        let end = bytes.lineEnd(from: position)
        report(
          .percentCommentInEntry, "a comment inside an entry; BibTeX does not read it", position,
          end)
        position = end
      } else if byte.isASCIISpace {
        position += 1
      } else {
        return
      }
    }
  }
}
