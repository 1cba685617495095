public import Sealing

/// Who may sign what: the directory, built from the leaves and from nothing else.
///
/// There are no certificates but entries. Leaf by leaf, the roster says whose key a leaf must be signed
/// with (``signer(of:)``) and whether the leaf may stand where it stands (``apply(_:)``); it checks no
/// signature itself. A leaf that is refused changes nothing.
///
/// What it holds grows with the staff, not with the log, so it travels in every pin.
public struct Roster: Sendable, Equatable {
  /// The name of the log: `safekeep/` and the vault id in hexadecimal.
  public let origin: String
  /// How many leaves were applied.
  public internal(set) var size = 0
  /// `t` of the last leaf.
  public internal(set) var time = 0
  /// Who signed the last leaf.
  public internal(set) var lastActor: ActorID?
  /// Every member, in the order of enrolment.
  public internal(set) var members: [RosterMember] = []
  /// Every invitation, in the order of the log.
  public internal(set) var invitations: [RosterInvitation] = []
  /// Roles that wait for a second person.
  public internal(set) var waitingRoles: [WaitingRole] = []
  /// New keys of members that wait for an admin.
  public internal(set) var waitingKeys: [WaitingKey] = []
  /// Every log key, in the order of the log.
  public internal(set) var logKeys: [LogKey] = []
  /// The epoch of each standing role that has one, by number.
  public internal(set) var epochs: [StandingEpoch] = []
  /// The version of each key of the whole vault that has one.
  public internal(set) var versions: [VaultKeyVersion] = []
  /// The hash of the field table in force.
  public internal(set) var schema: Digest?
  /// The hash of the rule book in force.
  public internal(set) var rules: Digest?
  /// Which entries put it in force; nil while it is root's.
  public internal(set) var adoption: AdoptedRules?
  /// The rule book that waits for a second person; there is one at most.
  public internal(set) var proposal: ProposedRules?
  /// Every role that somebody had and has no more, in the order of the log.
  public internal(set) var endedRoles: [EndedRole] = []
  /// The newest `member.suspend` of somebody whose keys others may have.
  public internal(set) var compromised: Int?
  /// The newest entry that made new keys a member's, by place in ``members``.
  public internal(set) var keyChanges: [Int: Int] = [:]
  /// Who keeps a share of the recovery epoch that counts, in the order of the shares.
  public internal(set) var shares: [SealedShareHolder] = []
  /// Recoveries that wait for another trustee.
  public internal(set) var askedRecoveries: [AskedRecovery] = []
  /// The newest recovery that was done.
  public internal(set) var recovered: RunRecovery?
  /// The largest custody generation that an entry names.
  public internal(set) var generation = 0

  var signatories: [ActorID: Signatory] = [:]
  /// Every `vault.accept`, in the order of the log.
  var rollbacks: [AcceptedRollback] = []

  /// The roster of a log that has no leaves yet.
  public init(origin: String) { self.origin = origin }

  /// The name of the log whose vault has this root key.
  public static func origin(ofRoot key: VerifyingKey) -> String {
    "safekeep/\(key.digest.identifier.hex)"
  }

  /// The key that a leaf must be signed with, going by the leaves before it.
  ///
  /// - Throws: ``SignerFault/unknownKey``, ``SignerFault/keyID``; for the first leaf what
  ///   ``apply(_:)`` throws.
  public func signer(of leaf: Leaf) throws(AuditLogError) -> VerifyingKey {
    guard size > 0 else {
      let root = try rootKey(of: leaf.entry)
      guard root.id == leaf.keyID else { throw .signer(.keyID) }
      return root.key
    }
    guard let signatory = signatories[leaf.entry.actor] else { throw .signer(.unknownKey) }
    guard signatory.keyID == leaf.keyID else { throw .signer(.keyID) }
    return signatory.key
  }

  /// Takes in the next leaf.
  ///
  /// - Throws: ``AuditLogError/chain(_:)`` for `origin`, `seq`, `aseq` or `clock`,
  ///   ``AuditLogError/signer(_:)`` where the key may not sign this,
  ///   ``AuditLogError/directory(_:)`` where a rule is broken.
  public mutating func apply(_ leaf: Leaf) throws(AuditLogError) {
    let entry = leaf.entry
    guard leaf.origin == origin else { throw .chain(.origin) }
    guard entry.seq == size else { throw .chain(.seq) }
    guard entry.t >= time || entry.act == Act.clockStep else { throw .chain(.clock) }
    if size == 0 {
      try create(entry)
    } else {
      let signer = try admit(leaf)
      // What was refused or failed is told, and changes nothing.
      if entry.out == .ok { try follow(leaf, signer) }
    }
    signatories[entry.actor]?.next += 1
    (size, time, lastActor) = (size + 1, entry.t, entry.actor)
    if entry.out == .ok { generation = max(generation, entry.gen ?? 0) }
  }

  /// The rule for each act that the directory knows; other acts change nothing here.
  private mutating func follow(_ leaf: Leaf, _ signer: RosterSigner) throws(AuditLogError) {
    let entry = leaf.entry
    guard size > 1 || entry.act == Act.keyRotate && entry.kind == "log" else {
      throw .directory(.first)
    }
    switch entry.act {
    case Act.vaultCreate: throw .directory(.first)
    case Act.memberInvite: try invite(entry, signer)
    case Act.memberEnrol: try enrol(entry, signer)
    case Act.memberSuspend: try suspend(entry, signer)
    case Act.roleAdd: try addRole(entry, signer)
    case Act.roleRemove: try removeRole(entry, signer)
    case Act.keyWrap: try wrap(entry, signer)
    case Act.approvalGive: try approve(entry, signer)
    case Act.vaultAccept: try askAcceptance(leaf, signer)
    case Act.keyRotate: try rotate(entry, signer)
    case Act.approvalRefuse: try refuse(entry, signer)
    case Act.schemaSet: try setSchema(entry, signer)
    case Act.rulesAdopt: try adoptRules(entry, signer)
    case Act.keyRecover: try askRecovery(entry, signer)
    // Of a kind it tells what a repair of the files set right.
    case Act.recoveryRun where entry.kind == nil: try runRecovery(entry, signer)
    default: break
    }
  }
}
