internal import ArgumentParser
internal import Citations

/// Whether only what a change touched is reported.
struct DiffBaseOptions: ParsableArguments {
  @Option(
    name: .customLong("diff-base"),
    help: ArgumentHelp(
      "Report only what was touched since the work left this commit of git.",
      discussion: "A branch, a tag or a hash; HEAD for what is not committed yet.",
      valueName: "commit"))
  var revision: String?

  /// Refuses what cannot work together.
  func check(_ input: InputOptions, _ fixes: FixOptions, _ baseline: BaselineOptions) throws {
    guard let revision else { return }
    if revision.isEmpty {
      throw ValidationError("--diff-base needs the name of a commit")
    }
    if fixes.isOn {
      throw ValidationError(
        "Fixes are made in whole files, so --diff-base does not go with --fix, --unsafe-fixes and --diff"
      )
    }
    if baseline.written != nil {
      throw ValidationError(
        "--write-baseline writes all findings, so it does not go with --diff-base")
    }
    if input.files.contains("-"), input.standardInputName == nil {
      throw ValidationError(
        "--diff-base needs --stdin-filename, to know what standard input is compared with")
    }
  }

  /// What `git` knows of the repository; nil without the option.
  func read() throws(FileError) -> GitChanges? {
    guard let revision else { return nil }
    return try GitChanges(since: revision)
  }

  /// What happened to the files of the run, standard input left out; says which of them count as new for want of a past.
  func changes(_ git: GitChanges, of input: InputOptions, quiet: Bool) throws(FileError)
    -> ChangedFiles
  {
    let files = input.files.filter { $0 != "-" }
    for file in files where !quiet && FileIO.isReadable(file) && !git.contains(file) {
      Terminal.complain("\(file): is outside the repository, so all of it counts as new")
    }
    return try git.changes(of: files)
  }
}
