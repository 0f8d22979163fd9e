/// Fields of JATS that have no CSL variable: elements, attributes, the label of a reference.
///
/// The name of such a field is that of the element; a second word is the value of the attribute that says what kind of
/// element it is ("pub-id arxiv", "date-in-citation update"). Attributes of the citation begin with `@`.
/// Source: JATS 1.4 Publishing DTD, `element-citation`.
enum JATSExtra {
  /// The `format` of such fields.
  static let format = "jats"
  /// The field for the label of a reference, where it is not its number in the list.
  static let label = "label"
  /// The field that says which group of names ends in "et al."; its value is a name variable or a group type.
  static let etAl = "etal"
  /// The field that says which group of names is anonymous.
  static let anonymous = "anonymous"
  /// The field for words that no element holds.
  static let text = "text"

  /// Attributes of a citation that are kept.
  static let attributes = ["publication-format", "publisher-type", "use-type"]

  /// Elements that a writer can put back, and the attribute that the second word of the field's name is; empty for none.
  ///
  /// `elocation-id` and `article-title` are not among them, since JATS4R forbids them beside pages and in data.
  private static let elements: [String: String] = [
    "pub-id": "pub-id-type", "object-id": "pub-id-type", "institution": "content-type",
    "date-in-citation": "content-type", "size": "units", "ext-link": "", "uri": "", "isbn": "",
    "issn": "", "issn-l": "", "trans-title": "", "trans-source": "", "issue-title": "",
    "conf-sponsor": "", "conf-acronym": "", "conf-name": "", "conf-loc": "", "publisher-name": "",
    "publisher-loc": "", "gov": "", "std": "", "email": "", "volume-id": "", "issue-id": "",
    "series": "", "volume-series": "", "source": "", "comment": "", "volume": "", "issue": "",
    "supplement": "", "issue-part": "",
  ]

  /// Group types that Publishing lists and CSL has no variable for.
  private static let groups: Set<String> = ["assignee", "research-assistant"]

  /// The identifier types that Publishing lists.
  private static let idTypes: Set<String> = [
    "accession", "archive", "ark", "art-access-id", "arxiv", "coden", "doaj", "doi", "handle",
    "index", "isbn", "manuscript", "medline", "mr", "other", "pii", "pmcid", "pmid",
    "publisher-id", "sici", "std-designation", "zbl",
  ]

  /// The element that holds a field, with its attributes; nil where it must be a `comment`.
  static func element(of field: Reference.ExtraField)
    -> (name: String, attributes: [(name: String, value: String)])?
  {
    let words = field.name.split(separator: " ", maxSplits: 1)
    guard let name = words.first.map(String.init), let attribute = elements[name],
      words.count == 1 || !attribute.isEmpty
    else { return nil }
    if name == "ext-link" || name == "uri" { return (name, [("xlink:href", field.value)]) }
    guard words.count == 2 else { return name == "pub-id" ? nil : (name, []) }
    let kind = String(words[1])
    if attribute == "pub-id-type", name == "pub-id", !idTypes.contains(kind) {
      return (name, [(attribute, "custom"), ("custom-type", kind)])
    }
    return (name, [(attribute, kind)])
  }

  /// The attributes of the group that holds names of a role without a variable, if the field is one.
  static func group(of field: Reference.ExtraField) -> [(name: String, value: String)]? {
    groups.contains(field.name) ? [("person-group-type", field.name)] : nil
  }

  /// Adds the label of a reference to its fields, unless it is no more than its number in the list.
  static func addLabel(_ label: String, position: Int, to reference: inout Reference) {
    let isNumber = label.utf8.filter { !"[](). ".utf8.contains($0) }.elementsEqual(
      "\(position)".utf8)
    let isThere = reference.extras.contains { $0.format == format && $0.name == Self.label }
    guard !label.isEmpty, !isNumber, !isThere else { return }
    reference.extras.insert(.init(format: format, name: Self.label, value: label), at: 0)
  }

  /// The label that a writer puts before the citation, if it has one.
  static func label(of reference: Reference) -> String? {
    reference.extras.first { $0.format == format && $0.name == label }?.value
  }
}
