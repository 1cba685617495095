/// What one guess at a passphrase costs: Argon2id's passes and memory (RFC 9106).
public struct StretchingCost: Sendable, Hashable {
  /// How often the memory is gone over.
  public let passes: Int
  /// How much memory, in bytes.
  public let memory: Int

  private static let mebibyte = 1 << 20
  static let passesAccepted = 3...16
  static let memoryAccepted = 64 * mebibyte...4096 * mebibyte

  /// A cost.
  ///
  /// The floor keeps a slot that someone put there from asking for a passphrase at a price an attacker
  /// can pay; the ceiling keeps it from stopping the machine.
  ///
  /// - Throws: ``SealingError/cost`` unless passes are 3 to 16 and memory is 64 MiB to 4 GiB in whole
  ///   KiB, Argon2's own unit.
  public init(passes: Int, memory: Int) throws(SealingError) {
    guard Self.passesAccepted.contains(passes), Self.memoryAccepted.contains(memory),
      memory % 1024 == 0
    else { throw .cost }
    self.init(known: passes, memory: memory)
  }

  private init(known passes: Int, memory: Int) {
    self.passes = passes
    self.memory = memory
  }

  /// For tests and small machines: 3 passes, 64 MiB.
  public static let low = StretchingCost(known: 3, memory: 64 * mebibyte)
  /// For members: 3 passes, 256 MiB.
  public static let member = StretchingCost(known: 3, memory: 256 * mebibyte)
  /// For admins, leads and trustees: 4 passes, 1 GiB.
  public static let keeper = StretchingCost(known: 4, memory: 1024 * mebibyte)
}
