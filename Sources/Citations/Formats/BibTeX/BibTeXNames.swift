/// Writes names as BibTeX reads them: "van der Berg, Jan", "King, Jr., Martin", "{World Health Organization}".
///
/// Which particle is dropped and whether a name has a fixed order have no place in this syntax.
/// Source: btxdoc 1988, 4 "Names"; Nicolas Markey, "Tame the BeaST", 11.
struct BibTeXNames {
  let encoder: LaTeXEncoder

  /// The names, joined by "and".
  func text(_ names: [Name]) -> String {
    names.map(text).joined(separator: " and ")
  }

  /// The name in parts where that can be read back, else as one piece.
  private func text(_ name: Name) -> String {
    let text = inParts(name)
    // biber counts the commas inside braces, too, and allows a name two of them, which must not touch.
    let isReadable =
      text.hasPrefix("{") && text.hasSuffix("}")
      || text.utf8.count { $0 == UInt8(ascii: ",") } <= 2 && !text.contains(",,")
    return isReadable ? text : "{" + encode(name.display) + "}"
  }

  private func inParts(_ name: Name) -> String {
    if !name.literal.isEmpty {
      return name.literal == "others" ? "others" : "{" + encode(name.literal) + "}"
    }
    let particle = join(protected(name.droppingParticle), protected(name.nonDroppingParticle))
    guard !name.family.isEmpty, !name.given.isEmpty else {
      return single(name, particle: particle)
    }
    let isPlain = isPlainFamily(name.family, hasParticle: !particle.isEmpty)
    let family = isPlain ? encode(name.family) : "{" + encode(name.family) + "}"
    let suffix = name.suffix.isEmpty ? [] : [protected(name.suffix)]
    return ([join(particle, family)] + suffix + [protected(name.given)]).joined(separator: ", ")
  }

  /// A name with only one of family and given name: no comma may stand at its end.
  private func single(_ name: Name, particle: String) -> String {
    let core = name.family.isEmpty ? name.given : name.family
    let isWord = name.suffix.isEmpty && !core.utf8.contains { $0.isASCIISpace || $0 == 0x2C }
    if isWord { return join(particle, encode(core)) }
    let suffix = encode(name.suffix)
    return "{" + join(join(particle, encode(core)), suffix) + "}"
  }

  /// Text in which every character stands for itself and every brace is balanced.
  private func encode(_ text: String) -> String { encoder.encode(BibTeXText.cleaned(text)) }

  private func protected(_ text: String) -> String {
    isSafe(text) ? encode(text) : "{" + encode(text) + "}"
  }

  /// Whether the text holds neither a comma nor an "and" that would end the name.
  private func isSafe(_ text: String) -> Bool {
    !text.utf8.contains(UInt8(ascii: ",")) && !BibTeXText.hasAnd(text)
  }

  /// Whether BibTeX sees the whole text as the family name: words in lower case before the last one would be taken for
  /// particles.
  private func isPlainFamily(_ family: String, hasParticle: Bool) -> Bool {
    guard isSafe(family) else { return false }
    let words = family.split(separator: " ")
    return !words.dropLast().contains { word in
      word.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == true
    }
  }

  /// Two pieces with a space between them, unless the first ends in an apostrophe or hyphen: "d'Alembert".
  private func join(_ first: String, _ second: String) -> String {
    guard !first.isEmpty, !second.isEmpty else { return first + second }
    let isGlued =
      first.hasSuffix("'") || first.hasSuffix("\u{2019}") || first.hasSuffix("-")
      || first.hasSuffix("{\\textquoteright}")
    return first + (isGlued ? "" : " ") + second
  }
}
