import AuditLog
public import Sealing

extension Vault {
  /// Makes a vault: root key, custody, the first admin, and a root-signed invitation of the first
  /// lead. Root signs the first leaves and then exists only in three shares.
  ///
  /// - Throws: `alreadyThere`, `passphraseWeak`, `handleForm`, and what storage throws; nothing that
  ///   was there is touched.
  public static func create(
    _ plan: VaultPlan, passphrase: borrowing SecretBytes, now: @escaping @Sendable () -> Int
  ) throws(VaultError) -> Founding {
    guard Handle.isWellFormed(plan.admin), Handle.isWellFormed(plan.firstLead)
    else { throw .handleForm }
    guard plan.admin != plan.firstLead else { throw .handleTaken }
    let words = try Passphrase.accept(passphrase)
    let root = try VaultError.sealing { () throws(SealingError) in try SigningKey.makeRandom() }
    let code = try VaultError.sealing { () throws(SealingError) in
      try InvitationCode.makeRandom()
    }
    var made = VaultFolder.Made()
    let vault: Vault
    do throws(VaultError) {
      vault = try empty(plan, id: root.publicKey.digest.identifier, noting: &made, now: now)
      try vault.found(plan, root: root, words: words, leadCode: code)
    } catch {
      // A vault without its first entries is none, and stands in the way of the next attempt.
      made.remove()
      throw error
    }
    return try Founding(
      vault: vault,
      rootSeed: VaultError.sealing { () throws(SealingError) in
        try root.withSeed { seed throws(SealingError) in try SeedShares.sheet(of: seed) }
      },
      invitation: VaultError.sealing { () throws(SealingError) in
        try InvitationCode.text(of: code)
      })
  }

  private static func empty(
    _ plan: VaultPlan, id: Identifier, noting made: inout VaultFolder.Made,
    now: @escaping @Sendable () -> Int
  ) throws(VaultError) -> Vault {
    let folder = VaultFolder(plan.path)
    try folder.create(noting: &made)
    return try Vault(
      id: id, isLowCost: plan.isLowCost, store: Store(creating: folder.records),
      custody: Custody(creating: folder.custody, vault: id), fields: plan.fields,
      pins: plan.pins, now: now)
  }

  /// All first leaves commit at once: there is no half-made vault.
  private func found(
    _ plan: VaultPlan, root: borrowing SigningKey, words: borrowing SecretBytes,
    leadCode: borrowing SecretBytes
  ) throws(VaultError) {
    let mark = ledger.mark
    do {
      let actor = try store.transaction { tx throws(VaultError) in
        try stateBeginning(plan, root: root, tx)
        let enrolment = Enrolment(vault: id, ledger: ledger, custody: custody, tx: tx)
        let admin = try makeAdmin(plan, root: root, words: words, enrolment)
        let lead = try enrolment.invite(
          plan.firstLead, as: .lead, code: leadCode, by: root, sid: nil)
        let keyring = try Keyring(vault: id, member: admin.member, bundle: admin.bundle)
        try sealStaff(plan, lead, keyring, memberKey: admin.memberKey, tx)
        try signHead(member: keyring.bundle.signing, in: tx)
        return ActorID(keyring.bundle.signing.publicKey)
      }
      try keepPin(handle: plan.admin, actor: actor)
    } catch {
      ledger.rewind(to: mark)
      throw error
    }
  }

  /// Leaves 0 to 3: root, the log key, the field table, the rule book.
  private func stateBeginning(
    _ plan: VaultPlan, root: borrowing SigningKey, _ tx: Transaction
  ) throws(VaultError) {
    try tx.setVault(id: id, root: root.publicKey, low: plan.isLowCost)
    try tx.insert(plan.fields)
    for file in plan.rules { try tx.insertRuleFile(file.name, file.bytes) }
    let rootKey = try Enrolment.vkey(root.publicKey, origin)
    let logKey = try custody.withLogKey { log throws(VaultError) in
      do { return try NoteKey(name: origin, key: log.publicKey).text } catch {
        throw VaultError.sealing
      }
    }
    let constants = try custody.constantsDigest()
    try ledger.append(Act.vaultCreate, by: root, in: tx) { $0.vkey = rootKey }
    try ledger.append(Act.keyRotate, by: root, in: tx) { entry in
      entry.kind = "log"
      entry.vkey = logKey
      entry.sum = constants
    }
    try ledger.append(Act.schemaSet, by: root, in: tx) { entry in
      entry.kind = "fields"
      entry.sum = plan.fields.digest
    }
    try ledger.append(Act.rulesAdopt, by: root, in: tx) { entry in
      entry.sum = RuleFile.digest(plan.rules)
    }
  }

  /// The first admin is invited and enrolled like anyone, in one breath, and admitted by root.
  private func makeAdmin(
    _ plan: VaultPlan, root: borrowing SigningKey, words: borrowing SecretBytes,
    _ enrolment: Enrolment
  ) throws(VaultError) -> Enrolled {
    let code = try VaultError.sealing { () throws(SealingError) in
      try InvitationCode.makeRandom()
    }
    _ = try enrolment.invite(plan.admin, as: .admin, code: code, by: root, sid: nil)
    let admin = try enrolment.enrol(
      code: code, role: .admin, passphrase: words, low: plan.isLowCost)
    let (subject, enrolled) = (ActorID(admin.bundle.signing.publicKey), admin.entry)
    try ledger.append(Act.roleAdd, by: root, in: enrolment.tx) { entry in
      entry.subj = subject
      entry.grole = Role.admin.rawValue
      entry.ref = enrolled
    }
    return admin
  }

  /// The vault key, made by the first admin, and the two handles known so far under it.
  private func sealStaff(
    _ plan: VaultPlan, _ lead: (seq: Int, invitation: VerifyingKey), _ keyring: Keyring,
    memberKey: Int, _ tx: Transaction
  ) throws(VaultError) {
    let key = keyring.makeOfficeKey(.vault, version: 1)
    let list = try OfficeKeys(
      vault: id, ledger: ledger, custody: custody, keyring: keyring, tx: tx
    ).wrap(
      [OfficeKeys.Version(key: .vault, number: 1)],
      to: [OfficeKeys.Holder(principal: keyring.principal, box: keyring.bundle.box.publicKey)])
    let seq = try ledger.append(Act.keyRotate, by: keyring.bundle.signing, in: tx) { entry in
      entry.kind = OfficeKey.vault.kind
      entry.epoch = 1
      entry.grant = list.digest
      entry.role = Role.admin.rawValue
    }
    try tx.insertGrantList(list.bytes, of: 0, seq: seq)
    let own = try StaffSeal.seal(
      plan.admin, of: keyring.member.identifier, writer: keyring.member, version: 1, under: key,
      in: keyring.lasting, vault: id)
    try tx.setStaff(own, of: memberKey)
    let invited = try StaffSeal.seal(
      plan.firstLead, of: lead.invitation.digest.identifier, writer: keyring.member, version: 1,
      under: key, in: keyring.lasting, vault: id)
    try tx.setInvited(invited, seq: lead.seq)
  }
}
