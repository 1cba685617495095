import ArgumentParser
import Vault

/// `safekeep staff admit`: somebody who is here in person, by the fingerprint of their key. Two people
/// do it, one after the other: an administrator gives the role, a second person gives it force.
struct StaffAdmit: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .staffAdmit, example: "safekeep staff admit hoa --as lan")

  @OptionGroup var common: Common

  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String

  @Option(help: .of({ $0.optionConfirmFingerprint }, "handle")) var confirm: String?

  func run() throws {
    let desk = try Desk(common)
    let (handle, given) = (handle, confirm)
    let report = try desk.withSession(fresh: true) { vault, session in
      let fingerprint = try vault.fingerprint(of: handle, as: session)
      try desk.compare(fingerprint, of: handle, given)
      let hasNewKeys = vault.hasNewKeys(handle)
      let receipt = try ApprovalAnswer.answering(hint: { $0.roleAskLeftHint }) {
        try vault.admit(handle, by: session)
      }
      guard let known = try vault.standing(of: handle) else { throw VaultError.noSuchMember }
      var next = vault.owesKeys(handle) ? [desk.words.nextFirstCommand(handle: handle)] : []
      if let role = try vault.roleWithoutKey(handle) {
        next.append(desk.words.nextAdmit(handle, by: desk.words.role(role.rawValue)))
      }
      return Self.report(
        handle, known, fingerprint, receipt.entry, next: next, desk.words,
        notes: hasNewKeys ? [desk.words.ownKeysAdmitted(handle: handle, entry: receipt.entry)] : nil
      )
    }
    try desk.show(report)
  }

  private static func report(
    _ handle: String, _ known: (standing: StaffMember.Standing, roles: [Role]),
    _ fingerprint: String, _ entry: Int, next: [String], _ words: any Words, notes: [String]?
  ) -> Report {
    let standing = known.standing.code
    let roles = known.roles.map { words.role($0.rawValue) }.joined(separator: ", ")
    return Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("roles", words.label(.roles), .roles(known.roles, in: words)),
        .init("standing", words.label(.standing), .code(standing, label: words.standing(standing))),
        .init("fingerprint", words.label(.fingerprint), .text(fingerprint)),
        .init("entry", words.label(.entry), .integer(entry)),
      ],
      notes: notes
        ?? (known.standing == .active
          ? [words.admittedSecond(handle: handle, role: roles, entry: entry)]
            + next
          : [
            words.admittedFirst(handle: handle, role: roles, entry: entry),
            words.nextAdmit(handle, by: words.role(second(for: known.roles))),
          ]))
  }

  /// Who is the second person: an administrator is confirmed by a trustee, all others by a lead.
  private static func second(for roles: [Role]) -> String {
    roles.contains(.admin) ? Role.trustee.rawValue : Role.lead.rawValue
  }
}
