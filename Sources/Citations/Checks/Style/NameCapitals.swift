/// How a name in capitals is mended: as a whole or not at all.
enum NameCapitals {
  /// The fix that writes a name with capitals at the beginnings of its parts; none where it is not sure what the name is.
  static func fixes(
    _ name: Name, _ family: PlacedValue, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> [FixIt] {
    guard family.isExact else { return [] }
    let better = capitalized(name.family)
    guard isInCapitals(name.given) else {
      return fix(better, placesInTags(name, entry, bibliography) ?? [family.range])
    }
    if bibliography.format == "nbib" {
      return fix(better, placesInTags(name, entry, bibliography) ?? [family.range])
    }
    // "ANN" may be a name or three initials.
    let words = name.given.utf8.split(separator: 0x20)
    guard words.contains(where: { $0.count > 3 }),
      words.allSatisfy({ $0.count > 3 || $0.count == 1 || $0.last == UInt8(ascii: ".") })
    else { return [] }
    let given = capitalized(name.given)
    for (old, new) in [
      (name.family + ", " + name.given, better + ", " + given),
      (name.given + " " + name.family, given + " " + better),
    ] {
      let place = bibliography.placed(old, in: entry.field(of: field(of: name, entry)), of: entry)
      if place.isExact { return fix(new, [place.range]) }
    }
    return []
  }

  /// The variable that has the name.
  private static func field(of name: Name, _ entry: CheckedEntry) -> AnyVariable {
    for (variable, names) in entry.reference.names where names.contains(name) {
      return .name(variable)
    }
    return .name(.author)
  }

  private static func fix(_ better: String, _ places: [SourceRange]) -> [FixIt] {
    [
      FixIt(
        "write \"\(better)\"", .suggested, places.map { SourceEdit($0, Array(better.utf8)) })
    ]
  }

  /// Where the family name stands in the lines of PubMed, which give each name in full and shortened.
  private static func placesInTags(
    _ name: Name, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> [SourceRange]? {
    guard bibliography.format == "nbib" else { return nil }
    let places = entry.fields.filter {
      ["fau", "au", "fed", "ed"].contains($0.name)
        && bibliography.bytes(of: $0).starts(with: name.family.utf8)
    }.map { SourceRange(Int($0.range.start), Int($0.range.start) + name.family.utf8.count) }
    return places.isEmpty ? nil : places
  }

  /// Two capitals or more that no full stop parts, and no small letter.
  private static func isInCapitals(_ text: String) -> Bool {
    text.utf8.split(whereSeparator: { " .-".utf8.contains($0) }).contains { $0.count > 1 }
      && !text.unicodeScalars.contains(where: \.properties.isLowercase)
  }

  /// A capital at the beginning of each word and after hyphens and apostrophes, small letters elsewhere.
  private static func capitalized(_ text: String) -> String {
    var result = ""
    var isStart = true
    for scalar in text.unicodeScalars {
      result += isStart ? String(scalar) : scalar.properties.lowercaseMapping
      isStart = !scalar.properties.isAlphabetic
    }
    return result
  }
}
