/// How text looks; what is nil is as the text around it.
///
/// Source: CSL 1.0.2, "Formatting".
struct Formatting: Sendable, Hashable {
  enum FontStyle: String, Sendable { case normal, italic, oblique }
  enum FontVariant: String, Sendable { case normal, smallCaps = "small-caps" }
  enum FontWeight: String, Sendable { case normal, bold, light }
  enum TextDecoration: String, Sendable { case none, underline }
  enum VerticalAlign: String, Sendable { case baseline, sup, sub }

  var fontStyle: FontStyle?
  var fontVariant: FontVariant?
  var fontWeight: FontWeight?
  var textDecoration: TextDecoration?
  var verticalAlign: VerticalAlign?

  var isEmpty: Bool {
    fontStyle == nil && fontVariant == nil && fontWeight == nil && textDecoration == nil
      && verticalAlign == nil
  }

  /// This formatting, completed by that of another where it says nothing.
  func over(_ base: Formatting) -> Formatting {
    Formatting(
      fontStyle: fontStyle ?? base.fontStyle, fontVariant: fontVariant ?? base.fontVariant,
      fontWeight: fontWeight ?? base.fontWeight,
      textDecoration: textDecoration ?? base.textDecoration,
      verticalAlign: verticalAlign ?? base.verticalAlign)
  }
}

/// Where a part of an entry stands.
///
/// Source: CSL 1.0.2, "Display".
enum Display: String, Sendable {
  case block
  case leftMargin = "left-margin"
  case rightInline = "right-inline"
  case indent
}

/// How the case of text is changed.
///
/// Source: CSL 1.0.2, "Text-case".
enum TextCase: String, Sendable {
  case lowercase, uppercase
  case capitalizeFirst = "capitalize-first"
  case capitalizeAll = "capitalize-all"
  case sentence, title
}

/// Text before and after other text, in a box of its own: most nodes and elements have none, and then it is one word.
indirect enum Affixes: Sendable, Hashable {
  case around(prefix: [UInt8], suffix: [UInt8])

  /// The affixes, or nil where both are empty.
  static func of(prefix: [UInt8], suffix: [UInt8]) -> Affixes? {
    prefix.isEmpty && suffix.isEmpty ? nil : .around(prefix: prefix, suffix: suffix)
  }

  var prefix: [UInt8] {
    switch self {
    case .around(let prefix, _): prefix
    }
  }

  var suffix: [UInt8] {
    switch self {
    case .around(_, let suffix): suffix
    }
  }
}

/// What has affixes.
protocol Affixed {
  var affixes: Affixes? { get set }
}

extension Affixed {
  var prefix: [UInt8] {
    get { affixes?.prefix ?? [] }
    set { affixes = .of(prefix: newValue, suffix: suffix) }
  }

  var suffix: [UInt8] {
    get { affixes?.suffix ?? [] }
    set { affixes = .of(prefix: prefix, suffix: newValue) }
  }
}

/// What most rendering elements share: affixes, formatting, quotes, case.
struct Appearance: Sendable, Hashable, Affixed {
  var affixes: Affixes?
  var formatting = Formatting()
  var display: Display?
  var textCase: TextCase?
  var quotes = false
  var stripPeriods = false

  /// Whether nothing but the text itself is asked for.
  var isPlain: Bool {
    affixes == nil && formatting.isEmpty && display == nil && textCase == nil && !quotes
      && !stripPeriods
  }
}
