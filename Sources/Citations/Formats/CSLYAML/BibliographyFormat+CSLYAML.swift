extension BibliographyFormat {
  /// CSL-YAML, the format of pandoc: the items of CSL-JSON in YAML, with Markdown in their texts.
  ///
  /// Source: Pandoc User's Guide, "Specifying bibliographic data".
  public static let cslYAML = BibliographyFormat(
    name: "csl-yaml", title: "CSL-YAML, as pandoc reads it in the head of a text",
    extensions: ["yaml", "yml"], mediaTypes: ["application/yaml"],
    sniff: CSLYAMLReader.sniff,
    readReferences: { source, _ in CSLYAMLReader.read(source) },
    writeReferences: { references, options in
      var writer = YAMLWriter(asciiOnly: options.asciiOnly)
      writer.key("references")
      if references.isEmpty { writer.value(.array([])) } else { writer.endLine() }
      for (index, reference) in references.enumerated() {
        let id = reference.id.isEmpty ? "ref-\(index + 1)" : reference.id
        writer.item(.object(reference.cslYAMLMembers(id: id)))
      }
      return WrittenBibliography(writer.bytes, losses: references.flatMap(\.cslYAMLLosses))
    })
}

extension Reference {
  /// The members of a CSL-JSON item with Markdown in the texts and with dates in EDTF.
  fileprivate func cslYAMLMembers(id: String) -> [JSONValue.Member] {
    cslJSONMembers(id: id).map { member in
      switch AnyVariable(member.name) {
      case .text(let variable):
        guard let text = self[variable], member.value.string != nil else { return member }
        let words = variable.isVerbatim ? PandocMarkup.escaped(text.plain) : PandocMarkup.text(text)
        return .init(member.name, .string(words))
      case .number(let variable):
        guard let text = self[variable], member.value.string != nil else { return member }
        return .init(member.name, Self.number(text))
      case .date(let variable):
        guard let date = self[variable], member.value == CSLJSONDate.value(date),
          let text = date.edtf, DateValue(edtf: text) == date
        else { return member }
        // A date needs no quotes; what may follow it in EDTF is no YAML.
        return .init(member.name, .number(text))
      case .name: return .init(member.name, Self.names(member.value))
      case nil:
        guard member.name == "id", let text = member.value.string else { return member }
        return .init(member.name, .string(PandocMarkup.escaped(text)))
      }
    }
  }

  /// Styles of identifiers and addresses, which have none here.
  fileprivate var cslYAMLLosses: [Loss] {
    texts.filter { $0.key.isVerbatim && !$0.value.spans.isEmpty }.map { variable, text in
      Loss(
        .narrowed, key: id, field: variable.rawValue, value: text.plain,
        reason: "identifiers and addresses have no styles in CSL-YAML")
    }
  }

  private static func number(_ text: String) -> JSONValue {
    let isWhole = text.utf8.allSatisfy(\.isASCIIDigit) && text.utf8.first != 0x30
    return isWhole && !text.isEmpty && text.utf8.count < 10
      ? .number(text) : .string(PandocMarkup.escaped(text))
  }

  private static func names(_ value: JSONValue) -> JSONValue {
    guard let names = value.array else { return value }
    return .array(
      names.map { name in
        guard let members = name.object else { return name }
        return .object(
          members.map { member in
            guard let text = member.value.string else { return member }
            return .init(member.name, .string(PandocMarkup.escaped(text)))
          })
      })
  }
}
