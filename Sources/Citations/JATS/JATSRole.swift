/// Name variables and the `person-group` that holds each.
///
/// Publishing closes the list of `person-group-type`; roles that it lacks are `custom` with the CSL name as
/// `custom-type`. An inventor is the author of a patent.
/// Source: JATS 1.4, `@person-group-type`.
enum JATSRole {
  private static let listed: [NameVariable] = [
    .author, .compiler, .curator, .director, .editor, .illustrator, .translator,
  ]

  /// The attributes of the group that holds a variable.
  static func attributes(of variable: NameVariable, in type: ItemType) -> [(
    name: String, value: String
  )] {
    if variable == .author, type == .patent { return [("person-group-type", "inventor")] }
    if listed.contains(variable) { return [("person-group-type", variable.rawValue)] }
    return [("person-group-type", "custom"), ("custom-type", variable.rawValue)]
  }

  /// The variable that a group means, or nil for a type that is not known.
  static func variable(of groupType: String, custom: String?) -> NameVariable? {
    switch groupType {
    case "custom": custom.flatMap { NameVariable(rawValue: $0) }
    case "inventor", "allauthors": .author
    case "guest-editor": .editor
    case "transed": .translator
    default: NameVariable(rawValue: groupType)
    }
  }

  /// The type of a group that does not say it, from words among its nodes such as "eds."; authors without any.
  static func guess(_ tree: MarkupTree, _ nodes: some Sequence<Int>) -> String {
    for child in nodes.prefix(200)
    where tree.nodes[child].kind == .text || tree.nodes[child].name == "role" {
      let words = tree.textContent(of: child).utf8.split { !$0.isASCIILetter }
      for word in words {
        switch String(Substring(word)).lowercased() {
        case "ed", "eds", "editor", "editors", "hrsg": return "editor"
        case "trans", "transl", "translator", "translators": return "translator"
        default: continue
        }
      }
    }
    return "author"
  }
}
