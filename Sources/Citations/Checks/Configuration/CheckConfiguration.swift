/// The settings of a check, and where each of them comes from.
///
/// A later source replaces what an earlier one set: defaults, then the configuration file, then options of the command.
public struct CheckConfiguration: Sendable {
  /// Where a setting comes from.
  public enum Origin: Sendable, Hashable, CustomStringConvertible {
    case standard
    /// A line of a configuration file.
    case file(String, line: Int)
    /// An option of the command.
    case option(String)

    /// The origin for people: "default", "citecli.yaml:3", "--select".
    public var description: String {
      switch self {
      case .standard: "default"
      case .file(let path, let line): "\(path):\(line)"
      case .option(let name): name
      }
    }
  }

  /// A setting.
  public struct Setting: Sendable, Hashable {
    /// Its name in configuration files.
    public var name: String
    /// Its value.
    public var value: JSONValue
    /// Where the value comes from.
    public var origin: Origin
  }

  /// A setting that cannot be.
  public struct Malformed: Error, Sendable, Hashable {
    /// What is wrong, lower case, no final full stop.
    public var message: String
    /// Where it stands in the file, if it stands in one.
    public var range: SourceRange?
  }

  /// All settings, in the order of the documentation.
  public private(set) var settings: [Setting]

  /// The defaults.
  public init() {
    settings = ConfigurationKey.allCases.map {
      Setting(name: $0.rawValue, value: $0.standard, origin: .standard)
    }
  }

  /// Takes the settings of a configuration file.
  ///
  /// - Throws: ``Malformed`` for the first thing that is wrong with it.
  public mutating func apply(_ source: SourceFile) throws(Malformed) {
    var reader = YAMLRecordReader(source.bytes)
    var records: [YAMLRecordReader.Record] = []
    reader.read { record in
      records.append(record)
      return true
    }
    if let wrong = reader.diagnostics.first(where: { $0.severity == .error }) {
      throw Malformed(message: wrong.message, range: wrong.range)
    }
    for record in records {
      guard let name = record.key?.text else {
        throw Malformed(message: "found a list, expected names and values", range: record.range)
      }
      let line = source.lines.line(at: Int(record.range.start))
      do throws(Malformed) {
        try set(name, to: record.value.json, from: .file(source.name, line: line))
      } catch {
        throw Malformed(message: error.message, range: error.range ?? record.range)
      }
    }
  }

  /// Gives a setting a value.
  ///
  /// - Throws: ``Malformed`` for a name that is no setting and for a value that it cannot have.
  public mutating func set(
    _ name: String, to value: JSONValue, from origin: Origin
  ) throws(Malformed) {
    guard let key = ConfigurationKey(rawValue: name) else {
      let names = ConfigurationKey.allCases.map(\.rawValue).joined(separator: ", ")
      throw Malformed(message: "\"\(name)\" is no setting; expected one of \(names)")
    }
    let value = try key.checked(value)
    for index in settings.indices where settings[index].name == name {
      settings[index] = Setting(name: name, value: value, origin: origin)
    }
  }

  /// The dumps in which works are looked up; those of a configuration file are relative to its folder.
  public var sources: [String] { paths(.sources) }

  /// The files that list journals; those of a configuration file are relative to its folder.
  public var journals: [String] { paths(.journals) }

  /// The DTD or the XML catalog by which articles are checked, relative like `sources`; nil where none is set.
  public var dtd: String? { self[.dtd].string.map { path($0, of: .dtd) } }

  private func paths(_ key: ConfigurationKey) -> [String] {
    (self[key].array ?? []).compactMap(\.string).map { path($0, of: key) }
  }

  /// The citation style in which references are shown: a name, or a file where `isPath` says so.
  ///
  /// Files of a configuration file are relative to its folder.
  public func style(isPath: (String) -> Bool) -> String {
    let style = self[.style].string ?? ConfigurationKey.standardStyle
    return isPath(style) ? path(style, of: .style) : style
  }

  /// The language of the references that are shown: a tag, or a file like that of the style; nil where the style decides.
  public func locale(isPath: (String) -> Bool) -> String? {
    self[.locale].string.map { isPath($0) ? path($0, of: .locale) : $0 }
  }

  /// A path that is the value of a setting, or part of it, as seen from the folder of the program.
  private func path(_ path: String, of key: ConfigurationKey) -> String {
    guard case .file(let file, _)? = settings.first(where: { $0.name == key.rawValue })?.origin,
      let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")), !path.hasPrefix("/")
    else { return path }
    return String(file[...slash]) + path
  }

