import Testing

/// `citecli check --diff-base` over a real repository.
@Suite struct DiffBaseTests {
  private static let faulty = "@misc{a,\n  title = {T},\n  note = {}\n}\n"
  private static let more = "@misc{b,\n  title = {T},\n  annote = {}\n}\n"

  /// A folder under version control, with a commit; nil, with a printed word, where git is missing.
  private func repository(_ files: [(String, String)]) -> Scratch? {
    guard Command(path: "/bin/sh").run(["-c", "command -v git"]).status == 0 else {
      print("skipped: git is not installed")
      return nil
    }
    let scratch = Scratch()
    for (name, text) in files { _ = scratch.file(name, text) }
    let made = shell(
      scratch,
      "git init -q . && git config user.name n && git config user.email n@example.org "
        + "&& git config commit.gpgsign false && git add . && git commit -qm one && git tag one")
    #expect(made.status == 0, "\(made.errors)")
    return scratch
  }

  @discardableResult
  private func shell(_ scratch: Scratch, _ script: String) -> Command.Result {
    var command = Command(path: "/bin/sh")
    command.workingFolder = scratch.path
    // What a person or a hook has configured is no part of the tests.
    command.environment = ["GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "HOME=/"]
    return command.run(["-c", script])
  }

  private func check(
    _ scratch: Scratch, _ arguments: String..., folder: String = "", input: String = "",
    environment: [String] = []
  ) -> Command.Result {
    var command = Command()
    command.workingFolder = scratch.path + folder
    command.environment =
      ["GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "HOME=/"] + environment
    return command.run(
      ["check", "--isolated", "--today", "2026-11-25", "--format", "concise"] + arguments,
      input: Array(input.utf8))
  }

  private func remove(_ scratch: Scratch) { shell(scratch, "rm -rf .git sub \"two words\"*") }

  @Test func onlyTouchedFindingsAreReported() {
    guard let scratch = repository([("refs.bib", Self.faulty)]) else { return }
    defer { remove(scratch) }
    #expect(check(scratch, "refs.bib").text.contains("refs.bib:3:"))
    #expect(check(scratch, "refs.bib", "--diff-base", "HEAD").text == "")
    _ = scratch.file("refs.bib", "% moved\n" + Self.faulty + Self.more)
    let found = check(scratch, "refs.bib", "--diff-base", "HEAD", "--fail-on", "note")
    #expect(found.lines.count == 1)
    #expect(found.text.hasPrefix("refs.bib:8:"))
    #expect(found.status == 1)
    shell(scratch, "git commit -qam two")
    #expect(check(scratch, "refs.bib", "--diff-base", "HEAD").text == "")
    #expect(check(scratch, "refs.bib", "--diff-base", "one").lines.count == 1)
  }

  @Test func workOnTheOtherBranchIsNoChange() {
    guard let scratch = repository([("refs.bib", Self.faulty)]) else { return }
    defer { remove(scratch) }
    shell(scratch, "git checkout -q -b other && printf '%% x\\n' > refs.bib && git commit -qam x")
    shell(scratch, "git checkout -q -b mine one && printf '%% y\\n' > new.md && git add .")
    #expect(check(scratch, "refs.bib", "--diff-base", "other").text == "")
  }

  @Test func newFilesCountAsAWhole() {
    guard let scratch = repository([("refs.bib", Self.faulty)]) else { return }
    defer { remove(scratch) }
    _ = scratch.file("staged.bib", Self.faulty)
    shell(scratch, "git add staged.bib")
    _ = scratch.file("untracked.bib", Self.more)
    let found = check(
      scratch, "refs.bib", "./staged.bib", scratch.path + "/untracked.bib", "--diff-base", "HEAD")
    #expect(found.lines.filter { $0.contains("B017") }.count == 2)
    #expect(!found.text.contains("refs.bib:"))
  }

  @Test func namesAreFollowed() {
    let name = "two words \"ü\".bib"
    guard let scratch = repository([("refs.bib", Self.faulty + "@misc{x, title = {X}}\n")]) else {
      return
    }
    defer { remove(scratch) }
    shell(
      scratch,
      "git mv refs.bib '\(name)' && printf '%s' '\(Self.more)' >> '\(name)' && mkdir sub")
    for (file, folder) in [(name, ""), ("../" + name, "/sub"), (scratch.path + "/" + name, "/sub")]
    {
      let found = check(scratch, file, "--diff-base", "HEAD", folder: folder)
      #expect(found.lines.count == 1, "\(file): \(found.text)\(found.errors)")
      #expect(found.text.contains("annote"))
    }
  }

  @Test func settingsOfAPersonChangeNothing() {
    guard let scratch = repository([("refs.bib", Self.faulty)]) else { return }
    defer { remove(scratch) }
    shell(
      scratch,
      "git config diff.noprefix true; git config color.ui always; git config diff.external false; "
        + "git config diff.context 9; git config diff.interHunkContext 9; "
        + "git config core.quotePath false; git config diff.mnemonicPrefix true; "
        + "git config diff.relative true; git config diff.bib.textconv 'sed p'")
    _ = scratch.file(".gitattributes", "*.bib diff=bib\n")
    _ = scratch.file("refs.bib", Self.faulty + Self.more)
    let variables = ["GIT_DIFF_OPTS=-u9", "GIT_EXTERNAL_DIFF=false", "GIT_PAGER=false"]
    let found = check(scratch, "refs.bib", "--diff-base", "HEAD", environment: variables)
    #expect(found.lines.count == 1, "\(found.text)\(found.errors)")
  }

  @Test func lineEndsAndBinaryFilesAreCompared() {
    guard let scratch = repository([("refs.bib", Self.faulty), ("wide.bib", "% x\n")]) else {
      return
    }
    defer { remove(scratch) }
    shell(
      scratch,
      "git config core.autocrlf true; printf '@misc{a,\\r\\n  title = {T},\\r\\n  note = {}\\r\\n}"
        + "\\r\\n@misc{b, title = {T}, annote = {}}' > refs.bib; "
        + "printf '%% x\\n%s\\0' '\(Self.more)' > wide.bib")
    let found = check(scratch, "refs.bib", "wide.bib", "--diff-base", "HEAD")
    #expect(found.lines.filter { $0.contains("refs.bib") }.count == 1)
    #expect(found.text.contains("refs.bib:5:"))
    #expect(found.text.contains("wide.bib:4:"))
  }

  @Test func standardInputIsComparedByItsName() {
    guard let scratch = repository([("refs.bib", Self.faulty)]) else { return }
    defer { remove(scratch) }
    let arguments = ["-", "--stdin-filename", "refs.bib", "--diff-base", "HEAD"]
    func run(_ name: String, _ input: String) -> Command.Result {
      check(
        scratch, arguments[0], arguments[1], name, arguments[3], arguments[4], input: input)
    }
    #expect(run("refs.bib", Self.faulty).text == "")
    #expect(run("refs.bib", "\n" + Self.faulty + Self.more).lines.count == 1)
    #expect(run("new.bib", Self.faulty).lines.count == 1)
    #expect(check(scratch, "-", "--diff-base", "HEAD").status == 2)
  }

  @Test func itGoesWithABaseline() {
    guard let scratch = repository([("refs.bib", Self.faulty)]) else { return }
    defer { remove(scratch) }
    _ = scratch.file("refs.bib", Self.faulty + Self.more)
    #expect(check(scratch, "refs.bib", "--write-baseline", "known.json").status == 0)
    _ = scratch.file("refs.bib", Self.faulty + Self.more + "@misc{c, title = {T}, abstract = {}}\n")
    let found = check(scratch, "refs.bib", "--baseline", "known.json", "--diff-base", "HEAD")
    #expect(found.lines.count == 1)
    #expect(found.text.contains("abstract"))
  }

  @Test func whatCannotWorkIsRefusedWithAdvice() {
    guard let scratch = repository([("refs.bib", Self.faulty)]) else { return }
    defer { remove(scratch) }
    for revision in ["nowhere", "--output=x", "one..HEAD"] {
      let result = check(scratch, "refs.bib", "--diff-base=\(revision)")
      #expect(result.status == 2)
      #expect(result.errors.contains("there is no such commit"), "\(result.errors)")
    }
    for option in ["--fix", "--unsafe-fixes", "--diff"] {
      #expect(check(scratch, "refs.bib", "--diff-base", "HEAD", option).status == 2)
    }
    let written = check(scratch, "refs.bib", "--diff-base", "HEAD", "--write-baseline", "x.json")
    #expect(written.status == 2)
    shell(scratch, "git checkout -q --orphan lone && git commit -qm lone")
    #expect(
      check(scratch, "refs.bib", "--diff-base", "one").errors.contains("shallow clone"))
    shell(scratch, "rm -rf .git")
    let none = check(scratch, "refs.bib", "--diff-base", "HEAD")
    #expect(none.status == 2)
    #expect(none.errors.contains("is no work tree of git"))
  }

  @Test func filesElsewhereCountAsNew() {
    guard let scratch = repository([("refs.bib", Self.faulty)]) else { return }
    defer { remove(scratch) }
    let elsewhere = Scratch()
    let path = elsewhere.file("other.bib", Self.faulty)
    let found = check(scratch, path, "refs.bib", "--diff-base", "HEAD")
    #expect(found.lines.count == 1)
    #expect(found.errors.contains("is outside the repository"))
  }

  @Test func withoutGitItIsRefused() {
    let scratch = Scratch()
    let path = scratch.file("refs.bib", Self.faulty)
    // The last of two equal variables counts for some systems, the first for others; a shell sets it for all.
    let result = Command(path: "/bin/sh").run([
      "-c", "PATH=/nowhere exec \"$0\" check --isolated \"$1\" --diff-base HEAD",
      Command().path, path,
    ])
    #expect(result.status == 2)
    #expect(result.errors.contains("git: is not on the PATH"))
  }
}
