import Citations
import Testing

@Suite struct DateValueEDTFTests {
  @Test(arguments: [
    "2004", "0033", "0000", "-0044", "-9999", "Y12345", "Y-170000", "2004-06", "2004-06-11",
    "2004-02-29",
    "-0044-03-15", "2004-21", "2004-24", "2004?", "2004-06~", "2004-06-11%", "2004-22~", "198X",
    "19XX", "2004-06-XX", "2004-XX", "2004-XX-XX", "-0044-XX",
    "-198X", "19XX?", "2004/2005", "2004-06/..", "../2004", "/2004", "2004/", "2004-06-11/2004-06~",
    "../..", "1964~/2008?", "198X/199X", "2004-21/2004-23", "-0100/0014",
  ])
  func readAndWrittenTheSame(_ text: String) {
    #expect(DateValue(edtf: text)?.edtf == text)
  }

  @Test(arguments: [
    "", "/", "?", "200", "20040", "20040611", "2004-6", "2004-13", "2004-00", "2004-25",
    "2004-06-31", "2005-02-29",
    "2004-06-00", "2004-21-01", "2004-XX-06", "XXXX-12", "1XXX", "XXXX", "X198",
    "198X-06", "Y1234",
    "Y-17E7", "Y01234", "Y12345-06", "-0000", "2004-06-11T10:00:00", "2004/2005/2006",
    "2004-06-11-", "2004--06", "2004-",
    "?2004", "2004?~", " 2004", "2004 ", "２００４", "Y9999999999999999999", "2004/x", "..",
    "1985-04-12Z",
  ])
  func notHeld(_ text: String) {
    #expect(DateValue(edtf: text) == nil)
  }

  @Test func partsAreThoseOfTheText() {
    #expect(DateValue(edtf: "2004-06-11") == DateValue(.init(2004, 6, 11)))
    #expect(DateValue(edtf: "2004-23") == DateValue(.init(2004, season: 3)))
    #expect(DateValue(edtf: "2004/..") == DateValue(from: .point(.init(2004)), to: .open))
    #expect(DateValue(edtf: "/2004") == DateValue(from: .unknown, to: .point(.init(2004))))
    var circa = DateValue.Point(2004)
    circa.isApproximate = true
    circa.isUncertain = true
    #expect(DateValue(edtf: "2004%") == DateValue(circa))
    var century = DateValue.Point(1900)
    century.unspecifiedYearDigits = 2
    #expect(DateValue(edtf: "19XX") == DateValue(century))
    #expect(DateValue(edtf: "-198X")?.year == -1989)
  }

  @Test func whatIsNoDateIsNotWritten() {
    #expect(DateValue(literal: "forthcoming").edtf == nil)
    #expect(DateValue(.init(2004, 13)).edtf == nil)
    #expect(DateValue(.init(2004, nil, 3)).edtf == nil)
    #expect(DateValue(.init(12345, 3)).edtf == nil)
    #expect(DateValue(.init(2004, 6, season: 1)).edtf == nil)
    #expect(DateValue(from: .unknown, to: .unknown).edtf == nil)
    var both = DateValue(.init(2004))
    both.literal = "anno MMIV"
    #expect(both.edtf == "2004")
  }

  @Test func everyChangedByteIsAnswered() {
    for text in ["2004-06-11/2005-21?", "Y-170000", "-198X~/.."] {
      let bytes = Array(text.utf8)
      for index in bytes.indices {
        _ = DateValue(edtf: String(decoding: bytes[..<index], as: UTF8.self))
        for byte in UInt8.min...UInt8.max {
          var changed = bytes
          changed[index] = byte
          let text = String(decoding: changed, as: UTF8.self)
          if let date = DateValue(edtf: text) { #expect(date.edtf == text) }
        }
      }
    }
  }
}
