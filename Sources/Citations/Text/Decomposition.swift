/// Takes letters apart into a base letter and its combining marks.
///
/// Covers Latin, Greek and Cyrillic. The standard library offers no decomposition without underscores or Foundation.
/// Source: Unicode Standard Annex #15, "Unicode Normalization Forms".
enum Decomposition {
  /// A base letter and its marks.
  struct Parts: Sendable, Hashable {
    var base: Unicode.Scalar
    var marks: [Unicode.Scalar]
  }

  /// The parts of a letter that has marks; nil for every other scalar.
  static func parts(of scalar: Unicode.Scalar) -> Parts? {
    scalar.value < 0xC0 ? nil : table[scalar.value]
  }

  private static let table: [UInt32: Parts] = {
    var result: [UInt32: Parts] = [:]
    for line in Decompositions.data.description.split(separator: "\n") {
      let halves = line.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { continue }
      let marks = halves[0].split(separator: " ").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      var composed: Unicode.Scalar?
      for scalar in halves[1].unicodeScalars {
        guard let letter = composed else {
          composed = scalar
          continue
        }
        result[letter.value] = Parts(base: scalar, marks: marks)
        composed = nil
      }
    }
    return result
  }()
}

/// A table of `scalar text` lines: what stands for each scalar; read when first used.
struct ScalarTable: Sendable {
  private let entries: [UInt32: String]

  /// Reads lines of a scalar, a space and its text; a hexadecimal number of four digits or more names a scalar, too.
  init(_ data: StaticString) {
    var entries: [UInt32: String] = [:]
    for line in data.description.split(separator: "\n") {
      let halves = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { continue }
      let scalars = Array(halves[0].unicodeScalars)
      if scalars.count == 1 {
        entries[scalars[0].value] = String(halves[1])
      } else if let value = UInt32(halves[0], radix: 16) {
        entries[value] = String(halves[1])
      }
    }
    self.entries = entries
  }

  /// All pairs, ascending by scalar.
  var pairs: [(scalar: Unicode.Scalar, text: String)] {
    entries.sorted { $0.key < $1.key }.compactMap { key, text in
      Unicode.Scalar(key).map { ($0, text) }
    }
  }

  /// The text for `scalar`, or nil.
  subscript(scalar: Unicode.Scalar) -> String? { entries[scalar.value] }
}
