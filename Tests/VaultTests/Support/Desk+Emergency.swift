import Sealing
import Testing

@testable import Vault

extension Desk {
  @discardableResult
  func breakGlass(
    _ fieldClass: FieldClass, by handle: String = "duty", of id: CaseID? = nil
  ) throws -> Emergency {
    try act(handle) { vault, session in
      try vault.openEmergency(
        fieldClass, of: id ?? shared, because: "unconscious", text: "Bất tỉnh tại nơi tạm trú",
        as: session)
    }
  }

  @discardableResult
  func giveGlass(
    _ asked: Int, by handle: String = "night"
  ) throws -> (emergency: Emergency, entry: Int) {
    try act(handle) { vault, session in try vault.giveEmergency(asked, as: session) }
  }

  @discardableResult
  func closeGlass(
    _ opened: Int, by handle: String = "duty"
  ) throws -> (emergency: Emergency, entry: Int) {
    try act(handle) { vault, session in try vault.closeEmergency(opened, as: session) }
  }

  @discardableResult
  func reviewGlass(
    _ opened: Int, by handle: String = "lead"
  ) throws -> (emergency: Emergency, entry: Int) {
    try act(handle) { vault, session in try vault.reviewEmergency(opened, as: session) }
  }

  /// Wraps of the keys of a class in the pack of a member, custody's seal taken off.
  func wraps(_ handle: String, of fieldClass: FieldClass = .identity) throws -> Int {
    try act(handle) { vault, session in
      let principal = session.keyring.principal
      return try vault.store.look { tx throws(VaultError) in
        guard let file = try tx.file(shared), let row = try tx.knownPrincipalKey(principal),
          let outer = try tx.pack(of: file.key, principal: row)
        else { return 0 }
        let pack = try vault.custody.openPack(
          outer, of: file.key, caseID: file.id, principal: principal, vault: vault.id)
        return pack.items.filter { Restriction.fieldClass(of: $0.keyClass) == fieldClass }.count
      }
    }
  }
}
