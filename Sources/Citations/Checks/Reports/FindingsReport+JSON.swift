extension FindingsReport {
  /// The findings of all files as one JSON text, by the schema `citations/findings/1`.
  public static func json(of files: [CheckedFile]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("schema")
    writer.write(.string(FindingsJSON.schema))
    writer.name("diagnostics")
    writer.beginArray()
    for file in files {
      var findings = FindingsJSON(file.source, withFile: true)
      for diagnostic in file.findings {
        writer.separate()
        writer.write(findings.value(diagnostic))
      }
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  /// The findings of all files, an object on each line.
  public static func ndjson(of files: [CheckedFile]) -> [UInt8] {
    files.flatMap { file in
      var findings = FindingsJSON(file.source, withFile: true)
      return file.findings.flatMap { JSONWriter.text(of: findings.value($0), .compact) }
    }
  }
}
