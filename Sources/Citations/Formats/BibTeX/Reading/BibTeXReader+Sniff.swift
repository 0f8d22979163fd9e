extension BibTeXReader {
  /// How much the beginning of a text looks like a file of the dialect.
  ///
  /// JabRef says what a file is; else fields and types that only BibLaTeX has, and that only BibTeX has, are counted.
  static func sniff(_ head: ArraySlice<UInt8>, _ dialect: BibTeXDialect) -> Int {
    let tree = BibTeXSyntax(parsing: SourceFile(name: "", bytes: Array(head)))
    let entries = tree.blocks.filter { $0.kind == .entry }
    if let type = databaseType(tree) {
      return type == (dialect == .biblatex ? "biblatex" : "bibtex") ? 100 : 60
    }
    guard !entries.isEmpty || tree.blocks.contains(where: { $0.kind == .stringDefinition }) else {
      return 0
    }
    let known = entries.filter { entry in
      let type = tree[entry.type].map(\.asciiLowercased).string
      return BibTeXTypes.biblatex.meaning(of: BibTeXTypeAliases.canonical(type).type) != nil
        && !tree.fields(of: entry).isEmpty
    }
    let base = known.isEmpty ? 41 : 70
    var modern = 0
    var classic = 0
    for field in tree.fields {
      switch tree[field.name].map(\.asciiLowercased).string {
      case "date", "journaltitle", "location", "eprinttype", "langid", "urldate", "subtitle",
        "booksubtitle", "maintitle", "institution", "origdate", "eventtitle", "editortype",
        "pubstate":
        modern += 1
      case "journal", "address", "year", "month", "school": classic += 1
      default: continue
      }
    }
    let isModern = modern > classic
    return base + (isModern == (dialect == .biblatex) ? 10 : 0)
  }

  /// The kind of database that JabRef noted in a comment.
  private static func databaseType(_ tree: BibTeXSyntax) -> String? {
    for block in tree.blocks where block.kind == .comment {
      let body = Array(tree[block.body])
      let label = Array("jabref-meta: databaseType:".utf8)
      guard let place = body.firstOffset(of: label, from: 0) else { continue }
      return body[(place + label.count)...].prefix(while: \.isASCIILetter).string
    }
    return nil
  }
}
