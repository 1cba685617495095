extension Departure {
  /// What opens to nobody but recovery once they are gone.
  struct Unread {
    /// Its cases.
    var cases: Set<Int> = []
    /// A class of it.
    var fieldClass: FieldClass?

    mutating func take(_ lost: FieldClass?, of file: Int) {
      guard let lost else { return }
      cases.insert(file)
      fieldClass = fieldClass ?? lost
    }
  }

  func unread() throws(VaultError) -> Unread {
    var found = Unread()
    try addClasses(to: &found)
    try addRestricted(to: &found)
    return found
  }

  /// What opens to nobody else of those who stay, whatever their roles may read.
  private func addClasses(to found: inout Unread) throws(VaultError) {
    let holders = try ClassHolders(context, where: stays)
    var last = 0
    while case let keys = try tx.files(of: memberKey, after: last, limit: Self.filesAtOnce),
      let newest = keys.last
    {
      last = newest
      for key in keys {
        guard let file = try tx.file(key: key) else { continue }
        do {
          let ending = try assignments(of: file).ending
          let left = try tx.assignments(of: key).filter {
            $0.ended == nil && !ending.contains($0)
          }
          found.take(try holders.lost(by: ending, to: left, of: file), of: key)
        } catch {
          // A case that is altered keeps nobody in the office.
          guard error.isAlteration else { throw error }
        }
      }
    }
  }

  /// What the person keeps from a standing role is held by the assigned alone.
  private func addRestricted(to found: inout Unread) throws(VaultError) {
    for key in try tx.filesRestricted(assignedTo: memberKey) {
      guard let file = try tx.file(key: key) else { continue }
      do {
        try CaseAssigner(context, file.id).checkLeaving { row in
          row.member == memberKey && ends(row)
        }
      } catch .lastReaderWithin(let fieldClass) {
        found.take(fieldClass, of: key)
      } catch {
        // A case that is altered keeps nobody in the office.
        guard error.isAlteration else { throw error }
      }
    }
  }
}
