internal import LanguageServer

/// The files below the folder of a workspace, as far as an editor's helper should go.
enum WorkspaceWalk {
  /// How deep folders are entered.
  private static let depthLimit = 16
  /// The most names that are looked at.
  private static let mostNames = 50_000
  /// The most bytes that a file may have to be read without being open.
  private static let mostBytes = 1 << 25
  /// The paths of the files, and whether none was left out for being too deep, too large or too many.
  static func files(in folder: String, isDeep: Bool) -> (paths: [String], areAll: Bool) {
    var paths: [String] = []
    var areAll = true
    var names = 0
    var folders: [(path: String, depth: Int)] = [(folder, 0)]
    while let next = folders.popLast() {
      for name in FileIO.names(in: next.path, suffix: "") where !name.hasPrefix(".") {
        names += 1
        guard names <= mostNames else { return (paths, false) }
        let path = (next.path == "/" ? "" : next.path) + "/" + name
        switch FileIO.kind(of: path) {
        case .folder where !isDeep: continue
        case .folder where Host.passesOver(folder: name): continue
        case .folder where next.depth == depthLimit: areAll = false
        case .folder: folders.append((path, next.depth + 1))
        case .file(let size) where size <= mostBytes: paths.append(path)
        case .file: areAll = false
        case .other: continue
        }
      }
    }
    return (paths, areAll)
  }
}
