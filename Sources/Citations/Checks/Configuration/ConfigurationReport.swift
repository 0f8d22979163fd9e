/// The settings of a check for people and for programs, each with its origin.
public enum ConfigurationReport {
  /// A line for each setting: name, value, origin.
  public static func text(of configuration: CheckConfiguration) -> String {
    let settings = configuration.settings
    let width = settings.map(\.name.utf8.count).max() ?? 0
    return settings.map { setting in
      let name = setting.name + ":" + String(repeating: " ", count: width - setting.name.utf8.count)
      let value = JSONWriter.text(of: setting.value, .compact).trimmedASCIISpace.string
      return "\(name) \(value)  # \(setting.origin)\n"
    }.joined()
  }

  /// `{"schema": "citations/configuration/1", "settings": [{"name", "value", "origin"}, …]}`.
  public static func json(of configuration: CheckConfiguration) -> [UInt8] {
    JSONWriter.text(
      of: .object([
        .init("schema", .string("citations/configuration/1")),
        .init(
          "settings",
          .array(
            configuration.settings.map { setting in
              .object([
                .init("name", .string(setting.name)), .init("value", setting.value),
                .init("origin", .string(setting.origin.description)),
              ])
            })),
      ]))
  }
}
