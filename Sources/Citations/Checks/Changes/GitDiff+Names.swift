extension GitDiff {
  /// The line before changes: `@@ -12,3 +14 @@`, where a missing number of lines is 1.
  struct Hunk {
    /// How many lines of the old file it covers.
    var oldCount: Int
    /// The lines of the new file that it covers; empty, at the line behind, where it only removes.
    var new: Range<Int>

    /// Reads the line; nil where it is another one.
    init?(_ line: ArraySlice<UInt8>) {
      guard line.starts(with: "@@ -") else { return nil }
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 4)
      guard words.count > 3, let old = Self.span(words[1], "-"), let new = Self.span(words[2], "+")
      else { return nil }
      oldCount = old.count
      // A range without lines names the line before it.
      let start = new.count == 0 ? new.start + 1 : new.start
      self.new = start..<start + new.count
    }

    private static func span(
      _ word: ArraySlice<UInt8>, _ sign: Unicode.Scalar
    ) -> (start: Int, count: Int)? {
      guard word.first == UInt8(ascii: sign) else { return nil }
      let numbers = word.dropFirst().split(separator: UInt8(ascii: ",")).map {
        UInt32($0.string).map(Int.init)
      }
      guard let start = numbers.first ?? nil else { return nil }
      guard numbers.count > 1 else { return (start, 1) }
      guard numbers.count == 2, let count = numbers[1] else { return nil }
      return (start, count)
    }
  }

  /// The path after the change in `a/old b/new`; nil where it cannot be told, and another line tells it.
  static func path(inHeader names: ArraySlice<UInt8>) -> String? {
    if names.last == UInt8(ascii: "\"") {
      // The last name begins at a quotation mark that no backslash stands before.
      var start = names.endIndex - 1
      while start > names.startIndex {
        start -= 1
        if names[start] == UInt8(ascii: "\""),
          start == names.startIndex || names[start - 1] == UInt8(ascii: " ")
        {
          break
        }
      }
      return inFolder(unquoted(names[start...]))
    }
    // Without quotation marks and without a line of its own, the name is the same on both sides.
    let middle = names.startIndex + names.count / 2
    guard names.count % 2 == 1, names[middle] == UInt8(ascii: " ") else { return nil }
    let left = names[..<middle].dropFirst(2)
    let right = names[(middle + 1)...].dropFirst(2)
    return left.elementsEqual(right) ? right.string : nil
  }

  /// A path without the `b/` that `git` puts before it; nil for `/dev/null`, which has none.
  static func inFolder(_ path: String) -> String? {
    path.hasPrefix("b/") ? String(path.dropFirst(2)) : nil
  }

  /// A name as it is, out of the quotation marks that `git` puts around one with unusual signs.
  ///
  /// Source: git-config(1), "core.quotePath"; a tab behind a name with spaces is no part of it.
  static func unquoted(_ name: ArraySlice<UInt8>) -> String {
    let name = name.last == 0x09 ? name.dropLast() : name
    guard name.count > 1, name.first == UInt8(ascii: "\""), name.last == UInt8(ascii: "\"") else {
      return name.string
    }
    var result: [UInt8] = []
    var rest = name.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
        result.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      if (0x30...0x33).contains(escaped), digits.count == 2, digits.allSatisfy({ $0 & ~7 == 0x30 })
      {
        result.append(digits.reduce(escaped & 7) { $0 << 3 | $1 & 7 })
        rest = rest.dropFirst(2)
      } else {
        result.append(escapes[escaped] ?? escaped)
      }
    }
    return result.string
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "r"): 0x0D,
  ]
}
