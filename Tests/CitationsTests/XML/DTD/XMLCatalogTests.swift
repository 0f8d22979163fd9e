import Testing

@testable import Citations

@Suite struct XMLCatalogTests {
  private static let catalog = """
    <?xml version="1.0"?>
    <!DOCTYPE catalog PUBLIC "-//OASIS//DTD XML Catalogs V1.1//EN" "catalog.dtd">
    <c:catalog xmlns:c="urn:oasis:names:tc:entity:xmlns:xml:catalog" prefer="public">
      <c:public publicId="-//Salt//DTD
         One//EN" uri="one.dtd"/>
      <c:public publicId="-//Salt//DTD One//EN" uri="second.dtd"/>
      <c:system systemId="http://salt.example.org/two.dtd" uri="two%20words.dtd"/>
      <c:group xml:base="old/" prefer="system">
        <c:public publicId="-//Salt//DTD Old//EN" uri="../old.dtd"/>
        <c:system systemId="old.dtd" uri="three.dtd"/>
      </c:group>
      <c:rewriteSystem systemIdStartString="http://salt.example.org/r/" rewritePrefix="r"/>
      <c:rewriteSystem systemIdStartString="http://salt.example.org/r/x/" rewritePrefix="file:///x/"/>
      <c:systemSuffix systemIdSuffix="/four.dtd" uri="four.dtd"/>
      <c:system systemId="http://salt.example.org/net.dtd" uri="https://salt.example.org/net.dtd"/>
      <c:delegatePublic publicIdStartString="-//Pepper//" catalog="more/pepper.xml"/>
      <c:nextCatalog catalog="more/next.xml"/>
    </c:catalog>
    """

  private static let others = [
    "c/more/pepper.xml":
      "<catalog><public publicId='-//Pepper//EN' uri='pepper.dtd'/></catalog>",
    "c/more/next.xml":
      "<catalog><public publicId='-//Next//EN' uri='next.dtd'/>"
      + "<public publicId='-//Pepper//Next' uri='hidden.dtd'/></catalog>",
  ]

  private static func read(_ text: String) throws -> XMLCatalog {
    let file = SourceFile(name: "c/catalog.xml", bytes: Array(text.utf8))
    return try XMLCatalog(file) { path in others[path].map { Array($0.utf8) } }
  }

  static let cases: [(publicID: String?, systemID: String?, path: String?)] = [
    ("-//Salt//DTD One//EN", "nowhere.dtd", "c/one.dtd"),
    (" -//Salt//DTD  One//EN\n", nil, "c/one.dtd"),
    (nil, "http://salt.example.org/two.dtd", "c/two words.dtd"),
    // A system identifier comes first.
    ("-//Salt//DTD One//EN", "http://salt.example.org/two.dtd", "c/two words.dtd"),
    ("-//Salt//DTD Old//EN", nil, "c/old.dtd"),
    ("-//Salt//DTD Old//EN", "nowhere.dtd", nil),
    (nil, "old.dtd", "c/old/three.dtd"),
    (nil, "http://salt.example.org/r/a/b.dtd", "c/ra/b.dtd"),
    (nil, "http://salt.example.org/r/x/b.dtd", "/x/b.dtd"),
    (nil, "http://pepper.example.org/four.dtd", "c/four.dtd"),
    (nil, "http://salt.example.org/net.dtd", nil),
    ("-//Pepper//EN", nil, "c/more/pepper.dtd"),
    ("-//Pepper//Next", nil, nil),
    ("-//Next//EN", "x.dtd", "c/more/next.dtd"),
    ("-//Nobody//EN", nil, nil),
    (nil, nil, nil),
  ]

  @Test(arguments: cases.indices) func identifiersLeadToFiles(_ index: Int) throws {
    let example = Self.cases[index]
    let catalog = try Self.read(Self.catalog)
    #expect(
      catalog.path(publicID: example.publicID, systemID: example.systemID) == example.path)
  }

  @Test func faultsAreToldWithTheirPlace() {
    #expect(
      throws: DocumentTypeError(
        path: "c/catalog.xml", position: .init(line: 2, column: 1),
        reason: "the entry has no attribute \"uri\"")
    ) { try Self.read("<catalog>\n<public publicId='a'/></catalog>") }
    #expect(
      throws: DocumentTypeError(
        path: "c/catalog.xml", position: .init(line: 1, column: 10),
        reason: "the catalog \"c/gone.xml\" cannot be read")
    ) { try Self.read("<catalog><nextCatalog catalog='gone.xml'/></catalog>") }
    #expect(throws: DocumentTypeError.self) { try Self.read("<catalog><public></catalog>") }
  }

  @Test func aCatalogThatLeadsToItselfEnds() {
    let text = "<catalog><nextCatalog catalog='a.xml'/><nextCatalog catalog='a.xml'/></catalog>"
    #expect(throws: DocumentTypeError.self) {
      try SampleDocumentTypes.of(("a.xml", text))
    }
  }
}
