import AuditLog
import Sealing

/// What sealing new cases needs from the beginning of an act to its end: for whom, and under which
/// lasting keys. Nothing in it changes, so that the thread that seals can read it while another stores.
///
/// Every reader that a new case can have gets one batch key here, whether or not a case of the act
/// needs it: sealing one costs about 80 microseconds, wrapping a class key under it about one.
final class OpeningKeys: Sendable {
  let vault: Identifier
  let writer: Gate.Asker
  /// The role that opens: the first of the asker's that may.
  let role: Role
  let fields: FieldTable
  let recipients: [Recipient]
  /// Where the operations key, the index key and the batch keys lie.
  let arena: KeyArena
  let operations: (version: UInt32, handle: KeyHandle)
  /// Nil where the opener holds none.
  let index: (version: UInt32, handle: KeyHandle)?

  /// A reader that a new case can have, and the key that class keys are wrapped under for them.
  struct Recipient {
    var holder: Holder
    var principal: Principal
    /// The principal's row.
    var row: Int
    var batch: Identifier
    var key: KeyHandle
  }

  enum Holder {
    case standing(StandingRole)
    /// By the row of the member.
    case member(Int)
  }

  /// - Parameter owners: who else than the asker can be named to answer for a case.
  init(_ context: ActContext, role: Role, owners: Set<MemberID>) throws(VaultError) {
    vault = context.vault.id
    writer = context.asker
    self.role = role
    fields = context.vault.fields
    var arena = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(capacity: StandingRole.allCases.count + owners.count + 3)
    }
    let present = try context.operationsKey()
    let copy = try VaultError.sealing { () throws(SealingError) in
      try context.keyring.lasting.withKey(present.handle) { key throws(SealingError) in
        try arena.load(key)
      }
    }
    operations = (present.version, copy)
    index = try SearchIndex(context).key().map { key throws(VaultError) in
      let handle = try VaultError.sealing { () throws(SealingError) in
        try context.keyring.lasting.withKey(key.handle) { bytes throws(SealingError) in
          try arena.load(bytes)
        }
      }
      return (key.version, handle)
    }
    var recipients: [Recipient] = []
    // Who opens a case as a lead holds it as one, not by assignment.
    let isAssigned = role == .intake || role == .socialWorker
    let members = isAssigned ? owners.union([context.asker.member]) : owners
    for reader in try Self.readers(context, members) {
      recipients.append(try Self.recipient(reader, in: &arena, context))
    }
    self.recipients = recipients
    self.arena = arena
  }

  private typealias Reader = (holder: Holder, principal: Principal, box: BoxPublicKey)

  private static func readers(
    _ context: ActContext, _ members: Set<MemberID>
  ) throws(VaultError) -> [Reader] {
    var found: [Reader] = []
    for role in StandingRole.allCases {
      guard let epoch = context.directory.epoch(of: role) else { continue }
      found.append((.standing(role), role.principal(epoch: epoch.number), epoch.box))
    }
    for member in members.sorted() {
      guard let row = try context.tx.member(member), let box = context.directory.box(of: member)
      else { continue }
      found.append((.member(row.key), .member(member.identifier), box))
    }
    return found
  }

  /// Makes a batch key and stores it, sealed to its reader.
  private static func recipient(
    _ reader: Reader, in arena: inout KeyArena, _ context: ActContext
  ) throws(VaultError) -> Recipient {
    let batch = Identifier.makeRandom()
    let key = arena.makeRandom()
    let sealed = try VaultError.sealing { () throws(SealingError) in
      try BatchKey.seal(
        key, in: arena, vault: context.vault.id, batch: batch, to: reader.principal, reader.box)
    }
    let row = try context.tx.principalKey(reader.principal)
    try context.tx.insertBatch(batch, principal: row, sealed: sealed)
    return Recipient(
      holder: reader.holder, principal: reader.principal, row: row, batch: batch, key: key)
  }

  /// Those who hold a class of a case with these people: the standing epochs, and the assigned.
  func readers(
    of fieldClass: FieldClass, in care: [Transaction.AssignmentRow]
  ) throws(VaultError) -> [Int] {
    let found = recipients.indices.filter { index in
      switch recipients[index].holder {
      case .standing(let role): KeyTable.standingClasses(of: role).contains(fieldClass)
      case .member(let member):
        care.contains {
          $0.member == member
            && KeyTable.access($0.role, $0.relation, to: fieldClass) == .key
        }
      }
    }
    // Nobody may seal what no living person could open.
    let isRead = found.contains { index in
      if case .standing(.recovery) = recipients[index].holder { false } else { true }
    }
    guard isRead else { throw .noReader(fieldClass) }
    return found
  }
}
