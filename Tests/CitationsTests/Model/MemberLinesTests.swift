import Testing

@testable import Citations

@Suite struct MemberLinesTests {
  private func lines(_ body: (inout Reference) -> Void) -> [String] {
    var reference = Reference(id: "a", type: .book)
    body(&reference)
    let names = MemberComparison.differences(reference, Reference(id: "a", type: .book))
    return MemberLines.lines(names, of: reference)
  }

  @Test func valuesInWordsStayWords() {
    #expect(lines { $0[.originalTitle] = "The <i>: x" } == ["original-title: The <i>: x"])
    #expect(lines { $0[.originalDate] = DateValue(edtf: "1900~") } == ["original-date: 1900~"])
    #expect(lines { $0[.originalDate] = DateValue(literal: "once") } == ["original-date: once"])
    #expect(
      lines { $0[.guest] = [Name(family: "Mercer", given: "Ada"), Name(literal: "Fell & Sons")] }
        == ["guest: Mercer || Ada", "guest: Fell & Sons"])
  }

  @Test func whatWordsCannotSayIsJSON() {
    #expect(lines { $0[.note] = "a\nb" } == [#"note: "a\nb""#])
    #expect(lines { $0[.note] = "[x]" } == [#"note: "[x]""#])
    #expect(lines { $0[.note] = "null" } == [#"note: "null""#])
    #expect(lines { $0[.note] = " x" } == [#"note: " x""#])
    #expect(lines { $0[.guest] = [Name(family: "Plato")] } == [#"guest: [{"family":"Plato"}]"#])
    let extra = Reference.ExtraField(format: "biblatex", name: "file", value: "a.pdf")
    #expect(lines { $0.extras = [extra] } == [#"custom: {"biblatex":{"file":"a.pdf"}}"#])
  }

  @Test func whatOthersWriteIsRead() {
    let lines = MemberLines([
      "Original Date: 1900", "pmcid: PMC1", "no line", "Reader: someone", "editor: Okri || Ben",
      "editor: Fell || E.", "DOI: null",
    ])
    #expect(lines.reference[.originalDate]?.edtf == "1900")
    #expect(lines.reference[.pmcid] == "PMC1")
    #expect(lines.reference[.editor].map(\.family) == ["Okri", "Fell"])
    #expect(lines.rest == ["no line", "Reader: someone"])
    #expect(lines.cancelled == [.text(.doi)])
  }

  @Test func aRecordTellsWhatItLoses() {
    var reference = Reference(id: "a", type: .book)
    reference[.title] = "T"
    reference[.note] = "N"
    let record = CompleteRecord(
      reference, format: "x", write: { reference, lines in Array(lines.joined().utf8) },
      read: { _ in
        var back = Reference(id: "a", type: .book)
        back[.title] = "t"
        return back
      })
    #expect(record.losses.map { "\($0.field) \($0.kind)" } == ["note dropped", "title narrowed"])
  }
}
