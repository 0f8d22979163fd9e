import Testing

@testable import Citations

@Suite struct PageSpanTests {
  @Test(arguments: [
    ("12-19", PageSpan.Order.ascending), ("1151–68", .shortened), ("312--4", .shortened),
    ("312--2", .reversed), ("77-3", .reversed), ("585-60", .reversed), ("206-99", .shortened),
    ("104-88", .reversed),
    ("S41-S38", .reversed), ("s38–s41", .ascending), ("e5-e4", .reversed), ("xvi-ix", .reversed),
    ("IX–XVI", .ascending), ("ix-12", .unknown), ("A4-B2", .unknown), ("12.e1-12.e5", .unknown),
  ])
  func theEndIsAfterTheBeginning(_ text: String, _ order: PageSpan.Order) {
    #expect(PageSpan.spans(in: Array(text.utf8)).map(\.order) == [order])
  }

  @Test func rangesStandBesideEachOther() {
    let spans = PageSpan.spans(in: Array("3--9, 44--41; 50".utf8))
    #expect(spans.map(\.text) == ["3-9", "44-41"])
    #expect(spans.map(\.order) == [.ascending, .reversed])
  }

  /// A work of so many pages has a digit too many.
  @Test(arguments: [("7-1000012", true), ("99871-100004", false), ("1-1204", false)])
  func aDigitTooManyIsSeen(_ text: String, _ isImmense: Bool) {
    #expect(PageSpan.spans(in: Array(text.utf8)).map(\.isImmense) == [isImmense])
  }
}
