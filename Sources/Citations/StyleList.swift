/// Styles or locales that can be used, as a list for people and as JSON.
public struct StyleList: Sendable {
  /// A style and where it was found.
  public struct Row: Sendable, Hashable {
    /// What the style says of itself.
    public var style: StyleSummary
    /// Where it was found: "built in", or the folder.
    public var origin: String
    /// The path of its file; nil for a style that is built in.
    public var path: String?

    /// A style that was found somewhere.
    public init(style: StyleSummary, origin: String, path: String? = nil) {
      self.style = style
      self.origin = origin
      self.path = path
    }
  }

  /// The styles in the order in which they are printed.
  public private(set) var rows: [Row]

  /// A list of styles, in the order in which places are searched.
  ///
  /// Of two with the same name only the first can be used by its name, so only it is listed.
  public init(_ rows: some Sequence<Row>) {
    var seen: Set<String> = []
    self.rows = rows.filter { seen.insert($0.style.name).inserted }
  }

  /// The styles that are built in.
  public static func builtIn() -> [Row] {
    BuiltInStyles.styleNames.compactMap { name in
      BuiltInStyles.style(name).flatMap { StyleSummary(name: name, head: $0.bytes) }
        .map { Row(style: $0, origin: "built in") }
    }
  }

  /// Leaves the styles in which all of `words` stand.
  public func matching(_ words: [String]) -> StyleList {
    StyleList(rows.filter { $0.style.matches(words) })
  }

  /// A line for each style: name, kind, language, title, and where it is from unless it is built in.
  public var text: String {
    let name = (rows.map(\.style.name.utf8.count).max() ?? 0) + 2
    return rows.map { row in
      let style = row.style
      var line = Self.padded(style.name, to: name)
      line += Self.padded(style.styleClass?.rawValue ?? "", to: 9)
      line += Self.padded(style.language ?? "", to: 7) + style.title
      if let parent = style.parent { line += ", as \(Self.lastPart(of: parent))" }
      if row.path != nil { line += " (\(row.origin))" }
      return line + "\n"
    }.joined()
  }

  /// `{"schema": "citations/styles/1", "styles": […]}`, each with name, title, class, language, parent, from, path.
  public var json: [UInt8] {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    let values = rows.map { row -> JSONValue in
      .object([
        .init("name", .string(row.style.name)), .init("title", .string(row.style.title)),
        .init("class", text(row.style.styleClass?.rawValue)),
        .init("language", text(row.style.language)), .init("parent", text(row.style.parent)),
        .init("from", .string(row.origin)), .init("path", text(row.path)),
      ])
    }
    return JSONWriter.text(
      of: .object([
        .init("schema", .string("citations/styles/1")), .init("styles", .array(values)),
      ]))
  }

  /// `{"schema": "citations/locales/1", "locales": […]}`, each with tag, from, path.
  public static func json(
    ofLocales locales: [(tag: String, origin: String, path: String?)]
  ) -> [UInt8] {
    let values = locales.map { locale -> JSONValue in
      .object([
        .init("tag", .string(locale.tag)), .init("from", .string(locale.origin)),
        .init("path", locale.path.map { .string($0) } ?? .null),
      ])
    }
    return JSONWriter.text(
      of: .object([
        .init("schema", .string("citations/locales/1")), .init("locales", .array(values)),
      ]))
  }

  /// What stands after the last slash of an address.
  private static func lastPart(of address: String) -> String {
    address.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? address
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.utf8.count, 0))
  }
}
