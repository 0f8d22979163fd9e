@testable import Citations

/// The only ways in which a value may differ from the words of the note that it was read from.
///
/// - white space: every run of it is one space;
/// - pages: "201–9" is "201-209";
/// - years: the last year of a range may be short, "1974/75", "1914–8";
/// - months and seasons: names are numbers;
/// - editions: the number of "2nd ed.";
/// - names: the parts of a name may stand in another order;
/// - identifiers: an address before a DOI is no part of it.
enum FieldNormalisation {
  /// The values of a citation that do not stand in the words of their fields, in words.
  static func strangers(in cite: Cite, of text: SourceText) -> [String] {
    var result: [String] = []
    func words(_ variable: String) -> String? {
      let ranges = cite.fields.filter { $0.variable == variable }.map(\.range)
      let inside = ranges.filter { $0.lowerBound >= 0 && $0.upperBound <= text.count }
      return inside.isEmpty
        ? nil : squeezed(inside.map { text.utf8[$0].string }.joined(separator: " "))
    }
    func check(_ variable: String, _ value: String, _ holds: (String) -> Bool) {
      guard let words = words(variable) else {
        result.append("\(variable) \"\(value)\" has no words")
        return
      }
      if !holds(words) { result.append("\(variable) \"\(value)\" is not in \"\(words)\"") }
    }
    for (variable, value) in cite.reference.texts {
      check(variable.rawValue, value.plain) { $0.contains(squeezed(value.plain)) }
    }
    for (variable, value) in cite.reference.numbers {
      check(variable.rawValue, value) { words in
        switch variable {
        case .page: pages(words) == pages(value)
        default: words.contains(squeezed(value))
        }
      }
    }
    for (variable, value) in cite.reference.dates {
      check(variable.rawValue, value.writtenOut) { isDate(value, in: $0) }
    }
    for (variable, names) in cite.reference.names {
      // Somebody who edited and translated is named once.
      let isShared = variable == .translator && words("translator") == nil
      for name in names {
        check(isShared ? "editor" : variable.rawValue, name.display) { words in
          [
            name.family, name.given, name.droppingParticle, name.nonDroppingParticle, name.suffix,
            name.literal,
          ].allSatisfy { part in part.split(separator: " ").allSatisfy { words.contains($0) } }
        }
      }
    }
    if let locator = cite.locator {
      check("locator", locator.value) { $0.contains(squeezed(locator.value)) }
    }
    return result
  }

  /// The text with every run of white space made one space, none at its ends.
  static func squeezed(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace && $0.isASCII }
      .map { String($0) }.joined(separator: " ")
  }

  /// The numbers of a range of pages, a short last one written out, and everything else but dashes.
  static func pages(_ text: String) -> [String] {
    var result: [String] = []
    var isAfterDash = false
    for piece in pieces(text) {
      if isDash(piece) {
        isAfterDash = true
        continue
      }
      if isAfterDash, let before = result.last, before.utf8.count > piece.utf8.count,
        let low = Int(before), let full = Int(before.dropLast(piece.utf8.count) + piece),
        full > low,
        Int(piece) != nil
      {
        result.append(String(full))
      } else {
        result.append(piece)
      }
      isAfterDash = false
    }
    return result
  }

  /// Runs of ASCII digits, and every other sign that is no white space by itself.
  private static func pieces(_ text: String) -> [String] {
    var result: [String] = []
    var isOpen = false
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let isDigit = scalar.isASCII && scalar.properties.numericType != nil
      if !(isDigit && isOpen) { result.append("") }
      result[result.count - 1].unicodeScalars.append(scalar)
      isOpen = isDigit
    }
    return result
  }

  private static func isDash(_ piece: String) -> Bool {
    ["-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "\u{2015}", "\u{2212}"].contains(piece)
  }

  // MARK: Dates

  private static func isDate(_ date: DateValue, in words: String) -> Bool {
    if let literal = date.literal, !words.contains(squeezed(literal)) { return false }
    var before: Int?
    for case .point(let point)? in [date.start, date.end] {
      guard isPoint(point, in: words, after: before) else { return false }
      before = point.year
    }
    return true
  }

  private static func isPoint(_ point: DateValue.Point, in words: String, after first: Int?) -> Bool
  {
    let numbers = pieces(words).compactMap { Int($0) }
    let ends = first == nil ? [point.year] : [point.year, point.year % 100, point.year % 10]
    guard !Set(ends).isDisjoint(with: numbers) else { return false }
    if let day = point.day, !numbers.contains(day) { return false }
    let lower = words.lowercased()
    if let month = point.month {
      guard numbers.contains(month) || months[month - 1].contains(where: { lower.contains($0) })
      else { return false }
    }
    if let season = point.season {
      guard seasons[season - 1].contains(where: { lower.contains($0) }) else { return false }
    }
    return !point.isUncertain || lower.contains("?")
  }

  /// What the names of the months begin with, in the languages that notes are read in.
  private static let months = [
    ["jan", "jän", "gen", "ene"], ["feb", "fév", "fev"], ["mar", "mär", "mrz", "maart"],
    ["apr", "avr", "abr"], ["may", "mai", "mayo", "mag", "mei"], ["jun", "juin", "giu"],
    ["jul", "juil", "lug"], ["aug", "août", "aout", "ago"], ["sep", "set"],
    ["oct", "okt", "ott", "out"], ["nov"], ["dec", "dez", "déc", "dic"],
  ]
  private static let seasons = [
    ["spring", "frühjahr", "frühling", "printemps", "primavera"],
    ["summer", "sommer", "été", "verano", "estate"],
    ["fall", "autumn", "herbst", "automne", "otoño", "autunno"],
    ["winter", "hiver", "invierno", "inverno"],
  ]
}
