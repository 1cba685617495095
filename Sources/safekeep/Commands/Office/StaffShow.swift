import ArgumentParser
import Vault

/// `safekeep staff show`: one member.
struct StaffShow: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .staffShow, example: "safekeep staff show hoa --as lan")

  @OptionGroup var common: Common

  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String

  func run() throws {
    let desk = try Desk(common)
    let handle = handle
    let found = try desk.withSession { vault, session in
      try vault.staff(named: handle, as: session)
    }
    guard let found else { throw VaultError.noSuchMember.fault }
    try desk.show(Self.report(found, handle, desk.words))
  }

  private static func report(
    _ member: StaffMember, _ handle: String, _ words: any Words
  ) -> Report {
    let standing = member.standing.code
    return Report(fields: [
      .init("handle", words.label(.handle), .text(handle)),
      .init("roles", words.label(.roles), .roles(member.roles, in: words)),
      .init("standing", words.label(.standing), .code(standing, label: words.standing(standing))),
      .init("since", words.label(.since), .integer(member.since)),
      .init("fingerprint", words.label(.fingerprint), .text(member.fingerprint)),
    ])
  }
}
