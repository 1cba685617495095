import Vault

/// How the row of a minor who came along fits the person with whom they came (Law 53/2024 Art. 37(3); design:
/// "their principal's row"). It stands in another file, which the rules of one file do not see.
enum PrincipalRow {
  case fits
  /// Somebody came with them whose file this member does not read, or whose file is not here any more; that may be the
  /// one whose row it is.
  case unseen
  /// None of them has it; the names are the rows that they give a minor.
  case elsewhere([StopName])

  static let looksAt = ["link.kind", "link.case_ref"]

  /// What of the principal's file tells their row.
  static let ofFile = PrincipalFile.looksAt

  init(_ category: String, among rows: [Set<String>?], _ book: RuleBook) {
    let seen = rows.compactMap(\.self)
    if rows.isEmpty || seen.contains(where: { $0.contains(category) }) {
      self = .fits
    } else if seen.count < rows.count {
      self = .unseen
    } else {
      let names = Set(seen.flatMap(\.self)).sorted()
      self = .elsewhere(names.compactMap { book.name(of: $0, in: "case.person_category") })
    }
  }

  /// The rows that a minor can have who came with the person of a file. One that was not recorded, or that no
  /// longer fits where the file stands, is told by the standing as far as that goes; with a foreigner, and
  /// with somebody who is no victim by the decision, a minor has none.
  static func rows(beside file: CaseRecords) -> Set<String> {
    let standing = file.standing
    if let category = file.code("case.person_category"),
      !file.contradicts(category, standing: standing)
    {
      return Set([LinkKind.category(beside: category)].compactMap(\.self))
    }
    let all = ["victim_vn", "in_process_vn_domestic", "in_process_vn_abroad"]
    guard standing != "not_identified" else { return [] }
    return Set(
      all.filter { !file.contradicts($0, standing: standing) }
        .compactMap(LinkKind.category(beside:)))
  }
}

extension Casework {
  /// Refuses to set a row that none of the persons has with whom a minor came, a law that is none of theirs, and
  /// help that rests on either; of help under a row that is another by now, that is told.
  func holdToPrincipal(
    _ form: inout CheckedChanges, _ session: borrowing Session
  ) throws(CaseworkError) {
    func sets(_ name: String) -> Bool {
      !form.changes.fields.isDisjoint(with: book.ids([name]))
    }
    let isHelp = ["support_item", "stay"].contains { form.changes.touches($0, book) }
    let isRow = sets("case.person_category")
    guard isRow || isHelp || sets("case.legal_regime"),
      let category = form.after.code("case.person_category"), category.hasPrefix("minor_")
    else { return }
    let files = try principals(of: form.look.records, session)
    if isHelp || sets("case.legal_regime"), let stop = PrincipalFile.stop(files, form, category) {
      throw .stopped(stop)
    }
    guard isRow || form.changes.touches("support_item", book) else { return }
    try holdToRow(
      PrincipalRow(category, among: files.map { $0?.rows }, book), category, isRow, &form)
  }

  private func holdToRow(
    _ row: PrincipalRow, _ category: String, _ isSet: Bool, _ form: inout CheckedChanges
  ) throws(CaseworkError) {
    switch row {
    case .fits: return
    case .elsewhere(let names) where isSet:
      throw .stopped(book.stop(.otherPrincipal, ofCategory: category, names: names))
    case .elsewhere(let names):
      form.notes.append(book.noteOfPrincipal(.principalElsewhere, category, names))
    case .unseen where isSet:
      form.notes.append(book.noteOfPrincipal(.principalUnseen, category, []))
    case .unseen: return
    }
  }

  func principalRow(
    _ category: String, of file: CaseRecords, _ session: borrowing Session
  ) throws(CaseworkError) -> PrincipalRow {
    PrincipalRow(category, among: try principals(of: file, session).map { $0?.rows }, book)
  }

  /// The files of those with whom a minor came; nil for one that this member does not read, or that is gone.
  private func principals(
    of file: CaseRecords, _ session: borrowing Session
  ) throws(CaseworkError) -> [PrincipalFile?] {
    var found: [PrincipalFile?] = []
    for link in file.records(holding: "link.kind")
    where file.code("link.kind", in: link) == LinkKind.dependant.reverse {
      guard case .bytes(let bytes) = file.given("link.case_ref", in: link),
        let id = CaseID(bytes: bytes)
      else { continue }
      let records = try readable(book.ids(PrincipalRow.ofFile), of: id, session)
      found.append(records.map(PrincipalFile.init))
    }
    return found
  }

  /// Another file, as far as rules need it; nil where this member does not read that. Asked first: a file that is
  /// not theirs is no refusal, for nobody asked for it; nor is one that is gone, transferred or erased: what follows a
  /// link to it goes on without it.
  func readable(
    _ fields: Set<FieldID>, of id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CaseRecords? {
    let isSeen = try CaseworkError.ofVault { () throws(VaultError) in
      guard try vault.standings(to: id, as: session).isEmpty == false else { return false }
      return fields.isSubset(
        of: try vault.mayRead(fields, of: id, for: .careManagement, as: session))
    }
    return isSeen ? try look(at: id, fields, as: session).records : nil
  }
}

extension RuleBook {
  func noteOfPrincipal(
    _ reason: NoteReason, _ category: String, _ names: [StopName]
  ) -> RuleNote {
    RuleNote(
      reason, label: label(ofCategory: category),
      entitlements.rows.first { $0.category == category }?.citation, names: names)
  }
}
