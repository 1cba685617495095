import ArgumentParser
import Casework
import Vault

/// `safekeep vault doctor`: what is wrong with the files, why, and what to do about it. It changes nothing;
/// with `--repair` it sets right what the log alone proves, each with its entry.
struct VaultDoctor: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .vaultDoctor, example: "safekeep vault doctor --as lan")

  @Flag(help: .of({ $0.optionRepair })) var repair = false
  @Flag(help: .of({ $0.optionIndex })) var index = false
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    guard !(repair && index) else { throw Fault.oneRepair }
    if index { return try Self.mendIndex(desk) }
    let looked = repair ? try Self.mend(desk) : try Self.look(desk)
    let found = try looked.found ?? Fault.translating { try Vault.checkup(at: desk.vaultPath) }
    // Nothing ails the files, and yet this member was not let in: an older state was put back, or it is
    // another vault. That is their answer, as at any other command.
    if found.ailments.isEmpty, let shut = looked.shut { throw shut }
    try desk.show(Self.report(found, looked, desk.words))
    if let fault = Fault.ailing(found.ailments) { throw fault }
  }

  private struct Looked {
    var entry: Int?
    var mended: [Mended] = []
    /// Nil where nobody could be unlocked: then what needs nobody's key is looked at.
    var found: CheckedUp?
    /// Then why.
    var shut: Fault?
  }

  /// The index is made from what cases say, so that it is for whoever reads them.
  private static func mendIndex(_ desk: Desk) throws {
    let mended = try desk.withCasework { casework, session in
      try casework.mendIndex(as: session)
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("cases", words.label(.cases), .integer(mended.cases)),
          .init("left", words.leftLabel, .integer(mended.left)),
          .init("unopened", words.unopenedLabel, .integer(mended.shut)),
          .init("entry", words.label(.entry), .integer(mended.entry)),
        ],
        notes: [words.indexMended(mended.cases, entry: mended.entry)]
          + (mended.left > 0 ? [words.indexLeft(mended.left)] : [])
          + (mended.shut > 0 ? [words.indexUnopened(mended.shut)] : [])))
  }

  /// The look is written down first; of a vault that nobody can be unlocked in it is not.
  private static func look(_ desk: Desk) throws -> Looked {
    do {
      return try desk.withSession { vault, session in
        let entry = try vault.beginCheckup(as: session).entry
        return Looked(entry: entry, found: try vault.checkup(after: entry, as: session))
      }
    } catch {
      guard LogVerify.examined.contains(error.status) else { throw error }
      return Looked(shut: error)
    }
  }

  /// A stored tree that keeps everybody out is made anew first: else there is nobody to sign for it. What was
  /// planted goes with its entry or not at all. Where nothing was wrong, the look is what is written down.
  private static func mend(_ desk: Desk) throws -> Looked {
    let path = desk.vaultPath
    let unseen = try Fault.translating {
      try Vault.mendModes(at: path) + (Vault.isShut(at: path) ? Vault.mendUnseen(at: path) : [])
    }
    try desk.vault().passesOverPlanted = true
    return try desk.withSession(fresh: true) { vault, session in
      let mended = try vault.repair(after: unseen, as: session)
      let entry = try mended.first?.entry ?? vault.beginCheckup(as: session).entry
      return Looked(
        entry: entry, mended: mended, found: try vault.checkup(after: entry, as: session))
    }
  }

  private static func report(
    _ found: CheckedUp, _ looked: Looked, _ words: any Words
  ) -> Report {
    let (ailments, mended) = (found.ailments, looked.mended)
    return Report(
      fields: [
        .init("sound", words.label(.sound), .flag(ailments.isEmpty)),
        .unlooked(found.unlooked, words),
        .init("entry", words.label(.entry), looked.entry.map(Cell.integer) ?? .none),
      ], lists: [.ailments(ailments, words), .mended(mended, words)].compactMap { $0 },
      notes: notes(ailments, words) + words.unlooked(found.unlooked)
        + (looked.entry.map { [words.lookRecorded(entry: $0)] } ?? []))
  }

  /// What to do, once for each kind of thing.
  private static func notes(
    _ found: [Ailment], _ words: any Words
  ) -> [String] {
    var notes: [String] = []
    for ailment in found {
      let remedy = words.remedy(ailment, isMendable: ailment.isMendable(among: found))
      if !notes.contains(remedy) { notes.append(remedy) }
    }
    return found.isEmpty ? [words.nothingAilsTheVault] : notes
  }
}

extension Report.List {
  fileprivate static func ailments(_ found: [Ailment], _ words: any Words) -> Report.List {
    Report.List(
      "found", title: words.label(.found),
      columns: [
        .init("code", words.label(.kind)), .init("count", words.label(.quantity)),
        .init("entry", words.label(.entry)), .init("repairable", words.repairableLabel),
        .init("files", words.filesLabel),
      ],
      rows: found.map { ailment in
        [
          .code(ailment.code, label: words.ailment(ailment)), .integer(ailment.count),
          ailment.entry.map(Cell.integer) ?? .none, .flag(ailment.isMendable(among: found)),
          ailment.names.isEmpty ? .none : .list(ailment.names.map(Cell.text)),
        ]
      }, ifEmpty: words.nothingFound)
  }

  fileprivate static func mended(_ mended: [Mended], _ words: any Words) -> Report.List? {
    guard !mended.isEmpty else { return nil }
    return Report.List(
      "repaired", title: words.repairedLabel,
      columns: [
        .init("kind", words.label(.kind)), .init("count", words.label(.quantity)),
        .init("entry", words.label(.entry)),
      ],
      rows: mended.map { one in
        [
          .code(one.kind.rawValue, label: words.mended(one.kind)), .integer(one.count),
          one.entry.map(Cell.integer) ?? .none,
        ]
      }, ifEmpty: "")
  }
}

extension Ailment {
  fileprivate var count: Int {
    switch self {
    case .damaged, .finding: 1
    case .unfinished(let rows): rows
    case .keysOfNothing(let cases), .keysOfErased(let cases), .unindexed(let cases): cases
    case .segments(let lost): lost
    case .modes(let files, _): files
    case .parts(let names), .strangers(let names): names.count
    }
  }

  fileprivate var names: [String] {
    switch self {
    case .parts(let names), .strangers(let names): names
    default: []
    }
  }

  fileprivate var entry: Int? {
    guard case .finding(let finding) = self else { return nil }
    switch finding.subject {
    case .entry(let entry): return entry
    case .file(_, let entry): return entry
    }
  }
}

extension Fault {
  fileprivate static let oneRepair = Fault(.usage, reason: "two_repairs") { $0.oneRepair }

  /// A damaged file and a key that is gone are the disk's; what does not fit the log is 20; all else is only
  /// told.
  fileprivate static func ailing(_ found: [Ailment]) -> Fault? {
    let log = found.first {
      if case .finding(let finding) = $0 {
        !["case.key", LogFinding.gap].contains(finding.code)
      } else {
        false
      }
    }
    if let log {
      return .logBroken(
        LogFault(finding: log.code), entry: log.entry, code: log.code, [])
    }
    let isDamaged = found.contains {
      switch $0 {
      case .damaged, .finding: true
      default: false
      }
    }
    guard isDamaged else { return nil }
    let left = found.filter { $0.code == LogFinding.gap }.count
    let isAll = found.allSatisfy { $0.code == LogFinding.gap || $0.code.hasPrefix("index.") }
    return isAll
      ? Fault(.storage, reason: "case_gap") { $0.casesLeftBehind(left) }
      : Fault(.storage, reason: "damaged") { $0.fileDamaged }
  }
}
