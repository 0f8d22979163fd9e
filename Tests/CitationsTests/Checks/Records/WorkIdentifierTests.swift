import Testing

@testable import Citations

@Suite struct WorkIdentifierTests {
  private func identifiers(_ variable: TextVariable, _ text: String) -> [String] {
    var reference = Reference(type: .document)
    reference[variable] = RichText(text)
    return WorkIdentifier.all(of: reference).map(\.description)
  }

  @Test(arguments: [
    (TextVariable.doi, "https://doi.org/10.5555/ABC", ["doi:10.5555/abc"]),
    (.doi, "doi:10.5555/abc", ["doi:10.5555/abc"]),
    (.doi, "none", []),
    (.url, "https://doi.org/10.5555/abc", ["doi:10.5555/abc"]),
    (.url, "https://example.org/10.5555/abc", []),
    (.isbn, "0-306-40615-2", ["isbn:9780306406157"]),
    (.isbn, "978-0-306-40615-7 (hardback), 0306406152", ["isbn:9780306406157"]),
    (.isbn, "978-0-306-40615-8", []),
    (.pmid, "PMID: 0012345", ["pmid:12345"]),
    (.pmcid, "PMC12345", ["pmcid:12345"]),
    (.url, "https://arxiv.org/abs/2101.00001v2", ["arxiv:2101.00001"]),
    (.doi, "10.48550/arXiv.2101.00001", ["doi:10.48550/arxiv.2101.00001", "arxiv:2101.00001"]),
  ])
  func writingsOfOneIdentifierAreEqual(
    _ variable: TextVariable, _ text: String, _ expected: [String]
  ) {
    #expect(identifiers(variable, text) == expected)
  }

  @Test func arXivNumbersAreThoseOfTheArchive() {
    var reference = Reference(type: .article)
    reference[.archive] = "arXiv"
    reference[.archiveLocation] = "hep-th/9901001v3 [hep-th]"
    #expect(WorkIdentifier.all(of: reference).map(\.description) == ["arxiv:hep-th/9901001"])
    reference[.archive] = "JSTOR"
    #expect(WorkIdentifier.all(of: reference).isEmpty)
  }
}
