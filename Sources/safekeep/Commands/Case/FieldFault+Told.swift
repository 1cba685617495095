import Casework

extension FieldFault {
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("field", .string(field)), .init("reason", .string(fault.told.rawValue)),
    ]
    if let beside { members.append(.init("beside", .string(beside.qualifiedName))) }
    if let citation {
      members.append(.init("citation", .string(citation.text)))
      members.append(.init("verified", .bool(citation.isVerified)))
    }
    return .object(members)
  }

  /// The field and what is wrong with it; of a fault between two, the other and what they rest on.
  ///
  /// - Parameter label: what the screen calls the field; its name in the rule book where it is a file that is told of.
  func told(in words: any Words, as label: String? = nil) -> String {
    let name = label ?? Escaping.line(field)
    // A register has states in brackets, and a form has not.
    if fault == .unknownState { return words.badState(field: name) }
    var reason = words.reason(fault.told)
    if let beside {
      let other = words.name(beside.label)
      reason =
        label == nil
        ? words.badValue(reason, beside: other, beside.qualifiedName) : "\(reason): \(other)"
    }
    let said = words.badValue(field: name, reason: reason)
    guard let citation else { return said }
    let cited = citation.mark(words.cited(citation), in: words)
    return "\(said)\n\(words.byRule("", citation: cited))"
  }
}
