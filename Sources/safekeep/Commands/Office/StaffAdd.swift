import ArgumentParser
import Sealing
import Vault

/// `safekeep staff add`: an invitation, and the code that takes it up.
struct StaffAdd: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .staffAdd, example: "safekeep staff add hoa --role duty --as lan")

  @OptionGroup var common: Common

  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String

  @Option(help: .of({ $0.optionRole }, "role"), completion: .roles)
  var role: String

  func run() throws {
    let desk = try Desk(common)
    guard let wanted = Role(rawValue: role) else { throw Fault.unknownRole }
    let handle = handle
    let invitation = try desk.withSession(fresh: true) { vault, session in
      try vault.invite(handle, as: wanted, by: session)
    }
    try desk.show(
      Self.report(handle, wanted, invitation.entry, desk.words), invitation.code)
  }

  /// - Parameter next: behind the enrolment, where it is not an administrator's to go on.
  static func report(
    _ handle: String, _ role: Role, _ entry: Int, _ words: any Words, next: String? = nil
  ) -> Report {
    let until = WallTime(milliseconds: Desk.now() + Vault.invitationLifetime)
    let name = words.role(role.rawValue)
    return Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("role", words.label(.role), .code(role.rawValue, label: name)),
        .init("code", words.label(.code), .secret),
        .init("until", words.label(.until), .moment(until)),
        .init("entry", words.label(.entry), .integer(entry)),
      ],
      notes: [
        words.invited(handle: handle, role: name, entry: entry),
        words.handOverCode(handle, until: until.forPeople), words.nextEnrol(handle),
      ] + [next].compactMap(\.self))
  }
}

extension Fault {
  /// The word that was typed is not repeated: it may have been anything.
  static let unknownRole = Fault(.usage, reason: "unknown_role") {
    $0.notAChoice(Role.allCases.map(\.rawValue).joined(separator: " "))
  }
}
