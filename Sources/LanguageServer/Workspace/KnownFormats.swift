internal import Citations

/// Which files concern the server.
enum KnownFormats {
  /// Endings of documents that name citation keys, or whose notes are read.
  private static let documents = Set(DocumentFormat.all.flatMap(\.extensions))
    .union(["tex", "ltx"]).subtracting(shared)
  /// Endings of bibliographies.
  private static let bibliographies = Set(
    BibliographyFormat.all.filter(\.canRead).flatMap(\.extensions)
  ).subtracting(shared)
  /// Endings that many other files have, so that the content must say what a file is.
  private static let shared: Set<String> = ["json", "yaml", "yml", "xml"]
  /// Endings of documents that can name keys; only these are looked for in folders.
  private static let citing: Set<String> = [
    "md", "markdown", "qmd", "rmd", "mkd", "mdown", "typ", "org", "tex", "ltx", "adoc", "asciidoc",
    "asc", "dj", "djot", "rst", "rest",
  ]

  /// The names of formats by the names that editors have for languages.
  private static let languages: [String: String] = [
    "markdown": "markdown", "quarto": "markdown", "rmd": "markdown", "pandoc": "markdown",
    "bibtex": "bibtex", "biblatex": "biblatex", "typst": "typst", "org": "org",
    "asciidoc": "asciidoc", "asciidoctor": "asciidoc", "html": "html",
    "restructuredtext": "rst", "djot": "djot", "ris": "ris",
  ]

  private static let mattering = bibliographies.union(citing).union(shared)

  /// Endings of files in a workspace that may matter, sorted; that of R Markdown as it is usually written too.
  static let endings = (mattering.union(["Rmd"])).sorted()

  /// Whether a file in a workspace may matter by its name.
  static func mayMatter(_ path: String) -> Bool {
    mattering.contains(FileName.fileExtension(of: path))
  }

  /// Whether content decides about a file of this name.
  static func isShared(_ name: String) -> Bool { shared.contains(FileName.fileExtension(of: name)) }

  /// How an open file is read, where its name does not tell; nil for one that does not concern the server.
  static func input(name: String, languageID: String, bytes: [UInt8]) -> CheckInput? {
    let ending = FileName.fileExtension(of: name)
    if isShared(name) { return sharedInput(name: name, bytes: bytes) }
    if documents.contains(ending) || bibliographies.contains(ending) {
      return CheckInput.guess(name: name, bytes: bytes)
    }
    return languages[languageID].flatMap(CheckInput.named)
  }

  /// How a file is read whose name says too little; nil where its content is nothing for the server.
  static func sharedInput(name: String, bytes: [UInt8]) -> CheckInput? {
    let guess = CheckInput.guess(name: name, bytes: bytes)
    switch guess {
    case .document(let format): return format.name == "jats" ? guess : nil
    case .bibliography:
      // Without a name only content that speaks for a format is one.
      return BibliographyFormat.guess(name: "", bytes: bytes) == nil ? nil : guess
    }
  }
}
