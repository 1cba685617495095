import ArgumentParser
import Vault

/// `safekeep staff suspend HANDLE`: somebody leaves. What their keys opened is shut in the same transaction,
/// however many cases there are, and the command says what they could read until then.
struct StaffSuspend: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .staffSuspend, example: "safekeep staff suspend hoa --confirm hoa --as minh")

  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String
  @Flag(help: .of({ $0.optionCompromised })) var compromised = false
  @Flag(help: .of({ $0.optionUnread })) var unread = false
  @OptionGroup var options: LeavingOptions
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (handle, isCompromised, isUnread) = (handle, compromised, unread)
    try options.run(of: handle, nil, unread: isUnread, at: desk) { vault, session in
      try vault.suspend(handle, compromised: isCompromised, unread: isUnread, as: session)
    }
  }
}
