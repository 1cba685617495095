import ArgumentParser
import Vault

/// `safekeep staff role add HANDLE`: a further role; a second person gives it force with `staff admit`.
struct StaffRoleAdd: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .staffRoleAdd, example: "safekeep staff role add hoa --role duty --as lan")

  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String
  @OptionGroup var option: RoleOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (handle, role) = (handle, try option.wanted())
    let receipt = try desk.withSession(fresh: true) { vault, session in
      try vault.add(role, to: handle, by: session)
    }
    let (words, name) = (desk.words, desk.words.role(role.rawValue))
    let second = role == .admin ? Role.trustee : .lead
    try desk.show(
      Report(
        fields: [
          .init("handle", words.label(.handle), .text(handle)),
          .init("role", words.label(.role), .code(role.rawValue, label: name)),
          .init("entry", words.label(.entry), .integer(receipt.entry)),
        ],
        notes: [
          words.admittedFirst(handle: handle, role: name, entry: receipt.entry),
          words.nextAdmit(handle, by: words.role(second.rawValue)),
        ]))
  }
}
