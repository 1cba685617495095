/// Referrals that pass between offices as files.
protocol ReferralFileWords {
  var argumentReferralFile: String { get }
  var optionReferralCase: String { get }
  var optionReferralCard: String { get }
  var optionReferralTo: String { get }
  var optionWordTo: String { get }
  var referralCase: String { get }
  var referralCardOptions: String { get }
  func referralSealed(until: String, entry: Int) -> String
  var afterSealing: String { get }
  func referralTakenIn(code: String, entry: Int) -> String
  func referralTold(entry: Int) -> String
  func referralUnwritten(code: String, record: String) -> String
  /// Rejected, and nobody here had done anything with it.
  var referralFileGone: String { get }
  func referralHeard(entry: Int) -> String
}

extension English {
  var argumentReferralFile: String {
    "The file from the other office: a referral, or its word about one."
  }
  var optionReferralCase: String {
    "The case here whose referral the other office's word is about; a referral itself becomes a new case."
  }
  var optionReferralCard: String { "To another office: the card of its vault. A lead sends it." }
  var optionReferralTo: String { "To another office: make the sealed file, this new one." }
  var optionWordTo: String {
    "Of a referral between offices: write the signed word for the other one to this new file."
  }
  var referralCase: String {
    "--case goes with the other office's word about a referral, and only with that"
  }
  var referralCardOptions: String { "to another office: both --card and --to" }
  func referralSealed(until: String, entry: Int) -> String {
    "sealed for the other office with the named fields and no others, to be taken in until \(until), log entry \(entry)"
  }
  var afterSealing: String {
    "next: the file and this vault's card go to the other office; its answer comes back here:"
      + " safekeep referral receive FILE --card CARD --case CASE"
  }
  func referralTakenIn(code: String, entry: Int) -> String {
    "taken in as case \(code), reported and not yet received, log entry \(entry)"
  }
  func referralTold(entry: Int) -> String {
    "signed for the other office, log entry \(entry); the file goes back to them"
  }
  func referralUnwritten(code: String, record: String) -> String {
    "the referral counts as sent, and its reply as due, though nobody has the file: a lead takes it back, and it is drafted anew:"
      + " safekeep referral revoke \(code) \(record) --to FILE"
  }
  var referralFileGone: String {
    "what came with it is destroyed here; the case of it opens no more"
  }
  func referralHeard(entry: Int) -> String {
    "the other office's word is recorded, log entry \(entry)"
  }
}

extension Vietnamese {
  var argumentReferralFile: String {
    "Tệp của cơ quan kia: chuyển tuyến, hoặc trả lời về chuyển tuyến."
  }
  var optionReferralCase: String {
    "Hồ sơ tại đây có chuyển tuyến mà cơ quan kia trả lời; tệp chuyển tuyến thì thành hồ sơ mới."
  }
  var optionReferralCard: String {
    "Gửi cơ quan khác: thẻ kho của cơ quan đó. Cán bộ phụ trách là người gửi."
  }
  var optionReferralTo: String { "Gửi cơ quan khác: lập tệp niêm phong, là tệp mới này." }
  var optionWordTo: String {
    "Chuyển tuyến giữa các cơ quan: ghi văn bản đã ký cho cơ quan kia vào tệp mới này."
  }
  var referralCase: String {
    "--case chỉ dùng khi nhận trả lời của cơ quan kia về chuyển tuyến, và khi đó phải nêu"
  }
  var referralCardOptions: String { "gửi cơ quan khác phải nêu cả --card và --to" }
  func referralSealed(until: String, entry: Int) -> String {
    "đã niêm phong cho cơ quan kia, chỉ gồm các trường đã nêu, tiếp nhận được đến hết ngày \(until), mục nhật ký số \(entry)"
  }
  var afterSealing: String {
    "tiếp theo: gửi tệp và thẻ của kho này cho cơ quan kia; trả lời của họ nhập tại đây:"
      + " safekeep referral receive TỆP --card THẺ --case MÃ_HỒ_SƠ"
  }
  func referralTakenIn(code: String, entry: Int) -> String {
    "đã tiếp nhận thành hồ sơ \(code), tình trạng mới có tin báo, mục nhật ký số \(entry)"
  }
  func referralTold(entry: Int) -> String {
    "đã ký cho cơ quan kia, mục nhật ký số \(entry); xin gửi lại tệp này cho họ"
  }
  func referralUnwritten(code: String, record: String) -> String {
    "chuyển tuyến được ghi là đã gửi và thời hạn trả lời đang tính, dù không ai có tệp: xin cán bộ phụ trách thu hồi rồi lập"
      + " lại: safekeep referral revoke \(code) \(record) --to TỆP"
  }
  var referralFileGone: String {
    "dữ liệu đã nhận cùng chuyển tuyến này đã bị hủy tại đây; hồ sơ của chuyển tuyến không mở được nữa"
  }
  func referralHeard(entry: Int) -> String {
    "đã ghi nhận trả lời của cơ quan kia, mục nhật ký số \(entry)"
  }
}
