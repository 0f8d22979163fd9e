extension Rule {
  /// Text that is no JSON; items before and after it are read.
  static let malformedJSON = Rule(
    "F010", "malformed-json", .error, "a part of the file is no JSON and was skipped")
  /// A value that is no item of CSL-JSON.
  static let notAnItem = Rule(
    "F011", "not-an-item", .error, "a JSON value is no bibliographic item and was skipped")
  /// An item without a type.
  static let itemWithoutType = Rule(
    "F012", "item-without-type", .warning, "an item does not say its type")
}
