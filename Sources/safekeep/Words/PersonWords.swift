/// Files that belong together, and a person who comes of age.
protocol PersonWords {
  var argumentOther: String { get }
  var optionLinkAs: String { get }
  func linked(_ code: String, _ other: String, as kind: String) -> String
  var ofAgeFrom: String { get }
  var consentsToConfirm: String { get }
  var categoryAgain: String { get }
  func confirmConsents(_ count: Int) -> String
  /// Before those who were given something on such a consent.
  var tellOfAge: String { get }
}

extension English {
  var argumentOther: String { "The code of the other case." }
  var optionLinkAs: String { "What the other is: dependant, relative or same." }
  func linked(_ code: String, _ other: String, as kind: String) -> String {
    "case \(other) is linked to case \(code): \(kind)"
  }
  var ofAgeFrom: String { "Of age from" }
  var consentsToConfirm: String { "Consents to confirm" }
  var categoryAgain: String {
    "the person is of age: a lead looks again at the category, which is one of minors"
  }
  func confirmConsents(_ count: Int) -> String {
    (count == 1 ? "1 consent" : "\(count) consents")
      + " of a representative count no longer until the person confirms"
  }
  var tellOfAge: String {
    "where the person does not confirm, tell those who were given something on it, and record that you did (recipients_told_at: safekeep consent record CASE --record RECORD)"
  }
}

extension Vietnamese {
  var argumentOther: String { "Mã của hồ sơ kia." }
  var optionLinkAs: String { "Hồ sơ kia là gì: dependant, relative hoặc same." }
  func linked(_ code: String, _ other: String, as kind: String) -> String {
    "đã liên kết hồ sơ \(other) với hồ sơ \(code): \(kind)"
  }
  var ofAgeFrom: String { "Đủ 18 tuổi từ ngày" }
  var consentsToConfirm: String { "Sự đồng ý cần xác nhận" }
  var categoryAgain: String {
    "người này đã đủ 18 tuổi: cán bộ phụ trách xem lại đối tượng, hiện là đối tượng dưới 18 tuổi"
  }
  func confirmConsents(_ count: Int) -> String {
    "\(count) sự đồng ý của người đại diện không còn giá trị cho đến khi chính người đó xác nhận"
  }
  var tellOfAge: String {
    "nếu người đó không xác nhận, xin thông báo cho các bên đã nhận thông tin và ghi lại (recipients_told_at: safekeep consent record MÃ_HỒ_SƠ --record BẢN_GHI)"
  }
}
