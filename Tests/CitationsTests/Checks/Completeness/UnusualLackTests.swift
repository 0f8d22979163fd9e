import Testing

@testable import Citations

@Suite struct UnusualLackTests {
  /// Entries of one type, each with an address but the one in place `without`.
  private func found(_ count: Int, without: Set<Int>) -> [String] {
    let entries = (1...count).map { number in
      let address = without.contains(number) ? "" : ", address = {Hull}"
      return "@booklet{b\(number), title = {Tides of Year \(number)}\(address)}\n"
    }
    var options = CheckOptions()
    options.rules.select = ["C035"]
    return lines(of: check(entries.joined(), name: "a.bib", options: options))
  }

  @Test func whatNineOfTenHaveIsMissedInTheTenth() {
    #expect(
      found(10, without: [4]) == [
        "4:10 note C035 \"b4\" has no address; 9 of 10 of its type have one"
      ])
  }

  @Test func whatIsMissingMoreOftenIsNotUsual() {
    #expect(found(10, without: [4, 7]) == [])
  }

  @Test func fewEntriesHaveNothingUsual() {
    #expect(found(5, without: [4]) == [])
  }
}
