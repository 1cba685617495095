import Vault

/// `emergency open`, `close`, `review`, and what other commands say of it (truy cập khẩn cấp).
protocol EmergencyWords {
  func emergency(_ topic: Topic) -> String?
  var optionEmergencyClass: String { get }
  var optionEmergencyReason: String { get }
  var argumentEmergency: String { get }
  var emergencyQuestion: String { get }
  var emergencyClass: String { get }
  var emergencyText: String { get }
  var emergenciesTitle: String { get }
  var reviewUntil: String { get }
  func emergencyState(_ state: Emergency.State) -> String
  func emergencyOpened(_ until: String, entry: Int) -> String
  /// - Parameter role: in which it is given.
  func emergencyWaits(entry: Int, _ role: String) -> String
  var emergencyTold: String { get }
  func emergencyAsked(
    _ code: String, fieldClass: String, by handle: String, because reason: String
  ) -> String
  func emergencyGiven(_ until: String) -> String
  func emergencyClosed(entry: Int) -> String
  func emergencyTakenBack(entry: Int) -> String
  func emergencyReviewed(entry: Int) -> String
  var emergencyReviewHint: String { get }
  var emergencyTextShut: String { get }
  func typeToReview(entry: Int) -> String
  func waitingEmergency(_ fieldClass: String) -> String
  func emergenciesToReview(_ count: Int) -> String
  var emergencyOutgrownLabel: String { get }
  /// To whose emergency opens a class no more as it is now.
  func emergencyOutgrown(_ entry: Int, _ fieldClass: String) -> String
}

extension English {
  func emergency(_ topic: Topic) -> String? {
    switch topic {
    case .emergencyOpen:
      "Open one class of one case for an hour, with a reason; duty officers and leads."
    case .emergencyClose: "End an emergency access."
    case .emergencyReview: "Say that an emergency access was looked into; a lead."
    default: nil
    }
  }
  var optionEmergencyClass: String {
    "vital (at once), clinical (a second duty officer gives it) or another class (a lead gives it)."
  }
  var optionEmergencyReason: String { "The reason, a code of the list emergency_reason." }
  var argumentEmergency: String { "The entry that opened it." }
  var emergencyQuestion: String { "Why, in your own words (the leads read it):" }
  var emergencyClass: String { "Class" }
  var emergencyText: String { "In their words" }
  var emergenciesTitle: String { "Emergency access" }
  var reviewUntil: String { "To be reviewed by" }
  func emergencyState(_ state: Emergency.State) -> String {
    switch state {
    case .waiting: "waits for a second person"
    case .inForce: "in force"
    case .ranOut: "expired, not reviewed"
    case .closed: "closed, not reviewed"
    case .reviewed: "reviewed"
    }
  }
  func emergencyOpened(_ until: String, entry: Int) -> String {
    "open until \(until), log entry \(entry); every look is an entry that names it"
  }
  func emergencyWaits(entry: Int, _ role: String) -> String {
    "asked, log entry \(entry); within the hour a second person (\(role)): safekeep approval give \(entry)"
  }
  var emergencyTold: String {
    "the owner of the case and the leads see it from now on; a lead reviews it within three days"
  }
  func emergencyAsked(
    _ code: String, fieldClass: String, by handle: String, because reason: String
  ) -> String {
    "Emergency access to \(fieldClass) of case \(code), by \(handle): \(reason)."
  }
  func emergencyGiven(_ until: String) -> String { "given; it opens until \(until)" }
  func emergencyClosed(entry: Int) -> String {
    "it opens nothing any more, log entry \(entry); a lead is still to review it"
  }
  func emergencyTakenBack(entry: Int) -> String {
    "nobody gave it, and it opened nothing: it ends here, log entry \(entry)"
  }
  func emergencyReviewed(entry: Int) -> String { "reviewed, log entry \(entry)" }
  var emergencyReviewHint: String {
    "whoever asked for it or gave it does not review it: another lead does; where there is none, an administrator brings"
      + " one in: safekeep staff add HANDLE --role lead"
  }
  var emergencyTextShut: String {
    "why, in their own words, lies under the key that leads had then, which is not among yours: whoever was a lead then"
      + " reads it"
  }
  func typeToReview(entry: Int) -> String {
    "Type \(entry) to say that you have looked into it:"
  }
  func waitingEmergency(_ fieldClass: String) -> String { "emergency access: \(fieldClass)" }
  func emergenciesToReview(_ count: Int) -> String {
    (count == 1 ? "1 emergency access is" : "\(count) emergency accesses are")
      + " to be reviewed by a lead who neither asked nor gave it: safekeep emergency review ENTRY"
  }
  var emergencyOutgrownLabel: String { "Emergency no longer opens" }
  func emergencyOutgrown(_ entry: Int, _ fieldClass: String) -> String {
    "\(fieldClass): its key was changed since emergency \(entry) was given, so a field that was recorded anew since is"
      + " not shown; end it and ask anew: safekeep emergency close \(entry)"
  }
}

