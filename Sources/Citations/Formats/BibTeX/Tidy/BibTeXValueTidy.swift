/// Values after the changes that the options ask for; all others keep their bytes.
struct BibTeXValueTidy {
  private let syntax: BibTeXSyntax
  private let options: BibTeXTidyOptions
  private let manner: BibTeXManner
  private let keys: BibTeXKeyLetters

  init(
    _ syntax: BibTeXSyntax, _ options: BibTeXTidyOptions, _ manner: BibTeXManner,
    _ keys: BibTeXKeyLetters
  ) {
    self.syntax = syntax
    self.options = options
    self.manner = manner
    self.keys = keys
  }

  /// The value of a field as it will stand.
  func text(of field: BibTeXSyntax.Field, isOfEntry: Bool = true) -> [UInt8] {
    if isOfEntry, options.monthsAsStrings, let month = month(field) { return month }
    var edits: [SourceEdit] = []
    if isOfEntry, let piece = onlyText(field) {
      if let text = changed(field, syntax[piece.text]) {
        edits.append(SourceEdit(piece.text, text))
      } else if keys.isOfKeys(field) {
        edits += keys.edits(field)
      }
    }
    if options.bracesForQuotes { edits += braces(field) }
    guard !edits.isEmpty else { return Array(syntax[field.value]) }
    let start = Int(field.value.start)
    for index in edits.indices {
      let range = edits[index].range
      edits[index].range = SourceRange(Int(range.start) - start, Int(range.end) - start)
    }
    return SourceEdit.apply(edits, to: Array(syntax[field.value]))
  }

  /// The piece of a value that is one text in delimiters.
  private func onlyText(_ field: BibTeXSyntax.Field) -> BibTeXSyntax.Piece? {
    guard field.pieces.end == field.pieces.start + 1, let piece = syntax.pieces(of: field).first
    else { return nil }
    return piece.isClosed && (piece.kind == .braced || piece.kind == .quoted) ? piece : nil
  }

  private func changed(_ field: BibTeXSyntax.Field, _ text: ArraySlice<UInt8>) -> [UInt8]? {
    let name = syntax[field.name].map(\.asciiLowercased)
    if options.bareDOIs, name.elementsEqual("doi".utf8), let doi = BibTeXNormalization.doi(text) {
      return doi
    }
    var pages: [UInt8]?
    if options.pageDashes, name.elementsEqual("pages".utf8) {
      pages = BibTeXNormalization.pages(text)
    }
    guard let width = options.wrap, !keys.isOfKeys(field), !BibTeXNormalization.isVerbatim(name)
    else { return pages }
    return wrapped(pages?[...] ?? text, width) ?? pages
  }

  private func braces(_ field: BibTeXSyntax.Field) -> [SourceEdit] {
    syntax.pieces(of: field).filter { $0.kind == .quoted && $0.isClosed }.flatMap { piece in
      [
        SourceEdit(
          SourceRange(Int(piece.text.start) - 1, Int(piece.text.start)), [UInt8(ascii: "{")]),
        SourceEdit(SourceRange(Int(piece.text.end), Int(piece.text.end) + 1), [UInt8(ascii: "}")]),
      ]
    }
  }

  private func month(_ field: BibTeXSyntax.Field) -> [UInt8]? {
    guard syntax[field.name].map(\.asciiLowercased).elementsEqual("month".utf8),
      field.pieces.end == field.pieces.start + 1, let piece = syntax.pieces(of: field).first,
      piece.kind != .symbol, piece.isClosed
    else { return nil }
    return BibTeXNormalization.month(syntax[piece.text])
  }

  /// The text in lines of at most `width` bytes where its words allow it; nil where it is in such lines already.
  private func wrapped(_ text: ArraySlice<UInt8>, _ width: Int) -> [UInt8]? {
    let isLong = text.split(whereSeparator: \.isLineEnd).contains { $0.count > width }
    guard isLong || text.contains(where: \.isLineEnd) else { return nil }
    var result: [UInt8] = []
    var column = 0
    for word in text.split(whereSeparator: \.isASCIISpace) {
      if column > 0, column + 1 + word.count <= width {
        result.append(0x20)
        column += 1 + word.count
      } else {
        if column > 0 { result += manner.lineEnding }
        result += column > 0 ? manner.indentation + manner.indentation : []
        column = word.count + (column > 0 ? 2 * manner.indentation.count : 0)
      }
      result += word
    }
    return result
  }
}
