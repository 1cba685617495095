import ArgumentParser
import Vault

/// `safekeep vault backup`: a copy of the records, of custody, or of both at one moment, each a file of its
/// own, read back and proved before it is called made.
struct VaultBackup: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .vaultBackup,
    example:
      "safekeep vault backup --to r.backup --custody-to c.backup --as an")

  @Option(help: .of({ $0.optionBackupTo }, "file"), completion: .file()) var to: String?
  @Option(help: .of({ $0.optionCustodyTo }, "file"), completion: .file()) var custodyTo: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    var places: [BackupKind: String] = [:]
    (places[.records], places[.custody]) = (to, custodyTo)
    guard !places.isEmpty else { throw Fault.nowhereToBackUp }
    guard places[.records] != places[.custody] else { throw Fault.newFileExists }
    let made = places
    desk.tellLeftParts(beside: [desk.vaultPath] + made.values)
    let meter = ProgressMeter(Progress(desk.words.backingUp, of: 0, on: desk.terminal))
    let done = try desk.withSession(fresh: true) { vault, session in
      try vault.backUp(to: made, as: session) { meter.reached($0) }
    }
    try desk.show(Self.report(done, desk.words))
    if done.ailments > 0 { throw Fault.keepOlderCustody(done.ailments) }
  }

  private static func report(_ done: BackedUp, _ words: any Words) -> Report {
    let until = WallTime(milliseconds: done.destroyOlderBy)
    let hasCustody = done.files.contains { $0.kind == .custody }
    let isToGo = done.outdatesOlder
    // Until then what is erased opens with an older copy; what lies in it alone nobody has looked for yet.
    let olderNote =
      isToGo
      ? [words.destroyOlderCustody(by: until.forPeople)]
      : done.ailments == 0 ? [words.lookBeforeDestroying(by: until.forPeople)] : []
    return Report(
      fields: [
        .init("entries", words.label(.size), .integer(done.entries)),
        .init("generation", words.label(.generation), .integer(done.generation)),
        .init("checkpoint", words.label(.checkpoint), .lines(done.checkpoint)),
        // The day is the same where somebody else has to look first; what does not open here has none.
        .init(
          "destroy_older_by", words.destroyOlderLabel,
          hasCustody && done.ailments == 0 ? .moment(until) : .none),
      ] + (hasCustody ? [.unlooked(done.unlooked, words)] : []), lists: [.files(done.files, words)],
      notes: done.files.map { words.backedUp($0.kind, entry: $0.entry) }
        + (hasCustody
          ? [words.keepCustodyApart] + words.unlooked(done.unlooked) + olderNote
          : [words.backupNeedsCustody]))
  }
}

extension Report.List {
  fileprivate static func files(_ files: [BackedUp.File], _ words: any Words) -> Report.List {
    Report.List(
      "files",
      columns: [
        .init("kind", words.label(.kind)), .init("bytes", words.bytesLabel),
        .init("sha256", words.label(.digest)), .init("entry", words.label(.entry)),
      ],
      rows: files.map { file in
        [
          .code(file.kind.rawValue, label: words.backupKind(file.kind)), .integer(file.count),
          .text(file.digest), .integer(file.entry),
        ]
      }, ifEmpty: "")
  }
}

extension Fault {
  fileprivate static let nowhereToBackUp = Fault(.usage, reason: "nowhere") {
    $0.nowhereToBackUp
  }

  fileprivate static func keepOlderCustody(_ ailments: Int) -> Fault {
    Fault(.storage, reason: "vault_ails", hint: { $0.next("log verify") }) {
      $0.keepOlderCustody(ailments)
    }
  }
}
