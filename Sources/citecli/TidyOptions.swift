internal import ArgumentParser
internal import Citations

/// What `citecli format` changes.
struct TidyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Indent fields by a number of spaces or by tab.",
      discussion: "Without it, as most fields of the file are.", valueName: "number|tab"))
  var indent: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Put the equals signs behind one space (none), in a column for each entry (entry), or in a column by number.",
      discussion: "Without it, as most fields of the file have them.",
      valueName: "none|entry|column"))
  var align: String?

  @Option(name: .long, help: "Letters of entry types.")
  var typeCase = Letters.keep

  @Option(name: .long, help: "Letters of field names.")
  var fieldCase = Letters.keep

  @Option(
    name: .long,
    help: "Letters of keys, and of crossref and other fields that name keys.")
  var keyCase = Letters.keep

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Put these fields first, in this order: author,title,year.", valueName: "names"))
  var fieldOrder: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Sort the entries.",
      discussion:
        "What stands above an entry goes with it; definitions of strings stay in their place."))
  var sort = Order.none

  @Flag(name: .long, help: "Put values in braces instead of quotation marks.")
  var braces = false

  @Flag(name: .long, help: "Write months as strings: jan.")
  var months = false

  @Flag(name: .long, help: "Take the resolver's address or 'doi:' off DOIs.")
  var dois = false

  @Flag(name: .long, help: "Write ranges of pages with two hyphens.")
  var pages = false

  @Flag(inversion: .prefixedNo, help: "Write a comma behind the last field, or none.")
  var trailingComma: Bool?

  @Option(
    name: .long,
    help: ArgumentHelp("Put this many empty lines between entries.", valueName: "number"))
  var blankLines: Int?

  @Flag(name: .long, help: "Take away fields with nothing in them.")
  var removeEmpty = false

  @Flag(name: .long, help: "Take away fields that an entry has already; the first counts.")
  var removeDuplicates = false

  @Option(
    name: .long,
    help: ArgumentHelp("Break lines of values that are longer than this.", valueName: "length"))
  var wrap: Int?

  /// The letters of names.
  enum Letters: String, CaseIterable, ExpressibleByArgument {
    case keep
    case lower
    case upper
    case capitalized

    var option: BibTeXTidyOptions.Letters { .init(rawValue: rawValue) ?? .keep }
  }

  /// The order of entries.
  enum Order: String, CaseIterable, ExpressibleByArgument {
    case none
    case key
    case authorYear = "author-year"

    var option: BibTeXTidyOptions.Order { .init(rawValue: rawValue) ?? .none }
  }

  func validate() throws {
    _ = try indentation()
    _ = try alignment()
    if let blankLines, !(0...100).contains(blankLines) {
      throw ValidationError("--blank-lines is a number from 0 to 100, not \(blankLines)")
    }
    if let wrap, wrap < 20 { throw ValidationError("--wrap is at least 20, not \(wrap)") }
  }

  /// What the library is told.
  func options() throws -> BibTeXTidyOptions {
    var options = BibTeXTidyOptions()
    options.indentation = try indentation()
    options.alignment = try alignment()
    options.typeLetters = typeCase.option
    options.fieldLetters = fieldCase.option
    options.keyLetters = keyCase.option
    options.fieldOrder = (fieldOrder ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    options.order = sort.option
    options.bracesForQuotes = braces
    options.monthsAsStrings = months
    options.bareDOIs = dois
    options.pageDashes = pages
    options.trailingComma = trailingComma
    options.blankLines = blankLines
    options.removesEmptyFields = removeEmpty
    options.removesDuplicateFields = removeDuplicates
    options.wrap = wrap
    return options
  }

  private func indentation() throws -> BibTeXTidyOptions.Indentation {
    guard let indent else { return .asInFile }
    if indent == "tab" { return .tab }
    guard let count = Int(indent), (0...100).contains(count) else {
      throw ValidationError("--indent is a number from 0 to 100 or tab, not '\(indent)'")
    }
    return .spaces(count)
  }

  private func alignment() throws -> BibTeXTidyOptions.Alignment {
    switch align {
    case nil: return .asInFile
    case "none": return .none
    case "entry": return .entry
    case let text?:
      guard let column = Int(text), (1...200).contains(column) else {
        throw ValidationError("--align is none, entry or a number from 1 to 200, not '\(text)'")
      }
      return .column(column)
    }
  }
}
