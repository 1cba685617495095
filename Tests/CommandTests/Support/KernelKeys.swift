@testable import safekeep

/// The kernel's keyring, as far as tests may use it.
enum KernelKeys {
  /// Whether the kernel keeps keys for this account; many containers forbid it.
  static let areKept: Bool = {
    guard let found = try? SessionKeyring(vault: "00", member: "00").take() else { return false }
    if case .unavailable = found { return false }
    return true
  }()
}
