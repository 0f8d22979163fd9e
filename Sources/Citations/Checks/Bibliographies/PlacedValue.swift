/// The value of a variable with its place in the file.
struct PlacedValue {
  /// The value.
  var text: String
  /// Where it stands, or what can be marked in its place.
  var range: SourceRange
  /// Whether exactly the value stands in `range`, so that a part of it can be replaced.
  var isExact: Bool

  /// The place of some bytes of the value; all of it where the value does not stand in the file as it is.
  func place(of part: Range<Int>) -> SourceRange {
    guard isExact else { return range }
    return SourceRange(Int(range.start) + part.lowerBound, Int(range.start) + part.upperBound)
  }

  /// A fix that replaces some bytes of the value; none where it does not stand in the file as it is.
  func fixes(
    _ title: String, _ safety: FixIt.Safety, replace part: Range<Int>, with text: String
  ) -> [FixIt] {
    isExact ? [FixIt(title, safety, replace: place(of: part), with: text)] : []
  }

  /// A fix that replaces all of the value.
  func fixes(_ title: String, _ safety: FixIt.Safety, with text: String) -> [FixIt] {
    fixes(title, safety, replace: 0..<self.text.utf8.count, with: text)
  }
}

extension CheckedBibliography {
  /// The value of a text variable with its place, or nil.
  func value(_ variable: TextVariable, of entry: CheckedEntry) -> PlacedValue? {
    guard let text = entry.reference[variable]?.plain, !text.isEmpty else { return nil }
    let field = entry.field(of: .text(variable))
    // The records of PubMed have two fields for a DOI.
    if let field, format == "nbib", !bytes(of: field).starts(with: text.utf8) {
      let names = CheckedEntry.fieldNames(of: .text(variable))
      let other = entry.fields.first {
        names.contains($0.name) && bytes(of: $0).starts(with: text.utf8)
      }
      return placed(text, in: other ?? field, of: entry)
    }
    return placed(text, in: field, of: entry)
  }

  /// The value of a number variable with its place, or nil.
  func value(_ variable: NumberVariable, of entry: CheckedEntry) -> PlacedValue? {
    guard let text = entry.reference[variable], !text.isEmpty else { return nil }
    return placed(text, in: entry.field(of: .number(variable)), of: entry)
  }

  /// The value of a field that has no variable, as it stands.
  func value(named name: String, of entry: CheckedEntry) -> PlacedValue? {
    guard let field = entry.field(name) else { return nil }
    let text = text(of: field)
    return text.isEmpty ? nil : placed(text, in: field, of: entry)
  }

  /// A value in the field that holds it.
  func placed(_ text: String, in field: CheckedEntry.Field?, of entry: CheckedEntry) -> PlacedValue
  {
    guard let field else {
      // Words that are too short stand by chance elsewhere in the entry too.
      let place = text.utf8.count < 4 ? nil : self.place(of: text, in: entry.range)
      return PlacedValue(text: text, range: place ?? entry.keyRange, isExact: false)
    }
    // A field may be given several times, once for each name.
    let fields = [field] + entry.fields.filter { $0.name == field.name && $0 != field }
    for field in fields {
      if let place = place(of: text, in: field.range) {
        return PlacedValue(text: text, range: place, isExact: field.isWhole)
      }
    }
    return PlacedValue(text: text, range: field.range, isExact: false)
  }

  /// The first place of a text in a part of the source.
  private func place(of text: String, in range: SourceRange) -> SourceRange? {
    source.bytes.firstOffset(
      of: Array(text.utf8), from: Int(range.start), to: min(Int(range.end), source.bytes.count)
    ).map { SourceRange($0, $0 + text.utf8.count) }
  }
}
