/// A small map from variables to values, kept as pairs in the order of the variables.
///
/// Iterating it is deterministic. Looking up is linear in the number of variables present, which is small.
public struct VariableMap<Key: Variable, Value: Sendable & Hashable>:
  Sendable, Hashable, RandomAccessCollection
{
  private var pairs: [(key: Key, value: Value)] = []

  /// An empty map.
  public init() {}

  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of variables that have a value.
  public var endIndex: Int { pairs.count }
  /// The pair at a position, in the order of the variables.
  public subscript(position: Int) -> (key: Key, value: Value) { pairs[position] }

  /// The value of a variable; nil removes it.
  public subscript(key: Key) -> Value? {
    get { pairs.first { $0.key == key }?.value }
    set {
      guard let newValue else {
        pairs.removeAll { $0.key == key }
        return
      }
      let ordinal = key.ordinal
      let index = pairs.firstIndex { ordinal <= $0.key.ordinal } ?? pairs.count
      if index < pairs.count, pairs[index].key == key {
        pairs[index].value = newValue
      } else {
        pairs.insert((key, newValue), at: index)
      }
    }
  }

  /// Whether both maps hold the same values.
  public static func == (left: Self, right: Self) -> Bool {
    left.pairs.elementsEqual(right.pairs) { $0.key == $1.key && $0.value == $1.value }
  }

  /// Feeds all pairs to the hasher.
  public func hash(into hasher: inout Hasher) {
    for pair in pairs {
      hasher.combine(pair.key)
      hasher.combine(pair.value)
    }
  }
}
