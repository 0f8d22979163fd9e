/// Which fields an entry takes from others, through `crossref` and `xdata`.
///
/// Source: biblatex 3.18, 2.4.1 "The crossref and xref Fields" and appendix B "Default Inheritance Setup"; btxdoc 1988,
/// 4, "crossref".
struct BibTeXInheritance {
  typealias Field = BibTeXResolver.Field

  private let resolver: BibTeXResolver
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []
  private var byKey: [[UInt8]: Int] = [:]
  /// Capitals do not count in keys for BibTeX.
  private var byFoldedKey: [[UInt8]: Int] = [:]
  private var done: [Int: [Field]] = [:]
  /// The entries that are being worked on, the first one first.
  private var path: [Int] = []
  /// No chain of entries is longer in earnest.
  private static let longest = 32

  private static let crossref = number("crossref")
  private static let xdata = number("xdata")
  private static let dates = ["date", "year", "month", "day"].map(number)
  /// Source: biblatex 3.18, appendix B, "noinherit".
  private static let never = Set(
    [
      "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options",
      "presort",
      "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro",
      "sortkey",
    ])

  private static func number(_ name: String) -> Int32 { Int32(BibTeXFieldTable.number(name)) }

  init(_ resolver: BibTeXResolver) {
    self.resolver = resolver
    guard resolver.entries.contains(where: \.inherits) else { return }
    for (index, entry) in resolver.entries.enumerated() {
      let key = Array(resolver.key(of: entry))
      if byKey[key] == nil { byKey[key] = index }
      let folded = key.map(\.asciiLowercased)
      if byFoldedKey[folded] == nil { byFoldedKey[folded] = index }
    }
  }

  /// The fields of an entry, its own and those that it inherits.
  mutating func fields(of index: Int) -> [Field] {
    if let fields = done[index] { return fields }
    let entry = resolver.entries[index]
    var fields = Array(resolver.fields[Int(entry.fields.lowerBound)..<Int(entry.fields.upperBound)])
    guard entry.inherits else { return fields }
    path.append(index)
    for field in fields where field.number == Self.xdata {
      for parent in parents(field, of: index) { add(self.fields(of: parent), to: &fields) }
    }
    for field in fields where field.number == Self.crossref {
      guard let parent = parents(field, of: index).first else { continue }
      inherit(from: parent, by: index, to: &fields)
    }
    path.removeLast()
    done[index] = fields
    return fields
  }

  /// The entries that a field names; one that is not there, or that inherits from this one, is reported and left out.
  private mutating func parents(_ field: Field, of index: Int) -> [Int] {
    resolver.value(of: field).split(separator: UInt8(ascii: ",")).compactMap { part in
      let key = Array(part.trimmedASCIISpace)
      guard let parent = byKey[key] ?? byFoldedKey[key.map(\.asciiLowercased)] else {
        report(
          .crossrefUndefined, "\"\(key.string)\" is no entry of this file",
          place(of: key, in: field))
        return nil
      }
      guard !path.contains(parent), path.count < Self.longest else {
        let child = resolver.key(of: resolver.entries[index]).string
        report(
          .crossrefCycle, "\"\(child)\" inherits from \"\(key.string)\", which inherits from it",
          place(of: key, in: field))
        return nil
      }
      return parent
    }
  }

  /// Where a key stands in a field; the whole field where it is put together of pieces.
  private func place(of key: [UInt8], in field: Field) -> SourceRange {
    resolver.tree.bytes.firstOffset(
      of: key, from: Int(field.source.start), to: Int(field.source.end)
    ).map { SourceRange($0, $0 + key.count) } ?? field.source
  }

  private mutating func report(_ rule: Rule, _ message: String, _ range: SourceRange) {
    let diagnostic = Diagnostic(rule, message, at: range)
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Adds the fields of an `xdata` entry that are not there yet.
  private func add(_ parent: [Field], to fields: inout [Field]) {
    for field in parent where !Self.never.contains(resolver.name(of: field)) {
      if !has(field, in: fields) { fields.append(field) }
    }
  }

  private func has(_ field: Field, in fields: [Field]) -> Bool {
    if field.number >= 0 { return fields.contains { $0.number == field.number } }
    let name = resolver.name(of: field)
    return fields.contains { $0.number < 0 && resolver.name(of: $0) == name }
  }

  private mutating func inherit(from parent: Int, by child: Int, to fields: inout [Field]) {
    let isBibTeX = resolver.dialect == .bibtex
    if isBibTeX { _ = self.fields(of: parent) }
    let entry = resolver.entries[parent]
    // BibTeX itself goes one level up only.
    let inherited =
      isBibTeX
      ? Array(resolver.fields[Int(entry.fields.lowerBound)..<Int(entry.fields.upperBound)])
      : self.fields(of: parent)
    let parentType = resolver.types[entry.type].canonical
    let childType = resolver.types[resolver.entries[child].type].canonical
    let hasDate = fields.contains { Self.dates.contains($0.number) }
    var added: [Field] = []
    for field in inherited {
      let name = resolver.name(of: field)
      guard !Self.never.contains(name), !(hasDate && Self.dates.contains(field.number)) else {
        continue
      }
      let targets = isBibTeX ? [name] : Self.targets(of: name, from: parentType, to: childType)
      for target in targets {
        var copy = field
        if target != name { copy.number = Self.number(target) }
        if !has(copy, in: fields), !has(copy, in: added) { added.append(copy) }
      }
    }
    fields += added
  }

  // MARK: The default setup

  /// The fields of the child that take a field of the parent.
  private static func targets(of name: String, from parent: String, to child: String) -> [String] {
    let isPart = ["inbook", "bookinbook", "suppbook"].contains(child)
    if name == "author", isPart, parent == "book" || parent == "mvbook" {
      return ["author", "bookauthor"]
    }
    guard let prefix = prefix(from: parent, to: child) else { return [name] }
    switch name {
    case "title", "subtitle", "titleaddon": return [prefix + name]
    case "shorttitle", "sorttitle", "indextitle", "indexsorttitle": return []
    default: return [name]
    }
  }

  /// What stands before "title" where a part takes it from its whole.
  private static func prefix(from parent: String, to child: String) -> String? {
    let inBook = ["inbook", "bookinbook", "suppbook"]
    let inCollection = ["incollection", "inreference", "suppcollection"]
    switch parent {
    case "mvbook": return inBook.contains(child) || child == "book" ? "main" : nil
    case "mvcollection", "mvreference":
      return inCollection.contains(child) || child == "collection" || child == "reference"
        ? "main" : nil
    case "mvproceedings": return child == "proceedings" || child == "inproceedings" ? "main" : nil
    case "book": return inBook.contains(child) ? "book" : nil
    case "collection", "reference": return inCollection.contains(child) ? "book" : nil
    case "proceedings": return child == "inproceedings" ? "book" : nil
    case "periodical": return child == "article" || child == "suppperiodical" ? "journal" : nil
    default: return nil
    }
  }
}
