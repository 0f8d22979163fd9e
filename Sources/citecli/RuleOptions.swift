internal import ArgumentParser
internal import Citations

/// Which rules are checked.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Check these rules only: ids, beginnings of ids, names, or all; commas between.",
      valueName: "rules"))
  var select: [String] = []

  @Option(
    name: .customLong("extend-select"),
    help: ArgumentHelp("Check these rules beside the usual ones.", valueName: "rules"))
  var extendSelect: [String] = []

  @Option(name: .long, help: ArgumentHelp("Leave these rules out.", valueName: "rules"))
  var ignore: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What entries must have: \(CompletenessProfile.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "profile"))
  var profile: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Report journals that this list has not (S056): lines 'Full Name;Abbr. Name', CSV or JSON; repeatable.",
      valueName: "file"), completion: .file())
  var journals: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Report what an export of bibliographies to this format would not keep (X001).",
      valueName: "format"))
  var export: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Check JATS articles against this DTD, or against that which this XML catalog has for each.",
      valueName: "file"), completion: .file(extensions: ["dtd", "xml"]))
  var dtd: String?

  @OptionGroup var file: ConfigurationOptions

  /// The format of `--export`, or nil without it.
  func exportFormat() throws -> BibliographyFormat? {
    guard let export else { return nil }
    let formats = BibliographyFormat.all.filter(\.writesReferences)
    guard let format = formats.first(where: { $0.name == export }) else {
      throw ValidationError(
        "There is no bibliography format '\(export)' to write. \(Choice.sentence(formats.map(\.name)))"
      )
    }
    return format
  }

  /// The settings of the configuration file and of the options.
  func configuration() throws -> CheckConfiguration {
    var configuration = try file.read()
    do throws(CheckConfiguration.Malformed) {
      for (name, values) in [
        ("select", select), ("extend-select", extendSelect), ("ignore", ignore),
      ] where !values.isEmpty {
        try configuration.set(name, to: Self.list(values), from: .option("--\(name)"))
      }
      if !journals.isEmpty {
        try configuration.set(
          "journals", to: .array(journals.map { .string($0) }), from: .option("--journals"))
      }
      if let profile {
        try configuration.set("profile", to: .string(profile), from: .option("--profile"))
      }
      if let dtd { try configuration.set("dtd", to: .string(dtd), from: .option("--dtd")) }
    } catch {
      throw ValidationError(error.message)
    }
    return configuration
  }

  private static func list(_ values: [String]) -> JSONValue {
    .array(
      values.flatMap { value in
        value.split(whereSeparator: { $0 == "," || $0 == " " }).map { .string(String($0)) }
      })
  }
}

/// The day with which dates are compared.
struct DayOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Compare dates with this day, YYYY-MM-DD, instead of the clock's.", valueName: "date"))
  var today: String?

  /// The day; by the clock where none is given.
  func day() throws -> DateValue.Point? {
    guard let today else { return FileIO.today() }
    guard case .point(let point) = DateValue(edtf: today)?.start, point.day != nil else {
      throw ValidationError("'\(today)' is no day; write it as 2026-11-25")
    }
    return point
  }
}
