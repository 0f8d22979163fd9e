import Testing

@testable import Citations

/// Nothing is said about notes in which nothing is to be mended.
///
/// `Fixtures/Checks/Calm/notes.txt` holds documents: lines without an empty one between them are the notes of one, in order.
@Suite struct CalmNotesTests {
  static let documents: [[String]] = {
    let text = Shared.fixture("Checks/Calm/notes.txt")?.text ?? ""
    var result: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || line.hasPrefix("# ") {
        result.append([])
      } else {
        result[result.count - 1].append(String(line))
      }
    }
    return result.filter { !$0.isEmpty }
  }()

  /// What is found in notes of a Markdown document.
  static func findings(_ notes: [String]) -> [String] {
    let body = notes.indices.map { "Words.[^\($0 + 1)]" }.joined(separator: " ")
    let list = notes.enumerated().map { "[^\($0 + 1)]: \($1)" }.joined(separator: "\n")
    return found("notes.md", body + "\n\n" + list + "\n")
  }

  /// What is found in a file.
  static func found(_ name: String, _ text: String) -> [String] {
    var run = CheckRun()
    run.add(Array(text.utf8), name: name)
    return run.finish().flatMap { lines(of: $0) }
  }

  @Test func thereAreDocumentsOfAllTraditions() {
    #expect(Self.documents.count > 300)
  }

  @Test(arguments: documents) func nothingIsSaid(_ notes: [String]) {
    #expect(Self.findings(notes) == [])
  }

  @Test func germanNotesMayLeavePublishersOutAndEnglishOnesMayNot() {
    #expect(Self.findings(["Karl Steg, Deich und Damm, Kiel 1962, S. 14."]) == [])
    let english = Self.findings(["Carl Steg, *Dike and Dam* (Hull, 1962), 14."])
    #expect(english.count == 1 && english[0].contains("C012"))
  }

  @Test func whatMostNotesLeaveOutNoneNeeds() {
    let notes = (1...4).map { "Carl Steg, *Dike and Dam \($0)* (Hull, 196\($0)), 14." }
    #expect(Self.findings(notes) == [])
  }

  @Test(arguments: [
    ("Edgar Tarn, *Peat* (Hull: Alder, 1951), ISBN 978-0-19-285347-8.", "I005"),
    ("Edgar Tarn, \"Peat,\" Fen Blog, May 4, 2015, htp://peat.example.org/a.", "I022"),
    ("Edgar Tarn, *GlÃ¶ckner and Peat* (Hull: Alder, 1951), 17.", "S040"),
    ("Edgar Tarn, *Peat of the the North* (Hull: Alder, 1951), 17.", "S022"),
    ("Edgar Tarn, *PEAT OF THE NORTH AND SOUTH* (Hull: Alder, 1951), 17.", "S020"),
    ("Edgar Tarn, \"Peat and Turf\" (1972): 90–94.", "C004"),
    ("Okoro, *River People*, 113.", "N010"),
    ("Ada Okoro, *River People*, 113.", "N010"),
    ("Okoro, “River People,” 113.", "N010"),
  ]) func theFaultIsFound(_ note: String, _ rule: String) {
    let found = Self.findings([note])
    #expect(found.contains { $0.contains(rule) }, "\(found)")
  }

  @Test(arguments: [
    (["Steg, *Dams*, 9.", "Carl Steg, *Dams* (Hull: Alder, 1962), 14."], "N013"),
    (["Carl Steg, *Dams* (Hull: Alder, 1962), 14.", "Steg (n 7) 20."], "N014"),
    (["Carl Steg, Deiche, Kiel: Wolff 1962, S. 14.", "Steg, Deiche (wie Anm. 9), S. 80."], "N014"),
    (["Carl Steg, *Dams* (Hull: Alder, 1962), 14.", ""], "N008"),
    (
      [
        "Ada Coe, \"Lamps,\" *Fen Review* 8 (1972): 90–94.",
        "Ada Coe, \"Lamps,\" *Fen Review* 9 (1972): 90–94.",
      ], "D001"
    ),
    (
      [
        "Ada Coe, *Lamps and Lamp Oil* (Hull: Alder, 1962), 14.",
        "Ada Coe, *Lamps and Lampoil* (Hull: Alder, 1962), 14.",
      ], "D001"
    ),
    (
      [
        "Ada Coe, *Lamps and Lamp Oil* (Hull: Alder, 1962), 14.",
        "Ada Coe, *Lamps and Lamp Oil* (Hull: Beech, 1962), 14.",
      ], "D001"
    ),
    (
      [
        "Ada Coe, *Lamps* (Hull: Alder, 1962), 14.", "Ada Coe, *Oil* (Hull: Alder, 1965), 14.",
        "Coe, op. cit., 9.",
      ], "N011"
    ),
  ]) func theFaultOfSeveralNotesIsFoundAndNothingElse(_ notes: [String], _ rule: String) {
    let found = Self.findings(notes)
    #expect(found.count == 1 && found.allSatisfy { $0.contains(rule) }, "\(found)")
  }

  @Test func ibidAfterANoteThatWasNotUnderstoodIsLeftAlone() {
    #expect(Self.findings(["42 U.S.C. § 1983 (2018).", "Id. at 490."]) == [])
    let found = Self.findings(["Nobody knows when.", "Ibid., 490."])
    #expect(found.count == 1 && found[0].contains("N012"), "\(found)")
  }

  @Test func notesThatBeginWithTwoLackTheFirst() {
    let text = """
      Lamps

      The lamp stands at Tarn.2 It was lit in a field.3

      Notes

      2. Ada Coe, Lamps (Hull: Alder, 1962), 14.
      3. Carl Steg, Dams (Hull: Alder, 1962), 12.

      """
    let found = Self.found("essay.txt", text)
    #expect(found.count == 1 && found[0].contains("N004"), "\(found)")
  }
}
