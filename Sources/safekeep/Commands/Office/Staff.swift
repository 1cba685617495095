import ArgumentParser

/// `safekeep staff`: how people come in.
struct Staff: ParsableCommand {
  static let configuration = CommandConfiguration.noun(.staff, [StaffList.self])
}
