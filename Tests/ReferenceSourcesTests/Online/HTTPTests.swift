import Testing

@testable import ReferenceSources

@Suite struct HTTPTests {
  @Test func theLastReplyCounts() throws {
    let text =
      "HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\nHTTP/2 200 \r\nRetry-After:  7\r\nX-A: b:c\r\n\r\n{\"a\":\n\n1}"
    let reply = try #require(HTTPReply(Array(text.utf8)))
    #expect(reply.status == 200)
    #expect(reply["retry-after"] == "7")
    #expect(reply["x-a"] == "b:c")
    #expect(reply["location"] == nil)
    #expect(reply.body == Array("{\"a\":\n\n1}".utf8))
  }

  @Test(arguments: ["", "{}", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 abc\r\n\r\n"])
  func whatIsNoReplyIsNone(_ text: String) {
    #expect(HTTPReply(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    ("7", 7.0), ("0", 0), ("-3", 0), ("Thu, 01 Jan 1970 00:20:00 GMT", 200),
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("soon", nil), ("Thu, 01 Foo 1970 00:20:00 GMT", nil),
  ])
  func waitsAreSecondsOrDates(_ value: String, _ seconds: Double?) {
    #expect(RetryAfter.seconds(value, now: 1000) == seconds)
  }

  @Test func datesAreCountedRight() {
    // The example of RFC 9110.
    #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:49:37 GMT", now: 0) == 784_111_777)
    #expect(RetryAfter.seconds("Thu, 29 Feb 2024 00:00:00 GMT", now: 0) == 1_709_164_800)
  }

  @Test(arguments: [
    "https://api.example.org/", "http://localhost:8080", "http://127.0.0.1:1/x", "http://[::1]:80",
  ])
  func addressesThatAreAsked(_ address: String) throws {
    let endpoint = try Endpoint(address)
    #expect(endpoint.isLoopback == address.hasPrefix("http:"))
    #expect(!endpoint.address.hasSuffix("/"))
  }

  @Test(arguments: [
    "http://api.example.org", "http://localhost.example.org", "http://127.0.0.1.example.org",
    "ftp://x",
    "file:///etc/passwd", "https://x\ny", "http://user@example.org", "http://localhost@example.org",
  ])
  func addressesThatAreNot(_ address: String) {
    #expect(throws: SourceTrouble.self) { try Endpoint(address) }
  }

  @Test func partsOfAddressesAreEscaped() {
    #expect(Endpoint.escaped("10.5555/a b<c>é?#") == "10.5555%2Fa%20b%3Cc%3E%C3%A9%3F%23")
  }

  @Test func curlIsToldOnItsInput() {
    let curl = Curl(timeLimit: 5, agent: "citecli (mailto:a\"b@c)")
    let text = String(
      decoding: curl.configuration("https://x/y", false), as: UTF8.self)
    #expect(text.contains("url = \"https://x/y\"\n"))
    #expect(text.contains("user-agent = \"citecli (mailto:a\\\"b@c)\"\n"))
    #expect(text.contains("proto = \"=https\"\n"))
    #expect(text.contains("max-time = 5\n"))
  }
}
