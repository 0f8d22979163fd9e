/// Values of single fields in their usual form.
enum BibTeXNormalization {
  /// A DOI without a resolver's address or `doi:`; nil where there is neither.
  static func doi(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var rest = text.trimmedASCIISpace
    for prefix in ["https://", "http://"] where rest.startsFolded(with: prefix) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    for prefix in ["dx.doi.org/", "www.doi.org/", "doi.org/"] where rest.startsFolded(with: prefix)
    {
      rest = rest.dropFirst(prefix.utf8.count)
      break
    }
    if rest.startsFolded(with: "doi:") { rest = rest.dropFirst(4).trimmedASCIISpace }
    return rest.starts(with: "10.") && rest.count < text.count ? Array(rest) : nil
  }

  /// Pages with two hyphens in each range; nil where nothing changes, or where more stands there than pages.
  static func pages(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      while index < text.endIndex, text[index].isASCIISpace { index += 1 }
      guard let length = dash(text, index) else {
        result += text[start..<index]
        if index < text.endIndex { result.append(text[index]) }
        index += 1
        continue
      }
      guard let before = result.last, before.isASCIIAlphanumeric else { return nil }
      index += length
      while index < text.endIndex, text[index].isASCIISpace { index += 1 }
      guard index < text.endIndex, text[index].isASCIIAlphanumeric else { return nil }
      result += Array("--".utf8)
    }
    guard isOfPages(result), !result.elementsEqual(text) else { return nil }
    return result
  }

  /// The length of a dash: one to three hyphens, or an en or em dash.
  private static func dash(_ text: ArraySlice<UInt8>, _ index: Int) -> Int? {
    var end = index
    while end < text.endIndex, text[end] == UInt8(ascii: "-") { end += 1 }
    if end > index { return end - index <= 3 ? end - index : nil }
    let isDash =
      text[index...].starts(with: [0xE2, 0x80, 0x93])
      || text[index...].starts(with: [0xE2, 0x80, 0x94])
    return isDash ? 3 : nil
  }

  /// Whether each part between commas is a page or one range of two.
  private static func isOfPages(_ text: [UInt8]) -> Bool {
    text.split(separator: UInt8(ascii: ",")).allSatisfy { part in
      let ends = part.trimmedASCIISpace.split(separator: UInt8(ascii: "-"))
      return (1...2).contains(ends.count) && ends.allSatisfy(isPage)
    }
  }

  /// Letters and digits with a digit among them, or a Roman number.
  private static func isPage(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ":") || $0 == 0x2E })
    else {
      return false
    }
    return text.contains(where: \.isASCIIDigit)
      || text.allSatisfy { "ivxlcdm".utf8.contains($0.asciiLowercased) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  /// The string for a month given by its English name, three or four letters of it, or its number; nil for anything else.
  static func month(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var name = text.trimmedASCIISpace.map(\.asciiLowercased)
    if name.last == UInt8(ascii: ".") { name.removeLast() }
    if !name.isEmpty, name.count <= 2, name.allSatisfy(\.isASCIIDigit) {
      let number = name.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return (1...12).contains(number) ? Array(months[number - 1].prefix(3)) : nil
    }
    guard name.count >= 3 else { return nil }
    let match = months.first { month in
      month == name || name.count <= 4 && month.starts(with: name)
    }
    return match.map { Array($0.prefix(3)) }
  }

  /// Whether a field of this name holds what must not be broken into lines.
  static func isVerbatim(_ name: [UInt8]) -> Bool {
    ["url", "urlraw", "doi", "eprint", "file", "pdf", "verba", "verbb", "verbc"].contains {
      name.elementsEqual($0.utf8)
    }
  }
}

extension ArraySlice where Element == UInt8 {
  /// Whether the bytes begin with a text in small letters, in whatever case.
  fileprivate func startsFolded(with text: String) -> Bool {
    let expected = text.utf8
    return count >= expected.count && zip(self, expected).allSatisfy { $0.asciiLowercased == $1 }
  }
}
