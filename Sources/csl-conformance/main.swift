import CSLSuite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print(
    "usage: csl-conformance DIR [TEST…]\n\nDIR holds the tests; the locales are in DIR/../locales.")
  exit(2)
}
let folder = arguments[1]
let wanted = Set(arguments.dropFirst(2).map { $0.hasSuffix(".txt") ? $0 : $0 + ".txt" })
let runner = SuiteRunner(locales: SuiteFiles.locales(in: folder + "/../locales"))
var passed = 0
var failed = 0
for name in SuiteFiles.names(in: folder, suffix: ".txt")
where wanted.isEmpty || wanted.contains(name) {
  guard let bytes = SuiteFiles.read(folder + "/" + name) else { continue }
  let outcome = runner.run(Fixture(bytes))
  if outcome.isPassed {
    passed += 1
  } else {
    failed += 1
    print(name.dropLast(4))
  }
  if !wanted.isEmpty {
    print("expected:\n\(outcome.expected)\nactual:\n\(outcome.actual)")
  }
}
print("\(passed) passed, \(failed) failed")
exit(failed == 0 ? 0 : 1)
