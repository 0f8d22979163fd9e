/// Reads an HTML page as a document.
///
/// Notes are found by link first, then inside the sentence, then by number, then by order; what stands after the last
/// of them is kept apart.
struct HTMLDocumentReader {
  let source: SourceFile

  /// The document; never fails.
  func read() -> Document {
    let page = HTMLPage(source.bytes)
    var document = Document(source: source, format: "html")
    document.diagnostics = HTMLLoss.find(page)
    document.language = language(page)
    let findings = findings(page)
    let assembly = HTMLAssembly(page: page, findings: findings)
    assembly.fill(&document)
    if document.title == nil { document.title = title(page) }
    return document
  }

  private func findings(_ page: HTMLPage) -> HTMLFindings {
    let references = HTMLReference.all(of: page)
    var findings = HTMLFindings()
    HTMLLinkPairing(page: page, references: references).run(&findings)
    HTMLNoteLists(page: page).run(&findings)
    HTMLContainedNotes(page: page).run(&findings)
    HTMLNumberPairing(page: page, references: references).run(&findings)
    HTMLBacklinks(page: page, references: references).run(&findings)
    return findings
  }

  private func language(_ page: HTMLPage) -> String? {
    guard let html = page.tree.first("html") else { return nil }
    let tag = page.tree.attribute("lang", of: html) ?? page.tree.attribute("xml:lang", of: html)
    return tag.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func title(_ page: HTMLPage) -> SourceText? {
    guard let node = page.tree.first("title") else { return nil }
    var result = SourceText()
    for child in page.tree.children(of: node) where page.tree.nodes[child].kind == .text {
      result.appendCollapsed(
        page.tree.text[page.tree.nodes[child].text], source: page.tree.nodes[child].source)
    }
    let trimmed = result.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }
}
