/// A DOI as it stands in formats whose readers take the address of a resolver away.
enum DOIAsWritten {
  /// Where the DOI stands with what is before it; nil where that cannot be told.
  static func range(
    of doi: ArraySlice<UInt8>, in entry: CheckedEntry, of bibliography: CheckedBibliography
  ) -> SourceRange? {
    let start: Int
    switch bibliography.format {
    case "ris":
      guard let field = entry.field("do") else { return nil }
      start = Int(field.range.start)
    case "jats":
      guard let place = offset(after: "pub-id-type=\"doi\"", entry, bibliography) else {
        return nil
      }
      start = place
    case "endnote-xml":
      guard let place = offset(after: "<electronic-resource-num", entry, bibliography) else {
        return nil
      }
      start = place
    default: return nil
    }
    let bytes = bibliography.source.bytes
    let text = bytes[start..<min(Int(entry.range.end), bytes.count)].prefix {
      $0 != UInt8(ascii: "<") && $0 != 0x0A && $0 != 0x0D
    }.trimmedASCIISpace
    guard text.count > doi.count, text.suffix(doi.count).elementsEqual(doi) else { return nil }
    return SourceRange(text.startIndex, text.endIndex)
  }

  /// The offset of the text in the element that begins with `tag`, in an element for its style as well.
  private static func offset(
    after tag: String, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Int? {
    let bytes = bibliography.source.bytes
    let end = min(Int(entry.range.end), bytes.count)
    guard let place = bytes.firstOffset(of: Array(tag.utf8), from: Int(entry.range.start), to: end),
      var close = bytes[place..<end].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    if bytes[(close + 1)..<end].starts(with: "<style" as StaticString),
      let next = bytes[(close + 1)..<end].firstIndex(of: UInt8(ascii: ">"))
    {
      close = next
    }
    return close + 1
  }
}
