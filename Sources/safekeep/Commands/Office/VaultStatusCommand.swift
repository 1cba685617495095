import ArgumentParser
import Casework
import Vault

/// `safekeep vault status`: what the vault is, what it protects against, what waits and for whom.
struct VaultStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .vaultStatus, example: "safekeep vault status --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (status, waits, vault) = try desk.withCasework { casework, session in
      let vault = casework.vault
      let status = try vault.status(as: session)
      // Whoever sees no list of cases sees nothing that waits in them either, and is not refused for it.
      let waits =
        try vault.may(.listCases, as: session) ? try casework.waits(as: session) : nil
      return (status, waits, vault)
    }
    try desk.show(Self.report(status, waits, vault, desk.words))
  }

  private static func report(
    _ status: VaultStatus, _ waits: CaseWaits?, _ vault: Vault, _ words: any Words
  ) -> Report {
    Report(
      fields: [
        .init("origin", words.label(.origin), .text(vault.origin)),
        .init("mode", words.label(.mode), .code("embedded", label: words.modeEmbedded)),
        .init(
          "cost", words.label(.cost),
          .code(
            vault.isLowCost ? "low" : "full",
            label: vault.isLowCost ? words.costLow : words.costFull)),
        .init("entries", words.label(.size), .integer(status.entries)),
        .init(
          "newest", words.label(.head), .moment(WallTime(milliseconds: status.newest))),
        .init("cases", words.label(.cases), .integer(status.cases)),
        .init("members", words.label(.members), .integer(status.members)),
        .init("generation", words.label(.generation), .integer(status.generation)),
        .init("keys_due", words.label(.keysDue), .keys(status.dueKeys, words)),
        .init(
          "cases_due", words.label(.casesDue), .integer(status.dueCases.map(\.count).max() ?? 0)),
        .init("missing", words.label(.missing), .roles(status.missing, in: words)),
        .init("records_backup", words.lastBackupLabel, .backup(.records, status)),
        .init("custody_backup", words.lastCustodyBackupLabel, .backup(.custody, status)),
      ] + Report.Field.unread(status.unindexed, words),
      lists: [.waiting(status.waiting, waits?.asks ?? [], words)]
        + .emergencies(status.emergencies, words),
      notes: notes(of: waits, words) + notes(status, vault, words))
  }

  /// What waits in cases, and whose command would answer it.
  private static func notes(of waits: CaseWaits?, _ words: any Words) -> [String] {
    guard let waits else { return [] }
    let own = waits.asks.count(where: \.isOwn)
    return (waits.asks.isEmpty ? [] : [words.waitsInCases(waits.asks.count, own: own)])
      + (waits.takenBack.isEmpty
        ? [] : [words.referralsTakenBack(waits.takenBack.joined(separator: ", "))])
  }

  /// What is honest to say each time, and what somebody should do about it.
  private static func notes(
    _ status: VaultStatus, _ vault: Vault, _ words: any Words
  ) -> [String] {
    var notes = [words.embeddedStatement, words.fullDiskEncryption]
    if vault.isLowCost { notes.append(words.lowCost) }
    let due = status.dueKeys.filter { !$0.isOwed(by: status.unheld) }
    if !due.isEmpty { notes.append(words.keysDue(due.count)) }
    notes += status.dueCases.filter { !words.isOwed($0, by: status.unheld) }.map { words.due($0) }
    notes += status.unheld.map { words.seedUnheld(role: words.role($0.rawValue)) }
    if !status.emergencies.isEmpty {
      let count = status.emergencies.count
      notes.append(
        status.reviewsEmergencies
          ? words.emergenciesToReview(count) : words.emergenciesOfOwn(count))
    }
    notes += status.compromised.filter { !words.isOwed($0, by: status.unheld) }.map {
      words.dueAfterCompromise($0)
    }
    if status.unindexed > 0 { notes.append(words.notIndexed(status.unindexed)) }
    if status.trusteesMissing > 0 { notes.append(words.trusteesMissing(status.trusteesMissing)) }
    if status.holders[.lead] == 1 { notes.append(words.oneLead) }
    if status.backups.count < BackupKind.allCases.count { notes.append(words.neverBackedUp) }
    let missing = status.missing.map { words.role($0.rawValue) }.joined(separator: ", ")
    notes.append(missing.isEmpty ? words.ready : words.notReady(missing: missing))
    return notes + [words.lookRecorded(entry: status.entry)]
  }
}

extension Report.List {
  fileprivate static func waiting(
    _ waiting: [VaultStatus.Waiting], _ asks: [WaitingAsk], _ words: any Words
  ) -> Report.List {
    Report.List(
      "waiting", title: words.label(.waiting),
      columns: [
        .init("entry", words.label(.entry)), .init("kind", words.label(.waiting)),
        .init("handle", words.label(.handle)), .init("role", words.label(.role)),
      ],
      rows: waiting.map { item in
        [
          .integer(item.entry), .code(item.kind.code, label: words.waitsFor(item.kind.code)),
          item.handle.map(Cell.text) ?? .none,
          item.role.map { .code($0.rawValue, label: words.role($0.rawValue)) } ?? .none,
        ]
      }
        + asks.map { asked in
          [
            .integer(asked.ask.entry), asked.kind(in: words),
            asked.askerHandle.map(Cell.text) ?? .none, .none,
          ]
        }, ifEmpty: words.nothingWaits)
  }
}

extension Cell {
  fileprivate static func backup(_ kind: BackupKind, _ status: VaultStatus) -> Cell {
    status.backups.first { $0.kind == kind }
      .map { .moment(WallTime(milliseconds: $0.time)) } ?? .none
  }

  fileprivate static func keys(_ keys: [VaultStatus.DueKey], _ words: any Words) -> Cell {
    .list(
      keys.map { key in
        switch key {
        case .standing(let role): .code(role.rawValue, label: words.role(role.rawValue))
        case .vault: .code("vault", label: words.vaultKey)
        case .operations: .code("operations", label: words.fieldClass("operations"))
        case .index: .code("index", label: words.indexKey)
        case .recovery: .code("recovery", label: words.role("recovery"))
        }
      })
  }
}

extension VaultStatus.DueKey {
  /// Whether only somebody with the seed of one of these roles can make it.
  fileprivate func isOwed(by unheld: [Role]) -> Bool {
    switch self {
    case .standing(let role): unheld.contains(role)
    case .operations, .index, .recovery: unheld.contains(.lead)
    case .vault: false
    }
  }
}

extension VaultStatus.Waiting.Kind {
  fileprivate var code: String {
    switch self {
    case .invited: "invited"
    case .enrolled: "enrolled"
    case .role: "role"
    case .key: "key"
    case .seed: "seed"
    case .recovery: "recovery"
    }
  }
}
