import Testing

@testable import Citations

/// A case of the shared folder's `bibtex/cases.json`: a file, and the reading that is right.
struct BibTeXReadingCase: CustomTestStringConvertible, Sendable {
  var id: String
  var area: String
  var dialect: BibTeXDialect
  var bytes: [UInt8]
  fileprivate var expect: [JSONValue.Member]

  var testDescription: String { id }

  /// All cases; none where the folder is missing.
  static let all: [BibTeXReadingCase] = {
    guard let bytes = Shared.read("bibtex/cases.json"),
      let members = try? JSONValue.parse(bytes).object,
      let cases = members.first(where: { $0.name == "cases" })?.value.array
    else { return [] }
    return cases.compactMap { value in
      guard let members = value.object else { return nil }
      func text(_ name: String) -> String? {
        members.first { $0.name == name }?.value.string
      }
      let input = text("input") ?? ""
      let encoding = text("encoding")
      return BibTeXReadingCase(
        id: text("id") ?? "", area: text("area") ?? "",
        dialect: text("dialect") == "biblatex" ? .biblatex : .bibtex,
        bytes: encoding == nil ? Array(input.utf8) : Self.singleBytes(input),
        expect: members.first { $0.name == "expect" }?.value.object ?? [])
    }
  }()

  /// The text in Latin-1, where the sign of the euro has the place that it has in windows-1252.
  private static func singleBytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) }
  }
}

/// What a case expects that is not so.
struct BibTeXCaseCheck {
  private let test: BibTeXReadingCase
  private let read: ReadBibliography
  private let resolver: BibTeXResolver
  private var inheritance: BibTeXInheritance
  private(set) var complaints: [String] = []

  init(_ test: BibTeXReadingCase) {
    self.test = test
    let source = SourceFile(name: "test.bib", bytes: DecodedText(test.bytes).bytes)
    let tree = BibTeXSyntax(parsing: source)
    resolver = BibTeXResolver(tree, test.dialect)
    inheritance = BibTeXInheritance(resolver)
    var options = ReaderOptions()
    // Where both readings are known, the cases give the one of BibTeX.
    options.nameRules = .bibtex
    read = BibTeXReader.read(source, as: test.dialect, options)
    for member in test.expect { check(member.name, member.value) }
  }

  private mutating func require(_ condition: Bool, _ complaint: String) {
    if !condition { complaints.append(complaint) }
  }

  private mutating func check(_ name: String, _ value: JSONValue) {
    let blocks = resolver.tree.blocks
    switch name {
    case "entries": checkEntries(value.array ?? [])
    case "diagnostics":
      var rest = read.diagnostics
      for subject in value.array?.compactMap(\.string) ?? [] where subject != "not-utf8:latin1" {
        let index = rest.firstIndex { isReport($0, subject) }
        require(index != nil, "no diagnostic \(subject)")
        if let index { rest.remove(at: index) }
      }
      if value.array?.contains(.string("not-utf8:latin1")) == true {
        require(DecodedText(test.bytes).encoding == .windows1252, "read as UTF-8")
      }
    case "absent":
      for word in value.array?.compactMap(\.string) ?? [] {
        let parts = word.split(separator: ".").map(String.init)
        let entry = read.references.first { parts.count < 2 || $0.id == parts[0] }
        let isThere = entry?[.title] != nil && parts.last == "title"
        let hasOther = parts.last == "note" ? entry?[.note] != nil : entry?[.issued] != nil
        require(!isThere && (parts.last == "title" || !hasOther), "\(word) is there")
      }
    case "kept_fields":
      for field in value.array?.compactMap(\.string) ?? [] {
        require(read.references[0].extras.contains { $0.name == field }, "\(field) is not kept")
      }
    case "preamble":
      require(blocks.count { $0.kind == .preamble } == value.integer, "preambles")
    case "comments":
      require(blocks.count { $0.kind == .comment } == value.integer, "comments")
    case "kept_text":
      require(blocks.count { $0.kind == .text } == value.integer, "free text")
    case "meta":
      require(
        BibTeXReader.sniff(resolver.tree.bytes[...], .biblatex) == 100,
        "the database type is not seen")
    case "write":
      require(resolver.tree.bytes == DecodedText(test.bytes).bytes, "other bytes")
    default: complaints.append("cannot check \(name)")
    }
  }

  private func isReport(_ diagnostic: Diagnostic, _ subject: String) -> Bool {
    let parts = subject.split(separator: ":", maxSplits: 1).map(String.init)
    guard diagnostic.rule.name == parts[0] else { return false }
    guard parts.count == 2 else { return true }
    let words = parts[1].split(separator: ".").last.map(String.init) ?? ""
    if let range = diagnostic.range,
      let field = resolver.tree.fields.first(where: {
        $0.value.start <= range.start && range.end <= $0.value.end
      })
    {
      if resolver.tree[field.name].string == words { return true }
    }
    // "space" is what is wrong with the key, not the key.
    return diagnostic.message.contains(words) || diagnostic.message.contains("\" \"")
  }

