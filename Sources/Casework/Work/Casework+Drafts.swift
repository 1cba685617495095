public import Vault

/// Forms that somebody had to leave: what they typed is kept for them alone and offered again.
extension Casework {
  /// Keeps the answers of a form as they were typed.
  ///
  /// - Parameters:
  ///   - record: which of many records was being corrected; nil for one that was being made.
  /// - Returns: the entry that says so; nil where there is no answer to keep.
  public func keepDraft(
    _ form: String, _ input: FormInput, of code: CaseCode, correcting record: RecordID?,
    as session: borrowing Session
  ) throws(CaseworkError) -> Int? {
    var values: [FieldID: FieldValue] = [:]
    for (name, given) in input.values {
      guard let field = book[name], let value = FieldValue(typed: given) else { continue }
      values[field.id] = value
    }
    guard !values.isEmpty else { return nil }
    let id = try id(of: code)
    do {
      return try vault.keepDraft(
        FormDraft(form, correcting: record, values), of: id, replacing: input.draft, as: session)
    } catch { throw .vault(error) }
  }

  /// The drafts of a form that wait for this member, the newest first.
  ///
  /// - Parameter form: nil for those of every form of the case.
  public func drafts(
    of form: String? = nil, correcting record: RecordID? = nil, in code: CaseCode,
    as session: borrowing Session
  ) throws(CaseworkError) -> [WaitingDraft] {
    let id = try id(of: code)
    do {
      return try vault.drafts(of: id, as: session).filter {
        form == nil || $0.form == form && $0.record == record
      }
    } catch { throw .vault(error) }
  }

  /// Opens a draft, to go on from it. An answer to a field that the rule book has not any more is left out.
  public func openDraft(
    _ draft: WaitingDraft, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> BegunForm {
    let id = try id(of: code)
    let opened = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.openDraft(draft.entry, of: id, as: session)
    }
    var input = FormInput([:])
    for (id, value) in opened.values {
      if let field = book[id] { input.values[field.qualifiedName] = FieldInput(kept: value) }
    }
    input.draft = draft.entry
    // A record that is made is nobody else's, however many of its kind were written.
    let overtaken = opened.overtaken.sorted().compactMap { book[$0] }.filter {
      draft.record != nil || book.entity($0.entity)?.isMany != true
    }
    return BegunForm(input: input, overtaken: overtaken)
  }

  public func dropDraft(
    _ draft: WaitingDraft, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> Int {
    let id = try id(of: code)
    do { return try vault.dropDraft(draft.entry, of: id, as: session) } catch {
      throw .vault(error)
    }
  }
}

extension FieldValue {
  /// An answer as it was typed; nil for a state that there is not.
  fileprivate init?(typed input: FieldInput) {
    switch input {
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items)
    case .bool(let answer): self = .bool(answer ? .yes : .no)
    case .state(let code):
      guard let state = FieldState(code: code), state != .given else { return nil }
      self = .absent(state)
    }
  }
}

extension FieldInput {
  /// Nil for what no draft holds.
  fileprivate init?(kept value: FieldValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items)
    case .bool(let answer): self = .bool(answer == .yes)
    case .absent(let state): self = .state(state.code)
    default: return nil
    }
  }
}
