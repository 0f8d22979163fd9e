/// How labels and names of markup languages are compared.
enum MarkupLabel {
  /// A label in lower case with its white space collapsed.
  static func normalised(_ label: some Collection<UInt8>) -> String {
    let words = label.split(whereSeparator: \.isASCIISpace).map(\.string)
    return words.joined(separator: " ").lowercased()
  }
}