extension Vietnamese {
  func emergency(_ topic: Topic) -> String? {
    switch topic {
    case .emergencyOpen:
      "Mở một nhóm của một hồ sơ trong một giờ; dành cho trực y tế, cán bộ phụ trách."
    case .emergencyClose: "Kết thúc lần truy cập khẩn cấp."
    case .emergencyReview: "Xem xét lại lần truy cập khẩn cấp; dành cho cán bộ phụ trách."
    default: nil
    }
  }
  var optionEmergencyClass: String {
    "vital (ngay lập tức), clinical (một trực y tế khác chấp thuận) hoặc nhóm khác (một cán bộ phụ trách chấp thuận)."
  }
  var optionEmergencyReason: String { "Lý do, một mã trong danh mục emergency_reason." }
  var argumentEmergency: String { "Số của mục đã mở lần truy cập." }
  var emergencyQuestion: String { "Vì sao, xin viết bằng lời (cán bộ phụ trách sẽ đọc):" }
  var emergencyClass: String { "Nhóm" }
  var emergencyText: String { "Lời giải thích" }
  var emergenciesTitle: String { "Truy cập khẩn cấp" }
  var reviewUntil: String { "Xem xét lại trước" }
  func emergencyState(_ state: Emergency.State) -> String {
    switch state {
    case .waiting: "chờ người thứ hai"
    case .inForce: "đang có hiệu lực"
    case .ranOut: "đã hết hạn, chưa xem xét lại"
    case .closed: "đã kết thúc, chưa xem xét lại"
    case .reviewed: "đã xem xét lại"
    }
  }
  func emergencyOpened(_ until: String, entry: Int) -> String {
    "mở đến \(until), mục nhật ký số \(entry); mỗi lần xem đều được ghi kèm số mục này"
  }
  func emergencyWaits(entry: Int, _ role: String) -> String {
    "đã đề nghị, mục nhật ký số \(entry); trong vòng một giờ, người thứ hai (\(role)):"
      + " safekeep approval give \(entry)"
  }
  var emergencyTold: String {
    "người phụ trách hồ sơ và cán bộ phụ trách thấy việc này từ bây giờ; cán bộ phụ trách xem xét"
      + " lại trong ba ngày"
  }
  func emergencyAsked(
    _ code: String, fieldClass: String, by handle: String, because reason: String
  ) -> String {
    "Truy cập khẩn cấp nhóm \(fieldClass) của hồ sơ \(code), người đề nghị \(handle): \(reason)."
  }
  func emergencyGiven(_ until: String) -> String { "đã chấp thuận; mở đến \(until)" }
  func emergencyClosed(entry: Int) -> String {
    "lần truy cập đã kết thúc, mục nhật ký số \(entry); cán bộ phụ trách còn phải xem xét lại"
  }
  func emergencyTakenBack(entry: Int) -> String {
    "chưa ai chấp thuận nên chưa mở gì: đề nghị chấm dứt tại đây, mục nhật ký số \(entry)"
  }
  func emergencyReviewed(entry: Int) -> String { "đã xem xét lại, mục nhật ký số \(entry)" }
  var emergencyReviewHint: String {
    "người đề nghị hoặc người đồng ý không tự xem xét lại: một cán bộ phụ trách khác thực hiện; nếu chưa có, quản trị mời"
      + " thêm: safekeep staff add TÊN --role lead"
  }
  var emergencyTextShut: String {
    "lý do bằng lời của người mở được niêm phong bằng khóa của cán bộ phụ trách lúc đó, người đang thao tác không có khóa"
      + " này: người phụ trách lúc đó đọc được"
  }
  func typeToReview(entry: Int) -> String {
    "Gõ \(entry) để xác nhận đã xem xét lại:"
  }
  func waitingEmergency(_ fieldClass: String) -> String { "truy cập khẩn cấp: \(fieldClass)" }
  func emergenciesToReview(_ count: Int) -> String {
    "\(count) lần truy cập khẩn cấp chờ cán bộ phụ trách không đề nghị và không chấp thuận xem xét lại:"
      + " safekeep emergency review SỐ_MỤC"
  }
  var emergencyOutgrownLabel: String { "Truy cập khẩn cấp không còn mở" }
  func emergencyOutgrown(_ entry: Int, _ fieldClass: String) -> String {
    "\(fieldClass): khóa đã thay sau lần truy cập khẩn cấp số \(entry), nên trường được ghi lại từ đó không được hiển"
      + " thị; xin kết thúc rồi đề nghị lại: safekeep emergency close \(entry)"
  }
}
