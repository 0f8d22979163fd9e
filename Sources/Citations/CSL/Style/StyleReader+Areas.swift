extension StyleReader {
  mutating func citationArea(_ node: Int) -> CitationArea {
    checkAttributes(node)
    var area = CitationArea()
    area.names = nameOptions(node, isInherited: true)
    area.addsNames = flag("disambiguate-add-names", node) ?? false
    area.addsGivenNames = flag("disambiguate-add-givenname", node) ?? false
    area.addsYearSuffix = flag("disambiguate-add-year-suffix", node) ?? false
    area.givenNameRule =
      value(CitationArea.GivenNameRule.self, "givenname-disambiguation-rule", node) ?? .byCite
    area.collapse = value(CitationArea.Collapse.self, "collapse", node)
    area.citeGroupDelimiter = bytes("cite-group-delimiter", node)
    area.yearSuffixDelimiter = bytes("year-suffix-delimiter", node)
    area.afterCollapseDelimiter = bytes("after-collapse-delimiter", node)
    area.nearNoteDistance = integer("near-note-distance", node) ?? 5
    (area.layout, area.sort) = layoutAndSort(node)
    return area
  }

  mutating func bibliographyArea(_ node: Int) -> BibliographyArea {
    checkAttributes(node)
    var area = BibliographyArea()
    area.names = nameOptions(node, isInherited: true)
    area.hasHangingIndent = flag("hanging-indent", node) ?? false
    area.secondFieldAlign = value(
      BibliographyArea.SecondFieldAlign.self, "second-field-align", node)
    area.lineSpacing = integer("line-spacing", node) ?? 1
    area.entrySpacing = integer("entry-spacing", node) ?? 1
    area.authorSubstitute = bytes("subsequent-author-substitute", node)
    area.authorSubstituteRule =
      value(BibliographyArea.SubstituteRule.self, "subsequent-author-substitute-rule", node)
      ?? .completeAll
    (area.layout, area.sort) = layoutAndSort(node)
    return area
  }

  private mutating func layoutAndSort(_ node: Int) -> (Layout, [SortKey]) {
    var layout: Layout?
    var sort: [SortKey] = []
    let parent = elementName(node)
    for inner in elements(of: node) {
      switch elementName(inner) {
      case "layout":
        checkAttributes(inner)
        layout = Layout(
          elements: elementList(inner, depth: 0), delimiter: bytes("delimiter", inner) ?? [],
          appearance: appearance(inner))
      case "sort": sort = sortKeys(inner)
      default: unexpected(inner, in: parent)
      }
    }
    guard let layout else {
      report(.styleStructure, "<\(parent)> has no <layout>", at: node)
      return (Layout(), sort)
    }
    return (layout, sort)
  }

  private mutating func sortKeys(_ node: Int) -> [SortKey] {
    var keys: [SortKey] = []
    for inner in elements(of: node) {
      guard elementName(inner) == "key" else {
        unexpected(inner, in: "sort")
        continue
      }
      checkAttributes(inner)
      var key = SortKey(source: .nothing)
      if let index = macro(inner) {
        key.source = .macro(index)
      } else if let variable = variable(inner) {
        key.source = .variable(variable)
      }
      key.isDescending = attribute("sort", inner) == "descending"
      key.names.etAlMin = integer("names-min", inner)
      key.names.etAlUseFirst = integer("names-use-first", inner)
      key.names.etAlUseLast = flag("names-use-last", inner)
      key.names.etAlSubsequentMin = key.names.etAlMin
      key.names.etAlSubsequentUseFirst = key.names.etAlUseFirst
      keys.append(key)
    }
    return keys
  }

  /// The options for names on an element; above `cs:names` some have other names.
  mutating func nameOptions(_ node: Int, isInherited: Bool) -> NameOptions {
    var options = NameOptions()
    options.and = value(NameOptions.And.self, "and", node)
    options.delimiterPrecedesEtAl = value(
      NameOptions.Precedes.self, "delimiter-precedes-et-al", node)
    options.delimiterPrecedesLast = value(
      NameOptions.Precedes.self, "delimiter-precedes-last", node)
    options.etAlMin = integer("et-al-min", node)
    options.etAlUseFirst = integer("et-al-use-first", node)
    options.etAlSubsequentMin = integer("et-al-subsequent-min", node)
    options.etAlSubsequentUseFirst = integer("et-al-subsequent-use-first", node)
    options.etAlUseLast = flag("et-al-use-last", node)
    options.initialize = flag("initialize", node)
    options.initializeWith = bytes("initialize-with", node)
    options.nameAsSortOrder = value(NameOptions.SortOrder.self, "name-as-sort-order", node)
    options.sortSeparator = bytes("sort-separator", node)
    if isInherited {
      options.form = value(NameOptions.Form.self, "name-form", node)
      options.delimiter = bytes("name-delimiter", node)
      options.namesDelimiter = bytes("names-delimiter", node)
    } else {
      options.form = value(NameOptions.Form.self, "form", node)
      options.delimiter = bytes("delimiter", node)
    }
    return options
  }
}
