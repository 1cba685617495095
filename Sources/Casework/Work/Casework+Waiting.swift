public import Vault

extension Casework {
  /// What waits for a second person in the cases of this member, and what another office has taken back of them, with
  /// one entry for all.
  public func waits(as session: borrowing Session) throws(CaseworkError) -> CaseWaits {
    let member = session.member
    var (found, takenBack) = ([WaitingAsk](), [String]())
    let names =
      [
        "case.pending", "case.case_code", "case.status", "case.transfer", "case.due",
      ] + CaseRecords.ofRuleDay
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.list(.approvals, only: book.ids(names), as: session) {
        id, values throws(VaultError) in
        found += asks(in: values ?? [:], of: id, member)
        if let code = try values.flatMap(takenBackCode) { takenBack.append(code) }
      }.entry
    }
    found.sort { $0.ask.entry < $1.ask.entry }
    for index in found.indices {
      let asker = found[index].ask.asker
      found[index].askerHandle = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.handle(of: asker, as: session)
      }
      let (asked, id) = (found[index].ask.entry, found[index].id)
      found[index].lapse = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.lapse(ofAsk: asked, in: id)
      }
    }
    return CaseWaits(asks: found, takenBack: takenBack.sorted(), entry: entry)
  }

  /// The code of a file that is not over and whose referral was taken back; nil of any other.
  private func takenBackCode(_ values: [FieldID: FieldValue]) throws(VaultError) -> String? {
    func value(_ name: String) -> FieldValue? { book[name].flatMap { values[$0.id] } }
    guard let list = value("case.transfer"), case .text(let code) = value("case.case_code"),
      try PassedReferral.all(in: list).contains(where: { $0.takenBack != nil }),
      value("case.status") != .text("closed")
    else { return nil }
    return (try? CaseCode(code).text) ?? code
  }
}
