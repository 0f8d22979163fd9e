import Testing

@testable import Citations

/// A fault to be planted into a file in which nothing is to be mended.
///
/// The files in `Fixtures/Checks/Planted` hold one after the other, each in a few lines:
///
///     ## a page range that runs backwards
///     in refs.bib
///     - {201--219}
///     + {«B110»219--201}
///
/// The text behind `-` stands once in the file and is replaced by the text behind `+`; without `-` it stands in the place of
/// the line `% Here.` of the file. `«B110»` marks where a finding of the rule begins. `⟨E4⟩` is a byte that is no text.
/// `beside FILE` names another file of the same run, `profile NAME` and `select RULE` the options that differ from the defaults.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  /// What is wrong.
  var title: String
  /// The file that it is planted into.
  var file = ""
  /// A file that is checked together with it.
  var beside: String?
  /// What entries must have.
  var profile = CompletenessProfile.standard
  /// Rules that are checked beside those that are always checked.
  var select: [String] = []
  /// What is replaced by what.
  var changes: [(old: String, new: String)] = []

  var testDescription: String { title }

  /// All faults of all files.
  static let all: [PlantedFault] = [
    "syntax", "types", "identifiers", "dates", "pages", "names", "titles", "text", "relations",
    "notes",
  ].flatMap { faults(in: Shared.fixture("Checks/Planted/\($0).txt")?.text ?? "") }

  /// The options of the run.
  var options: CheckOptions {
    var options = CheckOptions()
    options.rules.extendSelect = select
    options.profile = profile
    options.fileIsThere = { $0 == "here.pdf" }
    options.today = DateValue.Point(2026, 11, 25)
    return options
  }

  // MARK: Planting

  /// A finding that is expected.
  struct Expected: Hashable {
    var rule: String
    var offset: Int
  }

  /// The file with the fault in it, and what is expected to be found; nil where a text to be replaced does not stand in the
  /// file exactly once.
  func planted() -> (bytes: [UInt8], expected: [Expected])? {
    guard var text = Shared.fixture("Checks/Planted/\(file)") else { return nil }
    for change in changes {
      let old = Array(change.old.utf8)
      guard let place = text.firstOffset(of: old, from: 0),
        text.firstOffset(of: old, from: place + 1) == nil
      else { return nil }
      text.replaceSubrange(place..<place + old.count, with: change.new.utf8)
    }
    return Self.withoutMarks(text)
  }

  /// The text without its marks, and what they stand for.
  private static func withoutMarks(_ text: [UInt8]) -> (bytes: [UInt8], expected: [Expected]) {
    var bytes: [UInt8] = []
    var expected: [Expected] = []
    var offset = 0
    while offset < text.count {
      let rest = text[offset...]
      if rest.starts(with: "«".utf8), let rule = mark(rest.dropFirst(2), length: 4, close: "»") {
        expected.append(Expected(rule: rule, offset: bytes.count))
        offset += 8
      } else if rest.starts(with: "⟨".utf8),
        let digits = mark(rest.dropFirst(3), length: 2, close: "⟩"),
        let byte = UInt8(digits, radix: 16)
      {
        bytes.append(byte)
        offset += 8
      } else {
        bytes.append(text[offset])
        offset += 1
      }
    }
    return (bytes, expected)
  }

  /// The letters of a mark that is closed right behind them.
  private static func mark(_ text: ArraySlice<UInt8>, length: Int, close: String) -> String? {
    let letters = text.prefix(length)
    guard letters.allSatisfy({ $0.isASCIIUpper || $0.isASCIIDigit }),
      text.dropFirst(length).starts(with: close.utf8)
    else { return nil }
    return letters.string
  }

  // MARK: Reading

  private static func faults(in text: String) -> [PlantedFault] {
    var result: [PlantedFault] = []
    var sign: Character?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        result.append(PlantedFault(title: String(line.dropFirst(3))))
        sign = nil
      } else if !result.isEmpty, !line.isEmpty {
        result[result.count - 1].take(line, after: &sign)
      }
    }
    return result
  }

  private mutating func take(_ line: Substring, after sign: inout Character?) {
    let word = line.prefix { $0 != " " }
    let rest = String(line.dropFirst(word.count + 1))
    switch word {
    case "in": file = rest
    case "beside": beside = rest
    case "profile": profile = CompletenessProfile(rawValue: rest) ?? .standard
    case "select": select = rest.split(separator: " ").map(String.init)
    case "-":
      if sign == "-", let last = changes.indices.last {
        changes[last].old += "\n" + rest
      } else {
        changes.append((rest, ""))
      }
      sign = "-"
    case "+":
      if sign == nil {
        changes.append(("% Here.", rest))
      } else if sign == "-" {
        changes[changes.count - 1].new = rest
      } else {
        changes[changes.count - 1].new += "\n" + rest
      }
      sign = "+"
    default: break
    }
  }
}
