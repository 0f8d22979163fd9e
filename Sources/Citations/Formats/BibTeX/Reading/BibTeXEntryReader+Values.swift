extension BibTeXEntryReader {
  /// Reads a field as the variable that it holds.
  mutating func take(_ claim: Claim) {
    let field = claim.field
    switch claim.variable {
    case .text(let variable): takeText(variable, field)
    case .number(let variable): takeNumber(variable, field)
    case .name(let variable):
      let names = readNames(field)
      if names.isEmpty { keep(field) } else { reference[variable] = names }
    case .date(let variable): reference[variable] = readDate(field)
    }
  }

  // MARK: Text

  private mutating func takeText(_ variable: TextVariable, _ field: Field) {
    switch variable {
    case .doi: takeDOI(field)
    case .url: takeURL(verbatim(field), field)
    case .isbn, .issn, .pmid, .pmcid:
      reference[variable] = RichText(plain(field))
    case .keyword where !manner.isOwn:
      reference[variable] = RichText(
        Self.keywordText(Self.keywords(resolver.value(of: field)).map { decoded($0) }))
    case .publisher, .publisherPlace, .authority, .originalPublisher, .originalPublisherPlace:
      reference[variable] = list(field)
    default:
      reference[variable] = text(field, isTitle: isTitle(variable), variable)
    }
    if reference[variable]?.isEmpty == true {
      // Commands that print nothing.
      reference[variable] = nil
      keep(field)
    }
  }

  /// Whether braces keep the case of letters in a variable.
  private func isTitle(_ variable: TextVariable) -> Bool {
    switch variable {
    case .title, .titleShort, .shortTitle, .containerTitle, .containerTitleShort, .collectionTitle,
      .eventTitle, .originalTitle, .partTitle, .volumeTitle, .reviewedTitle, .journalAbbreviation:
      true
    default: false
    }
  }

  /// The text of a field with its styles.
  mutating func text(
    _ field: Field, isTitle: Bool = false, _ variable: TextVariable? = nil
  ) -> RichText {
    let range = range(field)
    if LaTeXDecoder.isPlain(bytes, trimmed(range)) { return RichText(bytes[trimmed(range)].string) }
    decoder.protects = isTitle || manner.isOwn
    decoder.keepsParagraphs =
      variable == .abstract || variable == .annote || variable == .note
    decoder.decode(bytes, range, mayBePlain: false)
    reportProblems(field)
    let text = RichText(decoder)
    if let variable, isTitle, manner.isOwn {
      doubledTitles.append((variable, field, decoder.doubled))
    }
    if variable == .title, text.spans.first?.style == .noCase, text.plain.utf8.contains(0x20),
      text.spans[0].range.count == text.plain.utf8.count
    {
      report(.overprotectedTitle, "braces around the whole text", field)
    }
    return text
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, bytes[low].isASCIISpace { low += 1 }
    while high > low, bytes[high - 1].isASCIISpace { high -= 1 }
    return low..<high
  }

  /// The text of a field without its styles.
  mutating func plain(_ field: Field) -> String {
    let range = trimmed(range(field))
    if LaTeXDecoder.isPlain(bytes, range) { return bytes[range].string }
    decoder.protects = false
    decoder.keepsParagraphs = false
    decoder.decode(bytes, range, mayBePlain: false)
    reportProblems(field)
    return decoder.output.string
  }

  /// The text of a part of a field.
  mutating func decoded(_ part: ArraySlice<UInt8>) -> String {
    decoder.protects = false
    decoder.keepsParagraphs = false
    decoder.decode(bytes, part.startIndex..<part.endIndex)
    return decoder.output.string
  }

  /// A list of names of publishers or places, of which BibLaTeX allows several, joined by "and".
  private mutating func list(_ field: Field) -> RichText {
    var range = trimmed(range(field))
    guard manner.dialect == .biblatex else {
      return text(field)
    }
    let parts = Self.split(bytes, range)
    guard parts.count == 1 else {
      return RichText(parts.map { decoded(bytes[unbraced($0)]) }.joined(separator: "; "))
    }
    range = unbraced(range)
    decoder.protects = manner.isOwn
    decoder.keepsParagraphs = false
    decoder.decode(bytes, range)
    reportProblems(field)
    return RichText(decoder)
  }

  /// The inside of braces around the whole.
  func unbraced(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "{"),
      bytes[range.lowerBound + 1] != UInt8(ascii: "\\"),
      BibTeXNameReader.Scan(bytes, range).isOneGroup
    else { return range }
    return range.dropFirst().dropLast()
  }

  /// The items of a list that the word "and" joins outside of braces.
  static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      guard depth == 0, index > start, index + 4 < range.upperBound, bytes[index].isASCIISpace,
        bytes[index + 1] == UInt8(ascii: "a"), bytes[index + 2] == UInt8(ascii: "n"),
        bytes[index + 3] == UInt8(ascii: "d"), bytes[index + 4].isASCIISpace
      else { continue }
      parts.append(start..<index)
      start = index + 5
    }
    parts.append(start..<range.upperBound)
    return parts.map { part in
      let trimmed = bytes[part].trimmedASCIISpace
      return trimmed.startIndex..<trimmed.endIndex
    }
  }

  // MARK: Keywords

  /// The keywords of a field: what commas or semicolons part outside of braces.
  static func keywords(_ value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var depth = 0
    let parts = value.split { byte in
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      return depth == 0 && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";"))
    }
    return parts.map(\.trimmedASCIISpace).filter { !$0.isEmpty }
  }

  /// Keywords as one text, parted by commas, or by semicolons where one of them has a comma.
  static func keywordText(_ words: [String]) -> String {
    let hasComma = words.contains { $0.utf8.contains(UInt8(ascii: ",")) }
    return words.joined(separator: hasComma ? "; " : ", ")
  }

  // MARK: Numbers

  private mutating func takeNumber(_ variable: NumberVariable, _ field: Field) {
    let text = plain(field)
    switch variable {
    case .page: reference[variable] = pages(text, field)
    case .edition where !manner.isOwn: reference[variable] = BibTeXOrdinals.number(text) ?? text
    default: reference[variable] = text
    }
  }

  /// Page ranges with one hyphen between their ends.
  private mutating func pages(_ text: String, _ field: Field) -> String {
    let isPlain = text.utf8.allSatisfy { $0.isASCIIDigit }
    if isPlain { return text }
    var result: [UInt8] = []
    var isAfterDash = false
    for scalar in text.unicodeScalars {
      let isDash =
        scalar == "-" || ("\u{2010}"..."\u{2015}").contains(scalar) || scalar == "\u{2212}"
      if isDash {
        while result.last == 0x20 { result.removeLast() }
        if !isAfterDash { result.append(UInt8(ascii: "-")) }
        isAfterDash = true
      } else if !(isAfterDash && (scalar == " " || scalar == "\u{A0}")) {
        isAfterDash = false
        result.append(contentsOf: String(scalar).utf8)
      }
    }
    checkPages(result, field)
    return result.string
  }

  private mutating func checkPages(_ pages: [UInt8], _ field: Field) {
    for span in PageSpan.spans(in: pages) {
      switch span.order {
      case .shortened:
        report(.abbreviatedPages, "\"\(span.text)\" leaves out the first digits of its end", field)
      case .reversed: report(.reversedPages, "\"\(span.text)\" ends before it begins", field)
      case .ascending, .unknown: continue
      }
    }
  }

  // MARK: Names

  mutating func readNames(_ field: Field) -> [Name] {
    let names = nameReader.read(bytes, range(field))
    for problem in nameReader.problems {
      let text = "\"\(bytes[problem.range].trimmedASCIISpace.string)\""
      switch problem.kind {
      case .danglingAnd: report(.danglingAnd, "an \"and\" without a name", field)
      case .tooManyCommas: report(.nameCommas, "\(text) has too many commas", field)
      case .separator:
        report(.nameSeparator, "\(text) has semicolons where \"and\" is expected", field)
      case .suffixWithoutComma:
        report(
          .suffixWithoutComma,
          "\(text) has a suffix without commas, expected \"Family, Jr., Given\"", field)
      case .initialsAsFamily:
        report(.initialsAsFamily, "\(text) ends in initials, expected \"Family, Initials\"", field)
      case .allLowercase: report(.lowercaseName, "\(text) has no capital", field)
      case .etAl: report(.etAlInNames, "\(text) has \"et al.\", expected \"and others\"", field)
      }
    }
    return names
  }
}

/// Ordinal numbers in words.
enum BibTeXOrdinals {
  /// The number that an edition names: "2" for "2nd", "Second", "2nd ed."; nil for other words.
  static func number(_ text: String) -> String? {
    var bytes = Array(text.utf8.map(\.asciiLowercased))
    for ending in [" edition", " ed.", " edn.", " ed", " edn"] where bytes.string.hasSuffix(ending)
    {
      bytes.removeLast(ending.utf8.count)
      break
    }
    if let place = words.firstIndex(of: bytes.string) { return String(place + 1) }
    let digits = bytes.prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty else { return nil }
    let rest = bytes.dropFirst(digits.count).string
    return ["", "st", "nd", "rd", "th", "."].contains(rest) ? digits.string : nil
  }

  private static let words = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
  ]
}
