public import Vault

extension Casework {
  /// Records what the file itself says: the category of the person, the law, the path, the unit. How it was
  /// closed or opened again is for `close`.
  public func recordCase(
    _ input: FormInput, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> RecordedForm {
    let closure = Set(
      book.fields(ofForm: "case").filter { $0.entityName == "closure" }.flatMap {
        [$0.name, $0.qualifiedName]
      })
    try refuse(input.values.keys.filter(closure.contains))
    return try record("case", input, of: code, as: session)
  }

  private func refuse(_ names: [String]) throws(CaseworkError) {
    guard names.isEmpty else {
      throw .form(names.sorted().map { FieldFault(field: $0, fault: .unknownField) })
    }
  }

  /// What the form asks whoever closes a file, and whoever reopens one.
  public static let closingFields = ["closure_reason", "closure_note", "paper_ref"]
  public static let reopeningFields = ["reopen_reason"]

  /// What the form answers of the closure, by `entity.field`.
  private static func reasons(in input: FormInput) -> Set<String> {
    Set(
      input.values.filter { if case .state = $0.value { false } else { true } }.keys.map {
        $0.hasPrefix("closure.") ? $0 : "closure." + $0
      })
  }

  private static func closingReason(in input: FormInput) -> String? {
    guard
      case .text(let code) = input.values["closure_reason"]
        ?? input.values["closure.closure_reason"]
    else { return nil }
    return code
  }

  /// Records why a file is closed or reopened, and takes the step, or asks a second person for it.
  ///
  /// The reason goes into the record that is still open: whoever has to try again does not leave a row of
  /// closures behind.
  /// - Parameter names: the fields that may be given.
  public func close(
    _ code: CaseCode, to status: String, _ input: FormInput, naming names: [String],
    as session: borrowing Session
  ) throws(CaseworkError) -> StepOutcome {
    let strange = input.values.keys.filter {
      !names.contains($0) && !names.map { "closure." + $0 }.contains($0)
    }
    try refuse(strange)
    let id = try id(of: code)
    let record = try stopping(.step, id, session) { session throws(CaseworkError) -> RecordID? in
      var desk = try stepDesk(id, to: status, session)
      desk.closingReason = Self.closingReason(in: input)
      let rule = try desk.rule(to: status)
      // Also what else is missing: a reason without its step would stand in a file that nobody closed.
      if let stop = desk.stop(rule, by: rule.who) ?? desk.stopUnlessOwner(rule)
        ?? desk.stop(missing: rule, but: Self.reasons(in: input))
      {
        throw .stopped(stop)
      }
      return desk.openClosure(rule)?.id
    }
    let named = FormInput(
      input.values.reduce(into: [:]) { all, item in
        all[item.key.hasPrefix("closure.") ? item.key : "closure." + item.key] = item.value
      })
    // Without any reason the step itself says what is missing, and its refusal is an entry.
    if !named.values.isEmpty || !input.faults.isEmpty {
      _ = try self.record("case", named, of: code, correcting: record, as: session)
    }
    return try step(code, to: status, as: session)
  }
}
