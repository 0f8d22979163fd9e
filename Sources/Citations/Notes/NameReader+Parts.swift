extension NameReader {
  /// The parts of a name in natural order, as tokens.
  private struct Parts {
    var words: [Int] = []
    var end: Int
    var initials = 0
    var firstParticle: Int?
    /// The token at which a family name of two linked words begins.
    var compound: Int?
  }

  /// The name in natural order that begins at `start`, or nil.
  func name(at start: Int) -> Found? {
    var start = start
    // Titles of honour are passed over; they are no part of the name.
    var skipped = 0
    while skipped < 4, start + 1 < note.count, note.isCapital(start), note.has(.honorific, start),
      !note.tokens[start].isInitial
    {
      let next = note.kind(start + 1) == .dot ? start + 2 : start + 1
      guard note.isCapital(next) else { break }
      start = next
      skipped += 1
    }
    guard !note.has(.notName, start),
      ![
        "zum", "zur", "vom", "in", "auf", "of", "op", "den", "der", "dem", "das", "the", "des",
        "du", "do", "i", "y", "e", "les",
      ].contains(note.word(start)) || note.isCapital(start),
      let parts = parts(at: start), let last = parts.words.last, !note.tokens[last].isInitial
    else { return nil }
    return assemble(parts, from: start)
  }

  private func parts(at start: Int) -> Parts? {
    var parts = Parts(end: start)
    while parts.end < note.count, parts.words.count < 7 {
      let token = note.tokens[parts.end]
      guard token.kind == .word,
        parts.words.isEmpty || token.isSpaced || note.kind(parts.end - 1) == .dot
          || note.kind(parts.end - 1) == .dash
      else { break }
      if token.isInitial,
        note.kind(parts.end + 1) == .dot
          || note.isCapital(parts.end + 1) && token.lower != "a" && token.lower != "i"
      {
        guard parts.firstParticle == nil else { break }
        parts.words.append(parts.end)
        parts.initials += 1
        parts.end += note.kind(parts.end + 1) == .dot ? 2 : 1
        if note.kind(parts.end) == .dash, !note.tokens[parts.end].isSpaced { parts.end += 1 }
        continue
      }
      if token.isAllCaps, token.lower.unicodeScalars.count <= 3, parts.words.isEmpty,
        note.kind(parts.end + 1) == .dot, note.isCapital(parts.end + 2)
      {
        parts.words.append(parts.end)
        parts.initials += 1
        parts.end += 2
        continue
      }
      if isParticle(parts.end) {
        if parts.firstParticle == nil { parts.firstParticle = parts.words.count }
        parts.words.append(parts.end)
        parts.end += 1
        continue
      }
      // "Ortega y Gasset", "Juncosa i Gurgui": a link inside a double family name, not between two persons.
      if ["y", "i", "e"].contains(token.lower), parts.words.count >= 2,
        note.isCapital(parts.end + 1),
        [.comma, .colon, .openBracket, nil].contains(note.kind(parts.end + 2))
      {
        if parts.firstParticle == nil, let last = parts.words.last { parts.compound = last }
        parts.words.append(parts.end)
        parts.words.append(parts.end + 1)
        parts.end += 2
        continue
      }
      guard isNameWord(parts.end, isFirst: parts.words.isEmpty),
        parts.words.isEmpty || !token.has(.nameSuffix)
      else { break }
      parts.words.append(parts.end)
      parts.end += 1
      // A possessive ends a name: "Ottilie Grant’s Marsh Law".
      if token.lower.hasSuffix("'s"), token.lower.utf8.count > 3 { break }
      // A dotted short given name: "Chr.", "Wm.", "Th."
      if note.kind(parts.end) == .dot, token.lower.unicodeScalars.count <= 3,
        note.isCapital(parts.end + 1),
        !Lexicon.roleMarks.contains(token.lower), parts.words.count == 1 || token.lower == "st"
      {
        parts.end += 1
      }
    }
    guard let last = parts.words.last, isNameWord(last, isFirst: parts.words.count == 1) else {
      return nil
    }
    return parts
  }

  /// A lower-case word between names that belongs to the family name.
  private func isParticle(_ index: Int) -> Bool {
    let token = note.tokens[index]
    guard token.has(.particle), index + 1 < note.count else { return false }
    let next = note.tokens[index + 1]
    guard next.kind == .word, next.isSpaced else { return false }
    if token.isCapitalized {
      // "Van Gogh", "La Fontaine"; not "La guerra".
      return ["van", "von", "de", "du", "di", "da", "le", "la", "del", "della", "st", "san"]
        .contains(token.lower)
        && token.lower.utf8.count > 1
        && (next.isCapitalized
          || Lexicon.particles.contains(next.lower) && note.isCapital(index + 2))
    }
    if token.lower == "i" || token.lower == "y" || token.lower == "e" || token.lower == "in" {
      return false
    }
    return next.isCapitalized || (next.has(.particle) && note.isCapital(index + 2))
  }

  private func isNameWord(_ index: Int, isFirst: Bool) -> Bool {
    let token = note.tokens[index]
    guard token.kind == .word else { return false }
    // "d’Alembert", "al-Din": the particle is glued.
    if !token.isCapitalized {
      guard let mark = token.lower.unicodeScalars.firstIndex(where: { $0 == "'" || $0 == "-" })
      else { return false }
      let prefix = String(token.lower[..<mark])
      return [
        "d", "l", "al", "el", "ibn", "t", "dell", "dall", "bin", "as", "ash", "at", "ad", "an",
      ].contains(prefix)
    }
    // "CXII, 1981" is a volume.
    guard !(isFirst && token.isAllCaps && token.isRoman && token.lower.utf8.count > 2) else {
      return false
    }
    // "L’Œuvre ouverte" is a title.
    guard !isFirst || !token.lower.hasPrefix("l'") else { return false }
    return !token.has(.body) && !token.has(.functionWord)
      && (Lexicon.months.value(of: token.lower) == nil || !isFirst
        || note.kind(index + 1) == .comma && note.isCapital(index + 2)
        || note.isCapital(index + 1)
          && ["jan", "april", "may", "june", "august"].contains(token.lower))
      || token.isInitial && token.lower != "a" && token.lower != "i"
  }

  private func assemble(_ parts: Parts, from start: Int) -> Found? {
    let words = parts.words
    var end = parts.end
    var familyStart = parts.firstParticle ?? familyIndex(words, initials: parts.initials)
    // "de Beauvoir" alone: the particle begins the name.
    if parts.firstParticle == 0 { familyStart = 0 }
    if let compound = parts.compound, let place = words.firstIndex(of: compound) {
      familyStart = place
    }
    var particleCount = 0
    if let first = parts.firstParticle {
      while first + particleCount < words.count - 1,
        note.has(.particle, words[first + particleCount])
      {
        particleCount += 1
      }
    }
    let familyWord = words[min(familyStart + particleCount, words.count - 1)]
    var name = Name(family: note.string(familyWord..<(words[words.count - 1] + 1)))
    if particleCount > 0 {
      name.nonDroppingParticle = note.string(
        words[familyStart]..<(words[familyStart + particleCount - 1] + 1))
    }
    if familyStart > 0 {
      name.given = note.string(start..<endOfPart(words[familyStart - 1], parts.end))
    }
    if let suffix = suffix(at: end) {
      name.suffix = note.string(suffix.word)
      name.hasCommaSuffix = note.kind(end) == .comma
      end = suffix.end
    }
    var strength = Double(parts.initials > 0 ? 2 : 0) + (particleCount > 0 ? 1 : 0)
    if familyStart > 0, Lexicon.givenNames.contains(firstPart(note.tokens[words[0]].lower)) {
      strength += 2
    }
    return Found(name: name, range: start..<end, isFamilyOnly: familyStart == 0, strength: strength)
  }

  private func firstPart(_ word: String) -> String {
    guard word.utf8.contains(0x2D) else { return word }
    return word.split(separator: "-").first.map(String.init) ?? word
  }

  /// The end of an initial with its dot, or of a word.
  private func endOfPart(_ word: Int, _ limit: Int) -> Int {
    note.kind(word + 1) == .dot && word + 2 <= limit ? word + 2 : word + 1
  }

  /// Where the family name begins among the words of a name without particles.
  ///
  /// It is the last word; of two words after initials or a given name, both when the first looks like an Iberian family name.
  private func familyIndex(_ words: [Int], initials: Int) -> Int {
    let last = words.count - 1
    guard last >= 2 else { return last }
    let middle = note.tokens[words[last - 1]]
    guard !middle.isInitial, last - 1 > 0,
      note.tokens[words[0]].isInitial || Lexicon.givenNames.contains(note.tokens[words[0]].lower),
      !Lexicon.givenNames.contains(firstPart(middle.lower))
    else { return last }
    return isIberian(middle.lower) && isIberian(note.tokens[words[last]].lower) ? last - 1 : last
  }

  private func isIberian(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard let end = scalars.last else { return false }
    return "aoezs".unicodeScalars.contains(end)
      || scalars.contains { "áéíóúñãõç".unicodeScalars.contains($0) } || word.hasSuffix("ar")
  }

  private func suffix(at end: Int) -> (word: Range<Int>, end: Int)? {
    let index = note.kind(end) == .comma ? end + 1 : end
    guard note.kind(index) == .word, note.isCapital(index), note.has(.nameSuffix, index) else {
      return nil
    }
    let after =
      note.kind(index + 1) == .dot && !note.tokens[index + 1].isSpaced ? index + 2 : index + 1
    return (index..<after, after)
  }
}
