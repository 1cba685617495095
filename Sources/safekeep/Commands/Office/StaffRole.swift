import ArgumentParser

/// `safekeep staff role`: a further role, or one taken back.
struct StaffRole: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .staffRole, [StaffRoleAdd.self, StaffRoleRemove.self])
}
