/// The children that an element may have, as steps that lead from one child to the next.
///
/// Alternatives that are plain names share one step, so a step is left by few ways even where hundreds of elements are allowed.
struct ContentModel: Sendable {
  /// A part of a declared model.
  indirect enum Particle {
    case name(Int32)
    case sequence([Particle])
    case choice([Particle])
    case repeated(Particle, Occurrence)
  }

  /// How often a part may stand.
  enum Occurrence: UInt8 {
    case optional = 0x3F
    case any = 0x2A
    case atLeastOnce = 0x2B
  }

  private enum Step {
    /// A child with one of these names.
    case child([Int32], next: Int)
    /// Any of these ways, without a child.
    case fork([Int])
    case end
  }

  private var steps: [Step] = [.end]
  private var start = 0
  /// The place behind each step, for models of the usual size.
  private var places: [Place] = []

  init(_ particle: Particle) {
    start = compile(particle, before: 0)
    if steps.count <= Self.usualSize { places = steps.indices.map { place(from: [$0]) } }
  }

  private static let usualSize = 64

  /// Lays the steps of a particle down; recursion is as deep as the parentheses, which the reader limits.
  private mutating func compile(_ particle: Particle, before next: Int) -> Int {
    switch particle {
    case .name(let name): return add(.child([name], next: next))
    case .sequence(let parts):
      return parts.reversed().reduce(next) { compile($1, before: $0) }
    case .choice(let parts):
      var names: [Int32] = []
      var ways: [Int] = []
      for part in parts {
        if case .name(let name) = part {
          names.append(name)
        } else {
          ways.append(compile(part, before: next))
        }
      }
      if !names.isEmpty { ways.insert(add(.child(names, next: next)), at: 0) }
      return ways.count == 1 ? ways[0] : add(.fork(ways))
    case .repeated(let part, .optional):
      let body = compile(part, before: next)
      return add(.fork([body, next]))
    case .repeated(let part, let occurrence):
      let fork = add(.fork([next]))
      let body = compile(part, before: fork)
      steps[fork] = .fork([body, next])
      return occurrence == .any ? fork : body
    }
  }

  private mutating func add(_ step: Step) -> Int {
    steps.append(step)
    return steps.count - 1
  }
}

extension ContentModel {
  /// How far the children of an element have been followed.
  struct Place {
    fileprivate var steps: [Int]
    /// Whether the element may end here.
    fileprivate(set) var mayEnd: Bool
  }

  /// The place before the first child.
  var beginning: Place { place(from: [start]) }

  /// The place after a child named `name`; nil where that cannot stand at `place`.
  func advance(_ place: Place, over name: Int32) -> Place? {
    var ways: [Int] = []
    for step in place.steps {
      if case .child(let names, let next) = steps[step], names.contains(name) { ways.append(next) }
    }
    if ways.count == 1, !places.isEmpty { return places[ways[0]] }
    return ways.isEmpty ? nil : self.place(from: ways)
  }

  /// The place after one child of whatever name is allowed at `place`.
  func skipOne(_ place: Place) -> Place {
    self.place(
      from: place.steps.compactMap { step in
        if case .child(_, let next) = steps[step] { next } else { nil }
      })
  }

  /// The names that can stand at `place`, as declared, each once.
  func names(at place: Place) -> [Int32] {
    var seen: Set<Int32> = []
    return place.steps.flatMap { step -> [Int32] in
      if case .child(let names, _) = steps[step] { names } else { [] }
    }.filter { seen.insert($0).inserted }
  }

  /// The steps for a child that can be reached from `ways` without one.
  ///
  /// - Complexity: O(steps that are reached), at most those of the model.
  private func place(from ways: [Int]) -> Place {
    var result = Place(steps: [], mayEnd: false)
    var pending = Array(ways.reversed())
    var seen: Set<Int> = []
    while let step = pending.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch steps[step] {
      case .end: result.mayEnd = true
      case .child: result.steps.append(step)
      case .fork(let ways): pending += ways.reversed()
      }
    }
    return result
  }
}
