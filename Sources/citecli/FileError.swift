/// A file that could not be read or written, in words for a person.
struct FileError: Error, CustomStringConvertible {
  /// The path as the user gave it.
  var path: String
  /// Why it could not be used: "no such file", "is a directory".
  var reason: String

  var description: String { "\(path): \(reason)" }
}

/// The other end of a pipe was closed: nobody wants the rest, so there is nothing wrong.
struct ClosedPipe: Error {}
