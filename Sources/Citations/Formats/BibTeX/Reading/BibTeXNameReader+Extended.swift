extension BibTeXNameReader {
  /// Where the signs stand that mean something in a name, outside of braces.
  struct Scan {
    var commas: [Int] = []
    var semicolons: [Int] = []
    var hasEquals = false
    /// Whether the whole stands in one pair of braces.
    var isOneGroup = false

    init(_ bytes: [UInt8], _ range: Range<Int>) {
      var depth = 0
      var closes = -1
      for index in range {
        switch bytes[index] {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
          depth -= 1
          if depth == 0, closes < 0 { closes = index }
        case UInt8(ascii: ",") where depth <= 0: commas.append(index)
        case UInt8(ascii: ";") where depth <= 0: semicolons.append(index)
        case UInt8(ascii: "=") where depth <= 0: hasEquals = true
        default: break
        }
      }
      isOneGroup = bytes[range.lowerBound] == UInt8(ascii: "{") && closes == range.upperBound - 1
    }
  }

  /// A name in the extended format, `family=Berg, given=Jan, prefix=van der, useprefix=false`; nil where it is none.
  ///
  /// Our own writer adds what biblatex has no part for: `literal`, `dropping`, `comma`, `static`.
  mutating func extendedName(_ range: Range<Int>, _ scan: Scan) -> Name? {
    var name = Name(family: "")
    var prefix = ""
    var keepsPrefix = usesPrefix
    var start = range.lowerBound
    for end in scan.commas + [range.upperBound] {
      let part = trimmed(start..<end)
      start = end + 1
      guard let sign = bytes[part].firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = bytes[part.lowerBound..<sign].trimmedASCIISpace.map(\.asciiLowercased).string
      let value = unbraced(sign + 1..<part.upperBound)
      switch key {
      case "family": name.family = value
      case "given": name.given = value
      case "suffix": name.suffix = value
      case "prefix": prefix = value
      case "useprefix": keepsPrefix = value == "true" || value == "1"
      case "dropping": name.droppingParticle = value
      case "literal": name.literal = value
      case "comma": name.hasCommaSuffix = value == "true"
      case "static": name.hasStaticOrdering = value == "true"
      case "id", "given-i", "family-i", "prefix-i", "suffix-i", "nametemplates",
        "sortingnamekeytemplatename",
        "uniquenametemplatename", "labelalphanametemplatename", "gender":
        continue
      default: return nil
      }
    }
    if keepsPrefix || !name.droppingParticle.isEmpty {
      name.nonDroppingParticle = prefix
    } else {
      name.droppingParticle = prefix
    }
    return name
  }

  /// The text of a part's value, with or without braces or quotation marks around it.
  private mutating func unbraced(_ range: Range<Int>) -> String {
    var value = trimmed(range)
    let isQuoted =
      value.count > 1 && bytes[value.lowerBound] == UInt8(ascii: "\"")
      && bytes[value.upperBound - 1] == UInt8(ascii: "\"")
    let isBraced = value.count > 1 && Scan(bytes, value).isOneGroup
    if isQuoted || isBraced { value = value.dropFirst().dropLast() }
    return text(value)
  }
}
