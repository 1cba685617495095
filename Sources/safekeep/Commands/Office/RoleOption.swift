import ArgumentParser
import Vault

/// The role of an option.
struct RoleOption: ParsableArguments {
  @Option(help: .of({ $0.optionRole }, "role"), completion: .roles)
  var role: String

  func wanted() throws(Fault) -> Role {
    guard let wanted = Role(rawValue: role) else { throw Fault.unknownRole }
    return wanted
  }
}
