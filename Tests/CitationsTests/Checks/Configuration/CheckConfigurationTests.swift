import Testing

@testable import Citations

@Suite struct CheckConfigurationTests {
  private static let everything = """
    # What our house wants
    select: [C, N002]
    extend-select: N001
    ignore:
      - C006
    per-file: {"drafts/": [C], "old.bib": all}
    severity: {C012: error, N: note}
    profile: chicago-notes
    key-pattern: "[author][year]"
    style: ./house.csl
    locale: de-DE
    dtd: dtd/catalog.xml

    """

  private func read(_ text: String) throws -> CheckConfiguration {
    var configuration = CheckConfiguration()
    try configuration.apply(SourceFile(name: "citecli.yaml", bytes: Array(text.utf8)))
    return configuration
  }

  @Test func aFileSetsEverything() throws {
    let options = try read(Self.everything).options
    #expect(options.rules.select == ["C", "N002"])
    #expect(options.rules.extendSelect == ["N001"])
    #expect(options.rules.ignore == ["C006"])
    #expect(
      options.rules.perFile == [
        .init("drafts/", ignore: ["C"]), .init("old.bib", ignore: ["all"]),
      ])
    #expect(options.rules.severities == [.init("C012", .error), .init("N", .note)])
    #expect(options.profile == .chicagoNotes)
  }

  @Test func aPathIsToldFromTheFolderOfTheFile() throws {
    var configuration = CheckConfiguration()
    #expect(configuration.dtd == nil)
    try configuration.apply(SourceFile(name: "house/a.yaml", bytes: Array("dtd: b.dtd\n".utf8)))
    #expect(configuration.dtd == "house/b.dtd")
    try configuration.set("dtd", to: .string("c.dtd"), from: .option("--dtd"))
    #expect(configuration.dtd == "c.dtd")
    try configuration.set("dtd", to: .null, from: .option("--dtd"))
    #expect(configuration.dtd == nil)
  }

  @Test func everySettingSaysWhereItComesFrom() throws {
    var configuration = try read("profile: joss\nselect: [C]\n")
    try configuration.set("select", to: .array([.string("N")]), from: .option("--select"))
    let text = ConfigurationReport.text(of: configuration)
    #expect(text.contains("profile:       \"joss\"  # citecli.yaml:1\n"))
    #expect(text.contains("select:        [\"N\"]  # --select\n"))
    #expect(text.contains("ignore:        []  # default\n"))
    let json = try JSONValue.parse(ConfigurationReport.json(of: configuration))
    #expect(json["settings"]?.array?.count == ConfigurationKey.allCases.count)
  }

  @Test(arguments: [
    ("selekt: [C]", "\"selekt\" is no setting"), ("select: [Q7]", "\"Q7\" is no rule"),
    ("severity: {C012: fatal}", "should be error, warning or note"),
    ("severity: [C012]", "should be a mapping"), ("profile: house", "should be one of standard"),
    ("key-pattern: \"[editor]\"", "should have the fields"), ("- select", "found a list"),
    ("style: [apa]", "should be the name of a style"), ("style: ''", "should be the name of a"),
    ("locale: 7", "should be the tag"), ("per-file: {a: {b: c}}", "should be a list of rules"),
    ("select: [", ""),
    ("dtd: [a.dtd]", "\"dtd\" should be a file"), ("dtd: ''", "\"dtd\" should be a file"),
  ])
  func whatCannotBeIsRefused(_ text: String, _ message: String) {
    let error = #expect(throws: CheckConfiguration.Malformed.self) { try read(text + "\n") }
    #expect(error?.message.contains(message) ?? false, "\(error?.message ?? "")")
  }

  @Test func styleAndLocaleAreNamesOrFilesBesideTheSettings() throws {
    func read(_ text: String, _ name: String) throws -> [String?] {
      var configuration = CheckConfiguration()
      try configuration.apply(SourceFile(name: name, bytes: Array(text.utf8)))
      let isPath = { (text: String) in text.hasSuffix(".csl") || text.hasSuffix(".xml") }
      return [configuration.style(isPath: isPath), configuration.locale(isPath: isPath)]
    }
    #expect(try read("", "citecli.yaml") == ["apa", nil])
    #expect(try read("style: ieee\nlocale: de-AT\n", "../citecli.yaml") == ["ieee", "de-AT"])
    #expect(
      try read("style: a/b.csl\nlocale: x.xml\n", "../.config/citecli.yaml")
        == ["../.config/a/b.csl", "../.config/x.xml"])
    #expect(try read("style: /a.csl\n", "../citecli.yaml") == ["/a.csl", nil])
    #expect(try read("style: a.csl\n", "citecli.yaml") == ["a.csl", nil])
  }

  @Test func anEmptyFileSetsNothing() throws {
    #expect(try read("# nothing\n").settings == CheckConfiguration().settings)
  }

  @Test func thePublishedSchemaFitsTheSettings() throws {
    let path = Shared.package + "/docs/citecli.schema.json"
    guard let file = Shared.readFile(path) else {
      return print("skipped: no docs beside the tests")
    }
    let properties = try #require(try JSONValue.parse(file)["properties"])
    #expect(properties.object?.map(\.name) == ConfigurationKey.allCases.map(\.rawValue))
    let profiles = properties["profile"]?["enum"]?.array?.compactMap(\.string)
    #expect(profiles == CompletenessProfile.allCases.map(\.rawValue))
    guard Tool.works("python3 -c 'import jsonschema, yaml'") else {
      return print("skipped: python3 with jsonschema and yaml is not installed")
    }
    let script =
      "import json, jsonschema, yaml\n"
      + "jsonschema.validate(yaml.safe_load(open('a.yaml')), json.load(open('schema.json')))\n"
    let result = try #require(
      Tool.run(
        "python3 check.py", needs: "python3",
        files: [
          ("schema.json", file), ("a.yaml", Array(Self.everything.utf8)),
          ("check.py", Array(script.utf8)),
        ]))
    #expect(result.status == 0, "\(result.output.suffix(800))")
  }
}
