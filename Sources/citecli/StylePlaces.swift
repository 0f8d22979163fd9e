internal import Citations

/// The places where styles and locales are looked for by their names.
///
/// In this order: `./styles`, the user's data folder, what is built in, the folder of the distribution's packages.
struct StylePlaces: Sendable {
  /// A file of a style or a locale.
  struct Found: Sendable {
    /// The name or language tag.
    var name: String
    /// Where it was found, in words.
    var origin: String
    /// Its path; nil where it is built in.
    var path: String?
  }

  /// Styles or locales.
  enum Kind: Sendable { case style, locale }

  /// Folders with styles in one place, and those with locales.
  private struct Place: Sendable {
    var origin: String
    var styles: [String]
    var locales: [String]

    func folders(_ kind: Kind) -> [String] { kind == .style ? styles : locales }

    /// A folder as people lay it out: styles in it or in `dependent`, locales in it or in `locales`.
    init(_ folder: String) {
      origin = folder
      styles = [folder, folder + "/dependent"]
      locales = [folder, folder + "/locales"]
    }

    init(system folder: String) {
      origin = folder
      styles = [folder + "/styles", folder + "/styles/dependent"]
      locales = [folder + "/locales"]
    }
  }

  private let near: [Place]
  private let system: [Place]

  /// The places of this user and machine.
  init() {
    near = ["./styles", Self.userFolder].compactMap { $0 }.map { Place($0) }
    system = [
      Place(system: "/usr/local/share/citation-style-language"),
      Place(system: "/usr/share/citation-style-language"),
    ]
  }

  /// The folder of the user's own styles.
  ///
  /// Source: XDG Base Directory Specification; a relative path in `XDG_DATA_HOME` is to be ignored.
  static var userFolder: String? {
    if let data = FileIO.environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/citecli/styles"
    }
    guard let home = FileIO.environment("HOME"), !home.isEmpty else { return nil }
    #if os(macOS)
      return home + "/Library/Application Support/citecli/styles"
    #else
      return home + "/.local/share/citecli/styles"
    #endif
  }

  /// Whether what the user typed is a path and not a name.
  static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".csl") || name.hasSuffix(".xml")
  }

  /// The files of that name, the one that counts first.
  func candidates(_ kind: Kind, _ name: String) -> [Found] {
    func files(_ places: [Place]) -> [Found] {
      places.flatMap { place in
        place.folders(kind).map {
          Found(
            name: name, origin: place.origin,
            path: $0 + "/" + Self.prefix(kind) + name + Self.suffix(kind))
        }
      }.filter { $0.path.map(FileIO.isReadable) ?? false }
    }
    let isBuiltIn = Self.builtIn(kind).contains(name)
    return files(near) + (isBuiltIn ? [Found(name: name, origin: "built in")] : []) + files(system)
  }

  /// All files: those of the user, those that are built in, and those of the system if asked for.
  func all(_ kind: Kind, withSystem: Bool) -> [Found] {
    func files(_ places: [Place]) -> [Found] {
      places.flatMap { place in
        place.folders(kind).flatMap { folder in
          FileIO.names(in: folder, prefix: Self.prefix(kind), suffix: Self.suffix(kind)).map {
            Found(
              name: $0, origin: place.origin,
              path: folder + "/" + Self.prefix(kind) + $0 + Self.suffix(kind))
          }
        }
      }
    }
    return files(near) + Self.builtIn(kind).map { Found(name: $0, origin: "built in") }
      + (withSystem ? files(system) : [])
  }

  /// The file of something that was found.
  func read(_ kind: Kind, _ found: Found) throws(FileError) -> SourceFile {
    guard let path = found.path else {
      let file =
        kind == .style ? BuiltInStyles.style(found.name) : BuiltInStyles.locale(found.name)
      guard let file else { throw FileError(path: found.name, reason: "is not built in") }
      return file
    }
    return SourceFile(name: path, bytes: DecodedText(try FileIO.read(path: path)).bytes)
  }

  private static func builtIn(_ kind: Kind) -> [String] {
    kind == .style ? BuiltInStyles.styleNames : BuiltInStyles.localeTags
  }

  private static func prefix(_ kind: Kind) -> String { kind == .style ? "" : "locales-" }
  private static func suffix(_ kind: Kind) -> String { kind == .style ? ".csl" : ".xml" }
}
