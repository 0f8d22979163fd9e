/// A bibliographic description: a type and the values of its variables, in the vocabulary of CSL.
///
/// Source: CSL 1.0.2, appendices III and IV.
public struct Reference: Sendable, Hashable {
  /// A field that has no CSL variable, kept under the name that its own format gives it.
  public struct ExtraField: Sendable, Hashable {
    /// The name of the format that knows the field, for example `biblatex`.
    public var format: String
    /// The field's name in that format.
    public var name: String
    /// The value as it stood.
    public var value: String

    /// The field `name` of `format`.
    public init(format: String, name: String, value: String) {
      self.format = format
      self.name = name
      self.value = value
    }
  }

  /// The citation key; empty when none was given.
  public var id: String
  /// What kind of thing it is.
  public var type: ItemType
  /// Variables that hold text.
  public var texts = VariableMap<TextVariable, RichText>()
  /// Variables that hold numbers.
  public var numbers = VariableMap<NumberVariable, String>()
  /// Variables that hold dates.
  public var dates = VariableMap<DateVariable, DateValue>()
  /// Variables that hold names.
  public var names = VariableMap<NameVariable, [Name]>()
  /// What has no CSL variable, in the order of the source.
  public var extras: [ExtraField] = []

  /// A reference without variables.
  public init(id: String = "", type: ItemType) {
    self.id = id
    self.type = type
  }

  /// The value of a text variable.
  public subscript(variable: TextVariable) -> RichText? {
    get { texts[variable] }
    set { texts[variable] = newValue }
  }

  /// The value of a number variable.
  public subscript(variable: NumberVariable) -> String? {
    get { numbers[variable] }
    set { numbers[variable] = newValue }
  }

  /// The value of a date variable.
  public subscript(variable: DateVariable) -> DateValue? {
    get { dates[variable] }
    set { dates[variable] = newValue }
  }

  /// The value of a name variable; empty when absent.
  public subscript(variable: NameVariable) -> [Name] {
    get { names[variable] ?? [] }
    set { names[variable] = newValue.isEmpty ? nil : newValue }
  }
}
