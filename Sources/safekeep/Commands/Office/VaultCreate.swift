import ArgumentParser
import Sealing
import Vault

/// `safekeep vault create`: a vault, its root key, its first administrator, and the code with which
/// the first lead enrols.
struct VaultCreate: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .vaultCreate,
    example: """
      safekeep vault create --vault /srv/safekeep/danang --as lan --lead minh
        safekeep vault create --vault /srv/safekeep/danang --as lan --places p.csv

        p.csv:
        code,name_vi,name_en,kind,parent,valid_from,valid_to
        26740,Phường Sài Gòn,Sai Gon Ward,commune,79,2025-07-01,
      """
  )

  @OptionGroup var common: Common

  @Option(help: .of({ $0.optionLead }, "handle")) var lead: String?

  @Option(help: .of({ $0.optionKDF }, "low")) var kdf: String?

  @Option(help: .of({ $0.optionPlaces }, "file.csv"), completion: .file()) var places: String?

  func run() throws {
    let desk = try Desk(common)
    guard kdf == nil || kdf == "low" else { throw Fault.unknownCost }
    let path = desk.vaultPath
    guard !Vault.exists(at: path) else { throw VaultError.alreadyThere.fault }
    let rules = try FirstRules.standard(places: places)
    let admin = (try? desk.handle()) ?? "admin"
    let passphrase = try desk.newSecret()
    try Places.ensure(desk.places.pins, "state")
    let plan = VaultPlan(
      path: path, pins: desk.places.pins, admin: admin, firstLead: lead ?? "lead",
      isLowCost: kdf == "low",
      fields: rules.fields, rules: rules.files)
    try Self.make(plan, passphrase, at: desk)
  }

  /// The file for the root seed comes first: a seed that could not be put away would be lost, and
  /// with it the only key that can make another administrator.
  private static func make(
    _ plan: VaultPlan, _ passphrase: borrowing SecretBytes, at desk: Desk
  ) throws(Fault) {
    let seedPath = desk.seedPath("root")
    for place in [seedPath, plan.path] { try desk.places.makeParents(of: place) }
    let seed = try SeedFile.make(seedPath, by: .vaultCreate)
    let founding: Founding
    do {
      founding = try Vault.create(plan, passphrase: passphrase, now: Desk.now)
    } catch {
      seed.discard()
      throw error.fault
    }
    try seed.write(founding.rootSeed)
    try desk.show(report(plan, founding.vault, seedPath, desk.words), founding.invitation)
  }

  private static func report(
    _ plan: VaultPlan, _ vault: Vault, _ seed: String, _ words: any Words
  ) -> Report {
    let until = WallTime(milliseconds: Desk.now() + Vault.invitationLifetime)
    return Report(
      fields: [
        .init("origin", words.label(.origin), .text(vault.origin)),
        .init("admin", words.role("admin"), .text(plan.admin)),
        .init("lead", words.role("lead"), .text(plan.firstLead)),
        .init("root_seed", words.label(.rootSeed), .text(seed)),
        .init("code", words.label(.code), .secret),
        .init("until", words.label(.until), .moment(until)),
        .init("entry", words.label(.entry), .integer(0)),
      ],
      notes: [words.vaultCreated(entry: 0), words.putRootSeedAway]
        + (vault.isLowCost ? [words.lowCost] : [])
        + [
          words.handOverCode(plan.firstLead, until: until.forPeople),
          words.nextEnrol(plan.firstLead),
        ])
  }
}

extension Fault {
  static let unknownCost = Fault(.usage, reason: "unknown_cost") { $0.unknownCost }
}
