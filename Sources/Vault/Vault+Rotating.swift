import AuditLog
import Sealing

extension Vault {
  /// `kind` of the entry that replaces the keys of custody.
  static let custodyKind = "custody"

  /// What a rotation of custody did.
  public struct Rotated: Hashable, Sendable {
    public let entry: Int
    public let cases: Int
    /// Altered cases, whose wraps could not be sealed anew: `log verify` names them.
    public let spoilt: Int
  }

  /// Replaces every outer key in custody, and the log's key (an admin's act): one entry for all, one
  /// transaction, however many cases there are.
  public func rotateCustody(
    as session: borrowing Session, progress: (Int) -> Void = { _ in }
  ) throws(VaultError) -> Rotated {
    let rotated = try act(as: session) { context throws(VaultError) -> Ruling<Rotated> in
      guard let role = context.role(for: .rotateCustody) else {
        return try context.refuse(Act.keyRotate, .role) { $0.kind = Self.custodyKind }
      }
      let generation = custody.generation + 1
      let seq = try context.append(Act.keyRotate) { entry in
        (entry.kind, entry.gen, entry.role) = (Self.custodyKind, generation, role.rawValue)
      }
      let done = try CustodyRotation(context: context).run(
        generation: generation, progress: progress)
      try context.rotateLogKey(role: role)
      return .allowed(Rotated(entry: seq, cases: done.cases, spoilt: done.spoilt))
    }
    try sweep(session)
    return rotated
  }
}
