internal import ArgumentParser

/// When output is coloured.
enum ColorMode: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never

  /// Whether to colour what goes to a descriptor.
  ///
  /// Source: no-color.org: a variable NO_COLOR that is there and not empty turns colours off, unless the user asks for them.
  func isOn(for descriptor: Int32) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let variable = FileIO.environment("NO_COLOR"), !variable.isEmpty { return false }
      return FileIO.isTerminal(descriptor) && FileIO.environment("TERM") != "dumb"
    }
  }
}
