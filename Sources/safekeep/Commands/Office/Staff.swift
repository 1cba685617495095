import ArgumentParser

/// `safekeep staff`: how people come in.
struct Staff: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .staff,
    [
      StaffAdd.self, StaffEnrol.self, StaffAdmit.self, StaffList.self, StaffShow.self,
      StaffSuspend.self, StaffRole.self,
    ])
}
