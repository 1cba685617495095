import ArgumentParser
import Vault

/// `safekeep staff role remove HANDLE`: takes a role back, and what it opened.
struct StaffRoleRemove: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .staffRoleRemove, example: "safekeep staff role remove hoa --role duty --confirm hoa --as lan")

  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String
  @OptionGroup var option: RoleOption
  @OptionGroup var options: LeavingOptions
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (handle, role) = (handle, try option.wanted())
    try options.run(of: handle, role, at: desk) { vault, session in
      try vault.remove(role, from: handle, as: session)
    }
  }
}
