extension LaTeXDecoder {
  /// Reads the command whose backslash stands here.
  mutating func command() {
    let start = index
    index += 1
    guard index < end else { return append("\\") }
    let first = bytes[index]
    guard first.isASCIILetter else { return controlSymbol(first, start) }
    while index < end, bytes[index].isASCIILetter { index += 1 }
    let name = bytes[(start + 1)..<index]
    guard let command = LaTeXCommands.command(name) else { return unknown(start) }
    if index < end, bytes[index] == UInt8(ascii: "*") { index += 1 }
    let hasSpace = index < end && bytes[index].isASCIISpace
    skipSpace()
    if case .text(let text) = command, !waiting.isEmpty {
      append(text)
      // TeX swallows the space in "\\'\\i {x}", too; nobody means that.
      if hasSpace, isAtGroup { softSpace() }
    } else {
      perform(command)
    }
  }

  /// White space behind the name of a command is part of the command.
  mutating func skipSpace() {
    while index < end, bytes[index].isASCIISpace { index += 1 }
  }

  private mutating func controlSymbol(_ symbol: UInt8, _ start: Int) {
    index += 1
    if symbol.isASCIISpace { return appendHardSpace() }
    if let command = LaTeXCommands.command(bytes[(index - 1)..<index]) { return perform(command) }
    switch symbol {
    case UInt8(ascii: "("):
      guard !lacksMathEnd,
        let close = bytes.firstOffset(of: Array("\\)".utf8), from: index, to: end)
      else {
        lacksMathEnd = true
        return append("(")
      }
      math(index..<close, whole: start..<close + 2)
    case 0x80...:
      index -= 1
      append("\\")
    default: append(String(UnicodeScalar(symbol)))
    }
  }

  /// A command that nobody knows: its name stands for nothing when it has an argument, else it is all there is.
  private mutating func unknown(_ start: Int) {
    problem(.unknownCommand, start..<index)
    var next = index
    while next < end, bytes[next].isASCIISpace { next += 1 }
    if next < end, bytes[next] == UInt8(ascii: "{") {
      index = next
      // Braces of an argument do not keep the case of letters.
      argument(.wrap(""))
    } else {
      append(bytes[start..<index].string)
    }
  }

  private mutating func perform(_ command: LaTeXCommands.Command) {
    switch command {
    case .text(let text): append(text)
    case .accent(let accent): waiting.append(accent)
    case .style(let style): styled(style)
    case .switching(let style):
      flushSpace()
      frames[frames.count - 1].switches.append((style, output.count))
    case .upright:
      endSwitches(of: frames[frames.count - 1])
      frames[frames.count - 1].switches = []
    case .wrap(let open, let close):
      guard isAtGroup else { return }
      append(open)
      argument(.wrap(close))
    case .quotes: quotes()
    case .dropping: if isAtGroup { argument(.drop) }
    case .nothing: return
    case .uppercase: if isAtGroup { argument(.uppercase) }
    case .lowercase: if isAtGroup { argument(.lowercase) }
    case .cite:
      skipOptions()
      guard isAtGroup else { return }
      append("[")
      argument(.wrap("]"))
    case .address: address()
    case .link: link()
    case .symbol: symbol()
    case .math: ensureMath()
    case .newline: append("\n")
    case .paragraph: if keepsParagraphs { paragraph() } else { softSpace() }
    case .space: softSpace()
    case .swapping: swap()
    }
  }

  private var isAtGroup: Bool { index < end && bytes[index] == UInt8(ascii: "{") }

  /// Opens the argument that begins here.
  private mutating func argument(_ kind: Frame.Kind) {
    flushWaiting()
    openGroup(kind)
  }

  private mutating func styled(_ style: TextStyle) {
    if isAtGroup { return argument(.style(style)) }
    waitingStyle = style
  }

  /// Quotation marks around the argument: double ones, and single ones inside of them.
  private mutating func quotes() {
    guard isAtGroup else { return }
    let isInner = frames.suffix(16).contains { frame in
      if case .wrap("\u{201D}") = frame.kind { return true }
      return false
    }
    append(isInner ? "\u{2018}" : "\u{201C}")
    argument(.wrap(isInner ? "\u{2019}" : "\u{201D}"))
  }

