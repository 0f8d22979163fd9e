import Testing

@testable import Citations

@Suite struct VariableTests {
  private func check<V: Variable>(_ kind: V.Type) {
    for (index, variable) in kind.allCases.enumerated() {
      #expect(Int(variable.ordinal) == index)
    }
    let names = kind.allCases.map(\.rawValue)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func ordinalsAreTheOrderOfTheNames() {
    check(TextVariable.self)
    check(NumberVariable.self)
    check(DateVariable.self)
    check(NameVariable.self)
  }

  @Test func everyNameIsFound() {
    for variable in TextVariable.allCases {
      #expect(VariableNames.shared[Array(variable.rawValue.utf8)[...]] == .text(variable))
    }
    for variable in NameVariable.allCases {
      #expect(VariableNames.shared[Array(variable.rawValue.utf8)[...]] == .name(variable))
    }
    #expect(VariableNames.shared[Array("Title".utf8)[...]] == nil)
    #expect(VariableNames.shared[[]] == nil)
  }
}
