import Testing

@testable import Citations

@Suite struct UnifiedDiffTests {
  private static func diff(_ old: String, _ new: String) -> String {
    var output: [UInt8] = []
    UnifiedDiff(Array(old.utf8), Array(new.utf8)).write(to: &output, from: "a", to: "b")
    return output.text
  }

  @Test func equalTextsHaveNoDifference() {
    #expect(Self.diff("a\nb\n", "a\nb\n") == "")
    #expect(UnifiedDiff([], []).isEmpty)
  }

  @Test func aChangedLineStandsInItsContext() {
    #expect(
      Self.diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n")
        == "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n")
  }

  @Test func farChangesAreHunksOfTheirOwn() {
    let old = (1...20).map { "\($0)\n" }
    var new = old
    new[0] = "x\n"
    new[19] = "y\n"
    #expect(
      Self.diff(old.joined(), new.joined())
        == "--- a\n+++ b\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -17,4 +17,4 @@\n 17\n 18\n 19\n-20\n+y\n"
    )
  }

  @Test func aMissingLineEndIsSaid() {
    #expect(
      Self.diff("a", "b\n") == "--- a\n+++ b\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n")
    #expect(Self.diff("", "b\n") == "--- a\n+++ b\n@@ -0,0 +1 @@\n+b\n")
  }

  /// The new text, made from the old one by the hunks of the difference.
  private static func patched(_ old: [UInt8], _ diff: [UInt8]) -> [UInt8] {
    var oldLines = old.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Array($0) + [0x0A]
    }
    if oldLines.last == [0x0A] {
      oldLines.removeLast()
    } else if !oldLines.isEmpty {
      oldLines[oldLines.count - 1].removeLast()
    }
    var result: [UInt8] = []
    var position = 0
    var sign: UInt8 = 0
    for line in diff.split(separator: 0x0A).dropFirst(2) {
      let text = Array(line.dropFirst()) + [0x0A]
      switch line.first {
      case UInt8(ascii: "@"):
        let start = line.split(separator: 0x20)[1].dropFirst().prefix { $0.isASCIIDigit }
        let isEmpty = line.split(separator: 0x20)[1].string.hasSuffix(",0")
        let target = (Int(start.string) ?? 0) - (isEmpty ? 0 : 1)
        while position < target {
          result += oldLines[position]
          position += 1
        }
      case UInt8(ascii: " "):
        result += oldLines[position]
        position += 1
      case UInt8(ascii: "-"): position += 1
      case UInt8(ascii: "+"): result += text
      default: if sign == UInt8(ascii: "+"), result.last == 0x0A { result.removeLast() }
      }
      sign = line.first ?? 0
    }
    while position < oldLines.count {
      result += oldLines[position]
      position += 1
    }
    return result
  }

  @Test(arguments: [3, 8, 60])
  func applyingTheDifferenceGivesTheNewText(alphabet: Int) {
    var random = SeededRandom(seed: UInt64(alphabet))
    func text(_ count: Int) -> [String] {
      (0..<count).map { _ in "l\(Int.random(in: 0..<alphabet, using: &random))\n" }
    }
    for _ in 0..<400 {
      let old = text(Int.random(in: 0...40, using: &random))
      var new = old
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let place = Int.random(in: 0...new.count, using: &random)
        if Bool.random(using: &random) {
          new.insert(contentsOf: text(Int.random(in: 1...4, using: &random)), at: place)
        } else if place < new.count {
          new.remove(at: place)
        }
      }
      let oldBytes = Array(old.joined().utf8)
      var newBytes = Array(new.joined().utf8)
      if Bool.random(using: &random), !newBytes.isEmpty { newBytes.removeLast() }
      var output: [UInt8] = []
      UnifiedDiff(oldBytes, newBytes).write(to: &output, from: "a", to: "b")
      #expect(Self.patched(oldBytes, output) == newBytes)
    }
  }

  @Test func textsWithNothingInCommonCostNoMoreThanTheirLength() {
    let old = Array((0..<20_000).map { "a\($0 % 7)\n" }.joined().utf8)
    let new = Array((0..<20_000).map { "b\($0 % 5)\n" }.joined().utf8)
    var output: [UInt8] = []
    UnifiedDiff(old, new).write(to: &output, from: "a", to: "b")
    #expect(output.count(where: { $0 == 0x0A }) == 40_003)
  }
}
