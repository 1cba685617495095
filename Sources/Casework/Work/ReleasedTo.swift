import Vault

/// Who was given something, as a release names them. A release that came with the file from another office names a
/// colleague there by a handle, which is nobody here, or somebody else: then it is that office that is told.
struct ReleasedTo {
  static let looksAt = ["release.released_to", "release.released_at"] + ofFile
  private static let ofFile = [CaseRecords.openedAt, "case.came_from"]

  /// Nil where the release names nobody.
  let name: String?

  init(_ release: CaseRecords.Record, _ records: CaseRecords) {
    let written = records.text("release.released_to", in: release)
    guard let written, Handle.isWellFormed(written),
      let office = records.code("case.came_from"),
      let taken = records.moment(CaseRecords.openedAt),
      let at = records.moment("release.released_at", in: release), at < taken
    else {
      name = written
      return
    }
    name = "\(office) (\(written))"
  }
}
