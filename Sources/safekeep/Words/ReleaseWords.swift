import Casework

/// `consent withdraw`, `referral …`, `request …`, and what lets something be given.
protocol ReleaseWords {
  // What something is given on
  var argumentRecord: String { get }
  var argumentCaseOrNone: String { get }
  var optionConsent: String { get }
  var optionReleasePurpose: String { get }
  var optionProvision: String { get }
  var oneBasis: String { get }
  var purposeOfConsent: String { get }
  // Withdrawal
  func consentWithdrawn(entry: Int) -> String
  /// What a representative consented to ended with them.
  var consentsEnded: String { get }
  /// Whole files that lie elsewhere.
  func filesElsewhere(_ names: String) -> String
  func referralsRevoked(_ count: Int) -> String
  var referralsRevokedLabel: String { get }
  var toTellLabel: String { get }
  func recipientsToTell(_ names: String) -> String
  func recipientsTold(code: String) -> String
  // Referrals
  var optionUntilReply: String { get }
  func referralDrafted(entry: Int) -> String
  func referralSent(handle: String, due: String, until: String, entry: Int) -> String
  func referralAccepted(entry: Int) -> String
  func referralRejected(entry: Int) -> String
  /// Legal aid writes nothing into a case.
  var reasonOnPaper: String { get }
  func referralDone(entry: Int) -> String
  func referralRevoked(entry: Int) -> String
  func referralsShown(_ count: Int, entry: Int) -> String
  var noReferrals: String { get }
  var mineToAnswer: String { get }
  var referralsEnded: String { get }
  var referralGivenIn: String { get }
  var referralGivenAt: String { get }
  var referralEndedAt: String { get }
  var referralEndedBy: String { get }
  /// - Parameter act: nil where its day passed.
  func referralEnded(by act: String?) -> String
  var referralStateLabel: String { get }
  var referredTo: String { get }
  func referralState(_ state: ReferralState) -> String
}

extension English {
  var argumentRecord: String { "The record, as show or list names it." }
  var argumentCaseOrNone: String { "The code of a case; without one, what waits for you." }
  var optionConsent: String { "The consent it rests on, as consent show names it." }
  var optionReleasePurpose: String { "What it is for, a code such as legal_aid; with --consent." }
  var optionProvision: String { "The provision it rests on instead, a code such as L53_27_2." }
  var oneBasis: String {
    "name what it rests on: --consent RECORD --purpose CODE, or --provision CODE"
  }
  var purposeOfConsent: String { "a consent is for one purpose: name it with --purpose" }
  func consentWithdrawn(entry: Int) -> String {
    "the consent is withdrawn, and what colleagues were given on it can be read no more, log entry \(entry)"
  }
  var consentsEnded: String {
    "consents that do not count any more have ended, and what colleagues were given on them can be read no more"
  }
  func filesElsewhere(_ names: String) -> String {
    "a file of this case was made for another office, and nothing here takes it back: that office must not take it in, or has to stop and delete: \(names)"
  }
  func referralsRevoked(_ count: Int) -> String {
    count == 1 ? "1 referral is revoked" : "\(count) referrals are revoked"
  }
  var referralsRevokedLabel: String { "Referrals revoked" }
  var toTellLabel: String { "To be told" }
  func recipientsToTell(_ names: String) -> String {
    "they have to be told to stop and delete: \(names)"
  }
  func recipientsTold(code: String) -> String {
    "when they were told: safekeep consent record \(code) --record RECORD, recipients_told_at"
  }
  var optionUntilReply: String {
    "The last day on which it may be read; else the day the reply is due."
  }
  func referralDrafted(entry: Int) -> String { "drafted, log entry \(entry); nothing went out" }
  func referralSent(handle: String, due: String, until: String, entry: Int) -> String {
    "\(handle) reads the named fields until \(until); the reply is due \(due), log entry \(entry)"
  }
  func referralAccepted(entry: Int) -> String { "accepted, log entry \(entry)" }
  func referralRejected(entry: Int) -> String {
    "rejected, log entry \(entry); the fields can be read no more"
  }
  var reasonOnPaper: String {
    "your role writes nothing into a case: send the reason to the sender in writing"
  }
  func referralDone(entry: Int) -> String {
    "done, log entry \(entry); what this vault shared for it can be read no more"
  }
  func referralRevoked(entry: Int) -> String {
    "revoked, log entry \(entry); the fields can be read no more"
  }
  func referralsShown(_ count: Int, entry: Int) -> String {
    (count == 1 ? "1 referral" : "\(count) referrals") + ", log entry \(entry)"
  }
  var noReferrals: String { "no referrals" }
  var mineToAnswer: String { "To me" }
  var referralsEnded: String { "Referred to you, ended, and not to be read any more" }
  var referralGivenIn: String { "Given in log entry" }
  var referralGivenAt: String { "Given" }
  var referralEndedAt: String { "Ended" }
  var referralEndedBy: String { "Why" }
  func referralEnded(by act: String?) -> String {
    switch act {
    case nil: "its last day passed"
    case "referral.revoke": "taken back by who sent it"
    case "referral.reject": "rejected"
    case "referral.done": "done"
    case "consent.withdraw": "the consent ended"
    default: "ended before its day"
    }
  }
  var referralStateLabel: String { "State" }
  var referredTo: String { "Referred to" }
  func referralState(_ state: ReferralState) -> String {
    switch state {
    case .draft: "draft"
    case .sent: "sent"
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .done: "done"
    case .revoked: "revoked"
    }
  }
}

