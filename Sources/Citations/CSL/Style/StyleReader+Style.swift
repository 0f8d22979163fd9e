extension StyleReader {
  /// The style of the file.
  mutating func style() throws(StyleError) -> Style {
    let root = try root("style")
    var style = Style()
    checkAttributes(root)
    readInfo(root, &style)
    if style.independentParent != nil, child("citation", of: root) == nil {
      style.warnings = diagnostics
      return style
    }
    style.styleClass = value(Style.Class.self, "class", root) ?? .inText
    style.defaultLocale = attribute("default-locale", root)
    style.names = nameOptions(root, isInherited: true)
    style.options = styleOptions(root)
    nameMacros(root)
    var hasCitation = false
    for node in elements(of: root) {
      switch elementName(node) {
      case "info", "macro": break
      case "locale": style.locales.append(locale(node))
      case "citation":
        style.citation = citationArea(node)
        hasCitation = true
      case "bibliography": style.bibliography = bibliographyArea(node)
      default: unexpected(node, in: "style")
      }
    }
    if !hasCitation {
      report(.styleStructure, "the style has no <citation>; every style needs one", at: root)
    }
    style.macros = macros(root)
    checkRecursion()
    style.termNames = termNames
    style.placesYearSuffix = placesYearSuffix
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw StyleError(source, diagnostics.filter { $0.severity == .error })
    }
    style.warnings = diagnostics
    return style
  }

  mutating func unexpected(_ node: Int, in parent: String) {
    let name = tree.nodes[node].name
    // Elements with a prefix of their own belong to other vocabularies.
    guard elementName(node) == name || name.utf8.starts(with: "cs:".utf8) else { return }
    report(.styleStructure, "<\(name)> does not belong into <\(parent)>", at: node)
  }

  private func readInfo(_ root: Int, _ style: inout Style) {
    guard let info = child("info", of: root) else { return }
    for node in elements(of: info) {
      switch elementName(node) {
      case "title": style.title = text(node)
      case "id": style.id = text(node)
      case "link" where attribute("rel", node) == "independent-parent":
        style.independentParent = attribute("href", node)
      default: break
      }
    }
  }

  /// The text of an element without white space around it.
  func text(_ node: Int) -> String {
    Array(tree.textContent(of: node).utf8).trimmedASCIISpace.string
  }

  private mutating func styleOptions(_ node: Int) -> StyleOptions {
    StyleOptions(
      initializeWithHyphen: flag("initialize-with-hyphen", node) ?? true,
      pageRangeFormat: value(StyleOptions.PageRangeFormat.self, "page-range-format", node),
      demotion: value(StyleOptions.Demotion.self, "demote-non-dropping-particle", node)
        ?? .displayAndSort)
  }

  // MARK: Macros

  private mutating func nameMacros(_ root: Int) {
    for node in elements(of: root) where elementName(node) == "macro" {
      guard let name = attribute("name", node) else {
        report(.styleMacro, "a <macro> without `name` cannot be called", at: node)
        continue
      }
      if macroIndices[name] == nil {
        macroIndices[name] = macroIndices.count
      } else {
        report(.styleMacro, "there are two macros called \"\(name)\"; one must go", at: node)
      }
    }
    calls = Array(repeating: [], count: macroIndices.count)
  }

  private mutating func macros(_ root: Int) -> [Macro] {
    var result = Array(repeating: Macro(name: "", elements: []), count: macroIndices.count)
    for node in elements(of: root) where elementName(node) == "macro" {
      guard let name = attribute("name", node), let index = macroIndices[name],
        result[index].name.isEmpty
      else { continue }
      currentMacro = index
      result[index] = Macro(name: name, elements: elementList(node, depth: 0))
    }
    currentMacro = nil
    return result
  }

  /// The number of the macro that an attribute names.
  mutating func macro(_ node: Int) -> Int? {
    guard let name = attribute("macro", node) else { return nil }
    guard let index = macroIndices[name] else {
      report(.styleMacro, "there is no macro called \"\(name)\"", at: node)
      return nil
    }
    if let currentMacro { calls[currentMacro].append((index, node)) }
    return index
  }

  /// Reports macros that call themselves, directly or through others.
  private mutating func checkRecursion() {
    enum Mark { case new, open, done }
    var marks = Array(repeating: Mark.new, count: calls.count)
    for start in calls.indices where marks[start] == .new {
      var path: [(macro: Int, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let (macro, next) = path.last {
        guard next < calls[macro].count else {
          marks[macro] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let call = calls[macro][next]
        switch marks[call.macro] {
        case .done: break
        case .open:
          report(
            .styleMacro, "the macro \"\(attribute("macro", call.node) ?? "")\" calls itself here",
            at: call.node)
        case .new:
          marks[call.macro] = .open
          path.append((call.macro, 0))
        }
      }
    }
  }
}
