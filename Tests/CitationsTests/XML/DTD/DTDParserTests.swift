import Testing

@testable import Citations

@Suite struct DTDParserTests {
  /// The error of a DTD at `a.dtd`; nil where it has none.
  private static func error(_ text: String, _ module: String = "") -> String? {
    do {
      _ = try SampleDocumentTypes.of(("a.dtd", text), ("m.ent", module))
      return nil
    } catch let error as DocumentTypeError {
      return error.description
    } catch {
      return "\(error)"
    }
  }

  /// Text that libxml2 refuses, with the place as far as all its versions agree, or the whole error where it is ours.
  static let faults: [(text: String, error: String)] = [
    ("", "a.dtd: declares no element"),
    ("<!-- nothing -->", "a.dtd: declares no element"),
    ("<!ELEMENT a EMPTY> b", "a.dtd:1:"),
    ("<!ELEMENT a (b>", "a.dtd:1:"),
    ("<!ELEMENT a (b,c|d)>", "a.dtd:1:"),
    ("<!ELEMENT a (#PCDATA|b)>", "a.dtd:1:"),
    ("<!ELEMENT a", "a.dtd:1:"),
    ("\n\n<!ATTLIST a b CDATE #IMPLIED>", "a.dtd:3:"),
    ("<!ATTLIST a b (c|d #IMPLIED>", "a.dtd:1:"),
    ("<!ATTLIST a b CDATA>", "a.dtd:1:"),
    ("%nothing;", "a.dtd:1:"),
    ("\n<!ENTITY % a '%b;'>", "a.dtd:2:"),
    ("<!ENTITY % a '&#37;a;'>\n%a;", "a.dtd:"),
    ("<!ENTITY a 'b>", "a.dtd:1:"),
    ("<!-- a", "a.dtd:1:"),
    ("<![INCLUDE[<!ELEMENT a ANY>", "a.dtd:1:"),
    ("<![PERHAPS[]]>", "a.dtd:1:"),
    ("<!ENTITY % a SYSTEM 'm.ent'>%a;", "m.ent:2:1: "),
    (
      "<!ENTITY % a SYSTEM 'x.ent'>\n%a;",
      "a.dtd:2:4: an entity is in \"x.ent\", which cannot be read"
    ),
    (
      "<!ENTITY % a SYSTEM 'http://salt.example.org/x.ent'>\n%a;",
      "a.dtd:2:4: an entity is at \"http://salt.example.org/x.ent\", "
        + "which no catalog leads to a file; no connection is opened"
    ),
    (
      "<!ENTITY % a SYSTEM '../x.ent'>\n%a;",
      "a.dtd:2:4: an entity is in \"../x.ent\", which is not beside the DTD"
    ),
    ("<article/>", "a.dtd:1:1: found <article>, expected a DTD or an XML catalog"),
  ]

  @Test(arguments: faults.indices) func aFaultIsToldWithItsPlace(_ index: Int) throws {
    let fault = Self.faults[index]
    let error = try #require(Self.error(fault.text, "\nb"))
    #expect(error.hasPrefix(fault.error), "\(error)")
    #expect(!error.contains("xmlParse"), "\(error)")
  }

  @Test func parenthesesEntitiesAndNamesHaveLimits() {
    let deep =
      "<!ELEMENT a " + String(repeating: "(", count: 100_000) + "b"
      + String(repeating: ")", count: 100_000) + ">"
    #expect(Self.error(deep)?.contains("too deep") ?? false)
    let wide = "<!ELEMENT a (b" + String(repeating: "|b", count: 5000) + ")>"
    #expect(Self.error(wide)?.contains("more than 4000 names") ?? false)
    var nested = "<!ENTITY % a0 ''>"
    for level in 1...200 { nested += "<!ENTITY % a\(level) '&#37;a\(level - 1);'>" }
    #expect(Self.error(nested + "%a200;") != nil)
    var doubling = "<!ENTITY % a0 '<!--salt-->'>"
    for level in 1...40 {
      doubling += "<!ENTITY % a\(level) '&#37;a\(level - 1);&#37;a\(level - 1);'>"
    }
    #expect(Self.error(doubling + "%a40;") != nil)
  }

  @Test func declarationsAreReadAsTheyStand() throws {
    let text = """
      <!ENTITY % name "a"> <!ENTITY % type "( x | y )">
      <!ELEMENT %name; ( (b?, c+) | (d, (e | f)*) )>
      <!ATTLIST %name; k %type; #REQUIRED
        l CDATA #FIXED "1 &lt; &#50;" k CDATA #IMPLIED>
      <!ENTITY e "&#38;lt;"> <!ENTITY e "second"> <!ENTITY % e "other">
      <!ELEMENT m (#PCDATA | b | p:c | b)*>
      """
    let dtd = try DTDParser.read(
      SourceFile(name: "a.dtd", bytes: Array(text.utf8)),
      DTDLocator(read: { _ in nil }, catalog: nil, main: "a.dtd"))
    let element = try #require(dtd.elements["a"])
    #expect(element.order == ["k", "l"])
    #expect(element.attributes["k"]?.kind == .choice(["x", "y"]))
    #expect(element.attributes["k"]?.isRequired == true)
    #expect(element.attributes["l"]?.fixed == "1 < 2")
    #expect(dtd.entities["e"]?.text == Array("&lt;".utf8))
    guard case .mixed(_, let order) = dtd.elements["m"]?.content,
      case .elements(let model) = element.content
    else {
      Issue.record("no content model")
      return
    }
    #expect(order.map(dtd.name) == ["b", "p:c"])
    for (children, isWhole) in [
      ("bc", true), ("ccc", true), ("defef", true), ("d", true), ("b", false), ("", false),
    ] {
      var place: ContentModel.Place? = model.beginning
      for name in children {
        let number = try #require(dtd.knownNumber(of: String(name)))
        place = place.flatMap { model.advance($0, over: number) }
      }
      #expect(place?.mayEnd == isWhole, "\(children)")
    }
  }

  @Test func documentTypesAreReadSideBySide() async {
    let errors = await withTaskGroup(of: String?.self) { group in
      for number in 0..<40 {
        group.addTask {
          let module = "<!ELEMENT b\(number) EMPTY>"
          let main = SourceFile(
            name: "\(number)/a.dtd", bytes: Array("<!ENTITY % m SYSTEM 'm.ent'>%m;".utf8))
          let locator = DTDLocator(
            read: { $0 == "\(number)/m.ent" ? Array(module.utf8) : nil }, catalog: nil,
            main: main.name)
          let dtd = try? DTDParser.read(main, locator)
          return dtd?.elements.keys.first == "b\(number)" ? nil : "\(number)"
        }
      }
      return await group.reduce(into: [String]()) { if let error = $1 { $0.append(error) } }
    }
    #expect(errors == [])
  }
}
