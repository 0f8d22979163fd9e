internal import Programs

/// Fetches with the program `curl`, which knows certificates and proxies.
///
/// What is fetched is told on its standard input, so that nothing passes through a shell or stands in a list of processes.
struct Curl {
  /// Seconds after which a server is given up.
  var timeLimit: Int
  /// How the program names itself to servers.
  var agent: String

  /// Replies longer than this are refused.
  private static let longest = 1 << 24

  /// Fetches an address.
  ///
  /// - Throws: ``SourceTrouble`` where there is no `curl` or no reply; it is about the reason alone.
  func fetch(_ address: String, isLoopback: Bool) throws(SourceTrouble) -> HTTPReply {
    let result: Program.Result
    do throws(Program.Failure) {
      result = try Program.run(
        "curl", ["--disable", "--config", "-"], input: configuration(address, isLoopback),
        limit: Self.longest)
    } catch {
      throw SourceTrouble(Self.missing)
    }
    guard result.status == 0 else { throw SourceTrouble(reason(result.status)) }
    guard let reply = HTTPReply(result.output) else { throw SourceTrouble("the reply is no HTTP") }
    return reply
  }

  /// The options for curl, one a line.
  ///
  /// Source: curl(1), "-K, --config".
  func configuration(_ address: String, _ isLoopback: Bool) -> [UInt8] {
    let schemes = isLoopback ? "=http,https" : "=https"
    return Array(
      """
      url = "\(Self.quoted(address))"
      user-agent = "\(Self.quoted(agent))"
      header = "Accept: application/json"
      proto = "\(schemes)"
      proto-redir = "\(schemes)"
      location
      max-redirs = 3
      max-time = \(timeLimit)
      connect-timeout = \(min(timeLimit, 10))
      max-filesize = \(Self.longest)
      silent
      include
      suppress-connect-headers
      globoff

      """.utf8)
  }

  private static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// What an exit code of curl means.
  ///
  /// Source: curl(1), "EXIT CODES".
  private func reason(_ status: Int32) -> String {
    switch status {
    case 5: "the proxy is not found"
    case 6: "the host is not found"
    case 7: "nobody answers at the address"
    case 28: "no answer within \(timeLimit) s"
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91:
      "no secure connection (curl \(status))"
    case 52: "the reply is empty"
    case 63: "the reply is too long"
    case 127: Self.missing
    default: "the connection failed (curl \(status))"
    }
  }

  /// What is said where the program is missing.
  static let missing = "the program curl is not installed"
}
