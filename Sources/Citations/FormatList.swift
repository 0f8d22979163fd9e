/// The formats that are built in, as a list for people and as JSON.
public struct FormatList: Sendable {
  /// Begins the JSON form, so that readers know what they have.
  private static let schema = "citations/formats/1"

  private struct Row {
    var name: String
    var title: String
    var extensions: [String]
    var isRead: Bool
    var isWritten: Bool
  }

  private let documents: [Row]
  private let bibliographies: [Row]

  /// The formats of `DocumentFormat.all` and `BibliographyFormat.all`.
  public init() {
    documents = DocumentFormat.all.map {
      Row(name: $0.name, title: $0.title, extensions: $0.extensions, isRead: true, isWritten: false)
    }
    bibliographies = BibliographyFormat.all.map {
      Row(
        name: $0.name, title: $0.title, extensions: $0.extensions, isRead: $0.canRead,
        isWritten: $0.canWrite)
    }
  }

  /// A table of each kind of format, each line ended by a line feed.
  public var text: String {
    let rows = documents + bibliographies
    let name = (rows.map(\.name.utf8.count).max() ?? 0) + 2
    let ending = (rows.map { Self.endings(of: $0).utf8.count }.max() ?? 0) + 2
    func table(_ rows: [Row]) -> String {
      rows.map { row in
        let use = [row.isRead ? "read" : "", row.isWritten ? "write" : ""]
        return "  " + padded(row.name, to: name)
          + padded(use.filter { !$0.isEmpty }.joined(separator: " "), to: 12)
          + padded(Self.endings(of: row), to: ending) + row.title + "\n"
      }.joined()
    }
    return "Documents\n" + table(documents) + "\nBibliographies\n" + table(bibliographies)
  }

  /// `{"schema": "citations/formats/1", "documents": […], "bibliographies": […]}`, each with name, title, extensions, read, write.
  public var json: [UInt8] {
    JSONWriter.text(
      of: .object([
        .init("schema", .string(Self.schema)),
        .init("documents", .array(documents.map(Self.value))),
        .init("bibliographies", .array(bibliographies.map(Self.value))),
      ]))
  }

  private static func endings(of row: Row) -> String {
    row.extensions.map { "." + $0 }.joined(separator: " ")
  }

  private static func value(of row: Row) -> JSONValue {
    .object([
      .init("name", .string(row.name)), .init("title", .string(row.title)),
      .init("extensions", .array(row.extensions.map { .string($0) })),
      .init("read", .bool(row.isRead)), .init("write", .bool(row.isWritten)),
    ])
  }
}

/// Text followed by spaces up to a width in bytes.
private func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(width - text.utf8.count, 0))
}
