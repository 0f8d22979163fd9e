/// Names of files, as paths of any system.
public enum FileName {
  /// What stands after the last dot of the last part of a path, lower case; empty where there is none.
  public static func fileExtension(of path: String) -> String {
    let last = path.utf8.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }).last ?? path.utf8[...]
    guard let dot = last.lastIndex(of: UInt8(ascii: ".")), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].map(\.asciiLowercased).string
  }
}
