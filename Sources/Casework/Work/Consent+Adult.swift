import Vault

/// Somebody of age who lacks capacity is spoken for by a guardian or by whom the court appointed (Civil Code 91/2015/QH13
/// Art. 22, 23, 53, 136). The eighteenth birthday is nothing to such a consent: there is no word of theirs to wait for.
extension Consent {
  private static let forAdults: Set<String> = ["guardian", "court"]

  /// Whether a representative gave it when the person was of age already.
  var isOfAdult: Bool {
    guard isByRepresentative, let firstDayOfAge,
      let given = records.moment("consent.given_at", in: record)
    else { return false }
    return given.dayInVietnam >= firstDayOfAge
  }

  /// Whether it was given by one who may, as far as the file says so.
  var isForAdult: Bool { isOfAdult && lackingForAdult.isEmpty }

  /// What the file has to say of the representative, and does not.
  private var lackingForAdult: [String] {
    let names = ["representative.basis", "representative.paper"]
    let reference = records.given("consent.representative_ref", in: record)
    guard let representative = records.record(reference, of: "representative") else { return names }
    return names.filter { name in
      guard name == names[0] else { return !records.isGiven(name, in: representative) }
      return records.code(name, in: representative).map { !Self.forAdults.contains($0) } ?? true
    }
  }

  /// Why a representative does not speak for a person of age, or nil.
  var stopOfAdult: RuleStop? {
    let reference = records.given("consent.representative_ref", in: record)
    if let stop = RepresentativeCheck(records: records).stop(reference) { return stop }
    let lacking = lackingForAdult
    return lacking.isEmpty
      ? nil
      : RuleStop(
        .adultsSpeak, .consent, .representativeOfAdult, names: records.book.named(lacking))
  }
}
