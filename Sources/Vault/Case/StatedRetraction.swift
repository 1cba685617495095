import AuditLog
import Sealing

/// What was destroyed of an entry that was taken back, as the log states it: for the examiner, and for a restore.
struct StatedRetraction: Hashable {
  /// What the log calls the record.
  let item: Identifier
  /// Its fields.
  let fields: Set<UInt32>
  /// In which role it was given: of what that role holds, what is left was sealed anew.
  private let role: Role?
  private let isReplay: Bool

  /// Nil for any other entry; one that only asks names no generation.
  init?(_ entry: Entry) {
    guard entry.out == .ok, entry.gen != nil else { return nil }
    self.init(naming: entry)
  }

  /// What a restore could not do again (`StatedErasure.init(carried:)`).
  init?(carried entry: Entry) {
    guard entry.out == .failed, entry.kind == ErasureReplay.kind else { return nil }
    self.init(naming: entry)
  }

  private init?(naming entry: Entry) {
    guard entry.act == Act.caseRetract, let item = entry.item else { return nil }
    self.item = item
    let bare = (entry.fields ?? []).filter { !$0.contains(":") }
    fields = Set(bare.compactMap { UInt32($0.dropFirst()) })
    role = entry.role.flatMap(Role.init(rawValue:))
    isReplay = entry.kind == ErasureReplay.kind
  }

  var codes: [String] { fields.map { Entry.fieldCode($0) }.sorted() }

  /// Whether no wrap was left of the keys of a class that its fields lay under. In a restore nobody is there who could
  /// seal anything anew.
  func destroys(_ fieldClass: FieldClass) -> Bool {
    !isReplay && Retraction.reseals(fieldClass, as: role)
  }
}

extension ErasedKeys {
  /// - Parameters:
  ///   - classes: of the fields of the table.
  ///   - place: as of ``follow(_:at:place:)``.
  mutating func follow(
    _ retraction: StatedRetraction, at seq: Int, _ classes: [UInt32: FieldClass],
    place: (UInt32) -> UInt16?
  ) {
    for field in retraction.fields {
      guard let found = classes[field] else { continue }
      note(
        [found.rawValue, place(field)].compactMap(\.self), at: seq,
        isDue: !retraction.destroys(found))
    }
  }
}
