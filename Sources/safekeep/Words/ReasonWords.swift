/// Why somebody was refused, said to others about them: `DenialWords` speaks to the one who is refused.
protocol ReasonWords {
  func reportReason(_ why: Refusal) -> String
  /// `restricted` of an act whose rules look at more than who acts may see.
  var reportUnseen: String { get }
}

extension English {
  var reportUnseen: String { "not seen by them, and looked at by a rule" }
  func reportReason(_ why: Refusal) -> String {
    switch why {
    case .notAssigned: "not assigned"
    case .fieldClass: "class not of their role"
    case .restricted: "restricted by the person"
    case .purpose: "no purpose that covers it"
    case .state: "not at this step"
    case .consent: "no live consent"
    case .secondPerson: "no second person"
    case .expired: "expired"
    case .tampered: "does not match the log"
    case .suspended: "suspended"
    case .role: "not of their role"
    case .passphrase: "wrong passphrase"
    }
  }
}

extension Vietnamese {
  var reportUnseen: String { "quy tắc cần xem phần mà họ không được xem" }
  func reportReason(_ why: Refusal) -> String {
    switch why {
    case .notAssigned: "không được giao hồ sơ"
    case .fieldClass: "nhóm trường ngoài vai trò"
    case .restricted: "chủ thể dữ liệu đã hạn chế"
    case .purpose: "không nêu mục đích phù hợp"
    case .state: "hồ sơ chưa đến bước này"
    case .consent: "không có sự đồng ý còn hiệu lực"
    case .secondPerson: "thiếu người thứ hai"
    case .expired: "đã hết hạn"
    case .tampered: "không khớp với nhật ký"
    case .suspended: "đang bị đình chỉ"
    case .role: "ngoài vai trò"
    case .passphrase: "sai mật khẩu"
    }
  }
}
