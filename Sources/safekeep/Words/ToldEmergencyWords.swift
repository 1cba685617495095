import Vault

/// Where owners and leads look each day, and why an emergency cannot be answered.
protocol ToldEmergencyWords {
  /// A line of what is due.
  var emergencyReviewDue: String { get }
  func emergenciesOfOwn(_ count: Int) -> String
  func emergencyInCases(_ codes: String) -> String
  func emergencyRefused(_ state: Emergency.State, entry: Int) -> String
  func emergencyRefusedHint(_ state: Emergency.State) -> String?
}

extension English {
  var emergencyReviewDue: String { "Review of an emergency access, by a lead" }
  func emergenciesOfOwn(_ count: Int) -> String {
    (count == 1 ? "1 emergency access" : "\(count) emergency accesses")
      + " to files that you answer for, not reviewed yet; which: safekeep due"
  }
  func emergencyInCases(_ codes: String) -> String {
    "emergency access, not reviewed yet, to: \(codes); by whom and why: safekeep case show CASE"
  }
  func emergencyRefused(_ state: Emergency.State, entry: Int) -> String {
    "not allowed: \(why(state)); recorded as log entry \(entry)"
  }
  private func why(_ state: Emergency.State) -> String {
    switch state {
    case .waiting: "nobody has given this emergency access yet, and nothing was opened by it"
    case .inForce:
      "this emergency access is in force: it was given, and is reviewed once it has ended"
    case .ranOut: "the hour of this emergency access is over"
    case .closed: "this emergency access has ended"
    case .reviewed: "this emergency access was reviewed already"
    }
  }
  func emergencyRefusedHint(_ state: Emergency.State) -> String? {
    switch state {
    case .waiting, .inForce: "to end it before its hour is over: safekeep emergency close ENTRY"
    default: nil
    }
  }
}

extension Vietnamese {
  var emergencyReviewDue: String { "Cán bộ phụ trách xem xét lại lần truy cập khẩn cấp" }
  func emergenciesOfOwn(_ count: Int) -> String {
    "có \(count) lần truy cập khẩn cấp chưa được xem xét lại vào hồ sơ đang phụ trách; xem: safekeep due"
  }
  func emergencyInCases(_ codes: String) -> String {
    "có truy cập khẩn cấp chưa được xem xét lại vào: \(codes); xem ai và vì sao: safekeep case show MÃ_HỒ_SƠ"
  }
  func emergencyRefused(_ state: Emergency.State, entry: Int) -> String {
    "không được phép: \(why(state)); đã ghi vào nhật ký, mục số \(entry)"
  }
  private func why(_ state: Emergency.State) -> String {
    switch state {
    case .waiting: "lần truy cập khẩn cấp này chưa được chấp thuận và chưa mở nội dung nào"
    case .inForce:
      "lần truy cập khẩn cấp này đã được chấp thuận và đang có hiệu lực, chỉ xem xét lại sau khi kết thúc"
    case .ranOut: "lần truy cập khẩn cấp này đã hết hạn"
    case .closed: "lần truy cập khẩn cấp này đã kết thúc"
    case .reviewed: "lần truy cập khẩn cấp này đã được xem xét lại"
    }
  }
  func emergencyRefusedHint(_ state: Emergency.State) -> String? {
    switch state {
    case .waiting, .inForce: "để kết thúc trước khi hết một giờ: safekeep emergency close SỐ_MỤC"
    default: nil
    }
  }
}
