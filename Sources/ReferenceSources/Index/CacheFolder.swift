/// The folder for what can be made again: indexes of dumps, replies of registries.
public struct CacheFolder: Sendable, Hashable {
  /// Its path.
  public let path: String

  /// The folder at `path`, which is made when something is put in it.
  public init(_ path: String) { self.path = path }

  /// The user's folder by the environment: CITECLI_CACHE, else `citecli` in XDG_CACHE_HOME, else in `~/.cache`.
  ///
  /// Source: freedesktop.org, "XDG Base Directory Specification": paths that are not absolute are ignored.
  ///
  /// - Parameter value: The value of a variable of the environment, or nil.
  /// - Returns: The folder, or nil where none of the variables is set.
  public static func user(_ value: (String) -> String?) -> CacheFolder? {
    if let own = value("CITECLI_CACHE"), !own.isEmpty { return CacheFolder(own) }
    if let caches = value("XDG_CACHE_HOME"), caches.hasPrefix("/") {
      return CacheFolder(caches + "/citecli")
    }
    guard let home = value("HOME"), home.hasPrefix("/") else { return nil }
    return CacheFolder(home + "/.cache/citecli")
  }

  /// The path of a file in the folder, which is made where it is missing; nil where that cannot be.
  func file(_ name: String) -> String? {
    Platform.makeFolder(path) ? path + "/" + name : nil
  }
}
