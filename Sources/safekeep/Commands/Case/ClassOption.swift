import ArgumentParser
import Vault

/// `--class CLASS`: restricted classes that are to be shown, each named.
struct ClassOption: ParsableArguments {
  @Option(name: .customLong("class"), help: .of({ $0.optionClass }, "class"), completion: .classes)
  var names: [String] = []

  /// - Throws: 64 for a class that there is not.
  func classes() throws(Fault) -> Set<FieldClass> {
    var found: Set<FieldClass> = []
    for name in names {
      guard let fieldClass = FieldClass(name: name) else { throw .unknownClass }
      found.insert(fieldClass)
    }
    return found
  }
}

extension Fault {
  fileprivate static let unknownClass = Fault(.usage, reason: "unknown_class") {
    words in
    words.notAChoice(
      FieldClass.allCases.map { "\($0.name) (\(words.fieldClass($0.name)))" }
        .joined(separator: ", "))
  }
}
