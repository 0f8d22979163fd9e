import Testing

@testable import Citations

@Suite struct CrossFileDuplicatesTests {
  private func found(_ files: (name: String, text: String)...) -> [String] {
    var options = CheckOptions()
    options.rules.select = ["D"]
    var run = CheckRun(options: options)
    for file in files { run.add(Array(file.text.utf8), name: file.name) }
    return run.finish().flatMap { file in lines(of: file).map { "\(file.source.name):\($0)" } }
  }

  private static let article =
    "author = {Fell, Margery}, title = {The Salt Roads of Lindsey}, journal = {Fen}, volume = 3, pages = {1--9}, year = 1974"

  @Test func twoBibliographiesHaveOneWorkUnderTwoKeys() {
    let other = Self.article.replacing("pages = {1--9}", with: "pages = {1--8}")
    #expect(
      found(
        ("a.bib", "@article{x, \(Self.article)}\n"), ("b.bib", "@article{y, \(other)}\n"))
        == [
          "b.bib:1:10 warning D001 \"y\" looks like \"x\" in a.bib "
            + "(100 of 100: same title, same names, same year, same volume, same first page); they differ in page"
        ])
    #expect(
      found(
        ("a.bib", "@article{x, \(Self.article)}\n"), ("b.bib", "@article{y, \(Self.article)}\n"))
        == [
          "b.bib:1:10 warning D001 \"y\" looks like \"x\" in a.bib "
            + "(100 of 100: same title, same names, same year, same volume, same page)"
        ])
  }

  @Test func aDOIOfTwoBibliographiesIsFoundInAllFormats() {
    let items =
      "[{\"id\": \"y\", \"type\": \"article-journal\", \"title\": \"Salt\", \"DOI\": \"10.5555/SALT\"}]"
    #expect(
      found(("a.bib", "@article{x, \(Self.article), doi = {10.5555/salt}}\n"), ("b.json", items))
        == [
          "b.json:1:2 warning D002 \"y\" has the DOI of \"x\" in a.bib; they differ in title"
        ])
  }

  @Test func oneKeyInTwoFilesIsNoDuplicate() {
    let text = "@article{x, \(Self.article), doi = {10.5555/salt}}\n"
    #expect(found(("a.bib", text), ("b.bib", text)) == [])
  }

  private static let book =
    "@book{fell1974, author = {Fell, Margery}, title = {Salt Roads of Lindsey}, publisher = {Fen Press}, address = {Leeds}, year = 1974}\n"

  @Test(arguments: [
    ("(Leeds: Fen Press, 1974), 17", nil), ("(Leeds: Fen Press, 1975), 17", "year"),
    ("(Leeds: Moor Press, 1974), 17", "publisher"), ("2nd ed. (Leeds: Fen Press, 1974), 17", nil),
  ])
  func aNoteIsComparedWithItsEntry(_ rest: String, _ difference: String?) {
    let note = "Salt.[^1]\n\n[^1]: Margery Fell, *Salt Roads of Lindsey* \(rest).\n"
    let expected = difference.map {
      "a.md:3:7 warning D001 the work looks like \"fell1974\" in refs.bib; they differ in \($0)"
    }
    #expect(found(("a.md", note), ("refs.bib", Self.book)) == [expected].compactMap(\.self))
  }
}
