extension Rule {
  /// The file is no style or locale: no well-formed XML, or another root.
  public static let notAStyle = Rule("L001", "not-a-style", .error, "the file is no CSL style")
  /// An element that CSL does not have there, or one that is missing.
  public static let styleStructure = Rule(
    "L002", "style-structure", .error, "an element of the style stands where CSL has none")
  /// An attribute with a value that CSL does not have, or one that is missing.
  public static let styleValue = Rule(
    "L003", "style-value", .error, "an attribute of the style has no valid value")
  /// A macro that is not there, or that calls itself.
  public static let styleMacro = Rule(
    "L004", "style-macro", .error, "a macro of the style is missing or calls itself")
  /// An attribute that CSL does not know; it has no effect.
  public static let unknownStyleAttribute = Rule(
    "L005", "unknown-style-attribute", .warning, "an attribute of the style is unknown")
  /// A variable or type that CSL does not know; it has no value.
  public static let unknownStyleName = Rule(
    "L006", "unknown-style-name", .warning, "a variable or type of the style is unknown")
}

/// Why a style or locale was refused.
public struct StyleError: Error, Sendable {
  /// The name of the file.
  public var file: String
  /// What is wrong, in the order of the file; the first one is the reason.
  public var diagnostics: [Diagnostic]

  init(_ source: SourceFile, _ diagnostics: [Diagnostic]) {
    file = source.name
    self.diagnostics = diagnostics
  }
}
