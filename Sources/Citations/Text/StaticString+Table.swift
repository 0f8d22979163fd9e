extension StaticString {
  /// The rows of a table that is written as text: a line each, with cells between "|", no white space at their ends.
  var tableRows: [[String]] {
    description.split(separator: "\n").map { line in
      line.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
        Array($0).trimmedASCIISpace.string
      }
    }
  }
}
