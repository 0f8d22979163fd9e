internal import ArgumentParser
internal import Citations

/// The style and the locales that a command formats with.
struct StyleChoice {
  /// The style; of one that only renames another, the other.
  let style: Style
  /// The files with the words of languages.
  let locales: LocaleSet
  /// The language that was asked for; nil where the style decides.
  private(set) var language: String?
  /// What is not right about the style and does no harm.
  let warnings: [(source: SourceFile, diagnostics: [Diagnostic])]

  /// Finds and reads a style by name or path, and makes sure that there is a locale for `locale`, a tag or path.
  ///
  /// - Throws: `FileError` where there is no such style or locale; `ExitCode` where one cannot be used, after saying why.
  init(style name: String, locale: String?) throws {
    let places = StylePlaces()
    let source = try Self.find(name, in: places)
    let read = try Self.used(source) { source throws(StyleError) in try Style(source) }
    warnings = [(source, read.warnings)]
    if read.isDependent, let parent = read.independentParent {
      style = try Self.parent(parent, of: source, in: places)
      language = read.defaultLocale
    } else {
      style = read
    }
    let find = Self.localeFinder(places)
    guard let locale else {
      locales = LocaleSet(finding: find)
      return
    }
    if StylePlaces.isPath(locale) {
      let source = try Self.file(locale)
      let own = try Self.used(source) { source throws(StyleError) in try Locale(source) }
      language = own.language
      locales = LocaleSet { $0 == own.language ? own : find($0) }
      return
    }
    language = locale
    locales = LocaleSet(finding: find)
    // English stands in for languages that are not there, which somebody who asked for one must know.
    guard let found = locales.locale(for: locale), Self.isSame(found.language, locale) else {
      throw FileError(
        path: locale,
        reason: "there is no locale for this language"
          + Self.advice(locale, places.all(.locale, withSystem: true).map(\.name))
          + "'citecli styles --locales' lists them")
    }
  }

  private static func localeFinder(_ places: StylePlaces) -> @Sendable (String) -> Locale? {
    { tag in
      for found in places.candidates(.locale, tag) {
        guard let source = try? places.read(.locale, found) else { continue }
        if let locale = try? Locale(source) { return locale }
        Terminal.complain("\(source.name): is no CSL locale; it is left out")
      }
      return nil
    }
  }

  private static func file(_ path: String) throws(FileError) -> SourceFile {
    SourceFile(name: path, bytes: DecodedText(try FileIO.read(path: path)).bytes)
  }

  /// Whether two tags name the same language, whatever the regions.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    func primary(_ tag: String) -> String {
      tag.split { $0 == "-" || $0 == "_" }.first.map { $0.lowercased() } ?? ""
    }
    return primary(left) == primary(right)
  }

  private static func find(
    _ name: String, in places: StylePlaces
  ) throws(FileError) -> SourceFile {
    if StylePlaces.isPath(name) { return try file(name) }
    if let found = places.candidates(.style, name).first { return try places.read(.style, found) }
    let names = places.all(.style, withSystem: true).map(\.name)
    throw FileError(
      path: name,
      reason: "there is no style of this name" + advice(name, names)
        + "'citecli styles' lists them")
  }

  private static func advice(_ name: String, _ names: [String]) -> String {
    var seen: Set<String> = []
    let nearest = NearestNames.of(name, among: names.filter { seen.insert($0).inserted })
    guard !nearest.isEmpty else { return "; " }
    return "; did you mean " + nearest.joined(separator: " or ") + "? "
  }

  /// The style that another one only renames: the file whose id that is.
  private static func parent(
    _ id: String, of child: SourceFile, in places: StylePlaces
  ) throws -> Style {
    let name = id.split(separator: "/").last.map(String.init) ?? id
    var sources: [SourceFile] = []
    if let slash = child.name.lastIndex(of: "/") {
      // Collections keep such styles in a folder inside that of their parents.
      let folder = String(child.name[..<slash])
      for path in ["\(folder)/\(name).csl", "\(folder)/../\(name).csl"]
      where FileIO.isReadable(path) {
        sources.append(try file(path))
      }
    }
    for found in places.candidates(.style, name) {
      sources.append(try places.read(.style, found))
    }
    let matching = sources.first { StyleSummary(name: name, head: $0.bytes)?.id == id }
    guard let matching else {
      throw FileError(
        path: child.name,
        reason:
          "is another name for the style \(id), which is not here; put \(name).csl beside it, "
          + "in ./styles or in \(StylePlaces.userFolder ?? "the folder of your styles")")
    }
    let style = try used(matching) { source throws(StyleError) in try Style(source) }
    guard !style.isDependent else {
      throw FileError(
        path: matching.name, reason: "is itself another name for a style, so it can be no parent")
    }
    return style
  }

  /// What a file is read as; where it cannot be, the reasons are said.
  private static func used<Value>(
    _ source: SourceFile, _ read: (SourceFile) throws(StyleError) -> Value
  ) throws -> Value {
    do throws(StyleError) {
      return try read(source)
    } catch {
      let isColored = ColorMode.auto.isOn(for: FileIO.standardError)
      Terminal.say(
        FindingsReport(.full, isColored: isColored)
          .text(of: error.diagnostics, in: source))
      Terminal.complain("\(source.name): the style or locale cannot be used")
      throw ExitCode.unusable
    }
  }
}
