internal import Citations

/// `citecli extract --ndjson`: a line in, a line out, in order, in bounded memory.
struct RecordLoop {
  var options: ExtractionOptions

  /// Answers every line of the file at `path`, or of standard input for `-`.
  ///
  /// Answers are held back only while more lines are at hand, so that a program at the other end that waits for each
  /// answer gets it.
  func run(path: String) throws {
    let descriptor = path == "-" ? FileIO.standardInput : try FileIO.openForReading(path)
    var reader = LineReader(descriptor, name: path == "-" ? "standard input" : path)
    var answers: [UInt8] = []
    var number = 0
    while let line = try reader.next() {
      number += 1
      switch line {
      case .bytes(let bytes):
        answers.append(
          contentsOf: RecordStream.answer(to: Array(bytes), line: number, options: options))
      case .tooLong:
        answers.append(
          contentsOf: RecordStream.failure(
            "the line has more than \(LineReader.limit >> 20) MiB", line: number))
      }
      guard answers.count >= 1 << 16 || !reader.hasBufferedLine() else { continue }
      try FileIO.write(answers, to: FileIO.standardOutput, name: "standard output")
      answers.removeAll(keepingCapacity: answers.count < 1 << 20)
    }
  }
}
