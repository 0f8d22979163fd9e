import Testing

@testable import Citations

@Suite struct InlineCanvasTests {
  @Test func marksLeaveCleanTextWithPlaces() {
    var raw = SourceText()
    raw.append(Array("a *b*\n".utf8), source: 10)
    raw.append(Array("&amp;  c {n} .".utf8), source: 30)
    var canvas = InlineCanvas(raw)
    canvas.style(.italic, 3..<4)
    canvas.placeMarker(0, over: 15..<18, swallowsSpace: true)
    canvas.skip(4..<5)
    canvas.replace(6..<11, with: Array("&".utf8))
    canvas.skip(2..<3)
    canvas.seal()
    let rendered = canvas.render(0..<raw.count)
    #expect(rendered.text.string == "a b & c .")
    #expect(rendered.text.styles == [.init(range: 2..<3, style: .italic)])
    #expect(rendered.markers == [.init(offset: 7, marker: 0)])
    #expect([0, 2, 4, 6, 8].map { rendered.text.sourceOffset(of: $0) } == [10, 13, 30, 37, 43])
  }

  @Test func partsAreRenderedFromTheSameMarks() {
    let raw = SourceText("out {in *x*} out")
    var canvas = InlineCanvas(raw)
    canvas.placeMarker(0, over: 4..<12)
    canvas.skip(8..<9)
    canvas.skip(10..<11)
    canvas.style(.bold, 9..<10)
    canvas.seal()
    #expect(canvas.render(0..<raw.count).text.string == "out out")
    #expect(canvas.render(0..<raw.count).text.styles.isEmpty)
    #expect(canvas.render(5..<11).text.string == "in x")
    #expect(canvas.render(5..<11).text.styles == [.init(range: 3..<4, style: .bold)])
  }
}
