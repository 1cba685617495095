import AuditLog
import Foundation

extension SafekeepVerify {
  /// What the auditor brings, read before anything of the export is.
  func trust() throws(Outcome) -> ExportTrust {
    var trust = ExportTrust()
    // What can be no log's name is a slip of whoever typed it, and says nothing of the export.
    if let origin, !ExportTrust.isOrigin(origin) { throw .usage(.origin) }
    (trust.origin, trust.isTreeOnly) = (origin, treeOnly)
    if let pin { trust.pins = try Self.brought(pin, .pin, PinBook.init(parsing:)) }
    if let policy { trust.policy = try Self.brought(policy, .policy, WitnessPolicy.init(parsing:)) }
    if let tsaCa {
      let pem = try Self.bytes(tsaCa, .authority)
      do { try trust.trust(authority: pem) } catch { throw .badFile(.authority, error) }
    }
    return trust
  }

  private static func brought<Value>(
    _ path: String, _ kind: Outcome.Brought, _ parse: ([UInt8]) throws(AuditLogError) -> Value
  ) throws(Outcome) -> Value {
    let bytes = try bytes(path, kind)
    do {
      return try parse(bytes)
    } catch {
      throw .badFile(kind, error)
    }
  }

  private static func bytes(
    _ path: String, _ kind: Outcome.Brought
  ) throws(Outcome) -> [UInt8] {
    guard !ExportFolder.isFolder(path) else { throw .noPlainFile(kind, isFolder: true) }
    // Behind a link, as far as it leads; a pipe would be waited for without end.
    let place = URL(filePath: path).resolvingSymlinksInPath().path
    guard let found = try? FileManager.default.attributesOfItem(atPath: place) else {
      throw .noFile(kind)
    }
    guard found[.type] as? FileAttributeType == .typeRegular else {
      throw .noPlainFile(kind, isFolder: false)
    }
    guard found[.size] as? UInt64 ?? 0 <= UInt64(kind.limit) else { throw .tooLarge(kind) }
    guard let bytes = ExportFolder.bytes(at: place, limit: kind.limit) else {
      throw .noFile(kind)
    }
    return bytes
  }
}
