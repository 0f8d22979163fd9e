/// Pairs the brackets and quotation marks of a note and tells apostrophes from closing marks.
enum QuotePairing {
  /// Marks that can open a quotation, each with those that close it.
  private static let closers: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\u{201C}": ["\u{201D}"], "\u{2018}": ["\u{2019}"], "\u{AB}": ["\u{BB}"],
    "\u{2039}": ["\u{203A}"],
    "\u{201E}": ["\u{201C}", "\u{201D}"], "\u{201A}": ["\u{2018}", "\u{2019}"], "\"": ["\""],
    "'": ["'"],
    "\u{BB}": ["\u{AB}"], "\u{203A}": ["\u{2039}"], "\u{201D}": ["\u{201D}"], "`": ["'", "`"],
    "\u{300C}": ["\u{300D}"], "\u{300E}": ["\u{300F}"], "\u{300A}": ["\u{300B}"],
  ]

  /// Gives each bracket and quotation mark its kind and partner, and each token its depth.
  ///
  /// - Complexity: O(*n* log *n*): the closing places of each mark are looked up by binary search.
  static func pair(_ tokens: inout [NoteToken], in bytes: [UInt8]) {
    let marks = signs(tokens, bytes)
    var closingPlaces: [Unicode.Scalar: [Int]] = [:]
    for index in tokens.indices {
      guard let scalar = marks[index], canClose(tokens, index, bytes) else { continue }
      closingPlaces[scalar, default: []].append(index)
    }
    var brackets: [Int] = []
    /// Where the quotations that are open end; inner ones end before outer ones.
    var ends: [Int] = []
    for index in tokens.indices {
      if ends.last == index {
        ends.removeLast()
        tokens[index].kind = .closeQuote
        // Brackets left open inside a quotation end with it.
        while let open = brackets.last, let quote = tokens[index].partner, open > quote {
          brackets.removeLast()
          tokens[open].kind = .other
        }
        continue
      }
      switch tokens[index].kind {
      case .openBracket: brackets.append(index)
      case .closeBracket:
        // A bracket that opened outside the present quotation stays open.
        if let open = brackets.last, ends.last.map({ (tokens[$0].partner ?? -1) < open }) ?? true {
          brackets.removeLast()
          tokens[open].partner = index
          tokens[index].partner = open
        } else {
          tokens[index].kind = .other
        }
      case .other:
        guard let scalar = marks[index], ends.count < 6, canOpen(tokens, index),
          let end = closing(
            of: scalar, at: index, closingPlaces, tokens, limit: ends.last ?? tokens.count)
        else { continue }
        tokens[index].kind = .openQuote
        tokens[index].partner = end
        tokens[end].partner = index
        ends.append(end)
      default: break
      }
    }
    for open in brackets { tokens[open].kind = .other }
    var depth = 0
    for index in tokens.indices {
      switch tokens[index].kind {
      case .openBracket, .openQuote:
        tokens[index].depth = depth
        depth += 1
      case .closeBracket, .closeQuote:
        depth = max(0, depth - 1)
        tokens[index].depth = depth
      default: tokens[index].depth = depth
      }
    }
  }

  private static func signs(_ tokens: [NoteToken], _ bytes: [UInt8]) -> [Unicode.Scalar?] {
    tokens.map { token in
      guard token.kind == .other else { return nil }
      let scalar = bytes.scalar(at: token.range.lowerBound).scalar
      return closers[scalar] != nil || closers.values.contains { $0.contains(scalar) }
        ? scalar : nil
    }
  }

  /// A mark opens where white space, a bracket, a dash or another mark stands before it and text follows at once.
  private static func canOpen(_ tokens: [NoteToken], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, !tokens[index + 1].isSpaced || isGuillemet(tokens[index]) else {
      return false
    }
    if tokens[index].isSpaced { return true }
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    case .openBracket, .openQuote, .dash, .slash, .colon, .other: return true
    default: return false
    }
  }

  /// A mark closes where text stands before it and no letter or digit follows at once.
  private static func canClose(_ tokens: [NoteToken], _ index: Int, _ bytes: [UInt8]) -> Bool {
    guard index > 0, !tokens[index].isSpaced || isGuillemet(tokens[index]) else { return false }
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    return next.isSpaced || (next.kind != .word && next.kind != .number)
      || isGuillemet(tokens[index])
  }

  private static func isGuillemet(_ token: NoteToken) -> Bool {
    token.lower == "\u{AB}" || token.lower == "\u{BB}"
  }

  private static func closing(
    of scalar: Unicode.Scalar, at open: Int, _ places: [Unicode.Scalar: [Int]],
    _ tokens: [NoteToken], limit: Int
  ) -> Int? {
    guard let marks = closers[scalar] else { return nil }
    var best: Int?
    for mark in marks {
      guard let list = places[mark] else { continue }
      var place = list.partitionPoint { $0 <= open }
      // ‘the workers’ rights’: a mark after s and before a small word is a possessive if another closes soon.
      while place + 1 < list.count, isPossessive(tokens, list[place]), list[place + 1] < limit,
        list[place + 1] - list[place] < 30,
        !reopens(between: list[place], list[place + 1], scalar, tokens)
      { place += 1 }
      if place < list.count, list[place] < limit, best.map({ list[place] < $0 }) ?? true {
        best = list[place]
      }
    }
    guard let best, best > open + 1 else { return nil }
    return best
  }

  private static func isPossessive(_ tokens: [NoteToken], _ index: Int) -> Bool {
    guard tokens[index].lower == "'" || tokens[index].lower == "\u{2019}", index + 1 < tokens.count,
      tokens[index - 1].kind == .word, tokens[index - 1].lower.utf8.last == 0x73
    else { return false }
    let next = tokens[index + 1]
    return next.kind == .word && (!next.isCapitalized || tokens[index - 1].isCapitalized)
      && next.lower != "in" && next.lower != "and" && next.lower != "dans"
  }

  private static func reopens(
    between low: Int, _ high: Int, _ scalar: Unicode.Scalar, _ tokens: [NoteToken]
  ) -> Bool {
    guard low + 1 < high else { return false }
    let mark = String(Character(scalar))
    return (low + 1..<high).contains { tokens[$0].lower == mark && tokens[$0].isSpaced }
  }
}