  private mutating func checkEntries(_ expected: [JSONValue]) {
    require(
      expected.count == read.references.count,
      "\(read.references.count) entries, expected \(expected.count)")
    let indices = resolver.entries.indices.filter {
      resolver.types[resolver.entries[$0].type].canonical != "xdata"
    }
    for (place, value) in expected.enumerated() where read.references.indices.contains(place) {
      let entry = resolver.entries[indices[place]]
      let fields = inheritance.fields(of: indices[place])
      var check = BibTeXEntryCheck(
        reference: read.references[place], type: resolver.types[entry.type],
        resolver: resolver,
        fields: fields)
      for member in value.object ?? [] { check.check(member.name, member.value) }
      complaints += check.complaints.map { "\(read.references[place].id): \($0)" }
    }
  }
}

/// What a case expects of one entry.
struct BibTeXEntryCheck {
  let reference: Reference
  let type: BibTeXTypeTable.EntryType
  let resolver: BibTeXResolver
  let fields: [BibTeXResolver.Field]
  private(set) var complaints: [String] = []

  init(
    reference: Reference, type: BibTeXTypeTable.EntryType, resolver: BibTeXResolver,
    fields: [BibTeXResolver.Field]
  ) {
    self.reference = reference
    self.type = type
    self.resolver = resolver
    self.fields = fields
  }

  private mutating func same(_ found: String?, _ expected: String?, _ name: String) {
    if found?.trimmed != expected?.trimmed {
      complaints.append("\(name) is \(found ?? "missing"), expected \(expected ?? "nothing")")
    }
  }

  /// The text of a field under the name that BibLaTeX prefers.
  private func field(_ name: String) -> String? {
    guard let field = fields.first(where: { resolver.name(of: $0) == name }) else { return nil }
    var decoder = LaTeXDecoder()
    decoder.decode(resolver.bytes, Int(field.value.start)..<Int(field.value.end))
    return decoder.output.string
  }

  mutating func check(_ name: String, _ value: JSONValue) {
    let text = value.string ?? value.integer.map(String.init)
    switch name {
    case "key": same(reference.id, text, name)
    case "type": same(type.canonical, text, name)
    case "csl_type": same(reference.type.rawValue, text, name)
    case "title": same(reference[.title]?.plain, text, name)
    case "title-short": same(reference[.titleShort]?.plain, text, name)
    case "abstract": same(reference[.abstract]?.plain, text, name)
    case "note": same(reference[.note]?.plain, text, name)
    case "language": same(reference[.language]?.plain, text, name)
    case "edition": same(reference[.edition], text, name)
    case "volume": same(reference[.volume], text, name)
    case "page": same(reference[.page], text, name)
    case "url": same(reference[.url]?.plain, text, name)
    case "doi": same(reference[.doi]?.plain.lowercased(), text?.lowercased(), name)
    case "doi_raw": same(reference[.doi]?.plain, text, name)
    case "status": same(reference[.status]?.plain, text, name)
    case "suffix": same(reference[.yearSuffix]?.plain, text, name)
    case "series": same(reference[.collectionTitle]?.plain, text, name)
    case "accessed": same(reference[.accessed]?.edtf, text, name)
    case "year":
      let year = reference[.issued]
      same(year?.year.map(String.init) ?? year?.literal, text, name)
    case "date": same(reference[.issued]?.edtf, text, name)
    case "month":
      same(field("month").flatMap(BibTeXDateReader.month)?.first.description, text, name)
    case "issued": checkIssued(value.object ?? [])
    case "author": checkNames(reference[.author], value, name)
    case "editor": checkNames(reference[.editor], value, name)
    case "bookauthor": checkNames(reference[.containerAuthor], value, name)
    case "journal", "journaltitle":
      same(reference[.containerTitle]?.plain, text, name)
      same(field("journaltitle"), text, name)
    case "booktitle", "booksubtitle", "maintitle", "institution": same(field(name), text, name)
    case "subtype": same(field("type") ?? type.genre, text, name)
    case "publisher", "location":
      let list = value.array?.compactMap(\.string).joined(separator: "; ") ?? text
      same(reference[name == "publisher" ? .publisher : .publisherPlace]?.plain, list, name)
    case "keywords":
      checkList(BibTeXEntryReader.keywords(raw("keywords")).map { $0.string }, value, name)
    case "aliases": checkList(keys("ids"), value, name)
    case "members": checkList(keys("entryset"), value, name)
    case "related": checkList(keys("related"), value, name)
    case "arxiv":
      same(reference[.archive]?.plain, "arXiv", name)
      same(reference[.archiveLocation]?.plain, text, name)
    case "files": checkFiles(value)
    case "protected", "markup": checkMarkup(name, value)
    default: complaints.append("cannot check \(name)")
    }
  }

