extension ReferenceGrammar {
  /// Reads what an author says about another's work.
  ///
  /// "Carol Hunt, review of *A History of Weather*, by Walter Hess, *Isobar* 9 (1963): 77".
  func review(_ start: Reading, at index: Int) -> Reading? {
    var reading = start
    guard let end = reviewed(at: index, &reading) else { return nil }
    reading.range = reading.range.lowerBound..<end
    return finish(rest(reading, isBibliography: false))
  }

  /// Reads the work that is reviewed, its cue first; the token after it, or nil.
  func reviewed(at index: Int, _ reading: inout Reading) -> Int? {
    guard reading.reference[.reviewedTitle] == nil, reading.container == nil,
      let cue = Lexicon.reviews.match(note.tokens, at: index)
    else { return nil }
    var trial = reading
    var next = note.kind(cue.end) == .colon ? cue.end + 1 : cue.end
    if next < note.count, !note.tokens[next].isItalic,
      let list = names.list(at: next, inverted: false),
      note.kind(list.end) == .comma || note.kind(list.end) == .colon
    {
      trial.add(.reviewedAuthor, list, note)
      next = list.end + 1
    } else if let possessor = names.name(at: next), note.word(next).hasSuffix("'s"),
      possessor.isFamilyOnly
    {
      next = possessor.range.upperBound
    }
    guard next < note.count, let title = reviewedTitle(at: next) else { return nil }
    trial.set(.reviewedTitle, title.range, note)
    guard trial.reference[.reviewedTitle] != nil else { return nil }
    if trial.title == nil { trial.title = title.range }
    next = authors(after: title.end, &trial)
    var others = 0
    while others < 8, let other = another(at: next) {
      next = authors(after: other, &trial)
      others += 1
    }
    // "(London: Fell, 1950)" is the imprint of the work that is reviewed.
    if let imprint = imprints.group(at: next), imprint.place != nil { next = imprint.end }
    trial.isQuoted = true
    trial.isPart = true
    trial.score += 4
    reading = trial
    return next
  }

  private func reviewedTitle(at index: Int) -> FoundTitle? {
    if let marked = title(at: index, allowsPlain: false, isBibliography: false) { return marked }
    guard note.isCapital(index) else { return nil }
    var end = index
    while end < note.count, end - index < 30 {
      if note.kind(end) == .comma || note.kind(end) == .openBracket || note.kind(end) == .semicolon
        || note.kind(end) == .dot && note.isSentenceEnd(end)
      {
        break
      }
      end += 1
    }
    return FoundTitle(range: index..<end, end: end, isQuoted: false, isItalic: false)
  }

  /// ", and *The Isles*": another work of the same review; the token after its title.
  private func another(at index: Int) -> Int? {
    var next = index
    while note.kind(next) == .comma || note.kind(next) == .semicolon { next += 1 }
    guard note.has(.nameLink, next), next + 1 < note.count, note.tokens[next + 1].isItalic else {
      return nil
    }
    return title(at: next + 1, allowsPlain: false, isBibliography: false)?.end
  }

  /// ", by Walter Hess": the authors of the reviewed work; the token after them.
  private func authors(after index: Int, _ reading: inout Reading) -> Int {
    let start = note.kind(index) == .comma ? index + 1 : index
    guard Lexicon.authorCues.contains(note.word(start)) || roleCue(at: start) != nil,
      let list = names.list(at: roleCue(at: start)?.end ?? start + 1, inverted: false)
    else { return index }
    if roleCue(at: start) == nil { reading.add(.reviewedAuthor, list, note) }
    return list.end
  }
}
