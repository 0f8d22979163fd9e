extension YAMLNode {
  /// Where the text of a scalar stands without its quotes.
  ///
  /// Nil where it is spelled in another manner: as an alias, as a block, behind a tag or an anchor.
  func textPlace(in bytes: [UInt8]) -> Range<Int>? {
    guard let text, Int(range.end) <= bytes.count else { return nil }
    let spelled = bytes[Int(range.start)..<Int(range.end)].trimmedASCIISpace
    if spelled.elementsEqual(text.utf8) { return spelled.startIndex..<spelled.endIndex }
    guard spelled.count >= 2, let quote = spelled.first, quote == 0x22 || quote == 0x27,
      spelled.last == quote
    else { return nil }
    return spelled.startIndex + 1..<spelled.endIndex - 1
  }
}
