/// Reads names and lists of names where authors, editors and translators stand.
struct NameReader {
  /// A name with the tokens that it was read from.
  struct Found {
    var name: Name
    var range: Range<Int>
    /// Whether only a family name stands there.
    var isFamilyOnly: Bool
    /// Whether the family name stood first: "Mercer, Ada".
    var isInverted = false
    /// Whether given names stand as initials.
    var hasInitials: Bool { name.given.utf8.dropFirst().first == 0x2E }
    /// How much speaks for a person's name, from 0: initials, a common given name, a particle.
    var strength: Double
  }

  /// A list of names.
  struct FoundList {
    var names: [Found]
    /// The token after the list.
    var end: Int
    /// Whether "et al." or the like ends it.
    var hasOthers = false

    var strength: Double { names.map(\.strength).max() ?? 0 }
    var isFamilyOnly: Bool { names.allSatisfy(\.isFamilyOnly) }
  }

  let note: NoteText

  /// The list of names that begins at `start`, or nil.
  ///
  /// - Parameters:
  ///   - start: The token to begin at.
  ///   - inverted: Whether the first name may stand as "Family, Given".
  /// - Returns: The names and what ends the list.
  func list(at start: Int, inverted: Bool = true) -> FoundList? {
    if inverted, let found = invertedList(at: start) { return found }
    guard let first = name(at: start) else { return nil }
    var found = FoundList(names: [first], end: first.range.upperBound)
    extend(&found)
    return found
  }

  /// The list of names that begins at `start` as "Family, Given", or nil.
  func invertedList(at start: Int) -> FoundList? {
    guard let first = invertedName(at: start) else { return nil }
    var found = FoundList(names: [first], end: first.range.upperBound)
    extend(&found)
    return found
  }

  /// Adds the names that follow: after a link, a slash, or commas that a link ends.
  private func extend(_ found: inout FoundList) {
    while found.names.count < 40 {
      if let others = others(at: found.end) {
        found.hasOthers = true
        found.end = others
        return
      }
      if let next = linked(at: found.end, isInverted: found.names[0].isInverted) {
        found.names.append(next)
        found.end = next.range.upperBound
        continue
      }
      guard note.kind(found.end) == .comma || note.kind(found.end) == .semicolon,
        let run = commaRun(at: found.end, found)
      else { return }
      found.names += run.names
      found.end = run.end
      found.hasOthers = run.hasOthers
      return
    }
  }

  /// "and others", "et al.", with a comma before it or none.
  private func others(at index: Int) -> Int? {
    let start = note.kind(index) == .comma ? index + 1 : index
    return Lexicon.othersPhrases.match(note.tokens, at: start)?.end
  }

  /// A name after "and", "&" or a slash.
  private func linked(at index: Int, isInverted: Bool) -> Found? {
    var start = index
    if note.kind(start) == .comma, isLink(start + 1) { start += 1 }
    guard isLink(start), index > 0, start + 1 < note.count,
      note.tokens[start + 1].isItalic == note.tokens[index - 1].isItalic
    else { return nil }
    if isInverted, let name = invertedName(at: start + 1) { return name }
    return name(at: start + 1)
  }

  private func isLink(_ index: Int) -> Bool {
    guard index < note.count else { return false }
    let token = note.tokens[index]
    if token.kind == .slash { return true }
    if token.kind == .dash, !token.isSpaced, index + 1 < note.count,
      !note.tokens[index + 1].isSpaced
    {
      return false
    }
    return token.has(.nameLink) && token.isSpaced && !token.isCapitalized
  }

  /// Names after commas; kept only if the run ends with a link and a last name or with "et al.".
  private func commaRun(at index: Int, _ list: FoundList) -> FoundList? {
    var run = FoundList(names: [], end: index)
    while note.kind(run.end) == .comma || note.kind(run.end) == .semicolon, run.names.count < 40 {
      guard
        let next = (list.names[0].isInverted ? invertedName(at: run.end + 1) : nil)
          ?? name(at: run.end + 1)
      else { return nil }
      // A name in a list has as many parts as the first: family names go with family names.
      // "La Digue et le Prince" is a title, not two persons.
      guard next.isFamilyOnly == list.isFamilyOnly || next.strength > 0,
        !["la", "le", "les", "el", "il", "lo", "las", "los"].contains(
          note.word(next.range.lowerBound))
      else { return nil }
      run.names.append(next)
      run.end = next.range.upperBound
      if let end = others(at: run.end) {
        run.hasOthers = true
        run.end = end
        return run
      }
      if let last = linked(at: run.end, isInverted: list.names[0].isInverted) {
        run.names.append(last)
        run.end = last.range.upperBound
        return run
      }
    }
    // Without a link, a run of names with initials is a list all the same.
    let isSure =
      run.names.allSatisfy {
        $0.strength >= 2 && !$0.isFamilyOnly && $0.hasInitials == list.names[0].hasInitials
      } && list.strength >= 2
    return isSure && !run.names.isEmpty ? run : nil
  }

