import Vault

/// The files that are linked as of one person, kept until all are seen, so that each person counts once. All
/// others pass through without being kept.
struct SamePersons {
  private var sheets: [CaseID: FactSheet] = [:]
  private var root: [CaseID: CaseID] = [:]

  mutating func add(_ id: CaseID, _ sheet: FactSheet) {
    sheets[id] = sheet
    for other in sheet.same { join(id, other) }
  }

  /// One sheet a person.
  var people: [FactSheet] {
    var found: [CaseID: FactSheet] = [:]
    for (id, sheet) in sheets.sorted(by: { $0.key < $1.key }) {
      let person = top(id)
      found[person] = found[person].map { $0.merged(with: sheet) } ?? sheet
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func join(_ one: CaseID, _ other: CaseID) {
    let (left, right) = (top(one), top(other))
    if left != right { root[max(left, right)] = min(left, right) }
  }

  private func top(_ id: CaseID) -> CaseID {
    var id = id
    while let next = root[id] { id = next }
    return id
  }
}
