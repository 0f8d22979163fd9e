/// Reads LaTeX as Unicode text with styles, in one pass over its bytes.
///
/// White space is read as TeX reads it, accents and letters become what they print, in normalization form C; simple
/// mathematics becomes Unicode, other mathematics stays as it is written, in its dollar signs. A command that is not known
/// keeps its argument. No input is refused; what TeX would stumble over is text here, and a problem.
/// Source: D. Knuth, "The TeXbook", 8 and 9; The LaTeX Companion, 7.11; btxdoc 1988, 4 "special characters".
///
/// - Complexity: Linear in the length of the text.
struct LaTeXDecoder: Sendable {
  /// Something in the text that TeX would not print as it is read here.
  struct Problem: Sendable, Hashable {
    enum Kind: UInt8, Sendable, CaseIterable {
      case unknownCommand, percent, ampersand, hash, math, entity, tag
    }
    var kind: Kind
    /// Where it stands in the bytes that were given.
    var range: Range<Int>
  }

  /// A stretch of the text in one style.
  struct Span: Sendable, Hashable {
    var range: Range<Int>
    var style: TextStyle
  }

  /// Whether an empty line begins a paragraph: a blank line in the text.
  var keepsParagraphs = false
  /// Whether braces keep the case of what they hold, and so become spans.
  var protects = true
  /// Whether every space and every brace counts, for text that our own writer made.
  var isExact = false
  /// Whether a tie is a space like any other.
  var tieIsSpace = false
  /// Whether HTML entities and tags are read.
  var readsHTML = true

  /// The text.
  var output: [UInt8] = []
  /// The styled stretches, in the order in which they end.
  var spans: [Span] = []
  /// Stretches in two pairs of braces, `{{DNA}}`, which are among the spans, too.
  var doubled: [Range<Int>] = []
  /// Addresses of links, as byte ranges of what was given.
  var links: [Range<Int>] = []
  /// The problems, in order.
  var problems: [Problem] = []

  var bytes: [UInt8] = []
  var index = 0
  var end = 0
  var frames: [Frame] = []
  /// Accents that wait for their letter, the outermost first.
  var waiting: [LaTeXCommands.Accent] = []
  /// A style that waits for its one letter.
  var waitingStyle: TextStyle?
  /// A bit for each kind of problem that was found.
  private var reported: UInt8 = 0
  /// How many of the open groups change their text at their end.
  var transforming = 0
  /// Whether nothing closes mathematics that `\\(` opens.
  var lacksMathEnd = false
  private var hasPendingSpace = false
  /// The length of the output after the last space that is no matter of layout.
  private var hardEnd = 0
  var needsComposition = false
  var openSingleQuotes = 0
  /// Tags of HTML that are open: their style, where they begin, and how many groups were open.
  var tagged: [(style: TextStyle, start: Int, depth: Int)] = []

  /// Reads a stretch of `source`; the results are in `output`, `spans`, `doubled`, `links` and `problems`.
  ///
  /// `mayBePlain` is false where the caller has asked `isPlain` already.
  mutating func decode(_ source: [UInt8], _ range: Range<Int>, mayBePlain: Bool = true) {
    reset()
    var range = range
    if !isExact { range = trimmed(source, range) }
    if mayBePlain, Self.isPlain(source, range) {
      output.append(contentsOf: source[range])
      return
    }
    bytes = source
    index = range.lowerBound
    end = range.upperBound
    run()
    finish()
  }

  private func trimmed(_ source: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, source[low].isASCIISpace { low += 1 }
    while high > low, source[high - 1].isASCIISpace { high -= 1 }
    // A space behind a backslash is part of a command.
    if high < range.upperBound, high > low, source[high - 1] == UInt8(ascii: "\\") { high += 1 }
    return low..<high
  }