  /// A name as "Family, Given", before a colon, a full stop, a bracket or another name.
  private func invertedName(at start: Int) -> Found? {
    guard let family = name(at: start) else { return nil }
    if let bracketed = bracketedName(family, at: start) { return bracketed }
    guard note.kind(family.range.upperBound) == .comma,
      let given = givenNames(at: family.range.upperBound + 1),
      note.tokens[given.lowerBound].isItalic == note.tokens[start].isItalic,
      family.isFamilyOnly || isInitials(given) && family.strength == 0
    else { return nil }
    let end = given.upperBound
    switch note.kind(end) {
    case .colon, .openBracket, .slash: break
    case .dot where end + 1 < note.count && note.tokens[end + 1].isSpaced: break
    case .comma where isInitials(given) && isInvertedStart(end + 1): break
    case .comma
    where isLink(end + 1) && (isInitials(given) || note.has(.givenName, given.lowerBound))
      || isMark(end + 1):
      break
    case .semicolon where name(at: end + 1) != nil && hasColon(after: end): break
    case .openQuote where note.kind(end - 1) == .dot: break
    case .word
    where isLink(end) && (isInitials(given) || note.has(.givenName, given.lowerBound))
      || Lexicon.roleMarks.match(note.tokens, at: end) != nil:
      break
    case .word
    where note.kind(end - 1) == .dot && note.isCapital(end)
      && note.tokens[end - 2].lower.utf8.count > 1:
      break
    default:
      guard note.kind(end - 1) == .dot, others(at: end) != nil else { return nil }
    }
    var name = family.isFamilyOnly ? family.name : Name(family: note.string(family.range))
    name.given = note.string(given)
    return Found(
      name: name, range: start..<end, isFamilyOnly: false, isInverted: true,
      strength: family.strength + 1)
  }

  /// "Holm (Greta)" before a comma, as French lists write it.
  private func bracketedName(_ family: Found, at start: Int) -> Found? {
    guard family.isFamilyOnly,
      note.kind(family.range.upperBound) == .openBracket,
      Lexicon.roleMarks.match(note.tokens, at: family.range.upperBound + 1) == nil,
      let given = givenNames(at: family.range.upperBound + 1),
      note.kind(given.upperBound) == .closeBracket,
      isInitials(given) || note.has(.givenName, given.lowerBound)
        || given.upperBound + 2 < note.count && note.tokens[given.upperBound + 2].isItalic
        || note.kind(given.upperBound + 2) == .openQuote,
      [.comma, .colon].contains(note.kind(given.upperBound + 1)) || isLink(given.upperBound + 1)
    else { return nil }
    var name = family.name
    name.given = note.string(given)
    return Found(
      name: name, range: start..<given.upperBound + 1, isFamilyOnly: false, isInverted: true,
      strength: family.strength + 2)
  }

  /// Whether "Gong, S." begins at `index`: the next of a list of inverted names.
  private func isInvertedStart(_ index: Int) -> Bool {
    guard let next = name(at: index), note.kind(next.range.upperBound) == .comma,
      let given = givenNames(at: next.range.upperBound + 1)
    else { return false }
    return isInitials(given)
  }

  private func isInitials(_ given: Range<Int>) -> Bool {
    given.allSatisfy { note.kind($0) != .word || note.tokens[$0].isInitial || isGluedInitials($0) }
  }

  /// Whether a mark such as "ed." stands at `index` for the person before it.
  private func isMark(_ index: Int) -> Bool {
    guard let mark = Lexicon.roleMarks.match(note.tokens, at: index) else { return false }
    return note.kind(mark.end) == .comma || note.kind(mark.end) == .colon
  }

  /// Whether a colon ends the list of names that goes on after `index`.
  private func hasColon(after index: Int) -> Bool {
    var place = index
    while place < min(index + 30, note.count) {
      if note.kind(place) == .colon { return true }
      if note.kind(place) == .openQuote || note.kind(place) == .number { return false }
      place += 1
    }
    return false
  }

  /// Given names alone: initials, or up to three capitalised words, a particle at the end.
  private func givenNames(at start: Int) -> Range<Int>? {
    var end = start
    var words = 0
    while end < note.count, words < 4 {
      let token = note.tokens[end]
      guard token.kind == .word else { break }
      // "Morgenpost, Nr. 45": the number of an issue.
      if !token.isInitial, let cue = Lexicon.numberCues.match(note.tokens, at: end),
        note.kind(cue.end) == .number
      {
        break
      }
      if token.isInitial || isGluedInitials(end) {
        end += 1
        if note.kind(end) == .dot { end += 1 }
        if note.kind(end) == .dash, note.kind(end + 1) == .word { end += 1 }
      } else if token.isCapitalized, !note.isFunctionWord(end),
        Lexicon.roleMarks.match(note.tokens, at: end) == nil
      {
        end += 1
      } else if words > 0, token.has(.particle), token.isSpaced, !token.has(.nameLink) {
        end += 1
      } else {
        break
      }
      words += 1
    }
    return end > start ? start..<end : nil
  }

  /// "JP", "J-P": two capitals that stand for given names.
  private func isGluedInitials(_ index: Int) -> Bool {
    let token = note.tokens[index]
    return token.isAllCaps && token.lower.unicodeScalars.count <= 3 && note.kind(index + 1) == .dot
  }
}
