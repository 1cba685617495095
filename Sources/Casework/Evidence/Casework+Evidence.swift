public import Vault

/// The files of a case. What is said of one is the form `evidence`; its content goes through the Vault.
extension Casework {
  static let evidenceForm = "evidence"

  /// Takes a file into a case, with what is said of it.
  ///
  /// - Parameters:
  ///   - name: what it is called where it lies; kept unless the form says otherwise.
  ///   - beginning: its first bytes, by which its kind is known.
  public func addEvidence(
    _ input: FormInput, _ file: EvidenceSource, named name: String, beginning: [UInt8],
    to code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> RecordedForm {
    var input = input
    input.suggest("file_name", name)
    if let kind = MediaKind(beginning) { input.suggest("media_type", kind.rawValue) }
    return try record(
      Self.evidenceForm, input, of: code, correcting: nil, act: .evidenceAdd, attaching: file,
      as: session)
  }

  /// The files of a case, and what was done with each.
  public func evidence(
    of code: CaseCode, for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> EvidenceFiles {
    let id = try id(of: code)
    do throws(VaultError) {
      let all = Set(book.fields(ofForm: Self.evidenceForm).map(\.id))
      // Without a purpose it is refused for that, and not shown in part.
      let readable = try vault.mayRead(
        all, of: id, for: purpose ?? .careManagement, as: session)
      let listed = try vault.evidence(
        readable.isEmpty ? all : readable, of: id, for: purpose, as: session)
      let hidden = try takenBack(in: Self.evidenceForm, id, purpose, session)
      // A file that came under another key within the hour of an emergency is not among these.
      let outgrown = try outgrown(all, of: id, for: purpose, session)
      return EvidenceFiles(code: code, listed, hidden: hidden, outgrown: outgrown, book)
    } catch { throw .vault(error) }
  }

  /// Gives out the content of a file. Whoever may not read all that is said of it is given nothing.
  public func saveEvidence(
    _ record: RecordID, of code: CaseCode, for purpose: Purpose?, as session: borrowing Session,
    _ put: ([UInt8]) -> Bool
  ) throws(CaseworkError) -> SavedEvidence {
    let id = try id(of: code)
    let fields = book.fields(ofForm: Self.evidenceForm).filter(\.fieldClass.isRestricted)
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.saveEvidence(
        record, Set(fields.map(\.id)), of: id, for: purpose, as: session, put)
    }
  }
}

extension FormInput {
  /// Fills a field of the form that was not given, by its bare name.
  fileprivate mutating func suggest(_ name: String, _ text: String) {
    let whole = Casework.evidenceForm + "." + name
    guard values[name] == nil, values[whole] == nil else { return }
    values[whole] = .text(text)
  }
}