  private mutating func reset() {
    output.removeAll(keepingCapacity: true)
    if !spans.isEmpty { spans.removeAll(keepingCapacity: true) }
    if !doubled.isEmpty { doubled.removeAll(keepingCapacity: true) }
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    if !waiting.isEmpty { waiting.removeAll(keepingCapacity: true) }
    if !tagged.isEmpty { tagged.removeAll(keepingCapacity: true) }
    waitingStyle = nil
    hasPendingSpace = false
    needsComposition = false
    lacksMathEnd = false
    reported = 0
    transforming = 0
    hardEnd = 0
    openSingleQuotes = 0
    if frames.count != 1 || !frames[0].switches.isEmpty || frames[0].isProtected {
      frames = [Frame(.group, start: 0, opened: -1)]
    }
  }

  /// Whether the bytes are text as they stand.
  static func isPlain(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    var previous: UInt8 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source[index]
      switch Self.kind(of: byte) {
      case .ordinary: break
      case .doubling where byte != previous: break
      case .space where byte == 0x20 && previous != 0x20: break
      case .mark where !Composition.mayBeMark(byte, source[(index + 1)..<range.upperBound]): break
      default: return false
      }
      previous = byte
      index += 1
    }
    return true
  }

  private mutating func run() {
    while index < end {
      let byte = bytes[index]
      switch Self.kind(of: byte) {
      case .ordinary: appendRun()
      case .mark:
        if Composition.mayBeMark(byte, bytes[(index + 1)..<end]) { needsComposition = true }
        appendRun()
      case .doubling: doubling(byte)
      case .space: whiteSpace()
      case .special: special(byte)
      }
    }
  }

  private mutating func special(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): command()
    case UInt8(ascii: "{"): if !accentedLetter() { openGroup(.group) }
    case UInt8(ascii: "}"): closeGroup()
    case UInt8(ascii: "$"): dollar()
    case UInt8(ascii: "~"):
      index += 1
      if tieIsSpace { softSpace() } else { append("\u{A0}") }
    case UInt8(ascii: "`"): backtick()
    case UInt8(ascii: "&"): ampersand()
    case UInt8(ascii: "<"): lessThan()
    default:
      problem(byte == UInt8(ascii: "%") ? .percent : .hash, index..<index + 1)
      appendRun()
    }
  }

  /// Ends what is still open and tidies the end of the text.
  private mutating func finish() {
    flushWaiting()
    while frames.count > 1 { endFrame(closed: end) }
    endSwitches(of: frames[0])
    if !isExact, output.last == 0x20, output.count > hardEnd {
      output.removeLast()
      let count = output.count
      for place in spans.indices where spans[place].range.upperBound > count {
        spans[place].range = min(spans[place].range.lowerBound, count)..<count
      }
    }
    spans.removeAll { $0.range.isEmpty }
    if needsComposition { compose() }
  }

  // MARK: Output

  /// Adds a space, unless the text begins or ends in one.
  private mutating func whiteSpace() {
    var lines = 0
    while index < end, bytes[index].isASCIISpace {
      let isReturn = bytes[index] == 0x0D && (index + 1 == end || bytes[index + 1] != 0x0A)
      if bytes[index] == 0x0A || isReturn { lines += 1 }
      index += 1
    }
    if !waiting.isEmpty || waitingStyle != nil { return }
    if lines > 1, keepsParagraphs { return paragraph() }
    hasPendingSpace = true
  }

  /// Adds a space as white space does.
  mutating func softSpace() { hasPendingSpace = true }

  /// Begins a paragraph: a blank line.
  mutating func paragraph() {
    hasPendingSpace = false
    while output.last == 0x20, output.count > hardEnd { output.removeLast() }
    guard !output.isEmpty else { return }
    output.append(contentsOf: [0x0A, 0x0A])
    hardEnd = output.count
  }

  /// Writes a space that waits for the text after it.
  mutating func flushSpace() {
    guard hasPendingSpace else { return }
    hasPendingSpace = false
    let isSoft = output.last == 0x20 && output.count > hardEnd
    if !output.isEmpty, !isSoft { output.append(0x20) }
  }

  /// Appends a space that layout does not swallow.
  mutating func appendHardSpace() {
    append(" ")
    hardEnd = output.count
  }

  /// Keeps a space that the text ends in from being taken for one of layout.
  mutating func hardEndsHere() { hardEnd = output.count }

  /// Appends text that a command or a sign stands for.
  mutating func append(_ text: String) {
    flushSpace()
    let start = output.count
    output.append(contentsOf: text.utf8)
    settle(from: start)
  }

  /// Appends the ordinary bytes from here on, at least one character.
  private mutating func appendRun() {
    flushSpace()
    let start = output.count
    if !waiting.isEmpty || waitingStyle != nil {
      let length = bytes.scalar(at: index).length
      output.append(contentsOf: bytes[index..<min(index + length, end)])
      index += length
      return settle(from: start)
    }
    let first = index
    index += 1
    while index < end {
      let byte = bytes[index]
      if Self.kind(of: byte) == .ordinary {
        index += 1
      } else if byte == 0x20 || byte == UInt8(ascii: "-"), index + 1 < end,
        Self.kind(of: bytes[index + 1]) == .ordinary
      {
        // A single space or hyphen inside of a text stands for itself.
        index += 2
      } else {
        break
      }
    }
    output.append(contentsOf: bytes[first..<index])
  }

  /// Gives what was appended the accents and the style that wait for it.
  private mutating func settle(from start: Int) {
    guard !waiting.isEmpty || waitingStyle != nil else { return }
    for accent in waiting.reversed() { place(accent, on: start) }
    waiting.removeAll(keepingCapacity: true)
    if let style = waitingStyle {
      waitingStyle = nil
      addSpan(start, style)
    }
  }

  /// Writes accents that found no letter.
  mutating func flushWaiting() {
    waitingStyle = nil
    guard !waiting.isEmpty else { return }
    let accents = waiting
    waiting.removeAll(keepingCapacity: true)
    for accent in accents { append(accent.alone) }
  }

  mutating func addSpan(_ start: Int, _ style: TextStyle) {
    // Styles that nest without end are no matter of type.
    guard start < output.count, frames.count < 64 || style == .noCase else { return }
    spans.append(Span(range: start..<output.count, style: style))
  }

  mutating func problem(_ kind: Problem.Kind, _ range: Range<Int>) {
    let bit = UInt8(1) << kind.rawValue
    guard kind == .unknownCommand || reported & bit == 0 else { return }
    reported |= bit
    problems.append(Problem(kind: kind, range: range))
  }

  // MARK: Ligatures

  private mutating func doubling(_ byte: UInt8) {
    var length = 1
    while index + length < end, bytes[index + length] == byte, length < 3 { length += 1 }
    if byte == UInt8(ascii: "-") {
      guard length > 1 else { return appendRun() }
      index += length
      return append(length == 2 ? "\u{2013}" : "\u{2014}")
    }
    if length > 1 {
      index += 2
      return append("\u{201D}")
    }
    guard openSingleQuotes > 0 else { return appendRun() }
    openSingleQuotes -= 1
    index += 1
    append("\u{2019}")
  }

  private mutating func backtick() {
    index += 1
    if let last = output.last, !hasPendingSpace, output.count > hardEnd, bytes[index - 2] == last,
      last == UInt8(ascii: "?") || last == UInt8(ascii: "!")
    {
      output.removeLast()
      return append(last == UInt8(ascii: "?") ? "\u{BF}" : "\u{A1}")
    }
    guard index < end, bytes[index] == UInt8(ascii: "`") else {
      openSingleQuotes += 1
      return append("\u{2018}")
    }
    index += 1
    append("\u{201C}")
  }

  // MARK: Classes of bytes

  enum Class: UInt8, Sendable {
    case ordinary, special, doubling, space, mark
  }

  /// What a byte may begin.
  @inline(__always)
  static func kind(of byte: UInt8) -> Class {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"),
      UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "&"), UInt8(ascii: "<"),
      UInt8(ascii: "%"), UInt8(ascii: "#"):
      .special
    case UInt8(ascii: "-"), UInt8(ascii: "'"): .doubling
    case 0x20, 0x09...0x0D: .space
    case 0xCC, 0xCD, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF: .mark
    default: .ordinary
    }
  }
}
