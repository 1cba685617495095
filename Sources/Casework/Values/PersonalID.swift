/// The twelve digits of the personal identification number: three for the province or country of
/// birth registration, one for century and sex, two for the year, six at random (Decree 137/2015
/// Art. 13; the tables of Circular 59/2021/TT-BCA).
public struct PersonalID: Hashable, Sendable {
  private let digits: [Int]

  /// - Throws: `.value(.notAPersonalID)` unless it is twelve digits.
  public init(_ text: String) throws(CaseworkError) {
    let bytes = Array(text.utf8)
    guard bytes.count == 12, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .value(.notAPersonalID)
    }
    digits = bytes.map { Int($0) - 0x30 }
  }

  /// 19xx for 0 and 1, 20xx for 2 and 3, and so on to 23xx.
  var birthYear: Int { 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5] }
  var isFemale: Bool { digits[3] % 2 == 1 }
  var registration: Int { digits[0] * 100 + digits[1] * 10 + digits[2] }

  /// What disagrees with the rest of what is known. Only ever a warning: numbers were given out with
  /// mistakes, and a registered sex need not be the person's own.
  /// `sex` is a code of the list `sex`; `places` holds the provinces of today and of before, whose
  /// codes the first digits are.
  public func warnings(sex: String?, birth: PartialDate?, places: PlaceTable) -> [ValueWarning] {
    var warnings: [ValueWarning] = []
    if let sex, sex == "female" || sex == "male", (sex == "female") != isFemale {
      warnings.append(.personalIDSex)
    }
    if let birth, birth.year != birthYear { warnings.append(.personalIDYear) }
    if !isRegistrationKnown(places) { warnings.append(.personalIDProvince) }
    return warnings
  }

  /// From 100 on the three digits are a foreign country's; that table is not at hand.
  private func isRegistrationKnown(_ places: PlaceTable) -> Bool {
    registration >= 100 || places.isKnown(PartialDate.padded(registration, 2))
  }
}
