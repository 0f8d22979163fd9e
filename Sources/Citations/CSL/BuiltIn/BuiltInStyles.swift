internal import CStyles

/// The styles and locales that are part of the library.
///
/// They are kept as files and read when they are asked for:
///
///     let style = try BuiltInStyles.style("apa").map { try Style($0) }
public enum BuiltInStyles {
  /// The names of the styles, such as `apa`, sorted.
  public static let styleNames = unsafe all(.style) { name, _ in name }

  /// The language tags of the locales, such as `cs-CZ`, sorted.
  public static let localeTags = unsafe all(.locale) { name, _ in name }

  /// The file of a style, or nil where there is none of that name.
  public static func style(_ name: String) -> SourceFile? {
    file(.style, name).map { SourceFile(name: name + ".csl", bytes: $0) }
  }

  /// The file of a locale, or nil where there is none for exactly that tag.
  public static func locale(_ tag: String) -> SourceFile? {
    file(.locale, tag).map { SourceFile(name: "locales-\(tag).xml", bytes: $0) }
  }

  /// The locales, each read when it is asked for.
  public static let locales = LocaleSet { tag in
    locale(tag).flatMap { try? Locale($0) }
  }

  private enum Kind { case style, locale }

  private static func file(_ kind: Kind, _ name: String) -> [UInt8]? {
    // The bytes are constants of the program, and copied.
    unsafe all(kind) { found, bytes in unsafe found == name ? Array(bytes) : nil }.first
  }

  /// What `take` makes of the name and the bytes of each file.
  private static func all<Value>(
    _ kind: Kind, _ take: (String, UnsafeBufferPointer<UInt8>) -> Value?
  ) -> [Value] {
    var count = 0
    // The tables, their names and bytes are constants of the program; names end in NUL, files are as long as they say.
    let start = unsafe kind == .style ? citations_styles(&count) : citations_locales(&count)
    let files = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return unsafe files.compactMap { file in
      unsafe take(
        String(cString: file.name), UnsafeBufferPointer(start: file.bytes, count: file.length))
    }
  }
}
