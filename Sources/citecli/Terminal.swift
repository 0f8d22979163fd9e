/// What is said to people beside the data: on standard error, with colours where a terminal shows them.
enum Terminal {
  /// Says what went wrong.
  static func complain(_ message: String) { say("citecli: " + message + "\n") }

  /// Writes text to standard error; where that is closed there is nobody to tell.
  static func say(_ text: String) { say(Array(text.utf8)) }

  /// Writes bytes to standard error; where that is closed there is nobody to tell.
  static func say(_ bytes: [UInt8]) {
    try? FileIO.write(bytes, to: FileIO.standardError, name: "standard error")
  }
}