  /// Passes over optional arguments.
  private mutating func skipOptions() {
    while index < end, bytes[index] == UInt8(ascii: "[") {
      guard let close = bytes[index..<min(end, index + 200)].firstIndex(of: UInt8(ascii: "]"))
      else { return }
      index = close + 1
      skipSpace()
    }
  }

  /// The bytes of the argument that begins here, without its braces; nil where there is none or it has no end.
  private mutating func rawArgument() -> Range<Int>? {
    guard isAtGroup else { return nil }
    var depth = 0
    var place = index
    while place < end {
      if bytes[place] == UInt8(ascii: "{") { depth += 1 }
      if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
      place += 1
      if depth == 0 { break }
    }
    let range = (index + 1)..<max(depth == 0 ? place - 1 : place, index + 1)
    index = place
    return range
  }

  /// `\url{…}`: an address in which most signs stand for themselves.
  private mutating func address() {
    guard let range = rawArgument() else { return }
    links.append(range)
    append(Self.unescaped(bytes[range]).string)
  }

  /// `\href{address}{text}`.
  private mutating func link() {
    skipOptions()
    guard let range = rawArgument() else { return }
    links.append(range)
    skipSpace()
    if isAtGroup { argument(.wrap("")) }
  }

  /// An address without `\url{}` around it and without what LaTeX needs in it.
  static func bareAddress(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.starts(with: "\\url{" as StaticString), bytes.last == UInt8(ascii: "}") else {
      return unescaped(bytes)
    }
    return unescaped(bytes.dropFirst(5).dropLast())
  }

  /// An address without the backslashes and commands that LaTeX needs in it.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
        "_%&#$~{}\\".utf8.contains(bytes[index + 1])
      {
        index += 1
        // The braces end the accent that the tilde is without them.
        let isEnded = bytes[index] == UInt8(ascii: "~") && bytes[(index + 1)...].starts(with: "{}")
        result.append(bytes[index])
        index += isEnded ? 3 : 1
      } else if let spelled = spelledTildes.first(where: { bytes[index...].starts(with: $0) }) {
        result.append(UInt8(ascii: "~"))
        index += spelled.utf8.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Ways to write a tilde, the longer ones first.
  private static let spelledTildes = [
    "{\\textasciitilde}", "{\\textasciitilde{}}", "\\textasciitilde{}", "\\textasciitilde ",
    "\\textasciitilde", "{\\~{}}", "{\\~}", "$\\sim$", "{$\\sim$}",
  ]

  /// `\symbol{233}`, `\char233`, `\char"E9`, `\char'351`.
  private mutating func symbol() {
    let isArgument = isAtGroup
    if isArgument { index += 1 }
    var radix: UInt32 = 10
    if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      radix = bytes[index] == UInt8(ascii: "\"") ? 16 : 8
      index += 1
    }
    var value: UInt32 = 0
    while index < end, let digit = Self.digit(bytes[index]), digit < radix, value < 0x11_0000 {
      value = value * radix + digit
      index += 1
    }
    if isArgument {
      if index < end, bytes[index] == UInt8(ascii: "}") { index += 1 }
    } else {
      skipSpace()
    }
    append(String(Unicode.Scalar(value) ?? "\u{FFFD}"))
    hardEndsHere()
  }

  static func digit(_ byte: UInt8) -> UInt32? {
    if byte.isASCIIDigit { return UInt32(byte - 0x30) }
    let letter = byte.asciiLowercased
    return letter >= 0x61 && letter <= 0x66 ? UInt32(letter - 0x61 + 10) : nil
  }

  private mutating func ensureMath() {
    let start = index
    guard let range = rawArgument() else { return }
    math(range, whole: start..<index)
  }

  /// `\switchargs{a}{b}`, by which the standard styles sort: b, then a.
  private mutating func swap() {
    guard let first = rawArgument() else { return }
    skipSpace()
    guard let second = rawArgument() else { return }
    append(bytes[second].string)
    append(bytes[first].string)
  }
}
