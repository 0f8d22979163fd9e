/// Findings as SARIF.
///
/// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 3.13 to 3.57.
enum SARIFReport {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// One log with one run over all files.
  static func text(of files: [CheckedFile]) -> [UInt8] {
    let rules = rules(of: files)
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("$schema")
    writer.write(.string(schema))
    writer.name("version")
    writer.write(.string("2.1.0"))
    writer.name("runs")
    writer.beginArray()
    writer.separate()
    writer.beginObject()
    writer.name("tool")
    writer.write(tool(rules))
    writer.name("columnKind")
    writer.write(.string("unicodeCodePoints"))
    // A lone CR ends a line here, which is not what readers take for granted.
    writer.name("newlineSequences")
    writer.write(.array(["\r\n", "\n", "\r"].map { .string($0) }))
    writer.name("results")
    writer.beginArray()
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indices[rule.id] = index }
    for file in files { writeResults(of: file, indices, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  /// The rules that found something, by id.
  private static func rules(of files: [CheckedFile]) -> [Rule] {
    var found: [String: Rule] = [:]
    for finding in files.lazy.flatMap(\.findings) { found[finding.rule.id] = finding.rule }
    return found.values.sorted { $0.id < $1.id }
  }

  private static func tool(_ rules: [Rule]) -> JSONValue {
    .object([
      .init(
        "driver",
        .object([
          .init("name", .string("citecli")), .init("version", .string(Release.version)),
          .init("semanticVersion", .string(Release.version)),
          .init("rules", .array(rules.map(descriptor))),
        ]))
    ])
  }

  private static func descriptor(_ rule: Rule) -> JSONValue {
    let why = rule.explanation?.why ?? ""
    let page = RulePage(rule)
    return .object([
      .init("id", .string(rule.id)), .init("name", .string(rule.name)),
      .init("shortDescription", .object([.init("text", .string(rule.title))])),
      .init("fullDescription", .object([.init("text", .string(why.isEmpty ? rule.title : why))])),
      .init(
        "help",
        .object([.init("text", .string(page.text)), .init("markdown", .string(page.markdown))])),
      .init(
        "defaultConfiguration", .object([.init("level", .string(rule.severity.rawValue))])),
    ])
  }

  private static func writeResults(
    of file: CheckedFile, _ indices: [String: Int], to writer: inout JSONWriter
  ) {
    var places = ReportPlace.Finder(file.source)
    let artifact = JSONValue.object([.init("uri", .string(FileURI.reference(to: file.path)))])
    for (finding, identity) in zip(file.findings, FindingIdentity.of(file)) {
      var location: [JSONValue.Member] = [.init("artifactLocation", artifact)]
      if let range = finding.range {
        location.append(.init("region", region(places.place(of: range))))
      }
      var members: [JSONValue.Member] = [
        .init("ruleId", .string(finding.rule.id)),
        .init("ruleIndex", .number(indices[finding.rule.id] ?? -1)),
        // SARIF has the same three words for severities.
        .init("level", .string(finding.severity.rawValue)),
        .init("message", message(finding.fullMessage)),
        .init(
          "locations", .array([.object([.init("physicalLocation", .object(location))])])),
        .init(
          "partialFingerprints",
          .object([.init("citationsFinding/v1", .string(identity.fingerprint))])),
      ]
      if !finding.fixes.isEmpty {
        members.append(
          .init("fixes", .array(finding.fixes.map { fix($0, artifact, places) })))
      }
      writer.separate()
      writer.write(.object(members))
    }
  }

  private static func fix(
    _ fix: FixIt, _ artifact: JSONValue, _ places: ReportPlace.Finder
  ) -> JSONValue {
    let replacements = fix.edits.map { edit in
      JSONValue.object([
        .init("deletedRegion", region(places.place(near: edit.range))),
        .init("insertedContent", .object([.init("text", .string(edit.replacement.string))])),
      ])
    }
    return .object([
      .init("description", message(fix.title)),
      .init(
        "artifactChanges",
        .array([
          .object([
            .init("artifactLocation", artifact), .init("replacements", .array(replacements)),
          ])
        ])),
      .init("properties", .object([.init("safety", .string(fix.safety.rawValue))])),
    ])
  }

  private static func region(_ place: ReportPlace) -> JSONValue {
    .object([
      .init("startLine", .number(place.start.line)),
      .init("startColumn", .number(place.start.column)),
      .init("endLine", .number(place.end.line)), .init("endColumn", .number(place.end.column)),
    ])
  }

  /// A message; braces are doubled, because single ones would be a place to fill.
  ///
  /// Descriptions and help of rules keep theirs: nothing can fill them, and examples in BibTeX are to be read as they are.
  /// Source: SARIF 2.1.0, 3.11.5.
  private static func message(_ text: String) -> JSONValue {
    var result: [UInt8] = []
    for byte in text.utf8 {
      result.append(byte)
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { result.append(byte) }
    }
    return .object([.init("text", .string(result.string))])
  }
}
