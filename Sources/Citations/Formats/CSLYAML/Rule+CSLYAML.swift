extension Rule {
  /// A file without items.
  static let noCSLYAMLItems = Rule(
    "F055", "no-csl-yaml-items", .error, "a YAML file has no list of items")
  /// A value that is no item.
  static let noCSLYAMLItem = Rule(
    "F056", "no-csl-yaml-item", .error, "a YAML value is no bibliographic item and was skipped")
  /// An item without a type.
  static let cslYAMLItemWithoutType = Rule(
    "F057", "csl-yaml-item-without-type", .warning, "an item does not say its type")
}