  /// The mail address under which registries can reach whoever asks them; nil where none is set.
  public var mailto: String? { self[.mailto].string }

  /// The value of a setting.
  subscript(key: ConfigurationKey) -> JSONValue {
    settings.first { $0.name == key.rawValue }?.value ?? key.standard
  }
}

/// The names of settings, and what each may be.
enum ConfigurationKey: String, CaseIterable {
  case select
  case extendSelect = "extend-select"
  case ignore
  case perFile = "per-file"
  case severity
  case profile
  case keyPattern = "key-pattern"
  case journals
  case dtd
  case sources
  case mailto
  case style
  case locale

  /// The style where none is set.
  static let standardStyle = "apa"

  /// The value where none is given.
  var standard: JSONValue {
    switch self {
    case .select, .extendSelect, .ignore, .journals, .sources: .array([])
    case .perFile, .severity: .object([])
    case .profile: .string(CompletenessProfile.standard.rawValue)
    case .keyPattern: .string("[author][year]")
    case .style: .string(Self.standardStyle)
    case .dtd, .mailto, .locale: .null
    }
  }

  /// The value in its usual form.
  ///
  /// - Throws: `Malformed` where the setting cannot have it.
  func checked(_ value: JSONValue) throws(CheckConfiguration.Malformed) -> JSONValue {
    switch self {
    case .select, .extendSelect, .ignore: return try selectors(value)
    case .perFile:
      var members: [JSONValue.Member] = []
      for member in try mapping(value) {
        members.append(.init(member.name, try selectors(member.value)))
      }
      return .object(members)
    case .severity:
      for member in try mapping(value) {
        _ = try selectors(.string(member.name))
        guard let word = member.value.string, Severity(rawValue: word) != nil else {
          throw .init(
            message: "the severity of \"\(member.name)\" should be error, warning or note")
        }
      }
      return value
    case .profile:
      guard let name = value.string, CompletenessProfile(rawValue: name) != nil else {
        let names = CompletenessProfile.allCases.map(\.rawValue).joined(separator: ", ")
        throw .init(message: "\"profile\" should be one of \(names)")
      }
      return value
    case .keyPattern:
      guard let text = value.string, CitationKeyPattern(text) != nil else {
        throw .init(
          message: "\"key-pattern\" should have the fields [author], [authors], [year], [title]")
      }
      return value
    case .journals, .sources: return try paths(value)
    case .dtd:
      guard value == .null || value.string?.isEmpty == false else {
        throw .init(message: "\"dtd\" should be a file")
      }
      return value
    case .mailto:
      guard value == .null || value.string.map(Self.isMailAddress) == true else {
        throw .init(message: "\"mailto\" should be a mail address")
      }
      return value
    case .style:
      guard value.string?.isEmpty == false else {
        throw .init(message: "\"style\" should be the name of a style, or its file")
      }
      return value
    case .locale:
      guard value == .null || value.string?.isEmpty == false else {
        throw .init(message: "\"locale\" should be the tag of a language, or a file of its words")
      }
      return value
    }
  }

  /// Paths as a list; a single one may stand alone.
  private func paths(_ value: JSONValue) throws(CheckConfiguration.Malformed) -> JSONValue {
    let list =
      value.string.map { [JSONValue.string($0)] } ?? value.array ?? (value == .null ? [] : nil)
    guard let list, list.allSatisfy({ $0.string?.isEmpty == false }) else {
      throw .init(message: "\"\(rawValue)\" should be a list of files")
    }
    return .array(list)
  }

  /// Whether a text can be a mail address, and can stand in the head of a request.
  private static func isMailAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>,;:\\\"".utf8.contains($0) }
  }

  private func mapping(
    _ value: JSONValue
  ) throws(CheckConfiguration.Malformed) -> [JSONValue.Member] {
    guard let members = value.object else {
      throw .init(message: "\"\(rawValue)\" should be a mapping")
    }
    return members
  }

  /// Selectors as a list; a single one may stand alone.
  private func selectors(
    _ value: JSONValue
  ) throws(CheckConfiguration.Malformed) -> JSONValue {
    let list =
      value.string.map { [JSONValue.string($0)] } ?? value.array ?? (value == .null ? [] : nil)
    guard let list else { throw .init(message: "\"\(rawValue)\" should be a list of rules") }
    for element in list {
      guard let selector = element.string, !Rules.matching(selector).isEmpty else {
        throw .init(
          message: "\"\(element.string ?? "a value")\" is no rule; 'citecli rules' lists them")
      }
    }
    return .array(list)
  }
}