  private func raw(_ name: String) -> ArraySlice<UInt8> {
    fields.first { resolver.name(of: $0) == name }.map { resolver.value(of: $0) } ?? []
  }

  private func keys(_ name: String) -> [String] {
    reference.extras.first { $0.name == name }?.value.split(separator: ",").map {
      String($0).trimmed
    } ?? []
  }

  private mutating func checkList(_ found: [String], _ value: JSONValue, _ name: String) {
    let plain = found.map { $0.filter { $0 != "{" && $0 != "}" } }
    same(
      plain.joined(separator: "|"), value.array?.compactMap(\.string).joined(separator: "|"), name)
  }

  private mutating func checkNames(_ found: [Name], _ value: JSONValue, _ list: String) {
    let expected = value.array ?? []
    if found.count != expected.count { complaints.append("\(found.count) names in \(list)") }
    for (name, value) in zip(found, expected) {
      for member in value.object ?? [] {
        switch member.name {
        case "family": same(name.family, member.value.string, "family")
        case "given": same(name.given, member.value.string, "given")
        case "suffix": same(name.suffix, member.value.string, "suffix")
        case "literal": same(name.literal, member.value.string, "literal")
        case "particle":
          same(name.droppingParticle + name.nonDroppingParticle, member.value.string, "particle")
        case "non-dropping": same(name.droppingParticle, "", "droppingParticle")
        case "others": same(name.literal, "others", "others")
        default: complaints.append("cannot check \(member.name)")
        }
      }
    }
  }

  private mutating func checkIssued(_ members: [JSONValue.Member]) {
    let date = reference[.issued]
    let hasEDTF = members.contains { $0.name == "edtf" }
    for member in members {
      switch member.name {
      case "edtf": same(date?.edtf, member.value.string, "issued")
      case "literal": same(date?.literal, member.value.string, "literal")
      case "season":
        same(point(date?.start)?.season?.description, member.value.integer?.description, "season")
      case "circa": same(point(date?.start)?.isApproximate.description, "true", "circa")
      case "uncertain": same(point(date?.start)?.isUncertain.description, "true", "uncertain")
      case "supplied": same(date?.literal?.first?.description, "[", "supplied")
      case "time":
        same(date?.literal?.contains(member.value.string ?? "").description, "true", "time")
      case "date-parts" where !hasEDTF:
        let parts = member.value.array?.map { $0.array?.compactMap(\.integer) ?? [] } ?? []
        let found = [point(date?.start), point(date?.end)].compactMap { $0 }.map { point in
          [point.year, point.month, point.day].compactMap { $0 }
        }
        if found != parts { complaints.append("issued is \(found), expected \(parts)") }
      default: continue
      }
    }
  }

  private func point(_ bound: DateValue.Bound?) -> DateValue.Point? {
    if case .point(let point) = bound { return point }
    return nil
  }

  private mutating func checkFiles(_ value: JSONValue) {
    let files = reference.attachedFiles
    for (file, value) in zip(files, value.array ?? []) {
      for member in value.object ?? [] {
        let found =
          member.name == "label" ? file.label : member.name == "path" ? file.path : file.mediaType
        same(found, member.value.string, member.name)
      }
    }
    if files.count != value.array?.count { complaints.append("\(files.count) files") }
  }

  private mutating func checkMarkup(_ name: String, _ value: JSONValue) {
    guard let title = reference[.title] else { return complaints.append("no title") }
    let bytes = Array(title.plain.utf8)
    if name == "protected" {
      let found = title.spans.filter { $0.style == .noCase }.map { bytes[$0.range].string }
      let expected = value.array?.compactMap(\.string) ?? []
      // A tie is a space for those who compare words.
      same(found.joined(separator: "|").untied, expected.joined(separator: "|").untied, name)
      return
    }
    var styled = title
    styled.spans.removeAll { [.noCase, .code, .underline].contains($0.style) }
    let markup = CSLJSONMarkup.text(styled)
    let plain = markup.replacing("<span style=\"font-variant:small-caps;\">", with: "<sc>")
      .replacing("</span>", with: "</sc>")
    same(plain.untied, value.string?.untied, name)
  }
}

extension String {
  fileprivate var trimmed: String { Array(utf8).trimmedASCIISpace.string }

  fileprivate var untied: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
  }

  fileprivate func replacing(_ part: String, with other: String) -> String {
    let bytes = Array(utf8)
    let needle = Array(part.utf8)
    var result: [UInt8] = []
    var index = 0
    while let place = bytes.firstOffset(of: needle, from: index) {
      result += bytes[index..<place] + Array(other.utf8)
      index = place + needle.count
    }
    return (result + bytes[index...]).string
  }
}
