import Testing

@testable import Vault

extension EntryTableTests {
  /// A recovery, and everything before and after it.
  @Test func everyEntryOfARecoveryIsAsThePageSays() throws {
    let desk = try Desk(hasTrustees: true)
    let shares = try ["trustee", "trustee2"].map { try desk.share(of: $0) }
    #expect(throws: VaultError.self) { try desk.share(of: "trustee4") }
    #expect(throws: VaultError.self) { try desk.share(of: "lead") }
    try desk.drill(shares)
    try desk.drill(Array(Desk.shares(on: desk.sheets.root).prefix(2)))
    #expect(throws: VaultError.self) { try desk.drill([shares[0]]) }
    #expect(throws: VaultError.self) { try desk.drill(shares, by: "lead") }
    try desk.bring("chief", as: .lead)
    #expect(throws: VaultError.self) { try desk.ask(for: "nobody", by: "trustee") }
    #expect(throws: VaultError.self) { try desk.ask(for: "chief", by: "lead") }
    try desk.ask(for: "chief", by: "trustee3")
    #expect(throws: VaultError.self) { try desk.ask(for: "chief", by: "trustee3") }
    #expect(throws: VaultError.self) {
      try desk.recover("chief", with: shares, by: "trustee3")
    }
    #expect(throws: VaultError.self) {
      try desk.recover("chief", with: [shares[0]], by: "trustee")
    }
    try desk.recover("chief", with: shares, by: "trustee")
    try desk.actNew("chief") { _, _ in }
    try desk.act("duty") { _, _ in }
    try desk.act("trustee") { vault, session in _ = try vault.renewOwnKeys(as: session) }
    try desk.act("admin") { vault, session in _ = try vault.admit("trustee", by: session) }
    try desk.act("trustee") { _, _ in }
    let acts = try rows(desk).map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    for act in [
      "key.recover  ok", "key.recover  denied", "recovery.run  ok", "recovery.run  denied",
      "recovery.run  failed", "key.drill recoveryroot ok", "key.drill  failed",
      "key.drill  denied", "export share ok", "export share denied", "key.wrap share ok",
    ] { #expect(acts.contains(act), "\(act)") }
  }

  /// The same of an administrator by the word of root.
  @Test func everyEntryOfAnAdministratorByRootIsAsThePageSays() throws {
    let desk = try Desk(hasTrustees: true)
    let root = Array(Desk.shares(on: desk.sheets.root).prefix(2))
    let code = try desk.act("trustee") { vault, session in
      let shares = try desk.read(root, for: .root, vault, session)
      return TestOffice.text(try vault.inviteByRoot("keeper", with: shares, by: session).code)
    }
    _ = try desk.vault("keeper").enrol(
      "keeper", code: TestOffice.secret(code),
      passphrase: TestOffice.secret("correct horse of keeper 47"))
    for handle in ["trustee", "trustee2"] {
      try? desk.act(handle) { vault, session in
        let shares = try desk.read(root, for: .root, vault, session)
        _ = try vault.admitByRoot("keeper", with: shares, by: session)
      }
    }
    #expect(throws: VaultError.self) {
      try desk.act("lead") { vault, session in
        _ = try vault.fingerprint(ofNewcomer: "other", by: session)
      }
    }
    let acts = try rows(desk).map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    for act in ["recovery.run root ok", "recovery.run root denied"] {
      #expect(acts.contains(act), "\(act)")
    }
  }
}
