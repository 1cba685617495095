import Vault

/// A list of who is to be told, made before the file was handed over, names colleagues of that office by their handles:
/// here these are nobody, or somebody else. As the releases are told (`ReleasedTo`), so is the list.
struct NamesToTell {
  static let looksAt = ["release.consent_ref"] + ReleasedTo.looksAt

  /// By consent: what the list says, and who is meant.
  private var names: [RecordID: [String: String]] = [:]

  /// - Parameter file: as far as it was seen.
  init(_ file: CaseRecords) {
    var local: [RecordID: Set<String>] = [:]
    for release in file.records(of: "release") {
      guard case .bytes(let bytes) = file.given("release.consent_ref", in: release),
        let consent = RecordID(bytes: bytes),
        let written = file.text("release.released_to", in: release),
        let name = ReleasedTo(release, file).name
      else { continue }
      if name == written {
        local[consent, default: []].insert(written)
      } else {
        names[consent, default: [:]][written] = name
      }
    }
    // Somebody here was given something under the same handle: nobody could tell whom the list means.
    for (consent, handles) in local { for handle in handles { names[consent]?[handle] = nil } }
  }

  func naming(_ field: PageField, of record: RecordID) -> PageField {
    guard field.definition.qualifiedName == "consent.to_tell", let names = names[record],
      case .list(let items) = field.value
    else { return field }
    return PageField(
      definition: field.definition, value: .list(items.map { names[$0] ?? $0 }), handle: nil)
  }
}
