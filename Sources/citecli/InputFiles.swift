internal import ArgumentParser

/// The files that a command reads, as its arguments name them.
struct InputFiles {
  /// Paths; - is standard input.
  var paths: [String]
  /// The name of standard input in messages and for the format, where one was given.
  var standardInputName: String?

  /// Refuses arguments that cannot work, before anything is read.
  func check() throws {
    if paths.isEmpty {
      throw ValidationError("Missing expected argument '<file> ...'; - is standard input")
    }
    if paths.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once")
    }
    if standardInputName != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename needs - among the files")
    }
  }

  /// Hands the bytes and the name of each file over; what cannot be read is said, and the others still come through.
  ///
  /// - Returns: Whether all could be read.
  func forEach(_ body: ([UInt8], String) throws -> Void) throws -> Bool {
    var isComplete = true
    for path in paths {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes =
          path == "-"
          ? try FileIO.read(FileIO.standardInput, name: "standard input")
          : try FileIO.read(path: path)
      } catch {
        Terminal.complain(error.description)
        isComplete = false
        continue
      }
      try body(bytes, path == "-" ? standardInputName ?? "-" : path)
    }
    return isComplete
  }
}
