import AuditLog

extension ActContext {
  func importAll(
    role: Role, register: RegisterDigest, _ next: () throws(VaultError) -> CaseOpening?
  ) throws(VaultError) -> Imported {
    try custody.adding { additions throws(VaultError) -> Imported in
      let opener = try CaseOpener(self, additions, role: role)
      var count = 0
      while let opening = try next() {
        if case .refused(let reason, _) = try opener.open(opening, act: Act.recordCreate) {
          throw .refusedWithin(reason)
        }
        count += 1
      }
      let seq = try append(Act.intakeImport) { entry in
        entry.role = role.rawValue
        entry.n = Entry.bucket(count)
        entry.sum = register.digest
      }
      return Imported(count: count, entry: seq)
    }
  }
}
