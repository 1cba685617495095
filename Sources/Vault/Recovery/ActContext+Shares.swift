import AuditLog
import Sealing

/// Sealed shares: who keeps which, and what the log says of them.
extension ActContext {
  /// Seals a share to one trustee and states it.
  ///
  /// - Parameter run: the recovery that it is part of.
  func give(
    _ share: Slip39Share, to trustee: RosterMember, epoch: UInt32, ref: Int, role: Role,
    by run: Int? = nil
  ) throws(VaultError) {
    let sealed = try VaultError.sealing { () throws(SealingError) in
      try SealedShare.seal(
        share, vault: vault.id, epoch: epoch, member: trustee.id, to: trustee.box)
    }
    try append(Act.keyWrap) { entry in
      (entry.kind, entry.subj, entry.role) = (Roster.shareKind, trustee.actor, role.rawValue)
      (entry.epoch, entry.ref, entry.sum) = (Int(epoch), ref, Digest.of(sealed))
      entry.by = run
    }
    try tx.insertNote(sealed)
  }

  /// A trustee with new keys of their own seals their share to these.
  func resealShare() throws(VaultError) {
    guard let (_, holder) = directory.roster.share(of: asker.member.identifier),
      let member = directory.roster.member(asker.member.identifier), member.holds(.trustee),
      let epoch = directory.roster.epoch(of: .recovery),
      let share = try keyring.formerShare(try tx.share(holder.sum), UInt32(epoch.epoch))
    else { return }
    try give(share, to: member, epoch: UInt32(epoch.epoch), ref: epoch.seq, role: .trustee)
    try tx.deleteNote(holder.sum)
  }
}

extension Keyring {
  /// A share that was sealed to the keys before these.
  fileprivate func formerShare(
    _ sealed: [UInt8]?, _ epoch: UInt32
  ) throws(VaultError) -> Slip39Share? {
    guard let sealed else { return nil }
    let (vault, id) = (vault, member.identifier)
    return switch former {
    case .some(let former):
      try? SealedShare.open(sealed.span, vault: vault, epoch: epoch, member: id, with: former.box)
    case .none: nil
    }
  }

  /// The member's own share.
  func openShare(_ sealed: [UInt8], epoch: UInt32) throws(VaultError) -> Slip39Share {
    do {
      return try SealedShare.open(
        sealed.span, vault: vault, epoch: epoch, member: member.identifier, with: bundle.box)
    } catch { throw .doesNotOpen }
  }
}
