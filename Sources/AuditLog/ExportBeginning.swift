import Sealing

/// The first look into a folder: is it an export, of which log, and can it be begun here?
struct ExportBeginning {
  let list: SignedNote
  let head: SignedNote
  let manifest: ExportManifest
  let checkpoint: Checkpoint
  let listing: ExportListing
  let base: PinnedHead.Base?

  init(
    paths: [String], trust: ExportTrust, read: (String) -> [UInt8]?
  ) throws(ExportFinding) {
    let (list, head) = (
      try ExportVerifier.note(.manifest, read), try ExportVerifier.note(.checkpoint, read)
    )
    manifest = try ExportVerifier.at(.manifest) { () throws(AuditLogError) in
      try ExportManifest(parsing: list.text)
    }
    checkpoint = try ExportVerifier.at(.checkpoint) { () throws(AuditLogError) in
      try Checkpoint(parsing: head.text)
    }
    (self.list, self.head) = (list, head)
    let scope = manifest.scope
    guard checkpoint.origin == scope.origin, checkpoint.size == scope.size else {
      throw .init(.manifest, .manifest)
    }
    try Self.checkOrigin(scope.origin, trust)
    listing = try ExportListing(paths, manifest, read: read)
    base = try Self.base(scope, trust) { [listing] in
      Roster(shownBy: listing.shown(of: scope.origin, read), of: scope.origin)
    }
  }

  /// The log must be the one that is asked for, and kept heads must be of it.
  private static func checkOrigin(_ origin: String, _ trust: ExportTrust) throws(ExportFinding) {
    guard trust.origin ?? origin == origin else {
      throw .init(path: ExportPath.checkpoint.text, .head(.origin))
    }
    // Heads of other logs may lie among them. Where all are, they show nothing of this one.
    guard trust.pins == nil || !trust.heads(of: origin).isEmpty else {
      throw .init(path: ExportPath.checkpoint.text, .export(.pinSignature))
    }
    let logs = trust.policy?.logs ?? []
    guard logs.isEmpty || logs.contains(where: { $0.name == origin }) else {
      throw .init(.checkpoint, .policyLog)
    }
  }

  /// The earliest kept head that an export without its beginning can go on from: of this log, where there is one.
  ///
  /// - Parameter shown: the directory as the export shows it: what a kept head says of itself anybody can write.
  private static func base(
    _ scope: ExportScope, _ trust: ExportTrust, _ shown: () -> Roster?
  ) throws(ExportFinding) -> PinnedHead.Base? {
    guard scope.first > 0, !trust.isTreeOnly else { return nil }
    let heads = trust.heads(of: scope.origin).sorted { $0.checkpoint.size < $1.checkpoint.size }
    let roster = heads.isEmpty ? nil : shown()
    let isOurs = { (pin: PinnedHead) in roster?.isContradicted(by: pin.note) ?? false }
    let kept = heads.filter {
      $0.base != nil && (scope.first...scope.size).contains($0.checkpoint.size)
    }
    if let first = kept.first(where: { isOurs($0) }) ?? kept.first { return first.base }
    // A head that is newer than the whole log, and the log's own, says more than that there is none to begin from.
    if heads.contains(where: { $0.checkpoint.size > scope.size && isOurs($0) }) {
      throw .init(seq: scope.size, .head(.rollback))
    }
    throw .init(seq: scope.first, .export(.beginning))
  }
}
