import Vault

/// `safekeep key recover HANDLE --role admin`: where no administrator is left, two shares of the root seed invite one; and
/// give them the role, once they have enrolled. `--role auditor` does the same in a vault that waits for an auditor's word
/// where none is left.
struct NewcomerByRoot {
  let handle: String
  let role: Role
  /// What `--confirm` had.
  let confirm: String?
  let desk: Desk

  private enum Step: ~Copyable {
    case invited(Invitation)
    case admitted(fingerprint: String, entry: Int, acceptance: Int?)
  }

  func run() throws {
    let words = desk.words
    // Whoever remembers more than there is must be let in for this, and for nothing else.
    if role == .auditor { try desk.vault().acceptsRollback = true }
    let step = try desk.withSession(fresh: true) { vault, session in
      try next(vault, session)
    }
    switch consume step {
    case .invited(let invitation):
      try desk.show(
        StaffAdd.report(
          handle, role, invitation.entry, words,
          next: words.nextRecoverByRoot(handle, role: role.rawValue)),
        invitation.code)
    case .admitted(let fingerprint, let entry, let acceptance):
      try desk.show(admitted(fingerprint, entry, acceptance))
    }
  }

  private func next(_ vault: Vault, _ session: borrowing Session) throws -> Step {
    guard let fingerprint = try fingerprint(vault, session) else {
      let shares = try desk.typedShares(for: .root, vault, session)
      return .invited(
        try vault.inviteByRoot(handle, as: role, with: shares, by: session))
    }
    try desk.compare(fingerprint, of: handle, confirm)
    let shares = try desk.typedShares(for: .root, vault, session)
    let entry = try vault.admitByRoot(handle, as: role, with: shares, by: session).entry
    return .admitted(
      fingerprint: fingerprint, entry: entry, acceptance: vault.waitingAcceptance)
  }

  private func fingerprint(_ vault: Vault, _ session: borrowing Session) throws -> String? {
    do {
      return try vault.fingerprint(ofNewcomer: handle, as: role, by: session)
    } catch VaultError.noted(.roleNotGiven, let entry) {
      throw Fault(.failed, reason: "role_not_given", entry: entry) { $0.noAuditorWanted }
    }
  }

  private func admitted(_ fingerprint: String, _ entry: Int, _ acceptance: Int?) -> Report {
    let words = desk.words
    let name = words.role(role.rawValue)
    let next = role == .auditor ? acceptance.map { words.nextAcceptance(handle, entry: $0) } : nil
    return Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("role", words.label(.role), .code(role.rawValue, label: name)),
        .init("fingerprint", words.label(.fingerprint), .text(fingerprint)),
        .init("entry", words.label(.entry), .integer(entry)),
      ],
      notes: [words.madeByRoot(handle: handle, role: name, entry: entry)]
        + [next].compactMap(\.self) + [words.nextAfterMadeByRoot])
  }
}
