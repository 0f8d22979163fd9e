import Testing

@testable import Citations

@Suite struct NumberChainTests {
  private func chain(_ values: [(Int, Int)], segments: [Int]? = nil) -> [Int] {
    let items = values.enumerated().map {
      NumberChain.Item(value: $1.0, weight: $1.1, segment: segments?[$0] ?? 0)
    }
    return NumberChain().solve(items).map { values[$0].0 }
  }

  @Test func strayNumbersAreLeftOut() {
    #expect(chain([(19, 1), (1, 4), (2, 4), (90, 2), (3, 4), (2, 1), (4, 4)]) == [1, 2, 3, 4])
  }

  @Test func gapIsCrossed() {
    #expect(chain([(1, 4), (2, 4), (4, 4), (5, 4)]) == [1, 2, 4, 5])
  }

  @Test func numberingBeginsAnew() {
    #expect(chain([(1, 4), (2, 4), (3, 4), (1, 4), (2, 4), (3, 4)]) == [1, 2, 3, 1, 2, 3])
    #expect(chain([(1, 4), (2, 4), (1, 4)], segments: [0, 0, 1]) == [1, 2, 1])
  }

  @Test func nothingGivesNothing() {
    #expect(chain([]) == [])
    #expect(chain([(77, 4)]) == [])
    #expect(chain([(1, -2)]) == [])
  }
}
