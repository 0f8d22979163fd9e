import Citations
import Testing

@testable import ReferenceSources

@Suite struct LocalSourceTests {
  private let folder = Folder()
  private var cache: CacheFolder { CacheFolder(folder.path + "/cache") }
  private var indexes: [String] { Folder.names(in: cache.path) }

  private func dump(_ works: [String] = Works.all) -> String {
    folder.file("works.ndjson", works.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    (Works.reference(doi: "https://doi.org/10.5555/HALLAM.MILL"), "10.5555/hallam.mill by doi"),
    (Works.reference(isbn: "978-0-306-40615-7"), "10.5555/salt by isbn"),
    (
      Works.reference(title: "The mill at Hallam, and its accounts", family: "Mercer", year: 1931),
      "10.5555/hallam.mill by title"
    ),
    (
      Works.reference(title: "The Mills of Hallam and Its Accounts", family: "Mercer", year: 1931),
      "10.5555/hallam.mill by title"
    ),
    (
      Works.reference(title: "Salt Roads: Carts and Carters of Lindsey", family: "Fell"),
      "10.5555/salt by title"
    ),
    (Works.reference(title: "Salt Roads", family: "Fell", year: 1974), "10.5555/salt by title"),
    (Works.reference(title: "Salt Roads", family: "Other", year: 1800), "none"),
    (Works.reference(title: "Nothing of That Name Here"), "none"),
    (Works.reference(doi: "10.5555/none"), "none"),
  ])
  func worksAreFoundByIdentifierAndTitle(_ reference: Reference, _ expected: String) throws {
    let source = try LocalSource(dump(), cache: cache)
    #expect(source.answer(for: reference).outline == expected)
  }

  @Test func whatCannotBeToldApartIsNotTaken() throws {
    let twin = """
      {"DOI":"10.5555/twin","title":["Salt Roads"],"author":[{"family":"Fell"}],\
      "issued":{"date-parts":[[1974]]}}
      """
    let source = try LocalSource(dump([Works.salt, twin]), cache: cache)
    let wanted = Works.reference(title: "Salt Roads", family: "Fell", year: 1975)
    #expect(source.answer(for: wanted).outline == "none, 2 alike")
  }

  @Test func noticesOfTheDumpAreFound() throws {
    let source = try LocalSource(dump(), cache: cache)
    guard
      case .found(let mill, _) = source.answer(for: Works.reference(doi: "10.5555/hallam.mill")),
      case .found(let early, _) = source.answer(for: Works.reference(doi: "10.5555/early"))
    else {
      Issue.record("the works are not found")
      return
    }
    #expect(mill.notice == .retraction)
    #expect(mill.noticeDOI == "10.5555/notice")
    #expect(mill.years == [1931, 1930])
    #expect(mill.containers == ["Lindsey Review", "Lindsey Rev."])
    #expect(early.publishedDOI == "10.5555/carts")
    #expect(early.notice == nil)
  }

  @Test func whatABuildLeftThatWasKilledIsTakenAway() throws {
    // No system gives numbers as high as these; that of the first process always runs.
    let unfinished = ["index-00.sqlite.2000000001", "index-11.sqlite.2000000002"]
    let others = [
      "index-00.sqlite", "index-00.sqlite.1", "index-00.sqlite.2000000001.txt",
      "index-00.sqlite.x", "reply-00.json.2000000001",
    ]
    let path = dump()
    #expect(cache.file("x") != nil)
    for name in unfinished + others { _ = folder.file("cache/" + name, "x") }
    #expect(try LocalSource(path, cache: cache).indexed == 4)
    #expect(Set(indexes).isSuperset(of: others))
    #expect(Set(indexes).isDisjoint(with: unfinished))
    #expect(indexes.count == others.count + 1)
    // Who only uses an index that is there leaves all as it is.
    _ = folder.file("cache/" + unfinished[0], "x")
    #expect(try LocalSource(path, cache: cache).indexed == nil)
    #expect(indexes.contains(unfinished[0]))
  }

  @Test func theIndexIsMadeOnce() throws {
    let path = dump()
    #expect(try LocalSource(path, cache: cache).indexed == 4)
    #expect(try LocalSource(path, cache: cache).indexed == nil)
    #expect(indexes.count == 1)
    // Another dump at the same place takes the place of the index.
    _ = dump([Works.mill])
    #expect(try LocalSource(path, cache: cache).indexed == 1)
    #expect(indexes.count == 1)
  }

  @Test func aDamagedIndexIsMadeAnew() throws {
    let path = dump()
    _ = try LocalSource(path, cache: cache)
    _ = folder.file("cache/" + (indexes.first ?? ""), "no database")
    let again = try LocalSource(path, cache: cache)
    #expect(again.indexed == 4)
    #expect(
      again.answer(for: Works.reference(doi: "10.5555/salt")).outline == "10.5555/salt by doi")
  }

  @Test func anIndexOfAnotherVersionIsMadeAnew() throws {
    let path = dump()
    _ = try LocalSource(path, cache: cache)
    let database = try Database(cache.path + "/" + (indexes.first ?? ""), .writing)
    try database.run("UPDATE meta SET value = '999' WHERE name = 'version'")
    #expect(try LocalSource(path, cache: cache).indexed == 4)
  }

  @Test func brokenRecordsAreCountedAndNamed() throws {
    let source = try LocalSource(
      dump([
        Works.mill, "{\"DOI\": \"10.5555/x\", ", "{\"a\": tru}", "{\"type\": \"book\"}", Works.salt,
      ]),
      cache: cache)
    #expect(source.indexed == 2)
    #expect(source.broken.count == 3)
    #expect(source.broken.first.map(\.number) == [2, 3, 4])
    #expect(source.broken.first.last?.reason == "has neither a title nor an identifier")
  }

  @Test func withoutAFolderTheIndexIsForOneRun() throws {
    let path = dump()
    for cache in [nil, CacheFolder("/dev/null/cache")] {
      let source = try LocalSource(path, cache: cache)
      #expect(source.indexed == 4)
      #expect(source.answer(for: Works.reference(doi: "10.5555/salt")).outline != "none")
    }
  }

  @Test func whatIsNoFileIsSaid() {
    for path in [folder.path + "/none", folder.path, "/dev/null"] {
      let trouble = #expect(throws: SourceTrouble.self) { try LocalSource(path, cache: cache) }
      #expect(trouble?.description.hasPrefix(path + ": ") == true)
    }
  }

  @Test func progressIsTold() throws {
    var last = (0, 0)
    _ = try LocalSource(dump(), cache: cache) { last = ($0, $1) }
    #expect(last.0 == last.1)
    #expect(last.0 > 0)
  }

  @Test func theFolderIsTheUsers() {
    func folder(_ values: [String: String]) -> String? { CacheFolder.user { values[$0] }?.path }
    #expect(folder(["CITECLI_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"]) == "/a")
    #expect(folder(["XDG_CACHE_HOME": "/b", "HOME": "/c"]) == "/b/citecli")
    #expect(folder(["XDG_CACHE_HOME": "b", "HOME": "/c"]) == "/c/.cache/citecli")
    #expect(folder([:]) == nil)
  }
}
