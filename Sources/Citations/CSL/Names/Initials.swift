/// Makes initials of given names.
///
/// Source: CSL 1.0.2, "Name", `initialize-with`; "Hyphenation of Initialized Names".
struct Initials {
  /// What stands after each initial.
  var with: [UInt8]
  /// Whether names are shortened; else only the initials that are there are set anew.
  var makesInitials = true
  var keepsHyphens = true

  private struct Word {
    var scalars: [Unicode.Scalar]
    var isInitial: Bool
  }

  /// The initials of given names.
  func text(_ given: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for word in words(given) { append(word, to: &result) }
    return Self.tidied(result)
  }

  private func words(_ given: [UInt8]) -> [Word] {
    var words: [Word] = []
    var current: [Unicode.Scalar] = []
    func end(isInitial: Bool) {
      if !current.isEmpty { words.append(Word(scalars: current, isInitial: isInitial)) }
      current = []
    }
    for scalar in given.string.unicodeScalars {
      switch scalar {
      case ".": end(isInitial: true)
      case "-":
        end(isInitial: false)
        current = [scalar]
      case " ", "\u{A0}": end(isInitial: current.count == 1)
      default: current.append(scalar)
      }
    }
    end(isInitial: current.count == 1)
    return words
  }

  private func append(_ word: Word, to result: inout [UInt8]) {
    if word.isInitial {
      add(word.scalars[...], to: &result)
      result += with
    } else if word.scalars.allSatisfy(\.isLower) {
      if with.last != 0x20 { result.append(0x20) }
      add(word.scalars[...], to: &result)
      result.append(0x20)
    } else if makesInitials {
      let before = result.count
      addInitial(word.scalars, to: &result)
      if result.count > before { result += with }
    } else {
      add(word.scalars[...], to: &result)
      result.append(0x20)
    }
  }

  private func add(_ scalars: ArraySlice<Unicode.Scalar>, to result: inout [UInt8]) {
    for scalar in scalars where keepsHyphens || scalar != "-" { result += String(scalar).utf8 }
  }

  private func addInitial(_ scalars: [Unicode.Scalar], to result: inout [UInt8]) {
    if scalars.first == "-" {
      guard scalars.count > 1, scalars[1].isUpper else { return }
      add(scalars[0...1], to: &result)
    } else if scalars[0].isUpper {
      // "GNuyen" is "Gn": an abbreviation that begins with two capitals.
      if scalars.count > 2, scalars[1].isUpper, scalars[2...].allSatisfy(\.isLower) {
        result += String(scalars[0]).utf8
        result += scalars[1].properties.lowercaseMapping.utf8
      } else {
        add(scalars[...0], to: &result)
      }
    } else {
      add(scalars[...], to: &result)
    }
  }

  /// No space before a hyphen, none at either end, no two in a row.
  private static func tidied(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if byte == UInt8(ascii: "-"), result.last == 0x20 { result.removeLast() }
      if byte == 0x20, result.last == 0x20 || result.isEmpty { continue }
      result.append(byte)
    }
    while result.last == 0x20 { result.removeLast() }
    return result
  }
}
