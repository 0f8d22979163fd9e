/// Addresses, identifiers and the day on which something was looked at.
extension ReferenceGrammar {
  func isAddress(_ index: Int) -> Bool {
    note.kind(index) == .url || note.kind(index) == .doi || addressCue(at: index) != nil
      || note.word(index) == "isbn" || note.word(index) == "issn"
  }

  /// "available at", "URL:", "online:" before an address; the token of the address.
  func addressCue(at index: Int) -> Int? {
    guard note.kind(index) == .word else { return nil }
    var next = index
    while next < min(index + 5, note.count) {
      switch note.kind(next) {
      case .url, .doi: return next > index ? next : nil
      case .word
      where [
        "available", "at", "url", "online", "doi", "verfügbar", "unter", "abrufbar", "disponible",
        "sur", "en", "à", "l'adresse", "via", "see", "from", "isbn", "in", "under",
      ].contains(note.word(next)): next += 1
      case .colon, .comma, .other, .dot: next += 1
      default: return nil
      }
    }
    return nil
  }

  func address(at index: Int, _ reading: inout Reading) -> Int? {
    let place = addressCue(at: index) ?? index
    guard note.kind(place) == .url || note.kind(place) == .doi else { return nil }
    var range = note.tokens[place].range
    var text = note.text.utf8[range].string
    let lower = note.tokens[place].lower
    if let cut = lower.range(after: "doi.org/")
      ?? (note.kind(place) == .doi ? lower.range(after: "10.").map { $0 - 3 } : nil)
    {
      text = Array(text.utf8.dropFirst(cut)).string
      range = range.lowerBound + cut..<range.upperBound
      if reading.reference[.doi] == nil {
        reading.reference[.doi] = RichText(text)
        reading.fields.append(Cite.Field("DOI", range))
      }
    } else if reading.reference[.url] == nil {
      reading.reference[.url] = RichText(text)
      reading.fields.append(Cite.Field("URL", range))
    } else {
      return nil
    }
    reading.score += 2
    let end = place + 1
    return note.kind(end) == .other && note.word(end) == ">" ? end + 1 : end
  }

  /// "ISBN 978-0-19-285347-9", "ISSN 0018-2648".
  func standardNumber(at index: Int, _ reading: inout Reading) -> Int? {
    let word = note.word(index)
    guard word == "isbn" || word == "issn" || word == "isbn-13" || word == "isbn-10" else {
      return nil
    }
    let start = note.kind(index + 1) == .colon ? index + 2 : index + 1
    var end = start
    while note.kind(end) == .number || end > start && note.kind(end) == .dash
      || end > start && note.word(end) == "x"
    {
      end += 1
    }
    guard end > start else { return nil }
    reading.set(word == "issn" ? TextVariable.issn : .isbn, start..<end, note)
    return end
  }

  func access(at index: Int, _ reading: inout Reading) -> Int? {
    guard let cue = Lexicon.accessCues.match(note.tokens, at: index) else { return nil }
    var next = cue.end
    while note.kind(next) == .colon || note.kind(next) == .comma || note.word(next) == "on" {
      next += 1
    }
    guard let date = dates.date(at: next) else { return nil }
    reading.set(.accessed, date.date, next..<date.end, note)
    reading.score += 1
    return date.end
  }
}

extension String {
  /// The number of bytes up to and including the first occurrence of an ASCII text, or nil.
  fileprivate func range(after text: String) -> Int? {
    let bytes = Array(utf8)
    return bytes.firstOffset(of: Array(text.utf8), from: 0).map { $0 + text.utf8.count }
  }
}