extension Vietnamese {
  var argumentRecord: String { "Bản ghi, theo tên khi xem hoặc trong danh sách." }
  var argumentCaseOrNone: String { "Mã hồ sơ; nếu không nêu thì là việc đang chờ quý vị." }
  var optionConsent: String { "Sự đồng ý làm căn cứ, theo tên trong consent show." }
  var optionReleasePurpose: String { "Mục đích, là mã, ví dụ legal_aid; đi với --consent." }
  var optionProvision: String { "Điều khoản làm căn cứ thay thế, là mã, ví dụ L53_27_2." }
  var oneBasis: String {
    "xin nêu căn cứ: --consent BẢN_GHI --purpose MÃ, hoặc --provision MÃ"
  }
  var purposeOfConsent: String { "mỗi sự đồng ý có một mục đích: xin nêu bằng --purpose" }
  func consentWithdrawn(entry: Int) -> String {
    "đã rút lại sự đồng ý; những gì đồng nghiệp được cung cấp theo đó không còn đọc được, mục nhật ký số \(entry)"
  }
  var consentsEnded: String {
    "sự đồng ý không còn hiệu lực nay chấm dứt; những gì đồng nghiệp được cung cấp theo đó không còn đọc được"
  }
  func filesElsewhere(_ names: String) -> String {
    "đã lập tệp hồ sơ này cho cơ quan khác và tại đây không thu hồi được: cơ quan đó không được tiếp nhận, hoặc phải ngừng xử lý và xóa: \(names)"
  }
  func referralsRevoked(_ count: Int) -> String { "đã thu hồi \(count) chuyển tuyến" }
  var referralsRevokedLabel: String { "Chuyển tuyến đã thu hồi" }
  var toTellLabel: String { "Phải thông báo cho" }
  func recipientsToTell(_ names: String) -> String {
    "phải thông báo để họ ngừng xử lý và xóa: \(names)"
  }
  func recipientsTold(code: String) -> String {
    "khi đã thông báo: safekeep consent record \(code) --record BẢN_GHI, recipients_told_at"
  }
  var optionUntilReply: String { "Ngày cuối cùng được xem; nếu không nêu thì là hạn trả lời." }
  func referralDrafted(entry: Int) -> String {
    "đã lập dự thảo, mục nhật ký số \(entry); chưa gửi gì"
  }
  func referralSent(handle: String, due: String, until: String, entry: Int) -> String {
    "\(handle) được đọc các trường đã nêu đến \(until); hạn trả lời \(due), mục nhật ký số \(entry)"
  }
  func referralAccepted(entry: Int) -> String { "đã nhận, mục nhật ký số \(entry)" }
  func referralRejected(entry: Int) -> String {
    "đã từ chối, mục nhật ký số \(entry); các trường không còn đọc được"
  }
  var reasonOnPaper: String {
    "vai trò của quý vị không ghi vào hồ sơ: xin gửi lý do bằng văn bản cho người gửi"
  }
  func referralDone(entry: Int) -> String {
    "đã hoàn thành, mục nhật ký số \(entry); những gì kho này đã chia sẻ để chuyển tuyến không còn đọc được"
  }
  func referralRevoked(entry: Int) -> String {
    "đã thu hồi, mục nhật ký số \(entry); các trường không còn đọc được"
  }
  func referralsShown(_ count: Int, entry: Int) -> String {
    "\(count) chuyển tuyến, mục nhật ký số \(entry)"
  }
  var noReferrals: String { "không có chuyển tuyến" }
  var mineToAnswer: String { "Gửi cho tôi" }
  var referralsEnded: String { "Chuyển tuyến gửi cho quý vị đã kết thúc, không còn đọc được" }
  var referralGivenIn: String { "Cung cấp tại mục nhật ký số" }
  var referralGivenAt: String { "Thời điểm cung cấp" }
  var referralEndedAt: String { "Thời điểm kết thúc" }
  var referralEndedBy: String { "Lý do" }
  func referralEnded(by act: String?) -> String {
    switch act {
    case nil: "đã qua ngày cuối cùng được xem"
    case "referral.revoke": "bên gửi đã thu hồi"
    case "referral.reject": "đã từ chối"
    case "referral.done": "đã hoàn thành"
    case "consent.withdraw": "sự đồng ý đã chấm dứt"
    default: "đã chấm dứt trước hạn"
    }
  }
  var referralStateLabel: String { "Tình trạng chuyển tuyến" }
  var referredTo: String { "Nơi nhận" }
  func referralState(_ state: ReferralState) -> String {
    switch state {
    case .draft: "dự thảo"
    case .sent: "đã gửi"
    case .accepted: "đã nhận"
    case .rejected: "bị từ chối"
    case .done: "hoàn thành"
    case .revoked: "đã thu hồi"
    }
  }
}
