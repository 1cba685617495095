import Vault

/// `safekeep key recover HANDLE --role admin`: where no administrator is left, two shares of the root seed invite one; and
/// give them the role, once they have enrolled.
struct NextAdmin {
  let handle: String
  /// What `--confirm` had.
  let confirm: String?
  let desk: Desk

  private enum Step: ~Copyable {
    case invited(Invitation)
    case admitted(fingerprint: String, entry: Int)
  }

  func run() throws {
    let words = desk.words
    let step = try desk.withSession(fresh: true) { vault, session throws -> Step in
      guard let fingerprint = try vault.fingerprint(ofNextAdmin: handle, as: session) else {
        let shares = try desk.typedShares(for: .root, vault, session)
        return .invited(try vault.inviteAdmin(handle, with: shares, by: session))
      }
      try desk.compare(fingerprint, of: handle, confirm)
      let shares = try desk.typedShares(for: .root, vault, session)
      let entry = try vault.admitAdmin(handle, with: shares, by: session).entry
      return .admitted(fingerprint: fingerprint, entry: entry)
    }
    switch consume step {
    case .invited(let invitation):
      try desk.show(
        StaffAdd.report(
          handle, .admin, invitation.entry, words, next: words.nextRecoverAdmin(handle)),
        invitation.code)
    case .admitted(let fingerprint, let entry): try desk.show(admitted(fingerprint, entry))
    }
  }

  private func admitted(_ fingerprint: String, _ entry: Int) -> Report {
    let words = desk.words
    return Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("role", words.label(.role), .code(Role.admin.rawValue, label: words.role("admin"))),
        .init("fingerprint", words.label(.fingerprint), .text(fingerprint)),
        .init("entry", words.label(.entry), .integer(entry)),
      ], notes: [words.madeAdmin(handle: handle, entry: entry), words.nextAfterMadeAdmin])
  }
}
