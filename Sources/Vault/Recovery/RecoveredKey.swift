import AuditLog
import Sealing

/// The recovery seed, put together for the length of one command.
struct RecoveredKey: ~Copyable {
  let box: BoxKey
  let epoch: UInt32

  var principal: Principal { StandingRole.recovery.principal(epoch: epoch) }

  init(box: consuming BoxKey, epoch: UInt32) {
    self.box = box
    self.epoch = epoch
  }

  /// - Throws: `share(.otherSeed)` unless it is the seed of the recovery epoch that counts.
  init(_ seed: borrowing SecretBytes, _ directory: Directory) throws(VaultError) {
    guard seed.count == KeyArena.keyLength, let present = directory.epoch(of: .recovery)
    else { throw .share(.otherSeed) }
    let box = try VaultError.sealing { () throws(SealingError) in try BoxKey(seed: seed) }
    guard box.publicKey == present.box else { throw .share(.otherSeed) }
    self.init(box: box, epoch: present.number)
  }
}
