import AuditLog
import Sealing

/// Opens, for an examination, what only its owner opens: the batches that are sealed to whoever looks or to a role epoch
/// of theirs, and with each the wraps that name it. No entry states what a batch seals, so that nobody else can tell
/// whether it is the one that was put there. What others hold is counted, never called sound.
final class KeyLook {
  let keyring: Keyring?
  private(set) var unlooked = Unlooked()
  /// Of the case at hand, or of the office: whether a wrap of the key was opened.
  private var keys: [StatedGrants.KeyVersion: Bool] = [:]
  private var epochs: [Principal: Bool] = [:]

  /// - Parameter keyring: nil where nobody is unlocked.
  init(_ keyring: Keyring?) { self.keyring = keyring }

  /// Whose pack it is, and where it lies.
  struct Place {
    let caseID: CaseID
    let principal: Principal
    let number: Int
    let custody: Custody
    let roster: Roster
    let tx: Transaction
  }

  /// The next case, or the office.
  func begin() { keys.removeAll(keepingCapacity: true) }

  /// Whether a wrap opens, where it is for whoever looks.
  func opens(_ item: GrantPack.Item, at place: Place) throws(VaultError) -> Bool {
    let key = StatedGrants.KeyVersion(keyClass: item.keyClass, version: item.keyVersion)
    guard let keyring, try isHeld(place.principal, by: keyring, place) else {
      keys[key] = keys[key] ?? false
      return true
    }
    keyring.beginCase()
    do {
      _ = try keyring.unwrap(
        item, of: place.principal, number: place.number, caseID: place.caseID, place.tx,
        place.custody)
    } catch .doesNotOpen { return false }
    keys[key] = true
    return true
  }

  func endCase() {
    let isLacking = keys.contains {
      !$0.value && Restriction.fieldClass(of: $0.key.keyClass) != nil
    }
    if isLacking { unlooked.cases += 1 }
  }

  func endOffice() {
    unlooked.officeKeys = keys.count(where: { key, isOpened in
      if case .standing = OfficeKey(keyClass: key.keyClass) { return false }
      return !isOpened
    })
  }

  /// Batches of those who hold anything, and the names; once everything else was looked at.
  func end(
    names: Int, _ roster: Roster, _ custody: Custody, _ tx: Transaction
  ) throws(VaultError) -> Unlooked {
    unlooked.names = names
    for (number, count) in try tx.countBatches() {
      let place = Place(
        caseID: CaseID(.zero), principal: try tx.principal(number), number: number,
        custody: custody, roster: roster, tx: tx)
      if let keyring, try isHeld(place.principal, by: keyring, place) { continue }
      unlooked.batches += count
    }
    return unlooked
  }

  /// Whether whoever looks has the seed of a principal. Their own keys may be others by now: then what was sealed to
  /// those before is sealed to the new ones, and this session does not have them.
  private func isHeld(
    _ principal: Principal, by keyring: Keyring, _ place: Place
  ) throws(VaultError) -> Bool {
    if principal == keyring.principal {
      return place.roster.member(principal.id)?.box == keyring.bundle.box.publicKey
    }
    guard let role = StandingRole(principal) else { return false }
    if let known = epochs[principal] { return known }
    var isHeld = true
    do {
      _ = try keyring.officeKey(
        .standing(role), version: principal.epoch, place.tx, place.custody)
    } catch {
      // Where it is this member's and does not open, the wrap of the seed is named itself.
      guard error == .keyMissing || error == .doesNotOpen else { throw error }
      isHeld = false
    }
    epochs[principal] = isHeld
    return isHeld
  }
}
