import ArgumentParser
import Vault

/// `safekeep staff enrol`: the new member, alone at the keyboard, with the code and a passphrase that
/// nobody else ever knows.
struct StaffEnrol: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .staffEnrol, example: "safekeep staff enrol hoa")

  @OptionGroup var common: Common

  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String

  /// Known only to be refused: a code among the arguments is known to everybody on this machine.
  @Argument(help: .hidden) var codes: [String] = []

  @Option(help: .hidden) var code: String?

  func run() throws {
    let desk = try Desk(common)
    guard codes.isEmpty, code == nil else { throw Fault.secretArgument("--code") }
    let vault = try desk.vault()
    let code = try desk.secret(desk.words.invitationCode)
    let passphrase = try desk.newSecret()
    let handle = handle
    let enrolled = try Fault.translating {
      try vault.enrol(handle, code: code, passphrase: passphrase)
    }
    try desk.show(Self.report(handle, enrolled, desk.words))
  }

  private static func report(
    _ handle: String, _ enrolled: Enrolling, _ words: any Words
  ) -> Report {
    Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("fingerprint", words.label(.fingerprint), .text(enrolled.fingerprint)),
        .init("entry", words.label(.entry), .integer(enrolled.entry)),
      ],
      notes: [
        words.enrolled(handle: handle, entry: enrolled.entry)
      ]
        + (enrolled.byRoot.map {
          [words.readFingerprintToTrustee, words.nextRecoverByRoot(handle, role: $0.rawValue)]
        } ?? [
          enrolled.needsSecond ? words.readFingerprint : words.readFingerprintToAdmin,
          words.nextAdmit(handle, by: words.role("admin")),
        ]))
  }
}
