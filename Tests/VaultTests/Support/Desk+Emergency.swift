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
}
