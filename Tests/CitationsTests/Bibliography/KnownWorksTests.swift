import Testing

@testable import Citations

@Suite struct KnownWorksTests {
  private static let works = KnownWorks(
    Conversion.references(
      """
      @book{mill, author = {Mercer, Ada}, title = {The {Mill}}, date = {1931}, publisher = {Fell}}
      @book{again, author = {Mercer, A.}, title = {The Mill}, date = {1931}}
      @article{salt, author = {Vane, B.}, title = {On Salt}, doi = {10.1234/ABC}, date = {1999}}
      @book{, author = {Gren, Tom}, title = {Keyless}, date = {2001}}
      """))

  @Test(arguments: [
    ("@book{x, author = {Mercer, A.}, title = {The Mill}, year = 1931, address = {Leeds}}", "mill"),
    ("@misc{x, title = {Something}, doi = {10.1234/abc}}", "salt"),
    ("@book{x, author = {Mercer, Ada}, title = {The Mill}, year = 1932}", nil),
    (
      "@book{x, author = {Mercer, Ada}, title = {The Mill}, year = 1931, publisher = {Ostler}}", nil
    ),
    ("@book{x, author = {Mercer, Bo}, title = {The Mill}, year = 1931}", nil),
    ("@book{x, author = {Gren, Tom}, title = {Keyless}, year = 2001}", nil),
  ])
  func aWorkIsFoundWhereItIsCertain(entry: String, key: String?) throws {
    let work = try #require(Conversion.references(entry).first)
    #expect(Self.works.key(of: work) == key)
  }
}

extension Conversion {
  fileprivate static func references(_ text: String) -> [Reference] {
    var conversion = Conversion()
    conversion.add(Array(text.utf8), name: "refs.bib", as: .biblatex)
    return conversion.merged().references
  }
}
