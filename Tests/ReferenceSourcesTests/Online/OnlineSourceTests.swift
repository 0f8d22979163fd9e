import Citations
import Testing

@testable import ReferenceSources

@Suite struct OnlineSourceTests {
  /// A source whose registries answer by path; what they do not know is 404.
  private func source(_ pages: [String: String]) -> OnlineSource {
    OnlineSource(
      .init(mailto: "a@example.org", cache: nil),
      .init(
        fetch: { address, _ in
          for (ending, body) in pages where address.hasSuffix(ending) {
            return body == "down"
              ? .failure(SourceTrouble("nobody answers at the address"))
              : .success(HTTPReply(status: 200, body: Array(body.utf8)))
          }
          return .success(HTTPReply(status: 404))
        }, now: { 0 }, sleep: { _ in }))
  }

  private static let mill = "{\"status\":\"ok\",\"message\":\(Works.mill)}"

  @Test func aDOIIsAskedOfCrossrefThenOfDataCite() {
    let one = source(["crossref.org/works/10.5555%2Fhallam.mill": Self.mill])
    #expect(
      one.answer(for: Works.reference(doi: "10.5555/Hallam.Mill")).outline
        == "10.5555/hallam.mill by doi")
    let other = source([
      "datacite.org/dois/10.5555%2Fdata":
        "{\"data\":{\"attributes\":{\"doi\":\"10.5555/data\",\"titles\":[{\"title\":\"Data\"}]}}}"
    ])
    #expect(
      other.answer(for: Works.reference(doi: "10.5555/data")).outline == "10.5555/data by doi")
    #expect(other.answer(for: Works.reference(doi: "10.5555/none")).outline == "none")
  }

  @Test func anISBNIsAskedOfOpenLibrary() {
    let path = "/api/books?bibkeys=ISBN:9780306406157&format=json&jscmd=data"
    let one = source([path: "{\"ISBN:9780306406157\":{\"title\":\"Salt Roads\"}}"])
    #expect(one.answer(for: Works.reference(isbn: "0306406152")).outline == "Salt Roads by isbn")
    #expect(source([path: "{}"]).answer(for: Works.reference(isbn: "0306406152")).outline == "none")
  }

  @Test func aTitleIsSearchedFor() {
    let path = "/works?query.bibliographic=Salt%20Roads%20Fell%201974&rows=5"
    let one = source([path: "{\"message\":{\"items\":[\(Works.mill),\(Works.salt)]}}"])
    #expect(
      one.answer(for: Works.reference(title: "Salt Roads", family: "Fell", year: 1974)).outline
        == "10.5555/salt by title")
  }

  @Test func whatDoesNotAnswerIsSaidOncePerRegistry() {
    let down = source(["": "down"])
    #expect(down.answer(for: Works.reference(doi: "10.5555/a")).outline == "unavailable")
    #expect(down.answer(for: Works.reference(doi: "10.5555/b")).outline == "unavailable")
    #expect(
      down.troubles.map(\.description) == [
        "Crossref: nobody answers at the address; 2 works were not looked up"
      ])
  }

  @Test func nothingIsAskedBeforeAWorkIs() {
    let quiet = source(["": "down"])
    #expect(quiet.answer(for: Reference(type: .book)).outline == "none")
    #expect(quiet.troubles.isEmpty)
  }
}
