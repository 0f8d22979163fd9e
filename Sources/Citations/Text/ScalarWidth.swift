extension Unicode.Scalar {
  /// Whether a terminal would take the scalar for an order: C0, DEL, C1, and what turns the direction of text.
  var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// How many columns the scalar takes in a terminal: 0 for marks that combine, 2 for wide ones, else 1.
  ///
  /// An estimate by blocks, good enough to set a mark under a word.
  /// Source: UAX #11 "East Asian Width".
  var columns: Int {
    guard value >= 0x300 else { return 1 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default:
      break
    }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: 1
    }
  }
}
