import Testing

@testable import Citations

@Suite struct UniqueNamesTests {
  private func made(_ wanted: [String], ignoresCase: Bool = false) -> [String] {
    var names = UniqueNames(ignoresCase: ignoresCase)
    return wanted.map { names.make($0) }
  }

  @Test func aNameThatIsTakenGetsTheNextFreeNumber() {
    #expect(made(["a", "a", "a-3", "a", "a"]) == ["a", "a-2", "a-3", "a-4", "a-5"])
    #expect(made(["a-2", "a", "a", "a-2"]) == ["a-2", "a", "a-3", "a-2-2"])
  }

  @Test func capitalsMayCount() {
    #expect(made(["Foo", "foo", "FOO"]) == ["Foo", "foo", "FOO"])
    #expect(made(["Foo", "foo", "FOO"], ignoresCase: true) == ["Foo", "foo-2", "FOO-3"])
  }

  @Test func aReservedNameIsTaken() {
    var names = UniqueNames()
    names.reserve("a")
    names.reserve("a")
    #expect(names.make("a") == "a-2")
  }
}
