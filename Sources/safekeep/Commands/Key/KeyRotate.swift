import ArgumentParser
import Vault

/// `safekeep key rotate`: an administrator replaces every outer key of custody and the log's key; with
/// `--self`, a member's own keys.
struct KeyRotate: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .keyRotate, example: "safekeep key rotate --self --as hoa")

  @Flag(name: .customLong("self"), help: .of({ $0.optionOwnKeys })) var own = false
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    try own ? renewOwn(desk) : rotate(desk)
  }

  private func renewOwn(_ desk: Desk) throws {
    let handle = try desk.handle()
    let made = try desk.withSession(fresh: true) { vault, session in
      try vault.renewOwnKeys(as: session)
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("handle", words.label(.handle), .text(handle)),
          .init("fingerprint", words.label(.fingerprint), .text(made.fingerprint)),
          .init("entry", words.label(.entry), .integer(made.entry)),
        ],
        notes: [
          words.ownKeysOffered(entry: made.entry), words.readFingerprintToAdmin,
          words.nextAdmit(handle, by: words.role(Role.admin.rawValue)),
        ]))
  }

  private func rotate(_ desk: Desk) throws {
    let words = desk.words
    var progress = Progress(words.sealingAnew, of: 0, on: desk.terminal)
    let rotated = try desk.withSession(fresh: true) { vault, session in
      try vault.rotateCustody(as: session) { progress.reached($0) }
    }
    try desk.show(
      Report(
        fields: [
          .init("cases", words.label(.cases), .integer(rotated.cases)),
          .init("altered", words.label(.altered), .integer(rotated.spoilt)),
          .init("entry", words.label(.entry), .integer(rotated.entry)),
        ],
        notes: [words.custodyRotated(cases: rotated.cases, entry: rotated.entry)]
          + (rotated.spoilt > 0 ? [words.spoiltCases(rotated.spoilt)] : [])
          + [words.custodyBackupsOld]))
  }
}
