import Glibc

/// The environment variables of this run, or of a test.
///
/// A variable that is set but empty counts as not set: that is the rule of the XDG specification
/// and of NO_COLOR, and nothing of ours needs another.
struct Environment: Sendable {
  private let values: [String: String]

  init(_ values: [String: String]) { self.values = values }

  /// The variables that this process was started with.
  static let ofProcess = Environment(Kernel.environment(names))

  /// All that the porch ever asks for: no secret is ever taken from here, so none is ever read.
  private static let names = [
    "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR",
    "SAFEKEEP_VAULT", "SAFEKEEP_MEMBER", "SAFEKEEP_LANG", "LC_ALL", "LC_MESSAGES", "LANG",
    "NO_COLOR", "TERM", "COLUMNS",
  ]

  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
