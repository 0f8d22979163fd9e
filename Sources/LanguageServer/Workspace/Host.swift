public import Citations

/// What a server asks of the machine that it runs on.
public struct Host: Sendable {
  /// The paths of the files in a folder, and in the folders in it where these are wanted too; and whether they are all.
  public var files: @Sendable (_ folder: String, _ isDeep: Bool) -> (paths: [String], areAll: Bool)
  /// The bytes of a file; nil where it cannot be read or is too large.
  public var read: @Sendable (_ path: String) -> [UInt8]?
  /// The settings for a workspace, given its folder; nil stands for a client without one.
  public var settings: @Sendable (_ folder: String?) -> Settings

  /// A host that answers with the closures.
  public init(
    files:
      @escaping @Sendable (_ folder: String, _ isDeep: Bool) -> (paths: [String], areAll: Bool),
    read: @escaping @Sendable (_ path: String) -> [UInt8]?,
    settings: @escaping @Sendable (_ folder: String?) -> Settings
  ) {
    self.files = files
    self.read = read
    self.settings = settings
  }
}

extension Host {
  /// Folders of other people's files, and of what programs make.
  private static let foreign: Set<String> = [
    "node_modules", "build", "dist", "target", "vendor", "venv", "__pycache__", "_site", "_book",
    "DerivedData",
  ]

  /// Whether a folder of this name is passed over where the files of a workspace are looked for; hidden ones are.
  public static func passesOver(folder name: String) -> Bool {
    name.hasPrefix(".") || foreign.contains(name)
  }
}

/// What a user can choose about a server.
public struct Settings: Sendable {
  /// What is checked, and how.
  public var checks: CheckOptions
  /// How references are formatted where they are shown.
  public var formatter: ReferenceFormatter
  /// The address of the folder that holds the pages of the rules, to which findings are linked; nil for no links.
  public var rulesAddress: String?
  /// What is wrong with the configuration, for the user; nil where nothing is.
  public var problem: String?

  /// Settings with the defaults but for what is given.
  public init(
    checks: CheckOptions = CheckOptions(), formatter: ReferenceFormatter = ReferenceFormatter(),
    rulesAddress: String? = nil, problem: String? = nil
  ) {
    self.checks = checks
    self.formatter = formatter
    self.rulesAddress = rulesAddress
    self.problem = problem
  }
}
