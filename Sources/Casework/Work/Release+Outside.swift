import Vault

extension Release {
  /// The roles whose work a body outside does: the one that a provision gives to alone, and that of the police by their
  /// name. What the person keeps from the role goes to no such body either. Any other is kept away by its own name.
  func rolesOutside(in records: CaseRecords) -> Set<Role> {
    guard recipient.colleague == nil else { return [] }
    var roles = recipient.names.contains(where: Self.isPolice) ? Set([Role.police]) : []
    guard case .provision(let code) = basis else { return roles }
    for row in records.book.bases where row.basis == code && row.act == act {
      let named = Role.allCases.filter { row.roles?.contains($0) ?? false }
      if named.count == 1 { roles.formUnion(named) }
    }
    return roles
  }

  /// As public security bodies are called, whatever the province: Công an tỉnh, Phòng Cảnh sát hình sự.
  private static func isPolice(_ office: String) -> Bool {
    let plain = " \(OfficeName.plain(office)) "
    return [" cong an ", " canh sat "].contains { plain.contains($0) }
  }
}
