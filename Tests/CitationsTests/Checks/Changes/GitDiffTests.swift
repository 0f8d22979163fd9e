import Testing

@testable import Citations

@Suite struct GitDiffTests {
  /// The lines that a difference of one file touches, among the first twelve, and between which of them it removed.
  private func touched(_ diff: String) -> [String] {
    GitDiff(Array(diff.utf8)).files.map { file in
      let lines = (1...12).filter { file.change.touches(lines: $0..<$0 + 1) }
      let removals = (1...12).filter { line in
        file.change.touches(lines: line..<line + 2) && !lines.contains(line)
          && !lines.contains(line + 1)
      }
      return "\(file.path): \(lines) \(removals)"
    }
  }

  private static let header = "diff --git a/r.bib b/r.bib\n--- a/r.bib\n+++ b/r.bib\n"

  @Test(arguments: [
    ("@@ -3 +3 @@\n-a\n+b\n", "[3] []"),
    ("@@ -3,0 +4,2 @@ words\n+a\n+b\n", "[4, 5] []"),
    ("@@ -3,2 +2,0 @@\n-a\n-b\n", "[] [2]"),
    ("@@ -1,5 +1,5 @@\n a\n-b\n+c\n d\n-e\n f\n+g\n", "[2, 5] [3]"),
    ("@@ -2 +2 @@\n-a\n\\ No newline at end of file\n+a\n", "[2] []"),
    ("@@ -1,0 +2 @@\n+x\n@@ -5,0 +7,2 @@\n+y\n+z\n", "[2, 7, 8] []"),
    ("@@ -1,3 +0,0 @@\n-a\n-b\n-c\n", "[] []"),
  ]) func linesOfHunksAreCounted(_ hunks: String, _ expected: String) {
    #expect(touched(Self.header + hunks) == ["r.bib: \(expected)"])
  }

  @Test func linesThatLookLikeHeadersAreContent() {
    let diff =
      Self.header
      + "@@ -1,2 +1,3 @@\n--- a/x\n-diff --git a/y b/y\n+++ b/x\n+@@ -9 +9 @@\n+\u{20}\n"
    #expect(touched(diff) == ["r.bib: [1, 2, 3] []"])
  }

  @Test(arguments: [
    (
      "diff --git a/two words.bib b/two words.bib\nold mode 100644\nnew mode 100755\n",
      "two words.bib"
    ),
    ("diff --git a/a b/a b/a b/a\n", "a b/a"),
    ("diff --git a/x b/y\nrename from x\nrename to y\n", "y"),
    ("diff --git \"a/\\303\\274 \\\"q\\\".bib\" \"b/\\303\\274 \\\"q\\\".bib\"\n", "ü \"q\".bib"),
    ("diff --git a/plain \"b/tab\\there\"\n", "tab\there"),
    ("diff --git a/x b/x\nrename from x\nrename to \"a\\\\b\\n\"\n", "a\\b\n"),
  ]) func namesAreReadWithoutAnyLine(_ diff: String, _ path: String) {
    #expect(GitDiff(Array(diff.utf8)).files == [.init(path: path, change: .none)])
  }

  @Test func namesOfChangedFilesMayEndInATab() {
    let diff =
      "diff --git a/sp ace.bib b/sp two.bib\nsimilarity index 66%\nrename from sp ace.bib\n"
      + "rename to sp two.bib\n--- a/sp ace.bib\t\n+++ b/sp two.bib\t\n@@ -2,0 +3 @@ b\n+x\n"
    #expect(touched(diff) == ["sp two.bib: [3] []"])
  }

  @Test(arguments: [
    "diff --git a/x b/x\nnew file mode 100644\nindex 0000000..e69de29\n",
    "diff --git a/x b/x\nindex 1..2 100644\nBinary files a/x and b/x differ\n",
    "diff --git a/x b/x\nGIT binary patch\nliteral 3\nKcmZQzU|?i\n",
    "diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,2 @@@\n++a\n",
    "diff --combined x\nindex 1,2..3\n",
  ]) func whatHasNoLinesCountsAsAWhole(_ diff: String) {
    #expect(GitDiff(Array(diff.utf8)).files == [.init(path: "x", change: .whole)])
  }

  @Test func removedFilesAreLeftOut() {
    let gone =
      "diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
    #expect(GitDiff(Array((gone + Self.header + "@@ -1 +1 @@\n-a\n+b\n").utf8)).files.count == 1)
    #expect(GitDiff(Array(gone.utf8)).files.isEmpty)
  }

  @Test func brokenDifferencesAreNoCrash() {
    let whole = Array(
      (Self.header + "@@ -1,5 +1,5 @@\n a\n-b\n+c\n d\n\\ No\n"
        + "diff --git \"a/\\303\" \"b/\\303\"\nrename to \"\\\n").utf8)
    for length in whole.indices { _ = GitDiff(Array(whole[..<length])) }
    for index in whole.indices {
      for byte in [0x00, 0x0A, 0x22, 0x2B, 0x40, 0x5C, 0xFF] as [UInt8] {
        var bytes = whole
        bytes[index] = byte
        #expect(GitDiff(bytes).files.count <= 3)
      }
    }
  }
}
