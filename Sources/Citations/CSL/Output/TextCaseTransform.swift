/// Changes the case of a tree of text.
///
/// Works on words, which are runs of letters and digits, with the memory of what stood before them across formatting.
/// Source: CSL 1.0.2, "Text-case", "Title Case Conversion".
struct TextCaseTransform {
  private enum State { case start, startOfSentence, afterWordEnd, afterWord, afterSentenceEnd }

  private let textCase: TextCase
  private let mapping: CaseMapping
  private var state = State.start
  private var offset = 0
  /// Where the last word begins or later; words from here on are the last.
  private var lastBreak = -1

  /// Applies a case to nodes.
  static func apply(_ textCase: TextCase, to nodes: inout [Node], mapping: CaseMapping) {
    var transform = TextCaseTransform(textCase: textCase, mapping: mapping)
    if textCase == .title {
      transform.findLastBreak(nodes)
      transform.offset = 0
    }
    transform.apply(to: &nodes)
  }

  private init(textCase: TextCase, mapping: CaseMapping) {
    self.textCase = textCase
    self.mapping = mapping
  }

  private mutating func findLastBreak(_ nodes: [Node]) {
    for node in nodes {
      switch node.content {
      case .text(let text):
        for (index, byte) in text.enumerated() where Self.isBreak(text, index, byte) {
          lastBreak = offset + index
        }
        offset += text.count
      case .nodes(let inner): findLastBreak(inner)
      }
    }
  }

  private static func isBreak(_ text: [UInt8], _ index: Int, _ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: "/"): true
    case 0xE2:
      index + 2 < text.count && text[index + 1] == 0x80
        && (text[index + 2] == 0x93 || text[index + 2] == 0x94)
    default: false
    }
  }

  private mutating func apply(to nodes: inout [Node]) {
    for index in nodes.indices {
      let isShielded = Self.isShielded(nodes[index])
      if !nodes[index].prefix.isEmpty {
        let prefix = nodes[index].prefix
        nodes[index].prefix = isShielded ? pass(prefix) : change(prefix)
      }
      switch nodes[index].content {
      case .text(let text):
        nodes[index].content = .text(isShielded ? pass(text) : change(text))
        offset += text.count
      case .nodes(var inner):
        if isShielded {
          for node in inner {
            node.visit { if case .text(let text) = $0.content { _ = pass(text) } }
          }
        } else {
          apply(to: &inner)
          nodes[index].content = .nodes(inner)
        }
      }
      if !nodes[index].suffix.isEmpty, !isShielded {
        nodes[index].suffix = change(nodes[index].suffix)
      }
    }
  }

  /// Text whose case is kept: marked so, small capitals, raised and lowered signs.
  private static func isShielded(_ node: Node) -> Bool {
    node.isNoCase || node.isUndecorated || node.isVerbatim
      || node.formatting.fontVariant == .smallCaps || node.formatting.verticalAlign != nil
  }

  /// Takes notice of text that stays as it is.
  private mutating func pass(_ text: [UInt8]) -> [UInt8] {
    forEachChunk(text) { _, _ in }
    return text
  }

  private mutating func change(_ text: [UInt8]) -> [UInt8] {
    switch textCase {
    case .lowercase: return mapping.lowercased(text[...])
    case .uppercase: return mapping.uppercased(text[...])
    default: break
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 4)
    let transform = self
    forEachChunk(text) { chunk, state in
      if let state {
        result += transform.word(chunk, state, isLast: transform.isLast(chunk.startIndex))
      } else {
        result += chunk
      }
    }
    return result
  }

  private func isLast(_ start: Int) -> Bool { offset + start > lastBreak }

  /// Cuts text into words, given with the state before them, and what is between, given without.
  private mutating func forEachChunk(
    _ text: [UInt8], _ body: (ArraySlice<UInt8>, State?) -> Void
  ) {
    var index = 0
    while index < text.count {
      let start = index
      let (scalar, length) = text.scalar(at: index)
      index += length
      if scalar.isWordCharacter {
        while index < text.count {
          let (next, length) = text.scalar(at: index)
          guard next.isWordCharacter else { break }
          index += length
        }
        body(text[start..<index], state)
        state = .afterWord
        continue
      }
      body(text[start..<index], nil)
      switch scalar {
      case ".", "?", "!", ":": state = .afterSentenceEnd
      case "-", "/", "–", "—": state = .afterWordEnd
      default:
        if scalar.properties.isWhitespace {
          if state == .afterSentenceEnd {
            state = .startOfSentence
          } else if state == .afterWord || state == .start {
            state = state == .start ? .start : .afterWordEnd
          }
        }
      }
    }
  }

  private func word(_ word: ArraySlice<UInt8>, _ state: State, isLast: Bool) -> [UInt8] {
    let form = WordForm(word)
    let isAtStart = state == .start || state == .startOfSentence
    switch textCase {
    case .capitalizeFirst:
      return state == .start && form == .lower ? mapping.capitalized(word) : Array(word)
    case .capitalizeAll:
      let begins = isAtStart || state == .afterWordEnd
      return begins && form == .lower ? mapping.capitalized(word) : Array(word)
    case .sentence:
      if isAtStart {
        return form == .capitalized || form == .lower
          ? mapping.capitalized(mapping.lowercased(word)[...]) : Array(word)
      }
      return form == .capitalized ? mapping.lowercased(word) : Array(word)
    case .title:
      return titleWord(word, form, state, isLast: isLast)
    case .lowercase: return mapping.lowercased(word)
    case .uppercase: return mapping.uppercased(word)
    }
  }

  private func titleWord(
    _ word: ArraySlice<UInt8>, _ form: WordForm, _ state: State, isLast: Bool
  ) -> [UInt8] {
    guard form == .lower else { return Array(word) }
    switch state {
    case .start, .startOfSentence: return mapping.capitalized(word)
    case .afterWordEnd:
      let isLong = word.count > (word.first.map { $0 >= 0x80 } == true ? 2 : 1)
      if isLong, isLast || !Self.stopWords.contains(word.string) {
        return mapping.capitalized(word)
      }
      return Array(word)
    case .afterWord, .afterSentenceEnd: return Array(word)
    }
  }

  private enum WordForm {
    case lower, capitalized, other

    init(_ word: ArraySlice<UInt8>) {
      var isFirst = true
      var startsUpper = false
      for scalar in word.string.unicodeScalars {
        if isFirst {
          startsUpper = scalar.isUpper
          isFirst = false
          if !startsUpper, !scalar.isLower {
            self = .other
            return
          }
        } else if !scalar.isLower {
          self = .other
          return
        }
      }
      self = startsUpper ? .capitalized : .lower
    }
  }

  private static let stopWords: Set<String> = Set(
    """
    a about an and as at but by d de down for from in into l nor of on onto or over so the till to under up van
    via von with yet
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
