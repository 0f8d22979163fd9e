@testable import Citations

extension JournalList {
  /// The list to which the examples of rules about journals belong.
  static let sample: JournalList = {
    var list = JournalList()
    let text = "# Journals of the house\nEstuary Papers;Est. Pap.;EP;Q\nFen & Marsh\n"
    try? list.add(SourceFile(name: "journals.txt", bytes: Array(text.utf8)))
    return list
  }()
}
