/// What the rules of the work rest on where no row of a table says it (design, law.md).
extension Citation {
  /// Disclosing the private life of a child from 7 years: both consents; the representative exercises a
  /// child's rights.
  static let consentForChildren = Citation(text: "Law 91/2025 Art. 24(2)", isVerified: true)
  static let consentForEachPurpose = Citation(text: "Law 91/2025 Art. 9(4)", isVerified: true)
  static let consentIsProved = Citation(text: "Decree 356/2025 Art. 6", isVerified: true)
  static let sensitiveIsTold = Citation(text: "Decree 356/2025 Art. 6(4)", isVerified: true)
  static let withdrawal = Citation(text: "Law 91/2025 Art. 10(2)", isVerified: true)
  /// No disclosure without consent of the person or representative, unless the law provides otherwise.
  static let nonDisclosure = Citation(text: "Law 53/2024 Art. 3(10)", isVerified: false)
  static let healthToProvider = Citation(text: "Law 91/2025 Art. 26(2)", isVerified: true)
  static let referralRefused = Citation(text: "Circular 35/2013 Art. 16(3)(b)", isVerified: true)
  static let requests = Citation(text: "Decree 356/2025 Art. 5", isVerified: true)
  /// Read by nobody here yet: a lawyer has to confirm it.
  static let representativeOfAdult = Citation(
    text: "Civil Code 91/2015 Art. 22, 23, 53, 136", isVerified: false)
  static let ownChoice = Citation(text: projectChoice, isVerified: false)
}
